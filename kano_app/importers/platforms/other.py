"""What no tool wrote: one row of headings, or a few that belong together, under a title, a blank line, a note."""

from collections.abc import Iterator

from kano_app.importers.answers import AnswerReader, is_code, is_word, looks_numeric
from kano_app.importers.frame import Frame, single, together
from kano_app.importers.readers.grid import Grid, Row

_TITLE_ROWS = 5
"""So many rows may stand above the headings."""
_TOGETHER = 3
"""So many rows of headings at most."""


def frames(grid: Grid, reader: AnswerReader) -> Iterator[Frame]:
    """Yield the ways to frame a grid: its first record that is not blank holds the headings, or one soon after.

    A row with blanks between its cells, followed by one without an answer in it, heads blocks of columns: both
    together are tried first.
    """
    filled = [at for at, record in enumerate(grid.head) if any(cell.strip() for cell in record)]
    for at in filled[:_TITLE_ROWS]:
        # Below the first record, one with an answer in it is somebody's answers and heads nothing.
        if at != filled[0] and _has_answer(grid.head[at], reader):
            continue
        for rows in _further(grid, at, reader):
            yield Frame(together(grid.head, rows), rows, rows[-1] + 1)
        yield Frame(single(grid.head, at), (at,), at + 1)


def _further(grid: Grid, top: int, reader: AnswerReader) -> Iterator[tuple[int, ...]]:
    """Yield the rows from ``top`` on that may be headings together, the most first."""
    if not _heads_blocks(grid.head[top]):
        return
    rows = [top]
    for at in range(top + 1, min(top + _TOGETHER, len(grid.head))):
        filled = [cell for cell in grid.head[at] if cell.strip()]
        if _has_answer(grid.head[at], reader) or len(filled) < 2 or 2 * sum(map(looks_numeric, filled)) > len(filled):
            break
        rows.append(at)
    for count in range(len(rows), 1, -1):
        yield tuple(rows[:count])


def _heads_blocks(row: Row) -> bool:
    """Return whether texts stand in a row with blanks after them, or the same text several times in a row."""
    cells = [cell.strip() for cell in row]
    filled = [at for at, cell in enumerate(cells) if cell]
    if len(filled) < 2:
        return False
    gaps = any(not cells[at + 1] for at in filled[:-1])
    again = any(cells[at] and cells[at] == cells[at + 1] for at in range(len(cells) - 1))
    return gaps or again


def _has_answer(row: Row, reader: AnswerReader) -> bool:
    return any(_is_answer(cell, reader) for cell in row)


def _is_answer(cell: str, reader: AnswerReader) -> bool:
    slot = reader.slot(cell)
    return is_word(slot) or (bool(reader.own) and is_code(slot))
