"""Microsoft Forms and Typeform."""

from importers.exports.study import (
    AGES,
    CHINESE,
    CHINESE_NAMES,
    COMMON,
    EMAILS,
    MOMENTS,
    NAMES,
    PEOPLE,
    REMARKS,
    STAYS,
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


_MICROSOFT = [
    column("Id", [str(at + 1) for at in range(PEOPLE)]),
    column("Start time", MOMENTS),
    column("Completion time", MOMENTS),
    column("Email", EMAILS),
    column("Name", NAMES),
]
_MICROSOFT_LEFT = (
    ("Completion time", "administrative"),
    ("Email", "identity"),
    ("Name", "identity"),
)
_TYPEFORM_END = [
    column("Start Date (UTC)", MOMENTS),
    column("Submit Date (UTC)", MOMENTS),
    column("Network ID", [f"5f57f20d1{at}" for at in range(PEOPLE)]),
]

EXPORTS = (
    Export(
        "Typeform with a question for each half and “Other” four times",
        "responses.csv",
        text(
            rows(
                [
                    column("#", [f"995106cd710ec2af0e371cbe5e1f68f{at}" for at in range(PEOPLE)]),
                    empty("Other"),
                    *answers(COMMON, *_ASKED),
                    column("Other", REMARKS),
                    column("Other", AGES),
                    empty("Other"),
                    *_TYPEFORM_END,
                ]
            )
        ),
        Platform.TYPEFORM,
        ("free Wi-Fi in the room", "late check-out", "a pool"),
        NEGATION,
        ("Other", "Start Date (UTC)"),
        (
            ("Network ID", "identity"),
            ("Submit Date (UTC)", "administrative"),
            ("Other", "empty"),
            ("Other", "free-text"),
        ),
    ),
    Export(
        "Typeform as it is today, with answers that stop half-way",
        "partial.csv",
        text(
            rows(
                [
                    column("#", [f"x95106cd710ec2af0e371cbe5e1f68f{at}" for at in range(PEOPLE)]),
                    *answers(COMMON, *_ASKED),
                    column("Response Type", [*["completed"] * 6, "partial", "started"]),
                    *_TYPEFORM_END[:1],
                    empty("Stage Date (UTC)"),
                    *_TYPEFORM_END[1:],
                    empty("Tags"),
                ]
            )
        ),
        Platform.TYPEFORM,
        ("free Wi-Fi in the room", "late check-out", "a pool"),
        NEGATION,
        ("Start Date (UTC)",),
        (("Network ID", "identity"), ("Response Type", "administrative"), ("Tags", "empty")),
        (("unfinished", 2),),
        kept=6,
    ),
    Export(
        "Microsoft Forms with a question for each half",
        "Kano(1-8).xlsx",
        workbook(
            rows(
                [
                    *_MICROSOFT,
                    *answers(COMMON, *_ASKED),
                    column("How often do you travel?", [f"{one};" for one in STAYS]),
                ]
            )
        ),
        Platform.MICROSOFT_FORMS,
        ("free Wi-Fi in the room", "late check-out", "a pool"),
        NEGATION,
        ("Start time", "How often do you travel?"),
        _MICROSOFT_LEFT,
    ),
    Export(
        "Microsoft Forms with a Likert table for each half, whose statements alone are left",
        "likert.xlsx",
        workbook(rows([*_MICROSOFT, *blocks(COMMON, ENGLISH, [f"{one}2" for one in ENGLISH])])),
        Platform.MICROSOFT_FORMS,
        ENGLISH,
        frozenset({(PairReason.ANSWERS, Confidence.LIKELY)}),
        ("Start time",),
        _MICROSOFT_LEFT,
    ),
    Export(
        "Microsoft Forms made as a quiz, with points and feedback after every question",
        "quiz.xlsx",
        workbook(
            rows(
                [
                    *_MICROSOFT,
                    column("Total points", ["0"] * PEOPLE),
                    empty("Quiz feedback"),
                    *(
                        part
                        for one in answers(COMMON, *_ASKED)
                        for part in (
                            one,
                            column(f"Points - {one[0].strip()}", ["0"] * PEOPLE),
                            empty(f"Feedback - {one[0].strip()}"),
                        )
                    ),
                ]
            )
        ),
        Platform.MICROSOFT_FORMS,
        ("free Wi-Fi in the room", "late check-out", "a pool"),
        NEGATION,
        ("Start time",),
        (
            *_MICROSOFT_LEFT,
            ("Total points", "administrative"),
            ("Quiz feedback", "empty"),
            *((f"Points - {one.strip()}", "administrative") for pair in _ASKED for one in pair),
            *((f"Feedback - {one.strip()}", "empty") for pair in _ASKED for one in pair),
        ),
    ),
    Export(
        "Microsoft Forms in Chinese",
        "表单.xlsx",
        workbook(
            rows(
                [
                    column("ID", [str(at + 1) for at in range(PEOPLE)]),
                    column("开始时间", MOMENTS),
                    column("完成时间", MOMENTS),
                    column("电子邮件", EMAILS),
                    column("名称", CHINESE_NAMES),
                    *answers(
                        CHINESE,
                        *(
                            (f"如果酒店提供{one}，您觉得如何？", f"如果酒店不提供{one}，您觉得如何？")
                            for one in ("早餐", "接机服务", "健身房")
                        ),
                    ),
                ]
            )
        ),
        Platform.MICROSOFT_FORMS,
        ("早餐", "接机服务", "健身房"),
        NEGATION,
        ("开始时间",),
        (("完成时间", "administrative"), ("电子邮件", "identity"), ("名称", "identity")),
    ),
)
