"""An evaluation table of one's own: five rows of five letters, with or without headings around them."""

from pathlib import Path

from kano_app.domain.answer import LEVELS
from kano_app.domain.category import BY_LETTER, Category
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.problem import Code, Unusable
from kano_app.importers.findings import Findings
from kano_app.importers.readers.files import open_grids
from kano_app.importers.readers.grid import Grid, column_letters

_LETTERS = {letter: "P" if category is Category.PERFORMANCE else letter for letter, category in BY_LETTER.items()}


def read_evaluation_table(path: Path) -> EvaluationTable:
    """Read a table of letters: rows are functional answers 1–5, columns dysfunctional answers 1–5.

    Args:
        path: a delimited text or a workbook; A, M, P (or O), I, R and Q in five rows of five.

    Returns:
        The table, named after the file.

    Raises:
        Unusable: if the file is no table, or holds no five rows of five letters.

    """
    findings = Findings(path.name)
    failure: Unusable | None = None
    for grid in open_grids(path, findings):
        try:
            return EvaluationTable(path.stem, _letters(grid, findings))
        except Unusable as found:
            failure = failure or found
    raise failure or findings.unusable(Code.TABLE_UNREADABLE, rows=0, columns=0)


def _letters(grid: Grid, findings: Findings) -> tuple[str, ...]:
    """Return the five rows, leaving out a row and a column of headings where there are any."""
    cells = [
        (row, [cell.strip().upper() for cell in record])
        for row, record in enumerate(grid.head, start=1)
        if any(cell.strip() for cell in record)
    ]
    cells = [(row, list("".join(record)) if _is_line(record) else record) for row, record in cells]
    width = max((len(record) for _, record in cells), default=0)
    while width and all(len(record) < width or not record[width - 1] for _, record in cells):
        width -= 1
    if not (len(cells) in {LEVELS, LEVELS + 1} and width in {LEVELS, LEVELS + 1}):
        raise findings.unusable(Code.TABLE_UNREADABLE, rows=len(cells), columns=width)
    rows = []
    for row, cells_of_row in cells[-LEVELS:]:
        record = cells_of_row + [""] * (width - len(cells_of_row))
        for column in range(width - LEVELS, width):
            if record[column] not in _LETTERS:
                letters = column_letters(column)
                raise findings.unusable(
                    Code.TABLE_UNREADABLE, row=row, column=letters, value=record[column], rows=len(cells), columns=width
                )
        rows.append("".join(_LETTERS[letter] for letter in record[width - LEVELS : width]))
    return tuple(rows)


def _is_line(record: list[str]) -> bool:
    """Return whether a row is its five letters in one cell, as the table is printed in JSON."""
    filled = [cell for cell in record if cell]
    return len(filled) == 1 and len(filled[0]) == LEVELS and set(filled[0]) <= set(_LETTERS)
