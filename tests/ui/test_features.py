import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from making import features as named
from making import people
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from kano_app import importers
from kano_app.domain import edits
from kano_app.domain.feature import Feature
from kano_app.domain.project import Project
from kano_app.domain.settings import ImportSettings
from kano_app.i18n import language
from kano_app.ui import findings
from kano_app.ui.context import Context
from kano_app.ui.document import Document
from kano_app.ui.findings import Findings
from kano_app.ui.jobs import Jobs
from kano_app.ui.pages.features import FeaturesPage
from kano_app.ui.preferences import Preferences
from kano_app.ui.theme import LIGHT
from kano_app.ui.widgets.features_cells import FIELDS
from kano_app.ui.widgets.features_questions import contrast, halves, hints
from kano_app.ui.widgets.features_sheet import answer_sheet

Key = Qt.Key
EFFORT, NEEDS = FIELDS.index("effort"), FIELDS.index("depends_on")


class Stage(QMainWindow):
    """A window with one page of the program in it."""

    def __init__(self, project: Project, drafts: Path) -> None:
        super().__init__()
        self.document = Document.new(project, drafts)
        self.jobs = Jobs(self)
        self.findings = Findings(self.document, self.jobs, self)
        self.said: list[tuple[str, Callable[[], None]]] = []
        self.feature = ""
        self.context = Context(
            self.document, self.findings, self.jobs, language("en"), LIGHT, Preferences(), cast("Any", self)
        )
        self.page = FeaturesPage(self.context)
        self.setCentralWidget(self.page)
        self.resize(1100, 700)

    def go(self, page: str) -> None:
        self.page.setVisible(page == self.page.name)
        if page == self.page.name:
            self.page.shown()

    def notify(self, text: str, kind: str = "", action: tuple[str, Callable[[], None]] | None = None) -> None:
        del kind
        self.said.insert(0, (text, action[1] if action else lambda: None))

    def run(self, action: str) -> None:
        {"undo": self.document.undo_stack.undo}[action]()

    def select(self, feature: str) -> None:
        self.feature = feature
        self.page.select(feature)


Open = Callable[[Project], Stage]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Return a function that shows a project on the page, with its quick figures."""
    monkeypatch.setattr(findings, "_judged", lambda project, _, roadmap: (project, roadmap))
    shown: list[Stage] = []

    def show(project: Project) -> Stage:
        stage = Stage(project, tmp_path)
        shown.append(stage)
        qtbot.addWidget(stage)
        stage.show()
        qtbot.waitUntil(lambda: stage.findings.roadmap is not None and not stage.findings.is_stale, timeout=20_000)
        return stage

    yield show
    for stage in shown:
        stage.jobs.stop()
        stage.document.close()


def _study(*names: str) -> Project:
    return edits.add_features(edits.new_study(), names)


def _page(window: Stage) -> FeaturesPage:
    window.go("features")
    return window.page


def _names(window: Stage) -> list[str]:
    return [feature.name for feature in window.document.project.survey.features]


def _type(page: FeaturesPage, row: int, column: int, text: str, *, end: Qt.Key | None = Key.Key_Return) -> None:
    page.table.go_to(page.table.features.index(row, column))
    page.table.edit(page.table.currentIndex())
    field = page.table.findChildren(QLineEdit)[-1]
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:  # QTest has no keys for these
        _put(text)
        field.paste()
    if end is not None:
        QTest.keyClick(field, end)


def _put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_an_empty_page_says_what_belongs_there_and_its_button_begins_the_first_feature(opened: Open) -> None:
    window = opened(edits.new_study())
    page = _page(window)
    first = next(one for one in page.findChildren(QPushButton) if one.text() == "Add the first feature")
    assert first.isVisible()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.table.findChildren(QLineEdit)[-1], "Wi-Fi")
    assert _names(window) == ["Wi-Fi"], "what is typed is stored at once"
    assert page.state() == "1 feature"


def test_names_typed_one_after_the_other_make_features_and_each_is_one_step(opened: Open) -> None:
    window = opened(edits.new_study())
    page = _page(window)
    for row, name in enumerate(("Wi-Fi", "Clean room")):
        _type(page, row, 0, name)
    assert _names(window) == ["Wi-Fi", "Clean room"]
    assert page.table.currentIndex().row() == 2
    window.document.undo_stack.undo()
    assert _names(window) == ["Wi-Fi"]


def test_escape_takes_back_what_was_typed_into_a_cell(opened: Open) -> None:
    window = opened(_study("Wi-Fi"))
    page = _page(window)
    _type(page, 0, 0, "Something else", end=None)
    assert _names(window) == ["Something else"]
    QTest.keyClick(page.table.findChildren(QLineEdit)[-1], Key.Key_Escape)
    assert _names(window) == ["Wi-Fi"]


@pytest.mark.parametrize(("typed", "effort"), [("3", 3), ("2.5", 2.5), ("2,5", 2.5), ("１２", 12), ("1,500", 1500)])
def test_an_effort_is_a_number_above_zero(opened: Open, typed: str, effort: float) -> None:
    window = opened(_study("Wi-Fi"))
    _type(_page(window), 0, EFFORT, typed)
    assert window.document.project.plan.item("F1").effort == effort


@pytest.mark.parametrize("typed", ["0", "-1", "abc", "1e400", "nan", "∞"])
def test_a_wrong_effort_stays_in_its_cell_with_a_sentence_and_nothing_is_lost(opened: Open, typed: str) -> None:
    window = opened(edits.change_work(_study("Wi-Fi"), "F1", effort=4.0))
    page = _page(window)
    _type(page, 0, EFFORT, typed)
    assert window.document.project.plan.item("F1").effort == 4
    assert page.table.features.index(0, EFFORT).data() == typed
    assert "is not an effort" in page.told.text()
    assert page.told.isVisible()
    _type(page, 0, EFFORT, "7")
    assert window.document.project.plan.item("F1").effort == 7
    assert not page.told.isVisible()


def test_a_name_that_is_wiped_out_stays_what_it_was(opened: Open) -> None:
    window = opened(_study("Wi-Fi"))
    page = _page(window)
    _type(page, 0, 0, " ")
    assert _names(window) == ["Wi-Fi"]
    assert page.table.features.index(0, 0).data() == "Wi-Fi"


def test_a_block_from_a_spreadsheet_fills_rows_and_columns_and_makes_features_in_one_step(opened: Open) -> None:
    window = opened(_study("Wi-Fi"))
    page = _page(window)
    steps = window.document.undo_stack.count()
    page.table.go_to(page.table.features.index(0, 0))
    _put("Fast Wi-Fi\tRoom\treliability\t2,5\tIT\tKey\r\nKey\tArrival\tempathy\tmuch\t\tFast Wi-Fi\r\n")
    QTest.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    project = window.document.project
    assert _names(window) == ["Fast Wi-Fi", "Key"]
    first = project.survey.features[0]
    assert (first.touchpoint, first.dimension, project.plan.item("F1").owner) == ("Room", "reliability", "IT")
    assert project.plan.item("F1").effort == 2.5
    assert (project.plan.item("F1").depends_on, project.plan.item("F2").depends_on) == (("F2",), ("F1",))
    assert window.document.undo_stack.count() == steps + 1
    assert "“much” is not an effort" in page.told.text()
    assert "circle" in page.told.text(), "features that wait for each other are named"


def test_many_names_pasted_into_the_empty_row_make_features(opened: Open) -> None:
    window = opened(_study("Wi-Fi"))
    page = _page(window)
    page.table.go_to(page.table.features.index(1, 0))
    _put("\n".join(f"Feature {n}" for n in range(1, 61)))
    page.table.paste()
    assert len(_names(window)) == 61
    window.document.undo_stack.undo()
    assert _names(window) == ["Wi-Fi"]


def test_cells_are_copied_as_a_block_in_which_nothing_acts_as_a_formula_and_come_back_as_they_were(
    opened: Open,
) -> None:
    window = opened(_study("=SUM(A1)", "Bed, large"))
    page = _page(window)
    page.table.selectAll()
    QTest.keyClick(page.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0].startswith("'=SUM(A1)\t")
    page.table.go_to(page.table.features.index(2, 0))
    page.table.paste()
    assert _names(window) == ["=SUM(A1)", "Bed, large"] * 2


def test_alt_and_arrows_put_features_in_order_and_the_selection_goes_along(opened: Open) -> None:
    window = opened(_study("A", "B", "C"))
    page = _page(window)
    page.table.go_to(page.table.features.index(2, 0))
    QTest.keyClick(page.table, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _names(window) == ["A", "C", "B"]
    assert page.table.ids() == ["F3"]
    QTest.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _names(window) == ["A", "B", "C"]


def test_a_number_dragged_elsewhere_takes_its_feature_along(opened: Open, qtbot: QtBot) -> None:
    window = opened(_study("A", "B", "C"))
    header = _page(window).table.verticalHeader()
    header.moveSection(0, 2)
    qtbot.waitUntil(lambda: _names(window) == ["B", "C", "A"])
    assert [header.logicalIndex(place) for place in range(4)] == [0, 1, 2, 3]


def test_delete_on_a_name_deletes_the_feature_with_a_way_back(opened: Open) -> None:
    window = opened(_study("A", "B"))
    page = _page(window)
    page.table.go_to(page.table.features.index(0, 0))
    QTest.keyClick(page.table, Key.Key_Delete)
    assert _names(window) == ["B"]
    assert window.said[0][0] == "“A” is deleted, with its answers."
    window.said[0][1]()
    assert _names(window) == ["A", "B"]


def test_undo_of_a_deletion_takes_no_later_step_back(opened: Open) -> None:
    window = opened(_study("A", "B"))
    page = _page(window)
    page.table.go_to(page.table.features.index(0, 0))
    QTest.keyClick(page.table, Key.Key_Delete)
    _type(page, 1, 0, "C")
    window.said[0][1]()
    assert _names(window) == ["B", "C"]


def test_delete_elsewhere_empties_the_cell(opened: Open) -> None:
    window = opened(edits.change_work(_study("A"), "F1", effort=3.0))
    page = _page(window)
    page.table.go_to(page.table.features.index(0, EFFORT))
    QTest.keyClick(page.table, Key.Key_Delete)
    assert _names(window) == ["A"]
    assert window.document.project.plan.item("F1").effort is None


def test_dependencies_are_chosen_from_a_list_of_the_others(opened: Open) -> None:
    window = opened(_study("A", "B", "C"))
    page = _page(window)
    page.table.go_to(page.table.features.index(0, NEEDS))
    QTest.keyClick(page.table, Key.Key_Return)
    popup = page.table._popup
    assert popup is not None
    assert [popup.list.item(row).text() for row in range(popup.list.count())] == ["B", "C"]
    QTest.keyClick(popup.list, Key.Key_Down)
    QTest.keyClick(popup.list, Key.Key_Space)
    assert window.document.project.plan.item("F1").depends_on == ("F3",)
    assert page.table.features.index(0, NEEDS).data() == "C"
    QTest.keyClick(popup, Key.Key_Escape)


def test_a_question_is_a_draft_until_it_is_worded_by_hand_and_can_be_one_again(opened: Open) -> None:
    window = opened(_study("Wi-Fi"))
    page = _page(window)
    page.table.go_to(page.table.features.index(0, 0))
    field = page.panel.fields["functional_question"]
    assert field.toPlainText() == "How do you feel if you have this: “Wi-Fi”?"
    assert page.panel.drafts["functional_question"].isVisible()
    assert not window.document.project.survey.features[0].functional_question
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Wi-Fi in every room")
    assert [one.functional_question for one in window.document.project.survey.features] == ["Wi-Fi in every room"]
    assert field.textCursor().position() == len("Wi-Fi in every room")
    assert not page.panel.drafts["functional_question"].isVisible()
    QTest.mouseClick(page.panel.back, Qt.MouseButton.LeftButton)
    assert [one.functional_question for one in window.document.project.survey.features] == [""]
    assert field.toPlainText().startswith("How do you feel")


def test_undo_in_a_question_is_the_undo_of_the_study(opened: Open) -> None:
    window = opened(_study("Wi-Fi"))
    page = _page(window)
    page.table.go_to(page.table.features.index(0, 0))
    field = page.panel.fields["description"]
    QTest.keyClicks(field, "Fast")
    QTest.keyClick(field, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == ""
    assert not window.document.project.survey.features[0].description


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("If the room has Wi-Fi and a desk, how do you feel?", "“and”"),
        ("Wi-Fi or cable", "“or”"),
        ("如果有无线网络和早餐，您觉得如何？", "“和”"),
        ("If there is no queue, how do you feel?", "“no”"),
        ("If you don’t wait, how do you feel?", "“don’t”"),
        ("如果不用排队，您觉得如何？", "“不”"),
    ],
)
def test_double_questions_and_negations_are_hinted_at(text: str, told: str) -> None:
    functional, _ = hints(Feature("F1", "x", functional_question=text), language("en"))
    assert any(told in hint for hint in functional)


@pytest.mark.parametrize(
    "text", ["如果有无线网络，您觉得如何？", "If the brand is known, how do you feel?", "温和的灯光"]
)
def test_words_that_only_look_like_it_are_not_hinted_at(text: str) -> None:
    assert hints(Feature("F1", "x", functional_question=text), language("en"))[0] == []


def test_what_the_halves_differ_in_is_stressed() -> None:
    one, other = (half.text for half in halves(Feature("F1", "Wi-Fi"), language("en")))
    stressed = [
        [text[start : start + length] for start, length in spans]
        for text, spans in zip((one, other), contrast(one, other), strict=True)
    ]
    assert stressed == [["have"], ["do not have"]]


def test_the_answer_sheet_comes_back_from_the_importer_under_the_same_names(tmp_path: Path) -> None:
    names = ["Wi-Fi", "=SUM(A1)", "-10% discount", "+1 guest", "@home", "Parking (free)", 'Bed, "large"', "无线网络"]
    names += ["No queue", "Works with card", "F1", "没有排队", "Room with view?", "Functional kitchen"]
    headings = answer_sheet(named(names))
    cells = next(csv.reader(io.StringIO(headings)))
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    rows = [["I like it", "I dislike it"] * len(names), ["I expect it", "I am neutral"] * len(names)]
    out = io.StringIO()
    csv.writer(out).writerows([[f"R{at}", *row] for at, row in enumerate(rows)])
    path = tmp_path / "sheet.csv"
    path.write_text(headings + out.getvalue(), encoding="utf-8-sig", newline="")
    survey, problems = importers.read_survey(path, ImportSettings())
    assert [feature.name for feature in survey.features] == names
    assert not problems


def test_an_answer_sheet_that_cannot_be_written_is_said_in_a_sentence(opened: Open, tmp_path: Path) -> None:
    window = opened(_study("A"))
    _page(window).save_sheet(tmp_path / "no folder" / "sheet.csv")
    assert "cannot be written" in window.said[0][0]
    _page(window).save_sheet(tmp_path / "sheet.csv")
    assert (tmp_path / "sheet.csv").read_bytes().startswith(b"\xef\xbb\xbfrespondent,A (functional)")


def test_selecting_a_feature_selects_it_on_every_page_and_the_other_way_round(opened: Open) -> None:
    window = opened(edits.add_survey(Project(), people({"A": [(1, 5)], "B": [(3, 3)]})))
    page = _page(window)
    page.table.go_to(page.table.features.index(1, 0))
    assert window.feature == "B"
    window.select("A")
    assert page.table.currentIndex().row() == 0
    assert page.panel.heading.text() == "A"
