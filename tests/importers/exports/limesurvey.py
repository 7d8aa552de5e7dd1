"""LimeSurvey."""

from importers.exports.study import (
    ADDRESSES,
    AGES,
    COMMON,
    GERMAN,
    KANO,
    LATITUDES,
    MOMENTS,
    PEOPLE,
    Export,
    answers,
    blocks,
    column,
    rows,
    text,
)

from kano_app.domain.mapping import Confidence, PairReason, Platform

ITEM = frozenset({(PairReason.ITEM, Confidence.SURE)})
NEGATION = frozenset({(PairReason.NEGATION, Confidence.SURE)})
FEATURES = ("Free Wi-Fi", "Café près de l’hôtel", "A pool")


_LIME_TEXT = [
    column("Response ID", [str(at) for at in range(11, 11 + PEOPLE)]),
    column("Date submitted", [*MOMENTS[:6], "", ""]),
    column("Last page", ["3"] * PEOPLE),
    column("Start language", ["en"] * PEOPLE),
    column("Seed", [str(17351223 + at) for at in range(PEOPLE)]),
]
_LIME_CODE = [
    [code, *cells[1:]]
    for code, cells in zip(("id", "submitdate", "lastpage", "startlanguage", "seed"), _LIME_TEXT, strict=True)
]
_LIME_BOTH = [[f"{code[0]}. {cells[0]}", *cells[1:]] for code, cells in zip(_LIME_CODE, _LIME_TEXT, strict=True)]
_LIME_GERMAN = [
    [heading, *cells[1:]]
    for heading, cells in zip(
        ("Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert"),
        _LIME_TEXT,
        strict=True,
    )
]
_UNFINISHED = (("unfinished", 2),)


def _coded(first: str, second: str, features: tuple[str, ...]) -> tuple[list[str], list[str]]:
    items = [f"SQ{at:03}" for at in range(1, 4)]
    return (
        [first.format(item, feature) for item, feature in zip(items, features, strict=True)],
        [second.format(item, feature) for item, feature in zip(items, features, strict=True)],
    )


EXPORTS = (
    Export(
        "LimeSurvey by code and text, two of the people unfinished",
        "results-survey1.csv",
        text(
            rows(
                [
                    *_LIME_BOTH,
                    *blocks(
                        COMMON,
                        *_coded(
                            "Q1[{0}]. If the hotel had…  [{1}]", "Q2[{0}]. If the hotel did not have…  [{1}]", FEATURES
                        ),
                    ),
                    column("AGE. Your age", AGES),
                    column("ipaddr. IP address", ADDRESSES),
                ]
            )
        ),
        Platform.LIMESURVEY,
        FEATURES,
        ITEM,
        ("Date submitted", "Your age"),
        (
            ("Last page", "administrative"),
            ("Start language", "administrative"),
            ("Seed", "administrative"),
            ("IP address", "identity"),
        ),
        _UNFINISHED,
        kept=6,
    ),
    Export(
        "LimeSurvey by code and text with nothing but the id of what it measured",
        "published-results.csv",
        text(
            rows(
                [
                    _LIME_BOTH[0],
                    *blocks(
                        COMMON,
                        *_coded("Q1[{0}]. If the hotel had…  [{1}]", "Q2[{0}]. If the hotel lacked…  [{1}]", FEATURES),
                    ),
                ]
            ),
            "utf-8-sig",
        ),
        Platform.LIMESURVEY,
        FEATURES,
        ITEM,
    ),
    Export(
        "LimeSurvey by code alone",
        "results-survey2.csv",
        text(rows([*_LIME_CODE, *blocks(COMMON, *_coded("Q1[{0}]", "Q2[{0}]", FEATURES))])),
        Platform.LIMESURVEY,
        ("SQ001", "SQ002", "SQ003"),
        frozenset({(PairReason.ANSWERS, Confidence.LIKELY)}),
        ("submitdate",),
        (("lastpage", "administrative"), ("startlanguage", "administrative"), ("seed", "administrative")),
        _UNFINISHED,
        kept=6,
    ),
    Export(
        "LimeSurvey by code alone, with codes that say which half they are",
        "results-survey3.csv",
        text(rows([*_LIME_CODE, *blocks(COMMON, *_coded("functional[{0}]", "dysfunctional[{0}]", FEATURES))])),
        Platform.LIMESURVEY,
        ("SQ001", "SQ002", "SQ003"),
        frozenset({(PairReason.MARKER, Confidence.SURE)}),
        ("submitdate",),
        (),
        _UNFINISHED,
        kept=6,
    ),
    Export(
        "LimeSurvey by text alone",
        "results-survey4.csv",
        text(
            rows(
                [
                    *_LIME_TEXT,
                    *blocks(KANO, *_coded("{1} [If the hotel had it]", "{1} [If the hotel did not have it]", FEATURES)),
                ]
            ),
            delimiter=";",
        ),
        Platform.LIMESURVEY,
        FEATURES,
        NEGATION,
        ("Date submitted",),
        (),
        _UNFINISHED,
        kept=6,
    ),
    Export(
        "LimeSurvey in German",
        "ergebnisse.csv",
        text(
            rows(
                [
                    *_LIME_GERMAN,
                    *answers(
                        GERMAN,
                        *(
                            (
                                f"Wenn das Hotel {one} hätte, wie fänden Sie das?",
                                f"Wenn das Hotel {other} hätte, wie fänden Sie das?",
                            )
                            for one, other in (
                                ("ein Schwimmbad", "kein Schwimmbad"),
                                ("eine Garage", "keine Garage"),
                                ("einen Aufzug", "keinen Aufzug"),
                            )
                        ),
                    ),
                    column("IP-Adresse", ADDRESSES),
                    column("Breitengrad", LATITUDES),
                ]
            )
        ),
        Platform.LIMESURVEY,
        ("ein Schwimmbad", "eine Garage", "einen Aufzug"),
        NEGATION,
        ("Datum Abgeschickt",),
        (("Letzte Seite", "administrative"), ("IP-Adresse", "identity"), ("Breitengrad", "identity")),
        _UNFINISHED,
        kept=6,
    ),
)
