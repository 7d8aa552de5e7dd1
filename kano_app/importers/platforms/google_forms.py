"""Google Forms: one row of headings, the first a moment; a grid question gives ``Title [row]`` for each of its rows."""

import re

from kano_app.domain.mapping import Platform
from kano_app.importers.frame import Frame, single
from kano_app.importers.headings import words
from kano_app.importers.platforms.signs import first_filled, folded, told
from kano_app.importers.readers.grid import Grid

_TIMESTAMP = words(
    """timestamp | 时间戳记 | 時間戳記 | 时间戳 | 時間戳 | タイムスタンプ | zeitstempel | marca temporal
    | marca de tiempo | horodateur | carimbo de data/hora | informazioni cronologiche | 타임스탬프 | отметка времени
    | stempel waktu | cap waktu | tijdstempel | sygnatura czasowa | dấu thời gian | ประทับเวลา | zaman damgası"""
)
_KINDS = {
    "identity": words(
        """email address | username | 电子邮件地址 | 電子郵件地址 | 使用者名稱 | 用户名 | e-mail-adresse
        | dirección de correo electrónico | メールアドレス | ユーザー名 | adresse e-mail | email"""
    ),
    "administrative": words("score | 得分 | 分數 | 分数 | punktzahl | puntuación | スコア"),
}
_GRID = re.compile(r"\S.*\s\[.+\]\s*", re.DOTALL)


def recognise(grid: Grid) -> Frame | None:
    """Return the frame of a response sheet."""
    row = first_filled(grid)
    if row is None or folded(grid.head[row])[0] not in _TIMESTAMP:
        return None
    headings = single(grid.head, row)
    grids = sum(bool(_GRID.fullmatch(heading)) for heading in headings)
    score = 0.6 + 0.4 * (grids / max(len(headings) - 1, 1))
    return Frame(headings, (row,), row + 1, Platform.GOOGLE_FORMS, score, told(folded(headings), _KINDS))
