"""Typeform: one row of headings between ``#`` and what the form measured; the same heading may come several times."""

from kano_app.domain.mapping import Platform, RowRule
from kano_app.importers.frame import Frame, cut, plain
from kano_app.importers.headings import words
from kano_app.importers.platforms.signs import first_filled, folded, told
from kano_app.importers.readers.grid import Grid

_MEASURED = words(
    "start date (utc) | submit date (utc) | network id | tags | response type | stage date (utc) | ending"
)
_KINDS = {
    "respondent": words("#"),
    "identity": words("network id"),
    "administrative": words("start date (utc) | tags | response type | stage date (utc) | ending | score"),
}
_STATE = words("response type")
_DATES = words("start date (utc) | submit date (utc)")
_UNFINISHED = ("partial", "started")
_NEEDED = 2


def recognise(grid: Grid) -> Frame | None:
    """Return the frame of an export."""
    row = first_filled(grid)
    if row is None:
        return None
    own = folded(grid.head[row])
    measured = len(_MEASURED & set(own))
    # Whoever takes the ids away leaves what nobody else writes: moments told as UTC beside the state of the answers.
    stripped = not _STATE.isdisjoint(own) and not _DATES.isdisjoint(own)
    if not stripped and (own[0] != "#" or measured < _NEEDED):
        return None
    headings = cut([plain(cell) for cell in grid.head[row]])
    states = [at for at, heading in enumerate(own) if heading in _STATE and at < len(headings)]
    rules = tuple(RowRule(at, headings[at], _UNFINISHED, "unfinished") for at in states)
    score = min(1.0, 0.6 + 0.1 * measured)
    return Frame(headings, (row,), row + 1, Platform.TYPEFORM, score, told(own, _KINDS), rules)
