"""Microsoft Forms: ID, moments, e-mail and name, then the questions; a Likert row bears its statement alone."""

import re
from collections import defaultdict

from kano_app.domain.mapping import Platform
from kano_app.importers.frame import Frame, cut, plain
from kano_app.importers.headings import words
from kano_app.importers.platforms.signs import first_filled, folded, told
from kano_app.importers.readers.grid import Grid

_START = words(
    "start time | 开始时间 | 開始時間 | startzeit | hora de inicio | heure de début | 開始時刻 | hora de início"
)
_END = words(
    """completion time | 完成时间 | 完成時間 | fertigstellungszeit | hora de finalización | heure de fin | 完了時刻
    | hora de conclusão"""
)
_KINDS = {
    "identity": words(
        """email | name | 电子邮件 | 電子郵件 | 名称 | 名稱 | 姓名 | e-mail | correo electrónico | nombre
        | adresse de messagerie | nom | メール | 名前"""
    ),
    # Rows are numbered from 1 in every form: taken for people, two waves would match strangers.
    "administrative": words(
        """id | 識別碼 | 标识 | 標識碼 | last modified time | 上次修改时间 | 上次修改時間 | total points
        | quiz feedback | grade posted time | language | 语言 | 語言 | 总分 | 總分 | 測驗意見反應
        | 测验反馈 | gesamtpunktzahl
        | uhrzeit der letzten änderung"""
    )
    | _START,
}
_MARKED = re.compile(r"(?:points|feedback|得分|反馈|分數|意見反應|punkte)\s*[-–]\s*.*", re.IGNORECASE | re.DOTALL)
_AGAIN = re.compile(r"(?P<statement>.*\D)(?P<number>[2-9])", re.DOTALL)
_LEADING = 6


def recognise(grid: Grid) -> Frame | None:
    """Return the frame of an export."""
    row = first_filled(grid)
    if row is None:
        return None
    own = folded(grid.head[row])
    leading = set(own[:_LEADING])
    if not (leading & _START and leading & _END):
        return None
    headings = _with_blocks([plain(cell) for cell in grid.head[row]])
    kinds = dict(told(own, _KINDS))
    kinds |= {at: "administrative" for at, heading in enumerate(headings) if _MARKED.fullmatch(heading)}
    score = 0.7 + 0.3 * bool(leading & _KINDS["identity"])
    return Frame(cut(headings), (row,), row + 1, Platform.MICROSOFT_FORMS, score, kinds)


def _with_blocks(headings: list[str]) -> list[str]:
    """Return headings in which the statements of a Likert question that comes again stand under the number of theirs.

    A table of Excel has no two columns of one name: the second ``Wi-Fi`` is written ``Wi-Fi2``.
    """
    again: dict[str, list[int]] = defaultdict(list)
    for at, heading in enumerate(headings):
        if (match := _AGAIN.fullmatch(heading)) and match["statement"] in headings:
            again[match["number"]].append(at)
    found = list(headings)
    for number, places in again.items():
        if len(places) < 2:
            continue
        for at in places:
            statement = headings[at][: -len(number)]
            found[at] = f"{number} [{statement}]"
            found[headings.index(statement)] = f"1 [{statement}]"
    return found
