"""The questionnaire as a workbook: one row a person, answers chosen from lists; it is read again as it is filled."""

import datetime as dt
import io
from dataclasses import dataclass
from typing import Any

from kano_app.report.questionnaire.document import IMPORTANCES, Questionnaire

PEOPLE = 1000
"""Rows that are ready for answers."""
_FIRST = 2
"""The first of them, counted from 0."""
_LONGEST_LIST = 255
"""Characters that a spreadsheet takes as a list in a cell's rule."""
_LONGEST_CELL = 32_767
_UNDATED = dt.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the answers."""

    heading: str
    question: str
    choices: tuple[str, ...]
    width: float = 24.0
    begins: bool = False
    """A line stands before it."""


def workbook_of(asked: Questionnaire) -> bytes:
    """Return a questionnaire as the bytes of a workbook."""
    import xlsxwriter  # noqa: PLC0415 - only where a workbook is written

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        day = asked.day or _UNDATED
        book.set_properties(
            {
                "title": asked.title,
                "author": asked.organisation or "Kano App",
                "created": dt.datetime(day.year, day.month, day.day),  # noqa: DTZ001 - a workbook knows no time zones
            }
        )
        _Sheets(book, asked).write()
    return target.getvalue()


class _Sheets:
    def __init__(self, book: Any, asked: Questionnaire) -> None:  # noqa: ANN401 - xlsxwriter is untyped
        self._asked, self._words = asked, asked.language
        gettext = self._words.gettext
        self._answers = book.add_worksheet(gettext("Answers"))
        self._about = book.add_worksheet(gettext("Instructions"))
        look = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
        self._plain = book.add_format(look)
        self._title = book.add_format(look | {"bold": True, "font_size": 16})
        self._bold = book.add_format(look | {"bold": True})
        line = {"left": 1, "left_color": "#B4BCC8"}
        heading = look | {"bold": True, "bg_color": "#ECEFF3", "bottom": 1, "bottom_color": "#D5DAE1"}
        question = look | {"bottom": 1, "bottom_color": "#1B2430", "font_color": "#3B4452"}
        cell = look | {"text_wrap": False}
        self._headings = {False: book.add_format(heading), True: book.add_format(heading | line)}
        self._questions = {False: book.add_format(question), True: book.add_format(question | line)}
        self._cells = {False: book.add_format(cell), True: book.add_format(cell | line)}
        self._number = book.add_format(cell | {"align": "center", "font_color": "#5B6573"})

    def write(self) -> None:
        """Write both sheets."""
        lists = self._write_instructions()
        self._write_answers(lists)
        self._answers.activate()

    def _write_answers(self, lists: dict[tuple[str, ...], str]) -> None:
        sheet, gettext = self._answers, self._words.gettext
        columns = self._columns()
        sheet.set_row(0, 34)
        sheet.set_row(1, 64)
        sheet.set_column(0, 0, 11, self._number)
        sheet.write_string(0, 0, gettext("Person"), self._headings[False])
        sheet.write_string(1, 0, gettext("Question"), self._questions[False])
        for at, column in enumerate(columns, start=1):
            sheet.set_column(at, at, column.width, self._cells[column.begins])
            sheet.write_string(0, at, column.heading[:_LONGEST_CELL], self._headings[column.begins])
            sheet.write_string(1, at, column.question[:_LONGEST_CELL], self._questions[column.begins])
            if column.choices:
                self._offer(at, column.choices, lists)
        last = len(columns)
        for row in range(_FIRST, _FIRST + PEOPLE):
            # A number appears once somebody answers: rows without answers stay blank and are nobody.
            formula = f'=IF(COUNTA({_cell(row, 1)}:{_cell(row, last)})=0,"",ROW()-{_FIRST})'
            sheet.write_formula(row, 0, formula, self._number, "")
        sheet.freeze_panes(_FIRST, 1)
        sheet.set_landscape()
        sheet.repeat_rows(0, 1)

    def _columns(self) -> list[_Column]:
        asked, found = self._asked, []
        low, high = asked.importance_ends
        ends = self._words.gettext("(1: {low}, 9: {high})").format(low=low, high=high)
        for pair in asked.pairs:
            found.append(_Column(pair.functional.heading, pair.functional.full, asked.answers, begins=True))
            found.append(_Column(pair.dysfunctional.heading, pair.dysfunctional.full, asked.answers))
            if asked.importance:
                question = f"{asked.importance} {ends}"
                found.append(_Column(pair.importance_heading, question, IMPORTANCES, 18.0))
        return [*found, *(_Column(one.name, one.question, one.choices, begins=True) for one in asked.traits)]

    def _offer(self, at: int, choices: tuple[str, ...], lists: dict[tuple[str, ...], str]) -> None:
        gettext = self._words.gettext
        numbers = choices == IMPORTANCES
        rule: dict[str, Any] = {
            "validate": "list",
            "source": [int(one) for one in choices] if numbers else lists.get(choices, list(choices)),
            "error_title": gettext("Not in the list"),
            "error_message": gettext("Choose one of the answers in the list, or leave the cell empty."),
        }
        self._answers.data_validation(_FIRST, at, _FIRST + PEOPLE - 1, at, rule)

    def _write_instructions(self) -> dict[tuple[str, ...], str]:
        """Write what is to be done; return where the lists stand that are too long for the rule of a cell."""
        asked, sheet, gettext = self._asked, self._about, self._words.gettext
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 60)
        sheet.hide_gridlines(2)
        row = 0
        for text, look in [
            (asked.title, self._title),
            (asked.organisation, self._plain),
            *((one, self._plain) for one in asked.introduction),
            (asked.how_to, self._plain),
            (
                gettext(
                    "Fill in one row for each person on the sheet “{sheet}”. A click on a cell shows the answers to "
                    "choose from; a cell without an answer stays empty. Leave the first two rows as they are: by them "
                    "the answers are recognised when the file is read again."
                ).format(sheet=gettext("Answers")),
                self._plain,
            ),
        ]:
            if text:
                sheet.merge_range(row, 0, row, 1, "", look)
                sheet.write_string(row, 0, text[:_LONGEST_CELL], look)
                sheet.set_row(row, 24 if look is self._title else _height(text))
                row += 1
        row += 1
        sheet.write_string(row, 0, gettext("What the answers mean"), self._bold)
        for answer, meaning in zip(asked.answers, asked.meanings, strict=True):
            row += 1
            sheet.write_string(row, 0, answer, self._plain)
            sheet.write_string(row, 1, meaning, self._plain)
        return self._write_lists(row + 2)

    def _write_lists(self, row: int) -> dict[tuple[str, ...], str]:
        found: dict[tuple[str, ...], str] = {}
        name = self._about.get_name().replace("'", "''")
        for trait in self._asked.traits:
            if trait.choices in found or not _needs_room(trait.choices):
                continue
            self._about.write_string(row, 0, trait.name[:_LONGEST_CELL], self._bold)
            for at, choice in enumerate(trait.choices, start=1):
                self._about.write_string(row + at, 0, choice[:_LONGEST_CELL], self._plain)
            found[trait.choices] = f"='{name}'!$A${row + 2}:$A${row + 1 + len(trait.choices)}"
            row += len(trait.choices) + 2
        return found


def _needs_room(choices: tuple[str, ...]) -> bool:
    """Return whether a list has to stand in cells: it is long, or a comma in it would part an answer."""
    return len(",".join(choices)) > _LONGEST_LIST or any(not {",", '"', "="}.isdisjoint(one) for one in choices)


def _height(text: str) -> float:
    """Return the height of a row in which a text of the width of both columns stands; a Han character is two wide."""
    wide = sum(2 if ord(char) > 0x2E80 else 1 for char in text)
    return 15.0 * max(1, -(-wide // 88)) + 3


def _cell(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415

    return str(xl_rowcol_to_cell(row, column))
