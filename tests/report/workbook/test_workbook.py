import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from exporting import CONTROLS_SHOWN, DAY, FORMULAS, PLAIN, TURNED_SHOWN, hostile, studied, survey_of
from making import counted, shared
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kano_app.domain.evaluation_table import POULIOT
from kano_app.domain.settings import ReverseAndQuestionable, Rule
from kano_app.domain.survey import Exclusion, Flag, Trait
from kano_app.i18n import LANGUAGES
from kano_app.report.workbook import workbook_of
from kano_app.report.workbook.literal import sheet_name

_NAMES = ("Wi-Fi", "Late check-out", "Quiet at night", "Minibar", "Daily linen change")


def _opened(content: bytes, *, values: bool = True) -> Workbook:
    return load_workbook(io.BytesIO(content), data_only=values)


def _book(*, values: bool = True, **report: Any) -> Workbook:
    return _opened(workbook_of(*studied(survey_of(_NAMES), **report)), values=values)


def _headings(sheet: Worksheet, row: int = 1) -> list[Any]:
    return [cell.value for cell in sheet[row]]


def _column(sheet: Worksheet, heading: str, row: int = 1) -> list[Any]:
    place = _headings(sheet, row).index(heading) + 1
    return [sheet.cell(one, place).value for one in range(row + 1, row + 1 + len(_NAMES))]


def test_figures_are_numbers_with_formats_not_text() -> None:
    sheet = _book()["Results"]
    place = _headings(sheet).index("Better") + 1
    cell = sheet.cell(2, place)
    assert isinstance(cell.value, float)
    assert cell.number_format == "0.00"
    assert sheet.cell(2, _headings(sheet).index("Total strength") + 1).number_format == "0.0%"
    assert isinstance(sheet.cell(2, _headings(sheet).index("n") + 1).value, int)


def test_an_interval_takes_two_columns_of_numbers() -> None:
    low, high = (_column(_book()["How sure it is"], f"Better between, {end}") for end in ("low", "high"))
    assert all((one is None and other is None) or 0 <= one <= other <= 1 for one, other in zip(low, high, strict=True))


def test_headings_stay_in_sight_and_every_table_can_be_filtered() -> None:
    sheet = _book()["Results"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")


def test_columns_are_as_wide_as_han_characters_need() -> None:
    name = "可申请延迟退房服务"
    book = _opened(workbook_of(*studied(survey_of([name]), language="zh_CN")))
    assert book.worksheets[2].column_dimensions["A"].width >= 2 * len(name)


def test_an_undefined_figure_is_an_empty_cell_with_its_reason_in_the_row_and_never_0() -> None:
    content = workbook_of(*studied(counted({"Fax": "", "Wi-Fi": "M5 P3", "Odd": "Q4"})))
    sheet = _opened(content)["Results"]
    fax, _, odd = ([cell.value for cell in sheet[row]] for row in (2, 3, 4))
    better = _headings(sheet).index("Better")
    assert fax[better] is None
    assert odd[better] is None
    assert "nobody answered" in fax[_headings(sheet).index("Empty because")]
    check = _opened(content)["Check"]
    assert check["A1"].value == "Every figure agrees with Kano App."
    assert [cell.value for cell in check[4]].count("agrees") == 5


def test_the_answers_are_there_without_identities_and_the_excluded_are_marked() -> None:
    survey = survey_of(_NAMES)
    survey = replace(
        survey,
        excluded=(Exclusion(3, "walked out"), Exclusion(4, Flag.STRAIGHT_LINE.value)),
        traits=(Trait("Age", ("under 30", "over 30"), np.array([0, 1, -1] * 5, dtype=np.int32)),),
        keys=np.arange(15, dtype=np.uint64) + 123_456_789,
    )
    content = workbook_of(*studied(survey))
    sheet = _opened(content)["Answers"]
    assert _headings(sheet)[:4] == ["Person", "Left out", "Age", "Wi-Fi (functional)"]
    assert [sheet.cell(row, 1).value for row in range(2, 17)] == list(range(1, 16))
    assert [sheet.cell(row, 2).value for row in (4, 5, 6)] == [None, "walked out", "the same pair on everything"]
    assert sheet["D2"].value == "expect"
    traits = _opened(content)["Traits"]
    assert [cell.value for cell in traits[2]] == ["Age", "under 30", 5, 1]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"123456789" not in b"".join(map(archive.read, archive.namelist()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_study_gives_the_same_bytes_in_every_language(language: str) -> None:
    study = studied(survey_of(_NAMES), language=language)
    assert workbook_of(*study) == workbook_of(*study)


def test_the_date_of_the_file_is_the_date_of_the_report() -> None:
    assert _book().properties.created.date() == DAY


# A spreadsheet in a few lines, for exactly the functions that the workbook uses.


def _texts(values: Any) -> Any:
    return np.array([["" if one is None else one for one in row] for row in values], dtype=object)


class _Spreadsheet:
    """Computes the formulas of a workbook from their texts, ignoring the results that are stored with them."""

    def __init__(self, content: bytes) -> None:
        self._book = _opened(content, values=False)
        self._known: dict[tuple[str, str], Any] = {}

    def formulas(self) -> list[tuple[str, str]]:
        return [
            (sheet.title, cell.coordinate)
            for sheet in self._book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]

    def value(self, sheet: str, cell: str) -> Any:
        key = sheet, cell.replace("$", "")
        if key not in self._known:
            found = self._book[sheet][key[1]]
            self._known[key] = self._computed(sheet, found.value) if found.data_type == "f" else found.value
        return "" if self._known[key] is None else self._known[key]

    def area(self, sheet: str, area: str) -> Any:
        rows = self._book[sheet][area.replace("$", "")]
        return np.array([[self.value(sheet, cell.coordinate) for cell in row] for row in rows], dtype=object)

    def _computed(self, sheet: str, formula: str) -> Any:
        quoted: list[str] = []

        def kept(found: re.Match[str]) -> str:
            quoted.append(found[0][1:-1].replace('""', '"'))
            return f"TEXTS[{len(quoted) - 1}]"

        def placed(found: re.Match[str]) -> str:
            own = (found[1] or found[2] or sheet).replace("''", "'")
            kind = "area" if ":" in found[3] else "value"
            return f"SELF.{kind}({own!r}, {found[3]!r})"

        text = re.sub(r'"(?:[^"]|"")*"', kept, formula[1:])
        text = re.sub(
            r"(?:(?:'((?:[^']|'')+)'|(\w+))!)?(\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?)(?![\w(])", placed, text
        )
        text = text.replace("<>", "!=").replace("&", "+TEXT+")
        text = re.sub(r"(?<![<>!=])=(?!=)", "==", text)
        text = re.sub(r"\bIF\(", "IF_(", text)
        return eval(self._lazy(text), {}, _FUNCTIONS | {"SELF": self, "TEXTS": quoted})  # noqa: S307 - our own formulas

    @staticmethod
    def _lazy(text: str) -> str:
        """Write IF with branches that are computed when they are chosen."""
        while "IF_(" in text:
            start = text.rindex("IF_(")
            depth, parts, begin = 0, [], start + 4
            for place in range(start + 4, len(text)):
                char = text[place]
                if char in "([":
                    depth += 1
                elif char in ")]" and depth:
                    depth -= 1
                elif char == "," and not depth:
                    parts.append(text[begin:place])
                    begin = place + 1
                elif char == ")":
                    parts.append(text[begin:place])
                    end = place
                    break
            condition, yes, no = parts
            text = f"{text[:start]}(({yes}) if ({condition}) else ({no})){text[end + 1 :]}"
        return text


class _Joined:
    """What & joins."""

    def __radd__(self, left: str) -> "_Joined":
        self.left = left
        return self

    def __add__(self, right: object) -> str:
        return f"{self.left}{right}"


_FUNCTIONS: dict[str, Any] = {
    "SUM": lambda area: sum(area.ravel()),
    "MAX": lambda area: max(area.ravel()),
    "LARGE": lambda area, place: sorted(area.ravel(), reverse=True)[place - 1],
    "MATCH": lambda value, area, _: list(area.ravel()).index(value) + 1,
    "INDEX": lambda area, row, column: area[row - 1, column - 1],
    "SUMPRODUCT": lambda area: int(np.sum(area)),
    "COUNTIF": lambda area, text: int(np.sum(area == text)),
    "ABS": abs,
    "OR": lambda *one: any(one),
    "AND": lambda *one: all(one),
    "TEXT": _Joined(),
}


def _agree(content: bytes) -> int:
    """Compute every formula anew, compare it with what is stored, and return how many there are."""
    fresh, stored = _Spreadsheet(content), _opened(content)
    places = fresh.formulas()
    for sheet, cell in places:
        one, other = fresh.value(sheet, cell), stored[sheet][cell].value
        assert one == ("" if other is None else pytest.approx(other)), (sheet, cell)
    return len(places)


@pytest.mark.parametrize(
    "method",
    [
        {},
        {"table": POULIOT},
        {"rule": Rule.BLAUTH, "reverse_and_questionable": ReverseAndQuestionable.BESIDE},
        {"rule": Rule.PRECEDENCE, "points": 30},
    ],
)
def test_the_formulas_compute_what_the_app_says(method: dict[str, Any]) -> None:
    content = workbook_of(*studied(survey_of(_NAMES), method))
    assert _agree(content) == 25 + 5 * (6 + 1 + 2 + 5 * 2) + 1
    assert _opened(content)["Check"]["A1"].value == "Every figure agrees with Kano App."


@pytest.mark.parametrize(
    "survey",
    [
        counted({"Fax": "", "Wi-Fi": "M5 P3 A1", "Odd": "Q4", "Tie": "M3 A3"}),
        shared({"Wi-Fi": (0.5, 0.2, 0.1, 0.2, 0, 0), "Fax": (0, 0, 0, 0, 0, 0), "Tie": (0.35, 0.35, 0.1, 0.2, 0, 0)}),
    ],
)
def test_counts_and_shares_of_others_are_checked_as_far_as_they_go(survey: Any) -> None:
    content = workbook_of(*studied(survey))
    assert _agree(content)
    assert _opened(content)["Check"]["A1"].value == "Every figure agrees with Kano App."
    assert "Tally" not in _opened(content).sheetnames


def test_another_letter_in_the_evaluation_table_changes_the_checks_at_once() -> None:
    content = workbook_of(*studied(survey_of(_NAMES)))
    fresh = _Spreadsheet(content)
    assert fresh.value("Check", "A1") == "Every figure agrees with Kano App."
    fresh = _Spreadsheet(content)
    fresh._book["Evaluation table"]["F6"].value = "I"  # (expect, dislike)
    assert fresh.value("Check", "A1").startswith("Figures that differ from Kano App: ")


def test_a_changed_count_is_found() -> None:
    fresh = _Spreadsheet(workbook_of(*studied(survey_of(_NAMES))))
    fresh._book["Tally"]["K4"].value = 12
    assert fresh.value("Check", "A1") != "Every figure agrees with Kano App."


def test_hostile_text_is_text_in_every_cell() -> None:
    content = workbook_of(*hostile())
    book = _opened(content, values=False)
    allowed = {"Check", "Tally"}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.hyperlink is None
                assert cell.data_type != "f" or sheet.title in allowed
                assert len(str(cell.value or "")) <= 32_767
    names = {cell.value for row in book["Results"].iter_rows(max_col=1) for cell in row}
    assert {*PLAIN, TURNED_SHOWN, CONTROLS_SHOWN} <= names
    assert _agree(content)


def test_a_text_that_begins_like_a_formula_stays_text_when_it_is_edited() -> None:
    book = _opened(workbook_of(*hostile()), values=False)
    cell = next(row[0] for row in book["Results"].iter_rows(max_col=1) if row[0].value == FORMULAS[1])
    assert cell.quotePrefix


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("[bad]:*?/\\name", "-bad------name"),
        ("'quoted'", "quoted"),
        ("", "-"),
        ("History", "History (2)"),
        ("x" * 60, "x" * 30 + "…"),
        ("Results", "Results (2)"),
        ("RESULTS", "RESULTS (2)"),
        ("bell\x07", "bell-U+0007-"),
        ("😀" * 31, "😀" * 15 + "…"),
    ],
)
def test_a_sheet_gets_a_name_that_spreadsheets_take(wanted: str, name: str) -> None:
    found = sheet_name(wanted, ["Results"])
    assert found == name
    assert len(found.encode("utf-16-le")) // 2 <= 31


def test_waves_have_a_sheet_for_each_step() -> None:
    later = replace(survey_of(_NAMES, 20), label="[spring]: 2026/*?")
    study = studied(survey_of(_NAMES), later=later)
    book = _opened(workbook_of(*study))
    (name,) = (one for one in book.sheetnames if one.startswith("Waves"))
    assert len(name) <= 31
    assert book[name]["A2"].value == "Wi-Fi"


def test_many_sheets_of_one_long_name_are_told_apart() -> None:
    names: list[str] = []
    for _ in range(12):
        names.append(sheet_name("y" * 40, names))
    assert len(set(names)) == 12
    assert max(map(len, names)) == 31


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_computes_what_is_stored(tmp_path: Path) -> None:
    """Let LibreOffice compute every formula with nothing stored beside it, as it does where no result is there."""
    content = workbook_of(*studied(survey_of(_NAMES)))
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/"):
                part = re.sub(rb'( t="str")?>(<f>[^<]*</f>)<v>[^<]*</v>', rb">\2", part)
            target.writestr(name, part)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    target_format = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out")]
    command = ["soffice", profile, "--headless", *target_format, str(bare)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    computed, stored = load_workbook(tmp_path / "out" / "bare.xlsx", data_only=True), _opened(content)
    places = _Spreadsheet(content).formulas()
    assert places
    for sheet, cell in places:
        one, other = computed[sheet][cell].value, stored[sheet][cell].value
        assert ("" if one is None else one) == ("" if other is None else pytest.approx(other)), (sheet, cell)
