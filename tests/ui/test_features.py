from collections.abc import Callable

import pytest
from making import people
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from staging import Stage, Staged

from kano_app.domain import edits
from kano_app.domain.feature import Feature
from kano_app.domain.project import Project
from kano_app.i18n import language
from kano_app.ui.pages.features import FeaturesPage
from kano_app.ui.theme import DARK, LIGHT, Colours
from kano_app.ui.widgets.features_cells import FIELDS
from kano_app.ui.widgets.features_questions import contrast, halves, hints

Key = Qt.Key
EFFORT, NEEDS = FIELDS.index("effort"), FIELDS.index("depends_on")


Open = Callable[[Project], Stage[FeaturesPage]]


@pytest.fixture
def opened(staged: Staged) -> Open:
    """Return a function that shows a project on the page, with its quick figures."""
    return lambda project: staged(FeaturesPage, project, quick=True)


def _study(*names: str) -> Project:
    return edits.add_features(edits.new_study(), names)


def _page(window: Stage[FeaturesPage]) -> FeaturesPage:
    window.go("features")
    return window.page


def _names(window: Stage[FeaturesPage]) -> list[str]:
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
    assert window.said[0][0] == "“A” is deleted."
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


def test_the_questionnaire_is_asked_for_from_the_page(opened: Open) -> None:
    window = opened(edits.add_features(edits.new_study(), ["Quiet room"]))
    ask = next(one for one in _page(window).findChildren(QPushButton) if one.text() == "Questionnaire…")
    QTest.mouseClick(ask, Qt.MouseButton.LeftButton)
    assert ("run", "questionnaire") in window.asked


def test_selecting_a_feature_selects_it_on_every_page_and_the_other_way_round(opened: Open) -> None:
    window = opened(edits.add_survey(Project(), people({"A": [(1, 5)], "B": [(3, 3)]})))
    page = _page(window)
    page.table.go_to(page.table.features.index(1, 0))
    assert window.feature == "B"
    window.select("A")
    assert page.table.currentIndex().row() == 0
    assert page.panel.heading.text() == "A"


def _paste(page: FeaturesPage, row: int, column: int, *lines: str) -> None:
    page.table.go_to(page.table.features.index(row, column))
    _put("\r\n".join(lines) + "\r\n")
    QTest.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("heading", ["Feature", "Name", "功能", "Feature name", "FEATURES:"])
def test_a_heading_above_pasted_names_makes_no_feature_and_is_told_with_a_way_back(opened: Open, heading: str) -> None:
    window = opened(_study())
    page = _page(window)
    _paste(page, 0, 0, heading, "Wi-Fi", "Bed")
    assert _names(window) == ["Wi-Fi", "Bed"]
    assert window.said[0][0] == f"The first row was read as headings: {heading}."
    window.said[0][1]()
    assert _names(window) == []


def test_headings_say_which_pasted_column_is_what(opened: Open) -> None:
    window = opened(_study())
    page = _page(window)
    lines = (
        "No.\tEffort (days)\tColour\t功能\tQuestion\tOwner",
        "1\t2,5\tred\tWi-Fi\tIs there Wi-Fi?\tIT",
        "2\t3\tblue\tBed\t\tAnna",
    )
    _paste(page, 0, 0, *lines)
    project = window.document.project
    assert _names(window) == ["Wi-Fi", "Bed"]
    assert [project.plan.item(one).effort for one in ("F1", "F2")] == [2.5, 3]
    assert [project.plan.item(one).owner for one in ("F1", "F2")] == ["IT", "Anna"]
    assert project.survey.features[0].functional_question == "Is there Wi-Fi?"
    assert "headings: Effort (days), 功能, Question and Owner." in window.said[0][0]
    assert "no column here is called so: No. and Colour." in window.said[0][0]
    assert window.asked[-1][0] == "warning"


def test_a_heading_over_one_column_of_features_that_are_there_is_none_of_its_values(opened: Open) -> None:
    window = opened(_study("Wi-Fi", "Bed"))
    page = _page(window)
    _paste(page, 0, EFFORT, "Effort", "3", "5")
    assert [window.document.project.plan.item(one).effort for one in ("F1", "F2")] == [3, 5]
    assert not page.told.isVisible()


@pytest.mark.parametrize("lines", [("Name",), ("Stage", "Lighting", "Sound"), ("Wi-Fi\tLobby", "Bed\tRoom")])
def test_names_that_are_no_headings_are_features(opened: Open, lines: tuple[str, ...]) -> None:
    window = opened(_study())
    _paste(_page(window), 0, 0, *lines)
    assert _names(window) == [line.split("\t")[0] for line in lines]
    assert window.said == []


def test_names_that_are_there_already_are_taken_and_remarked_on(opened: Open) -> None:
    window = opened(_study("Wi-Fi", "Bed"))
    page = _page(window)
    _paste(page, 2, 0, "wi-fi", "Tea", "Tea ")
    assert _names(window) == ["Wi-Fi", "Bed", "wi-fi", "Tea", "Tea"]
    assert window.said[0][0] == "2 names stand more than once now: “wi-fi” and “Tea”."
    marked = [
        row for row in range(5) if page.table.features.index(row, 0).data(Qt.ItemDataRole.DecorationRole) is not None
    ]
    assert marked == [0, 2, 3, 4]
    page.table.go_to(page.table.features.index(2, 0))
    assert page.panel.remark.isVisible()
    assert page.panel.remark.text() == "1 other feature has this name too."
    spoken = page.table.features.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "wi-fi\n1 other feature has this name too."
    _type(page, 0, 0, "Fast Wi-Fi")
    page.table.go_to(page.table.features.index(2, 0))
    assert not page.panel.remark.isVisible()
    assert page.table.features.index(2, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_name_typed_twice_is_remarked_on_at_once(opened: Open) -> None:
    window = opened(_study("Wi-Fi", "Bed"))
    page = _page(window)
    _type(page, 1, 0, "WI-FI", end=None)
    assert page.panel.remark.isVisible()


def test_a_row_whose_question_has_a_hint_bears_a_mark_and_the_hint_is_read_without_hovering(opened: Open) -> None:
    window = opened(_study("Tea and coffee", "Bed"))
    page = _page(window)
    page.table.go_to(page.table.features.index(0, 0))
    assert page.table.features.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is not None
    assert page.table.features.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None
    hint = page.panel.hints["functional_question"]
    assert hint.isVisible()
    assert "two things at once" in hint.text()


def test_what_an_input_method_commits_first_is_kept(opened: Open) -> None:
    window = opened(_study("Bed", "Tea"))
    page = _page(window)
    page.table.setFocus()
    page.table.go_to(page.table.features.index(0, 0))
    assert page.table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("无线")
    QCoreApplication.sendEvent(page.table, committed)
    assert _names(window) == ["无线", "Tea"], "it comes in place of the name, as a first key does"
    field = page.table.findChildren(QLineEdit)[-1]
    more = QInputMethodEvent("", [])
    more.setCommitString("网络")
    QCoreApplication.sendEvent(field, more)
    QTest.keyClick(field, Key.Key_Return)
    assert _names(window) == ["无线网络", "Tea"]


def test_what_an_input_method_composes_first_is_shown_and_kept_once_it_is_committed(opened: Open) -> None:
    window = opened(_study("Bed"))
    page = _page(window)
    page.table.setFocus()
    page.table.go_to(page.table.features.index(1, 0))
    QCoreApplication.sendEvent(page.table, QInputMethodEvent("cha", []))
    assert _names(window) == ["Bed"]
    committed = QInputMethodEvent("", [])
    committed.setCommitString("茶")
    QCoreApplication.sendEvent(page.table, committed)
    assert _names(window) == ["Bed", "茶"]
    field = page.table.findChildren(QLineEdit)[-1]
    QTest.keyClick(field, Key.Key_Return)
    assert _names(window) == ["Bed", "茶"]


def test_an_input_method_changes_nothing_in_a_study_that_is_read_only(staged: Staged) -> None:
    window = staged(FeaturesPage, _study("Bed"), quick=True, read_only=True)
    page = _page(window)
    page.table.go_to(page.table.features.index(0, 0))
    committed = QInputMethodEvent("", [])
    committed.setCommitString("茶")
    QCoreApplication.sendEvent(page.table, committed)
    assert _names(window) == ["Bed"]
    assert page.table.findChildren(QLineEdit) == []


def test_deleting_says_how_many_answers_go_too(opened: Open) -> None:
    rows = [(2, 5), (0, 0), (3, 0)]
    window = opened(edits.add_survey(Project(), people({"Wi-Fi": rows, "Bed": rows, "Tea": rows})))
    page = _page(window)
    page.table.go_to(page.table.features.index(0, 0))
    QTest.mouseClick(page.delete, Qt.MouseButton.LeftButton)
    assert window.said[0][0] == "“Wi-Fi” is deleted. 2 answers went with it."
    page.table.selectAll()
    QTest.mouseClick(page.delete, Qt.MouseButton.LeftButton)
    assert window.said[0][0] == "2 features are deleted. 4 answers went with them."
    window.said[0][1]()
    assert _names(window) == ["Bed", "Tea"]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_current_cell_and_the_table_are_framed_on_all_four_sides(
    opened: Open, monkeypatch: pytest.MonkeyPatch, colours: Colours, qtbot: QtBot
) -> None:
    monkeypatch.setattr("staging.LIGHT", colours)
    page = _page(opened(_study("Bed", "Tea", "Wi-Fi")))
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    page.table.go_to(page.table.features.index(1, 1))
    cell = page.table.viewport().grab(page.table.visualRect(page.table.currentIndex())).toImage()
    whole = page.table.grab().toImage()
    for image, inset in ((cell, 2), (whole, 1)):
        right, bottom = image.width() - inset, image.height() - inset
        places = ((right // 2, 1), (right // 2, bottom - 1), (1, bottom // 2), (right - 1, bottom // 2))
        assert {image.pixelColor(x, y).name() for x, y in places} == {QColor(colours.accent).name()}


@pytest.mark.parametrize("key", [Key.Key_X, Key.Key_Delete, Key.Key_F2])
def test_typing_into_a_read_only_study_says_how_to_go_on(staged: Staged, key: Qt.Key) -> None:
    window = staged(FeaturesPage, _study("Bed"), quick=True, read_only=True)
    page = _page(window)
    page.table.go_to(page.table.features.index(0, 0))
    QTest.keyClick(page.table, Key.Key_Down)
    assert not page.why_not.isVisible()
    QTest.keyClick(page.table, key)
    assert page.why_not.isVisible()
    assert page.why_not.text.text() == "This study is read only. Save it under a name to work on the copy."
    assert _names(window) == ["Bed"]


def test_what_an_empty_page_says_is_not_cut(opened: Open) -> None:
    page = _page(opened(edits.new_study()))
    shown = [one for one in page.findChildren(QLabel) if one.wordWrap() and one.isVisible()]
    assert len(shown) == 1
    assert shown[0].height() >= shown[0].heightForWidth(shown[0].width())


def test_hints_and_text_of_a_question_are_whole_in_a_low_window(opened: Open, qtbot: QtBot) -> None:
    window = opened(_study("Wi-Fi", "Bed"))
    page = _page(window)
    page.resize(900, 560)
    page.select(page.context.project.survey.features[0].id)
    field, hint = page.panel.fields["functional_question"], page.panel.hints["functional_question"]
    field.selectAll()
    QTest.keyClicks(field, "Would you like fast and free Wi-Fi and not a slow one in all rooms of the house?")

    def is_whole() -> bool:
        return (
            hint.isVisible()
            and hint.height() >= hint.heightForWidth(hint.width())
            and field.verticalScrollBar().maximum() == 0
            and hint.visibleRegion().boundingRect() == hint.rect()
        )

    qtbot.waitUntil(is_whole)


def test_a_column_that_needs_no_room_gives_it_to_one_that_does(opened: Open) -> None:
    project = _study("Wi-Fi", "Bed", "Tea")
    feature = project.survey.features[0].id
    window = opened(edits.change_work(project, feature, owner="Front office manager"))
    page = _page(window)
    page.resize(900, 560)
    owner = FIELDS.index("owner")
    assert page.table.columnWidth(owner) >= page.table.sizeHintForColumn(owner)
    assert page.table.horizontalScrollBar().maximum() == 0
