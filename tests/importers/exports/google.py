"""Google Forms."""

from importers.exports.study import (
    AGES,
    CHINESE_NAMES,
    COMMON,
    EMAILS,
    KANO,
    PEOPLE,
    REMARKS,
    SPANISH,
    STAYS,
    TRADITIONAL,
    Export,
    answers,
    blocks,
    column,
    empty,
    rows,
    text,
    workbook,
)

from kano_app.domain.mapping import Confidence, PairReason, Platform

ITEM = frozenset({(PairReason.ITEM, Confidence.SURE)})
NEGATION = frozenset({(PairReason.NEGATION, Confidence.SURE)})
GOOGLE = tuple(f"{3 + day % 2}/{day + 12}/2026 9:0{day}:11" for day in range(1, PEOPLE + 1))
ENGLISH = ("Free Wi-Fi", "Late check-out", "A pool")
_ASKED = [
    (
        "If the hotel offered free Wi-Fi in the room, how would you feel? ",
        " If the hotel did not offer free Wi-Fi in the room, how would you feel?",
    ),
    (
        "If the hotel offered late check-out, how would you feel?",
        "If the hotel did not offer late check-out, how would you feel?",
    ),
    ("If the hotel offered a pool, how would you feel?", "If the hotel did not offer a pool, how would you feel?"),
]
_GRID = ("1. If it had… [{}]", "2. If it lacked… [{}]")
_POT = "Please select how you feel about having or not having the features mentioned. [If my room {}]"
_SPANISH = [
    (
        "Si el hotel ofreciera wifi gratis, ¿cómo se sentiría?",
        "Si el hotel no ofreciera wifi gratis, ¿cómo se sentiría?",
    ),
    ("Si el hotel ofreciera piscina, ¿cómo se sentiría?", "Si el hotel no ofreciera piscina, ¿cómo se sentiría?"),
    (
        "Si el hotel ofreciera salida tardía, ¿cómo se sentiría?",
        "Si el hotel no ofreciera salida tardía, ¿cómo se sentiría?",
    ),
]


def _grid(stems: tuple[str, str], items: tuple[str, ...], words: tuple[str, ...]) -> list[list[str]]:
    return blocks(words, [stems[0].format(one) for one in items], [stems[1].format(one) for one in items])


_DEAD = [
    *(empty(_GRID[0].format(one)) for one in ENGLISH),
    *(empty(_GRID[1].format(one)) for one in ENGLISH),
    empty("Untitled Question"),
    empty("Column 54"),
    empty(""),
]

EXPORTS = (
    Export(
        "Google Forms in English with a question for each half",
        "Kano survey (Responses) - Form Responses 1.csv",
        text(
            rows(
                [
                    column("Timestamp", GOOGLE),
                    *answers(KANO, *_ASKED),
                    column("Your age?", AGES),
                    column("Anything else?", REMARKS),
                ]
            )
        ),
        Platform.GOOGLE_FORMS,
        ("free Wi-Fi in the room", "late check-out", "a pool"),
        NEGATION,
        ("Timestamp", "Your age?"),
        (("Anything else?", "free-text"),),
    ),
    Export(
        "Google Forms in English with a grid for each half and a dead grid of the same features",
        "grid.csv",
        text(
            rows(
                [
                    column("Timestamp", GOOGLE),
                    *_DEAD,
                    column("Username", EMAILS),
                    *_grid(_GRID, ENGLISH, COMMON),
                    column("Score", ["3 / 5", "2 / 5"] * 4),
                ]
            ),
            end="\n",
        ),
        Platform.GOOGLE_FORMS,
        ENGLISH,
        ITEM,
        ("Timestamp",),
        (("Username", "identity"), ("Score", "administrative"), ("Untitled Question", "empty"), ("Column 54", "empty")),
    ),
    Export(
        "Google Forms in Traditional Chinese with a grid for each half, as a workbook",
        "表單回應.xlsx",
        workbook(
            rows(
                [
                    column(
                        "時間戳記", [f"2026/{3 + day % 2}/{day + 12} 上午 9:0{day}:11" for day in range(1, PEOPLE + 1)]
                    ),
                    *_grid(
                        ("如果飯店提供以下服務，您覺得如何？ [{}]", "如果飯店不提供以下服務，您覺得如何？ [{}]"),
                        ("免費無線網路", "延遲退房", "游泳池"),
                        TRADITIONAL,
                    ),
                    column("電子郵件地址", EMAILS),
                    column("姓名", CHINESE_NAMES),
                    column("性別", ["女", "男"] * 4),
                ]
            ),
            "表單回應 1",
        ),
        Platform.GOOGLE_FORMS,
        ("免費無線網路", "延遲退房", "游泳池"),
        ITEM,
        ("時間戳記", "性別"),
        (("電子郵件地址", "identity"), ("姓名", "identity")),
    ),
    Export(
        "Google Forms with both halves of each feature as the rows of one grid",
        "one-grid.csv",
        text(
            rows(
                [
                    column("Timestamp", GOOGLE),
                    *answers(
                        KANO,
                        *(
                            (_POT.format(f"had {one}"), _POT.format(f"did not have {one}"))
                            for one in ("a kettle", "a balcony", "blackout curtains")
                        ),
                    ),
                ]
            )
        ),
        Platform.GOOGLE_FORMS,
        ("a kettle", "a balcony", "blackout curtains"),
        frozenset({(PairReason.NEGATION, Confidence.LIKELY)}),
        ("Timestamp",),
    ),
    Export(
        "Google Forms in Spanish with a question for each half, beside columns that bear one heading",
        "respuestas.csv",
        text(
            rows(
                [
                    column("Marca temporal", GOOGLE),
                    column("¿Con qué frecuencia?", STAYS),
                    *answers(SPANISH, *_SPANISH),
                    column("¿Con qué frecuencia?", AGES),
                ]
            )
        ),
        Platform.GOOGLE_FORMS,
        ("wifi gratis", "piscina", "salida tardía"),
        NEGATION,
        ("Marca temporal", "¿Con qué frecuencia?", "¿Con qué frecuencia? (I)"),
    ),
)
