"""Qualtrics: tags, question texts in the survey's language, one JSON object a column; older files lack the last."""

import re

from kano_app.domain.mapping import Platform, RowRule
from kano_app.importers.frame import Frame, cut, plain
from kano_app.importers.headings import words
from kano_app.importers.platforms.signs import folded, share, told
from kano_app.importers.readers.grid import Grid, Row

_IMPORT_ID = re.compile(r"\s*\{\s*'?\"?ImportId'?\"?\s*:", re.IGNORECASE)
_NUMBERED = re.compile(r"v\d{1,2}")
_NEEDED = 0.5
_ABOVE = 5
"""So many rows are looked at for the JSON objects."""
_ADMINISTRATIVE = words(
    """startdate | enddate | status | progress | duration (in seconds) | finished | recordeddate | distributionchannel
    | userlanguage | responseset | q recaptchascore | q relevantidduplicate
    | q relevantidduplicatescore | q relevantidfraudscore | q relevantidlaststartdate | q ballotboxstuffing
    | q duplicaterespondent | consent | policy | sc0 | gc | term | q totalduration | opp | rid"""
)
_IDENTITY = words(
    """ipaddress | recipientlastname | recipientfirstname | recipientemail | locationlatitude | locationlongitude
    | locationaccuracy | name | emailaddress | email | externalreference | externaldatareference"""
)
_RESPONDENT = words("responseid")
_CURRENT = words("startdate | enddate | status | progress | finished | recordeddate | responseid")
_LEGACY = words("responseid | responseset | ipaddress | startdate | enddate | finished | status")
_NAMED = words("start date | end date | response id | responseset | ip address | response type | progress | status")
_PREVIEWS = (
    "Survey Preview",
    "Survey Test",
    "Spam",
    "1",
    "2",
    "8",
    "Survey Preview & Spam",
    "9",
    "Umfragevorschau",
    "调查预览",
    "問卷調查預覽",
    "预览调查",
    "Vista previa de la encuesta",
)
_UNFINISHED = ("False", "0", "No", "否", "Falsch", "Falso", "FALSE")


def recognise(grid: Grid) -> Frame | None:
    """Return the frame of an export: by its JSON objects, or by the tags and names that Qualtrics gives its columns."""
    for at, row in enumerate(grid.head[: _ABOVE + 1]):
        filled = [cell for cell in row if cell.strip()]
        if at and filled and 2 * sum(bool(_IMPORT_ID.match(cell)) for cell in filled) > len(filled):
            return _frame(grid, at - 2 if at > 1 else at - 1, at - 1, at + 1, 1.0)
    return _without_objects(grid)


def _without_objects(grid: Grid) -> Frame | None:
    """Return the frame of a legacy file, or of one from which the objects were deleted."""
    if len(grid.head) < 2:
        return None
    tags, texts = folded(grid.head[0]), folded(grid.head[1])
    if share(texts, _LEGACY) >= _NEEDED and any(_NUMBERED.fullmatch(tag) for tag in tags):
        # Older files: V1 to V10 for what Qualtrics measured, and below them the names that are the tags today.
        return _frame(grid, 1, 1, 2, share(texts, _LEGACY), (0, 1))
    fit = max(share(tags, _CURRENT), share(tags, _LEGACY))
    if fit < _NEEDED:
        return None
    # Below the tags stand words for people, as "Start Date", or answers: then only the tags are headings.
    is_texts = len(_NAMED & set(texts)) >= 2
    return _frame(grid, 0, 1 if is_texts else 0, 2 if is_texts else 1, 0.9 * fit)


def _frame(
    grid: Grid, tags_row: int, texts_row: int, first_row: int, score: float, rows: tuple[int, ...] = ()
) -> Frame:
    tags = folded(grid.head[tags_row])
    kinds = {"respondent": _RESPONDENT, "identity": _IDENTITY, "administrative": _ADMINISTRATIVE}
    headings = _headings(grid.head[tags_row], grid.head[texts_row])
    rows = rows or tuple(dict.fromkeys((tags_row, texts_row)))
    return Frame(headings, rows, first_row, Platform.QUALTRICS, score, told(tags, kinds), _rules(tags, headings))


def _headings(tags: Row, texts: Row) -> tuple[str, ...]:
    """Return the texts of the questions; the tag where there is none."""
    width = max(len(tags), len(texts))
    found = []
    for at in range(width):
        text = plain(texts[at]) if at < len(texts) else ""
        found.append(text or (tags[at].strip() if at < len(tags) else ""))
    return cut(found)


def _rules(tags: list[str], headings: tuple[str, ...]) -> tuple[RowRule, ...]:
    """Return which rows are previews and which were not finished."""
    wanted = (
        ("status", _PREVIEWS, "preview"),
        ("distributionchannel", ("preview", "test"), "preview"),
        ("finished", _UNFINISHED, "unfinished"),
    )
    return tuple(
        RowRule(tags.index(tag), headings[tags.index(tag)], texts, reason)
        for tag, texts, reason in wanted
        if tag in tags and tags.index(tag) < len(headings)
    )
