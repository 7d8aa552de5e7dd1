from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import cast

import pytest
from making import CELLS, people
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from staging import Stage, Staged

from kano_app.domain import edits
from kano_app.domain.plan import Horizon
from kano_app.domain.project import Project
from kano_app.domain.settings import PlanSettings
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.roadmap import RoadmapPage
from kano_app.ui.preferences import Theme

Key = Qt.Key
_ALT = Qt.KeyboardModifier.AltModifier


def _study() -> Project:
    """Return a study of six features: two must-be, two performance, one attractive, one nobody wants."""
    given = {"Clean room": "M", "Quiet": "M", "Wi-Fi": "P", "Check-in": "P", "Tips": "A", "Linen": "R"}
    project = edits.add_survey(Project(), people({name: [CELLS[letter]] * 12 for name, letter in given.items()}))
    for feature, effort in (("Clean room", 2.0), ("Quiet", 3.0), ("Wi-Fi", 4.0), ("Check-in", 5.0), ("Tips", 1.0)):
        project = edits.change_work(project, feature, effort=effort)
    project = edits.change_work(project, "Tips", depends_on=("Check-in",))
    return edits.choose_planning(project, PlanSettings((10.0, 10.0)))


Show = Callable[[Project], RoadmapPage]


@pytest.fixture
def show(staged: Staged) -> Show:
    return lambda project: staged(RoadmapPage, project).page


@pytest.fixture
def page(show: Show) -> RoadmapPage:
    return show(_study())


def _place(page: RoadmapPage, feature: str) -> Horizon | None:
    lane = page.board.lane_of(feature)
    return None if lane is None else lane.horizon


def _asked(page: RoadmapPage) -> list[tuple[str, ...]]:
    return cast("Stage[RoadmapPage]", page.context.window).asked


def _settled(page: RoadmapPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.context.findings.is_stale, timeout=10_000)


def _cost(page: RoadmapPage, qtbot: QtBot) -> str:
    """Return what the move that is asked about costs, once it is known."""
    prompt = page.moves.prompt
    assert prompt is not None
    qtbot.waitUntil(lambda: page.context.jobs.running("cost of a move") is None, timeout=10_000)
    return prompt.cost.text().replace("\u200b", "")


def _texts(widget: QWidget) -> str:
    return " ".join(one.text().replace("\u200b", "") for one in widget.findChildren(QLabel) if not one.isHidden())


def _drag(page: RoadmapPage, feature: str, to: Horizon, *, let_go: bool = True) -> None:
    card, lane = page.board.cards[feature], page.board.lanes[to]
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    for share in (0.3, 0.6, 1.0):
        goal = card.mapFromGlobal(lane.mapToGlobal(lane.rect().center()))
        QTest.mouseMove(card, QPoint(20, 10) + (goal - QPoint(20, 10)) * share)
    if let_go:
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=goal)


def test_every_feature_stands_on_a_card_in_its_lane_with_its_facts(page: RoadmapPage) -> None:
    assert [card.feature for card in page.board.lanes[Horizon.NOW].cards] == ["Clean room", "Quiet", "Wi-Fi"]
    assert _place(page, "Tips") is Horizon.NEXT
    assert _place(page, "Linen") is Horizon.DO_NOT_BUILD
    card = _texts(page.board.cards["Tips"])
    assert "Attractive" in card
    assert "1 day" in card
    assert "Depends on “Check-in”" in card
    assert page.board.lanes[Horizon.NOW].load.text() == "9 of 10 days"


def test_resampled_shares_follow_the_quick_figures(page: RoadmapPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "in Now in 100" in _texts(page.board.cards["Clean room"]), timeout=10_000)


def test_dragging_a_card_to_another_lane_asks_for_a_reason_and_tells_the_cost(page: RoadmapPage, qtbot: QtBot) -> None:
    _drag(page, "Check-in", Horizon.NOW)
    assert page.moves.prompt is not None
    assert page.moves.prompt.parent() is page.board.lanes[Horizon.NOW]
    told = _cost(page, qtbot)
    assert told.startswith("This puts “Check-in” into Now.")
    assert "“Wi-Fi” moves from Now to Next." in told
    assert not page.context.project.plan.overrides
    QTest.keyClicks(page.moves.prompt.reason, "the contract starts in March")
    QTest.keyClick(page.moves.prompt.reason, Key.Key_Return)
    _settled(page, qtbot)
    override = page.context.project.plan.overrides[-1]
    assert len(page.context.project.plan.overrides) == 1
    assert (override.feature, override.horizon) == ("Check-in", Horizon.NOW)
    assert override.reason == "the contract starts in March"
    qtbot.waitUntil(lambda: _place(page, "Check-in") is Horizon.NOW)
    assert "Placed by hand: the contract starts in March." in _texts(page.board.cards["Check-in"])
    assert page.state() == "5 planned, 1 by hand"


def test_a_lane_over_its_capacity_is_told_before_and_after_the_move(page: RoadmapPage, qtbot: QtBot) -> None:
    page.context.apply("", lambda project: edits.place_by_hand(project, "Clean room", Horizon.NOW, ""))
    page.context.apply("", lambda project: edits.place_by_hand(project, "Quiet", Horizon.NOW, ""))
    page.context.apply("", lambda project: edits.change_work(project, "Check-in", effort=8.0))
    _settled(page, qtbot)
    page.ask("Check-in", Horizon.NOW)
    assert page.moves.prompt is not None
    assert "Now is then 3 days over its capacity of 10 days." in _cost(page, qtbot)
    QTest.mouseClick(page.moves.prompt.place, Qt.MouseButton.LeftButton)
    _settled(page, qtbot)
    qtbot.waitUntil(lambda: "3 days over its capacity" in page.board.lanes[Horizon.NOW].extra.text())


def test_a_dependency_that_a_move_breaks_is_named(page: RoadmapPage, qtbot: QtBot) -> None:
    page.ask("Check-in", Horizon.NOT_PLANNED)
    assert page.moves.prompt is not None
    assert "“Tips” depends on “Check-in”, which is not planned" in _cost(page, qtbot)
    QTest.keyClick(page.moves.prompt.reason, Key.Key_Return)
    _settled(page, qtbot)
    qtbot.waitUntil(lambda: any("Check-in" in text for text in page.problems.texts))


def test_while_a_card_is_dragged_its_picture_follows_and_the_lane_is_marked(page: RoadmapPage) -> None:
    _drag(page, "Check-in", Horizon.LATER, let_go=False)
    assert page.board.lanes[Horizon.LATER].property("target") is True
    assert page.board.lanes[Horizon.NOW].property("target") is not True
    ghost = page.window().findChild(QLabel, "ghost")
    assert ghost is not None
    assert ghost.isVisible()
    QTest.keyClick(page.board.cards["Check-in"], Key.Key_Escape)
    assert page.board.lanes[Horizon.LATER].property("target") is False
    QTest.mouseRelease(page.board.cards["Check-in"], Qt.MouseButton.LeftButton)
    assert page.moves.prompt is None


def test_alt_and_an_arrow_move_the_card_that_has_the_focus_and_esc_leaves_it(page: RoadmapPage, qtbot: QtBot) -> None:
    card = page.board.cards["Wi-Fi"]
    card.setFocus()
    QTest.keyClick(card, Key.Key_Right, _ALT)
    assert page.moves.prompt is not None
    assert _cost(page, qtbot).startswith("This puts “Wi-Fi” into Next.")
    assert page.moves.prompt.reason.hasFocus()
    QTest.keyClick(page.moves.prompt.reason, Key.Key_Right, _ALT)
    assert _cost(page, qtbot).startswith("This puts “Wi-Fi” into Later.")
    QTest.keyClick(page.moves.prompt.reason, Key.Key_Escape)
    assert page.moves.prompt is None
    assert card.hasFocus()
    assert page.context.project.plan.overrides == ()


def test_arrows_walk_over_the_cards(page: RoadmapPage) -> None:
    cards = page.board.cards
    cards["Clean room"].setFocus()
    QTest.keyClick(cards["Clean room"], Key.Key_Down)
    assert cards["Quiet"].hasFocus()
    QTest.keyClick(cards["Quiet"], Key.Key_Right)
    assert cards["Tips"].hasFocus()
    QTest.keyClick(cards["Tips"], Key.Key_Return)
    assert page.detail.feature == "Tips"


def test_one_card_a_lane_is_a_stop_of_the_tab_key(page: RoadmapPage) -> None:
    page.board.cards["Quiet"].setFocus()
    for lane in page.board.lanes.values():
        stops = [card for card in lane.cards if card.focusPolicy() is Qt.FocusPolicy.StrongFocus]
        assert len(stops) == bool(lane.cards)
    assert page.board.cards["Quiet"].focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_the_menu_of_a_card_moves_it_and_puts_it_back(page: RoadmapPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.board.cards["Quiet"], Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    (menu,) = page.findChildren(QMenu)
    entries = {action.text(): action for action in menu.actions()}
    assert not entries["Move to Now…"].isEnabled()
    entries["Move to Later…"].trigger()
    menu.close()
    assert page.moves.prompt is not None
    QTest.keyClick(page.moves.prompt.reason, Key.Key_Return)
    qtbot.waitUntil(lambda: _place(page, "Quiet") is Horizon.LATER)
    assert page.detail.back.isVisible()
    QTest.mouseClick(page.detail.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _place(page, "Quiet") is Horizon.NOW)
    assert page.context.project.plan.overrides == ()


def test_a_click_selects_a_feature_everywhere_and_shows_why_it_stands_there(page: RoadmapPage) -> None:
    QTest.mouseClick(page.board.cards["Wi-Fi"], Qt.MouseButton.LeftButton)
    assert page.detail.isVisible()
    assert "Performance: having it satisfies 100" in page.detail.why.text()
    assert page.board.cards["Wi-Fi"].property("selected") is True
    assert getattr(page.context.window, "feature", "") == "Wi-Fi"
    QTest.mouseClick(page.detail.figures, Qt.MouseButton.LeftButton)
    assert _asked(page) == [("go", "results")]


def test_effort_and_owner_are_typed_as_one_step_each(page: RoadmapPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.board.cards["Wi-Fi"], Qt.MouseButton.LeftButton)
    page.detail.effort.setFocus()
    page.detail.effort.selectAll()
    QTest.keyClicks(page.detail.effort, "2.5")
    assert page.context.project.plan.item("Wi-Fi").effort == 2.5
    assert page.detail.effort.text() == "2.5"
    QTest.keyClicks(page.detail.owner, "Ann")
    assert page.context.project.plan.item("Wi-Fi").owner == "Ann"
    qtbot.waitUntil(lambda: "2.5 days" in _texts(page.board.cards["Wi-Fi"]))
    assert page.detail.owner.text() == "Ann"
    stack = page.context.document.undo_stack
    assert stack.index() == 2
    stack.undo()
    stack.undo()
    assert page.context.project.plan.item("Wi-Fi").effort == 4.0
    assert page.detail.owner.text() == ""


def test_efforts_are_counted_in_a_unit_from_the_list_or_a_word_that_is_typed(page: RoadmapPage, qtbot: QtBot) -> None:
    unit = page.plan_panel.unit
    assert unit.currentText() == "days"
    unit.setCurrentIndex(unit.findText("points"))
    unit.activated.emit(unit.currentIndex())
    assert page.context.project.planning.effort_unit == "points"
    qtbot.waitUntil(lambda: "4 points" in _texts(page.board.cards["Wi-Fi"]))
    assert page.board.lanes[Horizon.NOW].load.text() == "9 of 10 points"
    unit.line.setFocus()
    unit.line.selectAll()
    QTest.keyClicks(unit.line, "sprints of two weeks")
    QTest.keyClick(unit.line, Key.Key_Return)
    assert page.context.project.planning.effort_unit == "sprints of t"
    page.context.document.undo_stack.undo()
    page.context.document.undo_stack.undo()
    assert page.context.project.planning.effort_unit == "days"
    page.board.lanes[Horizon.NOW].setFocus()
    unit.line.clearFocus()
    unit.refresh()
    assert unit.currentText() == "days"


def test_an_empty_now_says_why(show: Show) -> None:
    project = edits.add_survey(Project(), people({"Wi-Fi": [CELLS["P"]] * 12}))
    lane = show(project).board.lanes[Horizon.NOW]
    assert "No feature is a must-be, so nothing has to stand here. First comes “Wi-Fi”" in _texts(lane)


@pytest.mark.parametrize("text", ["0", "-3", "two", "1,000", "1e9"])
def test_an_effort_that_is_no_number_above_0_stays_with_what_is_accepted_until_it_is_mended(
    page: RoadmapPage, text: str
) -> None:
    field = page.detail.effort
    QTest.mouseClick(page.board.cards["Wi-Fi"], Qt.MouseButton.LeftButton)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Tab)
    assert field.property("wrong") is True
    assert field.told.isVisible()
    assert field.told.text().startswith("Not taken over: type a number above 0, such as 2.5")
    assert field.text() == text
    assert page.context.project.plan.item("Wi-Fi").effort == 4.0
    QTest.mouseClick(page.board.cards["Quiet"], Qt.MouseButton.LeftButton)
    assert (field.text(), field.told.isVisible()) == ("3", False)
    QTest.mouseClick(page.board.cards["Wi-Fi"], Qt.MouseButton.LeftButton)
    assert field.text() == text
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2,5")
    assert page.context.project.plan.item("Wi-Fi").effort == 2.5
    assert not field.told.isVisible()


def test_a_number_that_begins_with_nothing_is_not_called_wrong_while_it_is_typed(page: RoadmapPage) -> None:
    QTest.mouseClick(page.board.cards["Wi-Fi"], Qt.MouseButton.LeftButton)
    page.detail.effort.selectAll()
    for one in "0.5":
        QTest.keyClicks(page.detail.effort, one)
        assert not page.detail.effort.told.isVisible()
    assert page.context.project.plan.item("Wi-Fi").effort == 0.5


def test_a_capacity_that_cannot_be_read_says_what_is_accepted(page: RoadmapPage) -> None:
    field = page.plan_panel.amounts[Horizon.NOW]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "much")
    assert field.told.isVisible()
    assert "a number above 0" in field.told.text()
    assert page.context.project.planning.capacity == (10.0, 10.0)


def test_efforts_are_asked_for_quietly_until_most_features_have_one(show: Show, qtbot: QtBot) -> None:
    project = _study()
    for feature in ("Clean room", "Quiet", "Wi-Fi", "Check-in", "Tips"):
        project = edits.change_work(project, feature, effort=None)
    page = show(project)

    def roles() -> set[str]:
        return {str(one.property("role")) for one in page.problems.findChildren(QLabel)} - {"heading"}

    assert roles() <= {"smallmuted"}
    for feature, quiet in (("Quiet", True), ("Wi-Fi", True), ("Tips", False)):
        page.context.apply("", partial(edits.change_work, feature=feature, effort=2.0))
        _settled(page, qtbot)
        assert roles() == ({"smallmuted"} if quiet else {"smallwarning"})


def test_what_a_move_costs_is_found_out_off_the_windows_thread(page: RoadmapPage, qtbot: QtBot) -> None:
    page.ask("Wi-Fi", Horizon.NEXT)
    assert page.moves.prompt is not None
    assert page.moves.prompt.cost.text() == "Computing what it costs…"
    assert page.moves.prompt.cost.property("role") == "smallmuted"
    assert _cost(page, qtbot).startswith("This puts “Wi-Fi” into Next.")
    assert page.moves.prompt.cost.property("role") == "small"
    page.ask("Wi-Fi", Horizon.LATER)
    page.ask("Quiet", Horizon.LATER)
    assert _cost(page, qtbot).startswith("This puts “Quiet” into Later.")


def test_an_emptied_effort_is_no_effort(page: RoadmapPage) -> None:
    QTest.mouseClick(page.board.cards["Wi-Fi"], Qt.MouseButton.LeftButton)
    page.detail.effort.setFocus()
    page.detail.effort.selectAll()
    QTest.keyClick(page.detail.effort, Key.Key_Delete)
    assert page.context.project.plan.item("Wi-Fi").effort is None


def test_capacity_and_delights_are_planned_anew_at_once(page: RoadmapPage, qtbot: QtBot) -> None:
    field = page.plan_panel.amounts[Horizon.NOW]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "5")
    assert page.context.project.planning.capacity == (5.0, 10.0)
    qtbot.waitUntil(lambda: _place(page, "Wi-Fi") is Horizon.NEXT)
    page.plan_panel.delights.setFocus()
    QTest.keyClick(page.plan_panel.delights, Key.Key_Up)
    assert page.context.project.planning.delights_in_now == 2
    QTest.mouseClick(page.plan_panel.limited, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert page.context.project.planning.capacity is None
    assert not field.isVisible()
    page.context.document.undo_stack.undo()
    assert page.context.project.planning.capacity == (5.0, 10.0)
    assert field.isVisible()


def test_what_other_choices_would_move_is_listed(page: RoadmapPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.alternatives.isVisible, timeout=10_000)
    assert "Blauth’s rule" in _texts(page.alternatives)


def test_a_study_without_answers_says_what_belongs_here(show: Show) -> None:
    page = show(edits.add_features(edits.new_study(), ["Wi-Fi", "Bed"]))
    assert "No roadmap yet" in [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert page.state() == ""
    (bring,) = [one for one in page.findChildren(QPushButton) if one.text() == "Import answers…"]
    QTest.mouseClick(bring, Qt.MouseButton.LeftButton)
    assert _asked(page) == [("run", "import")]


def test_names_are_shown_literally(show: Show) -> None:
    page = show(edits.change_feature(_study(), "Wi-Fi", name="<b>R&D</b> & co"))
    assert "<b>R&D</b> & co" in _texts(page.board.cards["Wi-Fi"])


def test_a_study_that_is_only_read_can_be_looked_at_and_not_moved(page: RoadmapPage) -> None:
    page.context.document.read_only = True
    page.shown()
    card = page.board.cards["Wi-Fi"]
    QTest.keyClick(card, Key.Key_Right, _ALT)
    _drag(page, "Wi-Fi", Horizon.LATER)
    assert page.moves.prompt is None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert page.detail.owner.isReadOnly()


def test_a_board_made_anew_in_another_look_shows_its_cards(
    opened: Callable[[Project], MainWindow], qtbot: QtBot
) -> None:
    window = opened(_study())
    window.go("roadmap")
    window.prefer(replace(window.preferences, theme=Theme.DARK))
    page = window.pages["roadmap"]
    assert isinstance(page, RoadmapPage)
    qtbot.waitUntil(lambda: len(page.board.cards) == 6)
    QTest.mouseClick(page.board.cards["Quiet"], Qt.MouseButton.LeftButton)
    assert window.feature == "Quiet"


@pytest.mark.parametrize("text", ["-5", "x"])
def test_what_cannot_be_read_leaves_the_amount_that_was_confirmed_last(page: RoadmapPage, text: str) -> None:
    field = page.detail.effort
    QTest.mouseClick(page.board.cards["Wi-Fi"], Qt.MouseButton.LeftButton)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "10")
    QTest.keyClick(field, Key.Key_Return)
    field.selectAll()
    QTest.keyClicks(field, text)
    assert page.context.project.plan.item("Wi-Fi").effort == 10.0
