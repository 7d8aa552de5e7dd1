"""Tables and texts for a terminal: columns that line up in any script, control characters made visible."""

from collections.abc import Sequence

from wcwidth import wcswidth, wcwidth

from kano_app.i18n import Language
from kano_app.tables import Table, cell_text
from kano_app.wording.figures import blank_reason, footnote_marks
from kano_app.wording.literal import visible

WIDEST_TEXT = 40
"""Columns a text cell may take; a longer text ends with an ellipsis here and stands whole in CSV, JSON and PDF."""


def table_text(table: Table, language: Language) -> str:
    """Return a table as lines of text with its title's columns aligned and its footnotes below."""
    marks = footnote_marks(table.blanks)
    body = [
        [
            _cut(visible(cell_text(cell, column.kind, language, marks)))
            for cell, column in zip(row, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    columns = range(len(table.columns))
    wide = [max((_width(row[place]) for row in body), default=0) for place in columns]
    heading = [_folded(one.titled(language), room) for one, room in zip(table.columns, wide, strict=True)]
    widths = [max(room, *map(_width, heading[place])) for place, room in enumerate(wide)]
    right = [column.is_number for column in table.columns]
    depth = max(map(len, heading))
    stacked = [[""] * (depth - len(words)) + words for words in heading]
    lines = [_line([words[level] for words in stacked], widths, right) for level in range(depth)]
    lines.append("  ".join("─" * width for width in widths))
    lines += [_line(row, widths, right) for row in body]
    lines += [f"{marks[blank]} {blank_reason(blank, language)}" for blank in table.blanks]
    return "\n".join(lines)


def _folded(heading: str, room: int) -> list[str]:
    """Return a heading on as many lines as keep it no wider than its column, if its words are short enough."""
    lines: list[str] = []
    for word in heading.split():
        if lines and _width(lines[-1]) + 1 + _width(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for cell, width, to_the_right in zip(cells, widths, right, strict=True):
        space = " " * (width - _width(cell))
        padded.append(space + cell if to_the_right else cell + space)
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    return max(wcswidth(text), 0)


def _cut(text: str) -> str:
    if _width(text) <= WIDEST_TEXT:
        return text
    kept, used = "", 0
    for char in text:
        used += max(wcwidth(char), 0)
        if used >= WIDEST_TEXT:
            break
        kept += char
    return kept + "…"
