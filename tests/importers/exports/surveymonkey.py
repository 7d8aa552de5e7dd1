"""SurveyMonkey."""

from importers.exports.study import (
    ADDRESSES,
    AGES,
    BERGER,
    BLAUTH,
    COMMON,
    EMAILS,
    KANO,
    MOMENTS,
    NAMES,
    PEOPLE,
    STAYS,
    Export,
    answers,
    blocks,
    column,
    empty,
    rows,
    text,
)

from kano_app.domain.mapping import Confidence, PairReason, Platform

ITEM = frozenset({(PairReason.ITEM, Confidence.SURE)})
NEGATION = frozenset({(PairReason.NEGATION, Confidence.SURE)})
FEATURES = ("Free Wi-Fi", "Café près de l’hôtel", "A pool")
WITH, WITHOUT = "How would you feel if the hotel had…", "How would you feel if the hotel did not have…"
_IDS = [str(3292879998 - 577 * at) for at in range(PEOPLE)]
_FIXED = [
    column("RespondentID", _IDS),
    column("CollectorID", ["58712211"] * PEOPLE),
    column("StartDate", MOMENTS),
    column("EndDate", MOMENTS),
    column("IP Address", ADDRESSES),
    column("Email Address", EMAILS),
    column("First Name", [name.split()[0] for name in NAMES]),
    column("LastName", [name.split()[1] for name in NAMES]),
    empty("Custom Data"),
]
_LEFT = (
    ("CollectorID", "administrative"),
    ("EndDate", "administrative"),
    ("IP Address", "identity"),
    ("Email Address", "identity"),
    ("First Name", "identity"),
    ("LastName", "identity"),
    ("Custom Data", "empty"),
)


def _under(columns: list[list[str]], below: list[str]) -> list[list[str]]:
    """Return columns with a second heading each; the first stands over a block only once."""
    found = []
    last = ""
    for (heading, *cells), second in zip(columns, below, strict=True):
        found.append(["" if second and heading == last else heading, second, *cells])
        last = heading
    return found


def _expanded(words: tuple[str, ...], stems: tuple[str, str], features: tuple[str, ...]) -> list[list[str]]:
    columns = blocks(words, [stems[0]] * 3, [stems[1]] * 3)
    return _under([*_FIXED, *columns, column("How old are you?", AGES)], [""] * 9 + [*features, *features, "Response"])


_QUESTIONS = [
    (f"If the hotel had {one}, how would you feel?", f"If the hotel did not have {one}, how would you feel?")
    for one in ("free Wi-Fi", "a café", "a pool")
]


EXPORTS = (
    Export(
        "SurveyMonkey expanded, a matrix for each half",
        "expanded.csv",
        text(rows(_expanded(KANO, (WITH, WITHOUT), FEATURES))),
        Platform.SURVEYMONKEY,
        FEATURES,
        ITEM,
        ("StartDate", "How old are you?"),
        _LEFT,
    ),
    Export(
        "SurveyMonkey expanded, a question for each half above “Response”",
        "response.csv",
        text(rows(_under([*_FIXED, *answers(BERGER, *_QUESTIONS)], [""] * 9 + ["Response"] * 6))),
        Platform.SURVEYMONKEY,
        ("free Wi-Fi", "a café", "a pool"),
        NEGATION,
        ("StartDate",),
        _LEFT,
    ),
    Export(
        "SurveyMonkey expanded, with markup in the questions",
        "markup.csv",
        text(
            rows(
                _expanded(
                    COMMON,
                    (
                        "<strong>Imagine</strong><br>the hotel offers…",
                        "<strong>Imagine</strong><br />the hotel does <u>not</u> offer…",
                    ),
                    ("Wi-Fi &amp; cable", "Parking", "A&nbsp;pool"),
                )
            )
        ),
        Platform.SURVEYMONKEY,
        ("Wi-Fi & cable", "Parking", "A pool"),
        ITEM,
        ("StartDate", "How old are you?"),
        _LEFT,
    ),
    Export(
        "SurveyMonkey condensed, “question - option” in one heading",
        "condensed.csv",
        text(
            rows(
                [
                    *_FIXED,
                    *blocks(
                        BLAUTH, [f"{WITH} - {one}" for one in FEATURES], [f"{WITHOUT} - {one}" for one in FEATURES]
                    ),
                    column("Region", STAYS),
                ]
            )
        ),
        Platform.SURVEYMONKEY,
        FEATURES,
        ITEM,
        ("StartDate", "Region"),
        _LEFT,
    ),
    Export(
        "SurveyMonkey with codes for headings",
        "codes.csv",
        text(
            rows(
                [*_FIXED, *blocks(KANO, [f"q0004_000{at}" for at in (1, 2, 3)], [f"q0005_000{at}" for at in (1, 2, 3)])]
            )
        ),
        Platform.SURVEYMONKEY,
        ("0001", "0002", "0003"),
        frozenset({(PairReason.ANSWERS, Confidence.LIKELY)}),
        ("StartDate",),
        _LEFT,
    ),
    Export(
        "SurveyMonkey in Windows-1252",
        "windows.csv",
        text(rows(_expanded(BERGER, (WITH, WITHOUT), FEATURES)), "cp1252"),
        Platform.SURVEYMONKEY,
        FEATURES,
        ITEM,
        ("StartDate", "How old are you?"),
        _LEFT,
    ),
    Export(
        "SurveyMonkey in Mac Roman with lines that end in CR and nothing before the questions but the id",
        "mac.csv",
        text(
            rows(_under([_FIXED[0], *blocks(BERGER, [WITH] * 3, [WITHOUT] * 3)], ["", *FEATURES, *FEATURES])),
            "mac_roman",
            "\r",
        ),
        Platform.SURVEYMONKEY,
        FEATURES,
        ITEM,
    ),
)
