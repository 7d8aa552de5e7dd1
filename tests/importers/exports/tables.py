"""Tables that have no row for each person, or several."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from importers.exports.study import (
    CHINESE,
    COMMON,
    DYSFUNCTIONAL,
    FUNCTIONAL,
    KANO,
    PEOPLE,
    Cells,
    Export,
    text,
    workbook,
)

from kano_app.domain.mapping import Layout, Platform

FEATURES = ("Wi-Fi", "Late check-out", "Pool")
COUNTS = ((2, 9, 4, 5, 0, 0), (8, 3, 2, 7, 0, 0), (1, 2, 9, 7, 1, 0))
"""Per feature how many people: must-be, performance, attractive, indifferent, reverse, questionable."""


def _long(words: tuple[str, ...]) -> list[list[str]]:
    lines = [["respondent", "feature", "functional", "dysfunctional"]]
    for who in range(PEOPLE):
        for at, name in enumerate(FEATURES):
            lines.append([f"p{who}", name, words[FUNCTIONAL[at][who] - 1], words[DYSFUNCTIONAL[at][who] - 1]])
    return lines


def _tally(words: tuple[str, ...], headings: list[str]) -> list[list[str]]:
    lines = [headings]
    for at, name in enumerate(FEATURES):
        for (one, other), count in Counter(zip(FUNCTIONAL[at], DYSFUNCTIONAL[at], strict=True)).items():
            lines.append([name, words[one - 1], words[other - 1], str(count)])
    return lines


def _open_document(table: Cells) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        book = pytest.importorskip("odf.opendocument").OpenDocumentSpreadsheet()
        parts, paragraph = pytest.importorskip("odf.table"), pytest.importorskip("odf.text").P
        page = parts.Table(name="answers")
        for row in table:
            line = parts.TableRow()
            for cell in row:
                place = parts.TableCell(valuetype="string")
                place.addElement(paragraph(text=cell))
                line.addElement(place)
            page.addElement(line)
        book.spreadsheet.addElement(page)
        book.save(str(path))

    return write


_LETTERS = [
    ["Feature", "A", "O", "M", "I", "R", "Q"],
    *([name, *(str(one[at]) for at in (2, 1, 0, 3, 4, 5))] for name, one in zip(FEATURES, COUNTS, strict=True)),
]
_SHARES = [
    ["Feature", "Must-be", "One-dimensional", "Attractive", "Indifferent", "Reverse", "Questionable"],
    *([name, *(f"{5 * count}%" for count in one)] for name, one in zip(FEATURES, COUNTS, strict=True)),
]
_CHINESE_NAMES = [
    ["功能", "魅力属性", "期望属性", "必备属性", "无差异属性", "反向属性", "可疑结果"],
    *([name, *(str(one[at]) for at in (2, 1, 0, 3, 4, 5))] for name, one in zip(FEATURES, COUNTS, strict=True)),
]

EXPORTS = (
    Export("a long table", "long.csv", text(_long(KANO)), Platform.OTHER, FEATURES, layout=Layout.LONG),
    Export(
        "a long table as OpenDocument",
        "long.ods",
        _open_document(_long(COMMON)),
        Platform.OTHER,
        FEATURES,
        layout=Layout.LONG,
    ),
    Export(
        "a tally",
        "tally.csv",
        text(_tally(KANO, ["feature", "functional", "dysfunctional", "count"])),
        Platform.OTHER,
        FEATURES,
        layout=Layout.TALLY,
    ),
    Export(
        "a tally in Chinese",
        "tally.xlsx",
        workbook(_tally(CHINESE, ["功能", "正向", "反向", "人数"])),
        Platform.OTHER,
        FEATURES,
        layout=Layout.TALLY,
    ),
    Export(
        "a table of categories as counts",
        "counts.csv",
        text(_LETTERS),
        Platform.OTHER,
        FEATURES,
        layout=Layout.CATEGORY_TABLE,
    ),
    Export(
        "a table of categories as shares",
        "shares.csv",
        text(_SHARES),
        Platform.OTHER,
        FEATURES,
        layout=Layout.CATEGORY_TABLE,
    ),
    Export(
        "a table of categories with Chinese names",
        "categories.xlsx",
        workbook(_CHINESE_NAMES),
        Platform.OTHER,
        FEATURES,
        layout=Layout.CATEGORY_TABLE,
    ),
)
