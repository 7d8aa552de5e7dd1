"""Tables people make by hand, a row for each person."""

from collections.abc import Callable
from pathlib import Path

import pytest
from importers.exports.study import (
    AGES,
    BACKWARDS,
    CHINESE,
    CODES,
    COMMON,
    EMAILS,
    FRENCH,
    INDONESIAN,
    JAPANESE,
    NAMES,
    PEOPLE,
    STAYS,
    Cells,
    Export,
    answers,
    blocks,
    column,
    importance,
    rows,
    text,
    workbook,
)

from kano_app.domain.mapping import Confidence, PairReason, Platform

FEATURES = ("Wi-Fi", "Late check-out", "Pool")
MARKER = frozenset({(PairReason.MARKER, Confidence.SURE)})
LIKELY = frozenset({(PairReason.MARKER, Confidence.LIKELY)})
ITEM = frozenset({(PairReason.ITEM, Confidence.SURE)})
_WHO = column("Respondent", [f"p{at}" for at in range(PEOPLE)])


def _pairs(functional: str, dysfunctional: str, features: tuple[str, ...] = FEATURES) -> list[tuple[str, str]]:
    return [(functional.format(one), dysfunctional.format(one)) for one in features]


def _old_workbook(table: Cells) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        book = pytest.importorskip("xlwt").Workbook()
        page = book.add_sheet("answers")
        for at, row in enumerate(table):
            for place, cell in enumerate(row):
                page.write(at, place, cell)
        book.save(str(path))

    return write


def _merged(*lines: list[str]) -> list[list[str]]:
    """Return rows of headings above the answers of all pairs."""
    return [*lines, *rows([_WHO, *answers(COMMON, *_pairs("{}f", "{}d"))])[1:]]


_OVER = ["", "Wi-Fi", "", "Late check-out", "", "Pool", ""]
_HALVES = ["Respondent", *["Functional", "Dysfunctional"] * 3]

EXPORTS = (
    Export(
        "a table with suffixes, the halves in any order, and importance",
        "suffixes.csv",
        text(
            rows(
                [
                    _WHO,
                    *reversed(answers(COMMON, *_pairs("{}_functional", "{}_dysfunctional"))),
                    *importance([f"{one}_importance" for one in FEATURES], "{} - of nine"),
                    column("Age", AGES),
                ]
            )
        ),
        Platform.OTHER,
        FEATURES,
        MARKER,
        ("Age",),
        importance=True,
    ),
    Export(
        "a table with prefixes, with e-mail and name beside",
        "prefixes.xls",
        _old_workbook(
            rows(
                [
                    column("E-mail", EMAILS),
                    column("Full name", NAMES),
                    *answers(INDONESIAN, *_pairs("functional: {}", "dysfunctional: {}")),
                    column("Stay", STAYS),
                ]
            )
        ),
        Platform.OTHER,
        FEATURES,
        MARKER,
        ("Stay",),
        (("E-mail", "identity"), ("Full name", "identity")),
    ),
    Export(
        "a table with and without",
        "with.csv",
        text(rows([_WHO, *answers(FRENCH, *_pairs("with {}", "without {}"))]), "cp1252", delimiter=";"),
        Platform.OTHER,
        FEATURES,
        MARKER,
    ),
    Export(
        "a table with 有 and 没有",
        "有没有.csv",
        text(
            rows(
                [
                    *answers(CHINESE, *_pairs("{}（有）", "{}（没有）", ("早餐", "接机", "健身房"))),
                    column("性别", ["男", "女"] * 4),
                ]
            )
        ),
        Platform.OTHER,
        ("早餐", "接机", "健身房"),
        LIKELY,
        ("性别",),
    ),
    Export(
        "a table with あり and なし",
        "日本語.csv",
        text(rows(answers(JAPANESE, *_pairs("{}あり", "{}なし", ("朝食", "送迎", "温泉")))), "utf-16"),
        Platform.OTHER,
        ("朝食", "送迎", "温泉"),
        frozenset({(PairReason.MARKER, Confidence.SURE)}),
    ),
    Export(
        "a table of numbers with rows numbered in a column without a heading",
        "numbers.csv",
        text(
            rows(
                [
                    column("", [str(at) for at in range(PEOPLE)]),
                    *answers(CODES, *_pairs("feat_{}f", "feat_{}d", ("1", "2", "3"))),
                ]
            )
        ),
        Platform.OTHER,
        ("feat_1", "feat_2", "feat_3"),
        LIKELY,
    ),
    Export(
        "a table of numbers, 5 for liking, with importance from 1 to 9 for every feature",
        "backwards.csv",
        text(
            rows(
                [*answers(BACKWARDS, *_pairs("{} +", "{} -")), *importance([f"{one} (importance)" for one in FEATURES])]
            )
        ),
        Platform.OTHER,
        FEATURES,
        LIKELY,
        importance=True,
    ),
    Export(
        "two rows of headings, the upper one merged over both halves",
        "merged.xlsx",
        workbook(_merged(_OVER, _HALVES), merged=[(0, 1, 2), (0, 3, 4), (0, 5, 6)]),
        Platform.OTHER,
        FEATURES,
        MARKER,
    ),
    Export(
        "a title above two rows of headings, the upper one merged over a half",
        "titled.xlsx",
        workbook(
            [
                ["Our hotel, March"],
                [],
                ["", "Functional", "", "", "Dysfunctional", "", ""],
                ["Respondent", *FEATURES, *FEATURES],
                *rows([_WHO, *blocks(COMMON, FEATURES, FEATURES)])[1:],
            ]
        ),
        Platform.OTHER,
        FEATURES,
        MARKER,
    ),
    Export(
        "three rows of headings",
        "three.xlsx",
        workbook([["", "Room", "", "", "", "Outside", ""], *_merged(_OVER, _HALVES)]),
        Platform.OTHER,
        ("Room – Wi-Fi", "Room – Late check-out", "Outside – Pool"),
        MARKER,
    ),
    Export(
        "questions under the underscores of another tool",
        "underscores.csv",
        text(
            rows(
                [
                    column("答卷编号", [str(900 + at) for at in range(PEOPLE)]),
                    column("邮件", EMAILS),
                    *blocks(
                        CHINESE,
                        [f"Q2_如果酒店提供以下服务，您觉得如何？_{one}" for one in ("早餐", "接机", "健身房")],
                        [f"Q3_如果酒店不提供以下服务，您觉得如何？_{one}" for one in ("早餐", "接机", "健身房")],
                    ),
                ]
            )
        ),
        Platform.OTHER,
        ("早餐", "接机", "健身房"),
        ITEM,
        (),
        (("邮件", "identity"),),
    ),
)
