"""SurveyMonkey: the question above a block of columns and the row of the matrix below; or both in one heading."""

from kano_app.domain.mapping import Platform
from kano_app.importers.frame import Frame, plain, together
from kano_app.importers.headings import words
from kano_app.importers.platforms.signs import first_filled, folded, share, told
from kano_app.importers.readers.grid import Grid

_OWN = words(
    """respondentid | collectorid | startdate | enddate | ipaddress | emailaddress | firstname | lastname | customdata
    | customvalue | language used
    | respondent id | collector id | start date | end date | date created | date modified | ip address
    | email address | first name | last name | custom data 1 | custom data | custom value"""
)
_LEADING = words("respondentid | respondent id | collectorid | collector id")
_KINDS = {
    "respondent": words("respondentid | respondent id"),
    "identity": words(
        """ipaddress | ip address | emailaddress | email address | firstname | first name | lastname | last name
        | customdata | custom data | custom data 1 | customvalue | custom value"""
    ),
    "administrative": words("collectorid | collector id | enddate | end date | date modified | language used"),
}
_GENERIC = frozenset(
    {
        "response",
        "open-ended response",
        "open ended response",
        "answer",
        "antwort",
        "respuesta",
        "réponse",
        "回复",
        "回答",
        "回覆",
        "开放式回答",
        "開放式回答",
        "offene antwort",
    }
)


_PLAIN = _GENERIC - {"answer", "antwort", "respuesta", "réponse", "回复", "回答", "回覆"}
"""Of these the ones that nobody writes under a heading by hand."""


def recognise(grid: Grid) -> Frame | None:
    """Return the frame of an export, expanded (two rows of headings) or condensed (one)."""
    row = first_filled(grid)
    if row is None:
        return None
    own = folded(grid.head[row])
    if not _LEADING & set(own[:3]) and not _stands_under_questions(grid, row):
        return None
    expanded = _is_second_row(grid, row)
    rows = (row, row + 1) if expanded else (row,)
    headings = together(grid.head, rows, _GENERIC) if expanded else tuple(map(plain, grid.head[row]))
    score = 0.6 + 0.2 * expanded + 0.2 * min(1.0, 4 * share(own, _OWN))
    return Frame(headings, rows, rows[-1] + 1, Platform.SURVEYMONKEY, score, told(own, _KINDS))


def _stands_under_questions(grid: Grid, row: int) -> bool:
    """Return whether the next row says “Response” under questions: all ids may have been taken away."""
    if row + 1 >= len(grid.head):
        return False
    own, below = folded(grid.head[row]), folded(grid.head[row + 1])
    places = [at for at, cell in enumerate(below) if cell in _PLAIN]
    return bool(places) and all(at < len(own) and own[at] and own[at] not in _GENERIC for at in places)


def _is_second_row(grid: Grid, row: int) -> bool:
    """Return whether the next row is one of headings: nothing stands under the ids, something under the questions."""
    if row + 1 >= len(grid.head):
        return False
    own, below = folded(grid.head[row]), grid.head[row + 1]
    under = [below[at].strip() if at < len(below) else "" for at, heading in enumerate(own) if heading in _OWN]
    return not any(under) and any(cell.strip() for cell in below)
