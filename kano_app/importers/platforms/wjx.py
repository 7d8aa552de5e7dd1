"""问卷星 (wjx.cn): six fixed columns, then ``N、question``; a matrix, ``第N题(item)``, does not tell its question."""

import re

from kano_app.domain.mapping import Platform
from kano_app.importers.frame import Frame, cut, plain
from kano_app.importers.headings import words
from kano_app.importers.platforms.signs import first_filled, folded, share, told
from kano_app.importers.readers.grid import Grid

_FIXED = words("序号 | 提交答卷时间 | 所用时间 | 来源 | 来源详情 | 来自IP")
_FIXED_TRADITIONAL = words("序號 | 提交答卷時間 | 所用時間 | 來源 | 來源詳情 | 來自IP")
_KINDS = {
    "identity": words("来自IP | 來自IP | 来源详情 | 來源詳情 | 用户ID | 微信昵称 | 微信openid"),
    "administrative": words("序号 | 序號 | 所用时间 | 来源 | 所用時間 | 來源 | 总分 | 總分"),
}
_TOLD = words("提交答卷时间 | 提交答卷時間")
_QUESTION = re.compile(r"(\d+)\s*、\s*(.+)", re.DOTALL)
_FIRST_ITEM = re.compile(r"(?P<stem>.*[^—])—(?P<item>[^—]+)", re.DOTALL)
_CONDITION = re.compile(r"\s*(?:如果|若|假如)")
_MATRIX = re.compile(r"第\s*(\d+)\s*题\s*[(（](.+)[)）]\s*", re.DOTALL)
_NEEDED = 0.5


def recognise(grid: Grid) -> Frame | None:
    """Return the frame of an export, by text or by code."""
    row = first_filled(grid)
    if row is None:
        return None
    own = folded(grid.head[row])
    fit = max(share(own, _FIXED), share(own, _FIXED_TRADITIONAL))
    # Whoever publishes an export takes most of what it measured away.
    published = (
        not _TOLD.isdisjoint(own) and sum(bool(_QUESTION.fullmatch(cell.strip())) for cell in grid.head[row]) > 1
    )
    if fit < _NEEDED and not published:
        return None
    headings = cut(_with_items([_heading(cell) for cell in grid.head[row]]))
    return Frame(headings, (row,), row + 1, Platform.WJX, 0.5 + fit / 2, told(own, _KINDS))


def _heading(cell: str) -> str:
    matrix = _MATRIX.fullmatch(cell)
    return f"第{matrix[1]}题 [{plain(matrix[2])}]" if matrix else plain(cell)


def _with_items(headings: list[str]) -> list[str]:
    """Return headings in which the further items of a question stand under it.

    The text stands before the first item only: ``3、How do you feel about …—breakfast``, then ``3、pool``. In the Kano
    question of the tool itself what stands there is the feature, and the items are its two conditions.
    """
    found = list(headings)
    number, stem = "", ""
    for at, heading in enumerate(headings):
        question = _QUESTION.fullmatch(heading)
        if question is None:
            number = ""
            continue
        first = _FIRST_ITEM.fullmatch(question[2])
        if first and question[1] != number and not _CONDITION.match(first["item"]):
            following = _QUESTION.fullmatch(headings[at + 1]) if at + 1 < len(headings) else None
            if following and following[1] == question[1]:
                number, stem = question[1], first["stem"]
                found[at] = f"{number}、{stem} [{first['item']}]"
                continue
        if stem and question[1] == number:
            found[at] = f"{number}、{stem} [{question[2]}]"
        else:
            number, stem = "", ""
    return found
