"""The 25 counts of every feature, and the evaluation table they are read by, as cells that formulas point at."""

from dataclasses import dataclass

from kano_app.analysis import Analysis
from kano_app.domain.answer import LEVELS, Answer
from kano_app.i18n import Language
from kano_app.report.workbook.sheets import Book, Sheet
from kano_app.tables import Kind
from kano_app.wording.answers import answer_name
from kano_app.wording.settings import table_told

_CELLS = LEVELS * LEVELS
_TABLE_ROW, _TABLE_COLUMN = 4, 1
"""Where the first letter of the evaluation table stands."""
_LETTERS_ROW, _FIRST_ROW = 2, 3
_LETTER = {"align": "center", "bold": True, "border": 1, "border_color": "#B4BCC8"}


@dataclass(frozen=True, slots=True)
class Laid:
    """Where the counts and their letters are."""

    name: str
    table_name: str
    letters: str
    """The range of the 25 letters."""
    _quoted: str

    def counts(self, place: int) -> str:
        """Return the range of the 25 counts of a feature, by its place in the survey."""
        row = _FIRST_ROW + place + 1
        return f"{self._quoted}!$B${row}:${_column(_CELLS)}${row}"


def write_tally(book: Book, analysis: Analysis, title: str) -> Laid:
    """Write both sheets and return where they are."""
    words = book.words
    letters = book.sheet(words.gettext("Evaluation table"), title=title)
    _write_letters(letters, analysis, words)
    sheet = book.sheet(words.gettext("Tally"), title=title)
    _write_counts(sheet, analysis, letters, words)
    row = _LETTERS_ROW + 1
    return Laid(sheet.name, letters.name, f"{sheet.quoted}!$B${row}:${_column(_CELLS)}${row}", sheet.quoted)


def _write_letters(sheet: Sheet, analysis: Analysis, words: Language) -> None:
    sheet.line(0, table_told(analysis, words), sheet.looks.title)
    sheet.line(
        1,
        words.gettext(
            "Rows: how somebody feels if the feature is there; columns: if it is not. Another letter in a cell changes "
            "the sheet of checks at once."
        ),
    )
    answers = [answer_name(Answer(level), words) for level in range(1, LEVELS + 1)]
    for place, name in enumerate(answers):
        sheet.heading(_TABLE_ROW - 1, _TABLE_COLUMN + place, name, align="center")
        sheet.heading(_TABLE_ROW + place, _TABLE_COLUMN - 1, name)
        for other in range(LEVELS):
            letter = analysis.settings.table.category(place + 1, other + 1).letter
            sheet.text(_TABLE_ROW + place, _TABLE_COLUMN + other, letter, **_LETTER)
    sheet.widen(0, 14)
    sheet.close((0, 0))


def _write_counts(sheet: Sheet, analysis: Analysis, letters: Sheet, words: Language) -> None:
    assert analysis.tally is not None  # noqa: S101 - whoever calls this has looked
    answers = [answer_name(Answer(level), words) for level in range(1, LEVELS + 1)]
    sheet.heading(0, 0, words.gettext("If it is there"))
    sheet.heading(1, 0, words.gettext("If it is not there"))
    sheet.heading(2, 0, words.gettext("Category"))
    for cell in range(_CELLS):
        functional, dysfunctional = divmod(cell, LEVELS)
        sheet.heading(0, cell + 1, answers[functional], align="right")
        sheet.heading(1, cell + 1, answers[dysfunctional], align="right")
        # The letter is that of the other sheet, so that somebody may try another table.
        source = f"={letters.quoted}!${_column(_TABLE_COLUMN + dysfunctional)}${_TABLE_ROW + functional + 1}"
        letter = analysis.settings.table.category(functional + 1, dysfunctional + 1).letter
        sheet.formula(_LETTERS_ROW, cell + 1, source, letter, align="right", bold=True, bottom=1)
    sheet.heading(0, _CELLS + 1, words.gettext("One half only"), align="right")
    sheet.heading(1, _CELLS + 1, "")
    sheet.heading(2, _CELLS + 1, "")
    given = zip(analysis.features, analysis.tally.counts, analysis.tally.incomplete, strict=True)
    for row, (result, counts, incomplete) in enumerate(given, start=_FIRST_ROW):
        sheet.text(row, 0, result.feature.name)
        for cell, count in enumerate(counts.ravel().tolist(), start=1):
            sheet.number(row, cell, count, Kind.COUNT)
        sheet.number(row, _CELLS + 1, int(incomplete), Kind.COUNT)
    sheet.close((_FIRST_ROW, 1))


def _column(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - only where a workbook is written

    return str(xl_col_to_name(place))
