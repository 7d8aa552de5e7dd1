"""The answer sheet of our own questionnaire: names with the half they are, and below them the questions in full."""

from kano_app.domain.mapping import Platform
from kano_app.importers.frame import Frame, single
from kano_app.importers.headings import words
from kano_app.importers.platforms.signs import first_filled, folded
from kano_app.importers.readers.grid import Grid

PERSON = words("Person | 受访者 | 受訪者")
QUESTION = words("Question | 问题 | 問題")


def recognise(grid: Grid) -> Frame | None:
    """Return the frame of an answer sheet that was filled in."""
    row = first_filled(grid)
    if row is None or row + 1 >= len(grid.head):
        return None
    if folded(grid.head[row])[0] not in PERSON or folded(grid.head[row + 1])[0] not in QUESTION:
        return None
    return Frame(single(grid.head, row), (row, row + 1), row + 2, Platform.ANSWER_SHEET, 1.0, {0: "administrative"})
