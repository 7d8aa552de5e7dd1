"""Qualtrics, today's files and the older ones."""

import json

from importers.exports.study import (
    ADDRESSES,
    AGES,
    CHINESE,
    CODES,
    COMMON,
    EMAILS,
    IDS,
    KANO,
    LATITUDES,
    MOMENTS,
    NAMES,
    PEOPLE,
    Cells,
    Export,
    answers,
    blocks,
    column,
    importance,
    rows,
    text,
)

from kano_app.domain.mapping import Confidence, PairReason, Platform
from kano_app.domain.settings import Direction, ImportSettings

ITEM = frozenset({(PairReason.ITEM, Confidence.SURE)})
NEGATION = frozenset({(PairReason.NEGATION, Confidence.SURE)})
FEATURES = ("Free Wi-Fi", "Late check-out", "A pool")
WITH, WITHOUT = "How would you feel if the hotel had…", "How would you feel if the hotel did not have…"
IMPORTANT = "How important is it to you that the hotel has…"


def _fixed(status: list[str], finished: list[str], progress: list[str]) -> list[list[str]]:
    return [
        ["StartDate", "Start Date", "startDate", *MOMENTS],
        ["EndDate", "End Date", "endDate", *MOMENTS],
        ["Status", "Response Type", "status", *status],
        ["IPAddress", "IP Address", "ipAddress", *ADDRESSES],
        ["Progress", "Progress", "progress", *progress],
        ["Duration (in seconds)", "Duration (in seconds)", "duration", *[str(60 + at) for at in range(PEOPLE)]],
        ["Finished", "Finished", "finished", *finished],
        ["RecordedDate", "Recorded Date", "recordedDate", *MOMENTS],
        ["ResponseId", "Response ID", "_recordId", *IDS],
        ["RecipientLastName", "Recipient Last Name", "recipientLastName", *[one.split()[1] for one in NAMES]],
        ["RecipientFirstName", "Recipient First Name", "recipientFirstName", *[one.split()[0] for one in NAMES]],
        ["RecipientEmail", "Recipient Email", "recipientEmail", *EMAILS],
        ["ExternalReference", "External Data Reference", "externalDataReference", *EMAILS],
        ["LocationLatitude", "Location Latitude", "locationLatitude", *LATITUDES],
        ["LocationLongitude", "Location Longitude", "locationLongitude", *[f"-0.1{at}73" for at in range(PEOPLE)]],
        ["DistributionChannel", "Distribution Channel", "distributionChannel", *["anonymous"] * PEOPLE],
        ["UserLanguage", "User Language", "userLanguage", *["EN"] * PEOPLE],
    ]


_ORDINARY = _fixed(["IP Address"] * PEOPLE, ["True"] * PEOPLE, ["100"] * PEOPLE)
_NUMERIC = _fixed(["0"] * PEOPLE, ["1"] * PEOPLE, ["100"] * PEOPLE)
_SOME_LEFT_OUT = _fixed(["0"] * 6 + ["1", "0"], ["1"] * 7 + ["0"], ["100"] * 7 + ["31"])
_GERMAN = {
    "Start Date": "Anfangsdatum",
    "End Date": "Enddatum",
    "Response Type": "Antworttyp",
    "IP Address": "IP-Adresse",
    "Progress": "Aktueller Stand",
    "Duration (in seconds)": "Dauer (in Sekunden)",
    "Finished": "Beendet",
    "Recorded Date": "Erfassungsdatum",
    "Response ID": "Antwort-ID",
    "Recipient Last Name": "Nachname des Empfängers",
    "Recipient First Name": "Vorname des Empfängers",
    "Recipient Email": "E-Mail des Empfängers",
    "External Data Reference": "Externe Datenreferenz",
    "Location Latitude": "Breitengrad des Standorts",
    "Location Longitude": "Längengrad des Standorts",
    "Distribution Channel": "Verteilungskanal",
    "User Language": "Benutzersprache",
}
_LEFT = (
    ("End Date", "administrative"),
    ("IP Address", "identity"),
    ("Recipient Last Name", "identity"),
    ("Recipient First Name", "identity"),
    ("Recipient Email", "identity"),
    ("External Data Reference", "identity"),
    ("Location Latitude", "identity"),
    ("Location Longitude", "identity"),
    ("Distribution Channel", "administrative"),
    ("User Language", "administrative"),
    ("Progress", "administrative"),
)


def _current(fixed: list[list[str]], asked: Cells) -> list[list[str]]:
    """Return a table with tags, texts and JSON objects above the answers."""
    columns = [[tag, said, json.dumps({"ImportId": key}), *cells] for tag, said, key, *cells in fixed]
    for at, (heading, *cells) in enumerate(asked, start=1):
        columns.append([f"Q{at}", heading, json.dumps({"ImportId": f"QID{at}"}), *cells])
    return rows(columns)


def _matrix(stems: tuple[str, ...], features: tuple[str, ...]) -> list[list[str]]:
    return [[f"{stem} - {one}" for one in features] for stem in stems]


_LEGACY = [
    ["V1", "ResponseID", *IDS],
    ["V2", "ResponseSet", *["Default Response Set"] * PEOPLE],
    ["V3", "Name", *NAMES],
    ["V4", "ExternalDataReference", *[""] * PEOPLE],
    ["V5", "EmailAddress", *EMAILS],
    ["V6", "IPAddress", *ADDRESSES],
    ["V7", "Status", *["0"] * 6, "1", "0"],
    ["V8", "StartDate", *MOMENTS],
    ["V9", "EndDate", *MOMENTS],
    ["V10", "Finished", *["1"] * 7, "0"],
]
_LEGACY_END = [["LocationLatitude", "LocationLatitude", *LATITUDES], [""] * (PEOPLE + 2)]
_LEGACY_LEFT = (
    ("ResponseSet", "administrative"),
    ("Name", "identity"),
    ("ExternalDataReference", "empty"),
    ("EmailAddress", "identity"),
    ("IPAddress", "identity"),
    ("EndDate", "administrative"),
    ("LocationLatitude", "identity"),
)


def _tagged(asked: Cells) -> list[list[str]]:
    return [[f"Q{at}_1", heading, *cells] for at, (heading, *cells) in enumerate(asked, start=1)]


_LONG = "Imagine that the hotel\n{}.\n\nHow would you feel?"
_BROKEN = [
    (_LONG.format(f"has {one}"), _LONG.format(f"does not have {one}")) for one in ("free Wi-Fi", "a spa", "a pool")
]

EXPORTS = (
    Export(
        "Qualtrics by label, two matrices and one for importance",
        "labels.csv",
        text(
            _current(
                _ORDINARY,
                [
                    *blocks(KANO, *_matrix((WITH, WITHOUT), FEATURES)),
                    *importance([f"{IMPORTANT} - {one}" for one in FEATURES]),
                    column("Your age - Selected Choice", AGES),
                ],
            )
        ),
        Platform.QUALTRICS,
        FEATURES,
        ITEM,
        ("Start Date", "Your age - Selected Choice"),
        _LEFT,
        importance=True,
    ),
    Export(
        "Qualtrics by number, previews and unfinished answers among them",
        "numbers.csv",
        text(_current(_SOME_LEFT_OUT, blocks(CODES, *_matrix((WITH, WITHOUT), FEATURES))), "utf-8-sig", "\n"),
        Platform.QUALTRICS,
        FEATURES,
        ITEM,
        ("Start Date",),
        _LEFT,
        (("preview", 1), ("unfinished", 1)),
        kept=6,
        settings=ImportSettings(direction=Direction.LIKE_FIRST),
    ),
    Export(
        "Qualtrics by number with three blocks, the third of which asks for importance from 1 to 9",
        "three-blocks.csv",
        text(
            _current(
                _NUMERIC,
                [
                    *blocks(CODES, *_matrix((WITH, WITHOUT), FEATURES)),
                    *importance([f"{IMPORTANT} - {one}" for one in FEATURES]),
                ],
            )
        ),
        Platform.QUALTRICS,
        FEATURES,
        ITEM,
        ("Start Date",),
        _LEFT,
        importance=True,
        settings=ImportSettings(direction=Direction.LIKE_FIRST),
    ),
    Export(
        "Qualtrics with Chinese questions under English tags",
        "中文.csv",
        text(
            _current(
                _ORDINARY,
                blocks(
                    CHINESE,
                    *_matrix(
                        ("如果酒店提供以下服务，您的感受是？", "如果酒店不提供以下服务，您的感受是？"),
                        ("早餐", "接机", "健身房"),
                    ),
                ),
            )
        ),
        Platform.QUALTRICS,
        ("早餐", "接机", "健身房"),
        ITEM,
        ("Start Date",),
        _LEFT,
    ),
    Export(
        "Qualtrics exported from a German account",
        "deutsch.csv",
        text(
            _current(
                [[tag, _GERMAN[said], *rest] for tag, said, *rest in _ORDINARY],
                blocks(COMMON, *_matrix((WITH, WITHOUT), FEATURES)),
            )
        ),
        Platform.QUALTRICS,
        FEATURES,
        ITEM,
        ("Anfangsdatum",),
        tuple((_GERMAN[heading], reason) for heading, reason in _LEFT),
    ),
    Export(
        "Qualtrics with line breaks in the questions",
        "breaks.csv",
        text(_current(_ORDINARY, answers(COMMON, *_BROKEN))),
        Platform.QUALTRICS,
        ("free Wi-Fi", "a spa", "a pool"),
        NEGATION,
        ("Start Date",),
        _LEFT,
    ),
    Export(
        "Qualtrics from before 2017, with a byte order mark and a comma at every end",
        "legacy.csv",
        text(
            rows([*_LEGACY, *_tagged(blocks(COMMON, *_matrix((WITH, WITHOUT), FEATURES))), *_LEGACY_END]), "utf-8-sig"
        ),
        Platform.QUALTRICS,
        FEATURES,
        ITEM,
        ("StartDate",),
        _LEGACY_LEFT,
        (("preview", 1), ("unfinished", 1)),
        kept=6,
    ),
    Export(
        "Qualtrics from before 2017, with line breaks in the questions",
        "legacy-breaks.csv",
        text(rows([*_LEGACY, *_tagged(answers(KANO, *_BROKEN)), *_LEGACY_END]), end="\n"),
        Platform.QUALTRICS,
        ("free Wi-Fi", "a spa", "a pool"),
        NEGATION,
        ("StartDate",),
        _LEGACY_LEFT,
        (("preview", 1), ("unfinished", 1)),
        kept=6,
    ),
)
