"""LimeSurvey: one row of headings, each a code, a text, or ``code[subcode]. stem [sub-question]``, as was chosen."""

import re
from collections.abc import Sequence

from kano_app.domain.mapping import Platform, RowRule
from kano_app.importers.frame import Frame, cut, plain
from kano_app.importers.headings import words
from kano_app.importers.platforms.signs import first_filled, folded, told
from kano_app.importers.readers.grid import Grid

_SUBMITTED = words(
    """submitdate | date submitted | datum abgeschickt | fecha de envío | date de soumission | 提交日期 | 提交时间
    | 提交時間 | 繳交日期"""
)
_KINDS = {
    "respondent": words("id | response id | antwort id | id de respuesta | id de la réponse | 回复编号 | 答覆id"),
    "identity": words("ipaddr | ip address | ip-adresse | token | access code"),
    "administrative": words(
        """lastpage | last page | letzte seite | última página | dernière page | startlanguage | start language
        | start-sprache | lenguaje inicial | langue de départ | seed | zufallsstartwert | semilla | startdate
        | date started | datum gestartet | datestamp | date last action | datum letzte aktivität | refurl
        | referrer url | referrer-url | 最后一页 | 起始语言 | 最後一頁 | 起始語言"""
    ),
}
_OTHERS = frozenset[str]().union(*_KINDS.values())
_CODED = re.compile(r"\s*(?P<code>[A-Za-z][\w-]*)(?:\[(?P<sub>[\w-]+)\])?\.\s*(?P<text>\S.*)", re.DOTALL)
_SUBQUESTION = re.compile(r"\s*[A-Za-z][\w-]*\[[\w-]+\]\.\s*\S.*\[[^\[\]]+\]\s*", re.DOTALL)
_BARE = re.compile(r"(?P<code>[A-Za-z][A-Za-z0-9-]*)(?:\[(?P<sub>[\w-]+)\]|_(?P<under>SQ\d+))")
_CODES = words("id | submitdate | lastpage | startlanguage | seed | startdate | datestamp | ipaddr | refurl | token")
"""Codes of its own; where one stands before its text, as in ``id. Response ID``, nobody else wrote the file."""
_NEEDED = 2


def recognise(grid: Grid) -> Frame | None:
    """Return the frame of an export."""
    row = first_filled(grid)
    if row is None:
        return None
    texts = [_without_code(cell) for cell in grid.head[row]]
    codes = folded([_code(cell) for cell in grid.head[row]])
    names = folded(texts)
    own = [name if name in _SUBMITTED | _OTHERS else code for name, code in zip(names, codes, strict=True)]
    submitted = next((at for at, name in enumerate(own) if name in _SUBMITTED), None)
    others = len({name for name in own if name in _OTHERS})
    told_twice = [code for code, name in zip(codes, names, strict=True) if code != name in _SUBMITTED | _OTHERS]
    coded = not _CODES.isdisjoint(told_twice) or _is_all_coded(grid.head[row])
    if not coded and (submitted is None or others < _NEEDED):
        return None
    headings = cut(texts)
    rules: tuple[RowRule, ...] = ()
    if submitted is not None and any(line[submitted].strip() for line in grid.head[row + 1 :] if submitted < len(line)):
        rules = (RowRule(submitted, headings[submitted], ("", "N/A"), "unfinished"),)
    score = min(1.0, 0.6 + 0.1 * others)
    return Frame(headings, (row,), row + 1, Platform.LIMESURVEY, score, told(own, _KINDS), rules)


def _is_all_coded(row: Sequence[str]) -> bool:
    """Return whether most headings are ``code[subcode]. stem [sub-question]``, which nobody else writes."""
    filled = [cell for cell in row if cell.strip()]
    found = sum(bool(_SUBQUESTION.fullmatch(cell)) for cell in filled)
    return found >= _NEEDED and 2 * found > len(filled)


def _code(heading: str) -> str:
    coded = _CODED.fullmatch(heading)
    return coded["code"] if coded else heading


def _without_code(heading: str) -> str:
    """Return the words of a heading; of bare codes, the sub-question as an item under its question."""
    if coded := _CODED.fullmatch(heading):
        return plain(coded["text"])
    if bare := _BARE.fullmatch(heading.strip()):
        return f"{bare['code']} [{bare['sub'] or bare['under']}]"
    return plain(heading)
