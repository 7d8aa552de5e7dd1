"""The room screen: what the room sees, and never sees, and where the screen stands."""

import re
from dataclasses import replace

import pytest
from map_measuring import collisions
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from workshops import NAMES, begun, pairs, press, session, shown, study, workshop

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Stage
from kano_app.entry import Setup
from kano_app.i18n import LANGUAGES, language
from kano_app.ui.application import add_chinese_fonts
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.workshop import scene_paint, share_bars
from kano_app.ui.workshop.facilitator import Facilitator
from kano_app.ui.workshop.fit import font_of, lines_of
from kano_app.ui.workshop.reveal import Reveal
from kano_app.ui.workshop.room import RoomScreen
from kano_app.ui.workshop.room_labels import _numbers
from kano_app.ui.workshop.scene import Kind, Scene
from kano_app.ui.workshop.scene_paint import ROOM, question_size
from kano_app.ui.workshop.setup import SetupSheet
from kano_app.ui.workshop.workshop import Workshop
from kano_app.wording.entry import importance_ends


def opened(window: MainWindow, qtbot: QtBot, *names: str, **choices: object) -> tuple[Facilitator, RoomScreen]:
    sheet = begun(window, qtbot, *names, **choices)
    press(sheet, "o")
    room = workshop(window).room
    assert room is not None
    return sheet, room


def seen(room: RoomScreen) -> Scene:
    assert room.scene is not None
    return room.scene


def text(room: RoomScreen) -> str:
    return " ".join(one.text for one in seen(room).texts).replace("\N{NO-BREAK SPACE}", " ")


def test_the_room_sees_question_answers_and_whose_turn_it_is(window: MainWindow, qtbot: QtBot) -> None:
    sheet, room = opened(window, qtbot, mode=Mode.ROUND, people=("Ana", "Bo", ""))
    press(sheet, "1")
    shown = seen(room)
    assert shown.title == "Hotel"
    assert shown.corner == "Feature 1 of 3"
    assert text(room) == "How do you feel if you have this: “Wi-Fi”?"
    assert shown.texts[0].spans
    assert [one.key for one in shown.answers] == ["1", "2", "3", "4", "5"]
    assert (shown.turn, shown.half) == ("Seat 2 of 3", "with it")
    assert shown.hint == "Write first, then say"
    assert (shown.dots, shown.now) == ((True, False, False), 1)


def test_names_are_shown_to_the_room_only_if_that_was_chosen(window: MainWindow, qtbot: QtBot) -> None:
    _, room = opened(window, qtbot, people=("Ana",), names_shown=True, write_first=False)
    assert (seen(room).turn, seen(room).half) == ("Ana", "with it")
    assert seen(room).hint == ""


def test_the_room_speaks_its_own_language_and_the_study_s_own_answers(window: MainWindow, qtbot: QtBot) -> None:
    own = ("棒", "应该", "无所谓", "凑合", "不行")
    _, room = opened(window, qtbot, language="zh_CN", answers=own)
    assert tuple(one.text for one in seen(room).answers) == own
    assert text(room) != "How do you feel if you have this: “Wi-Fi”?"
    assert window.context.language.code == "en"


def test_results_stay_hidden_until_they_are_revealed_and_can_be_hidden_again(window: MainWindow, qtbot: QtBot) -> None:
    sheet, room = opened(window, qtbot, "Wi-Fi", "Gym", mode=Mode.ROUND, people=("", ""))
    press(sheet, "11551155")
    assert session(window).stage is Stage.DONE
    assert seen(room).kind is Kind.WORDS
    press(sheet, "r")
    assert seen(room).kind is Kind.RESULTS
    reveal = room._reveal
    assert reveal is not None
    qtbot.waitUntil(lambda: bool(reveal.bars.live.rows) and reveal.map.is_drawn, timeout=20_000)
    assert all(one.needed is None and not one.could_change for one in reveal.bars.live.rows)
    press(sheet, "r")
    assert seen(room).kind is Kind.WORDS
    assert not reveal.isVisible()


def test_a_key_blacks_the_screen_and_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    sheet, room = opened(window, qtbot)
    press(sheet, "b")
    assert seen(room).kind is Kind.BLACK
    room.resize(640, 360)
    assert room.grab().toImage().pixelColor(320, 180).name() == "#000000"
    press(sheet, "b")
    assert seen(room).kind is Kind.QUESTION


def test_notes_and_refusals_never_reach_the_room(window: MainWindow, qtbot: QtBot) -> None:
    sheet, room = opened(window, qtbot)
    before = seen(room)
    press(sheet, "n")
    press(sheet.note, "secret", Qt.Key.Key_Return)
    press(sheet, "9")
    assert sheet.said.text()
    assert seen(room) == before


def test_keys_pressed_in_the_room_window_are_the_facilitator_s(window: MainWindow, qtbot: QtBot) -> None:
    _, room = opened(window, qtbot)
    press(room, "15")
    assert pairs(window, 0)[0] == (1, 5)
    QTest.keyClick(room, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pairs(window, 0)[0] == (1, 0)
    press(room, Qt.Key.Key_F11)
    assert room.isFullScreen()
    press(room, Qt.Key.Key_Escape)
    assert not room.isFullScreen()
    assert session(window).stage is Stage.ASKING


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_question_is_read_from_ten_metres(window: MainWindow, qtbot: QtBot, code: str, size: tuple[int, int]) -> None:
    _, room = opened(window, qtbot, "A guest’s name that everybody knows from the first evening on", language=code)
    assert question_size(*size, seen(room)) >= 0.07 * size[1] * min(1, size[0] / size[1] / (16 / 9) * 1.15) - 1


def test_a_very_long_question_is_made_smaller_rather_than_cut(window: MainWindow, qtbot: QtBot) -> None:
    _, room = opened(window, qtbot, "words that do not end " * 16)
    size = question_size(1280, 720, seen(room))
    assert 0.03 * 720 < size < 0.07 * 720


def test_direct_votes_and_cards_have_scenes_of_their_own(window: MainWindow, qtbot: QtBot) -> None:
    _, room = opened(window, qtbot, mode=Mode.VOTES)
    assert [one.key for one in seen(room).answers] == ["M", "P", "A", "I", "R"]
    assert all(one.category is not None for one in seen(room).answers)
    _, room = opened(window, qtbot, mode=Mode.CARDS)
    assert len(seen(room).texts) == 2


def test_a_study_without_what_is_asked_shows_its_title_and_no_error(window: MainWindow, qtbot: QtBot) -> None:
    _, room = opened(window, qtbot)
    every = [one.id for one in window.document.project.survey.features]
    window.context.apply("Delete", lambda project: edits.remove_features(project, every))
    assert seen(room).kind is Kind.WORDS


def test_the_projector_is_filled_and_unplugged_and_plugged_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = begun(window, qtbot)
    found = workshop(window)
    projector = window.screen()
    monkeypatch.setattr(Workshop, "_projector", lambda _self, gone=None: None if gone else projector)
    press(sheet, "o")
    room = found.room
    assert room is not None
    assert room.isFullScreen()
    assert not room.is_presenting
    found._screen_removed(projector)
    assert room.is_presenting
    assert not room.isFullScreen()
    assert sheet.said.text().startswith("The other screen is gone")
    found._screen_added(projector)
    assert room.isFullScreen()
    assert "moved" in sheet.said.text()


def test_one_screen_has_a_window_to_drag_and_o_puts_it_away(window: MainWindow, qtbot: QtBot) -> None:
    assert len(QGuiApplication.screens()) == 1
    assert isinstance(window.screen(), QScreen)
    sheet, room = opened(window, qtbot)
    assert room.is_presenting
    assert not room.isFullScreen()
    press(sheet, "o")
    assert workshop(window).room is None


def test_the_room_screen_goes_with_the_window_and_with_the_study(window: MainWindow, qtbot: QtBot) -> None:
    _, room = opened(window, qtbot)
    closed: list[bool] = []
    room.closed.connect(lambda: closed.append(True))
    window.run("new")
    qtbot.waitUntil(lambda: bool(closed))


def test_the_room_is_dark_in_a_light_window(window: MainWindow, qtbot: QtBot) -> None:
    _, room = opened(window, qtbot)
    room.resize(640, 360)
    assert room.grab().toImage().pixelColor(2, 2).name() == ROOM.ground.lower()
    assert NAMES[0] in text(room)


def test_the_room_screen_stays_where_the_beginning_is_undone(window: MainWindow, qtbot: QtBot) -> None:
    window.show_document(Document.new(study(), window.drafts))
    window.run("workshop")
    found = workshop(window)
    assert isinstance(found.sheet, SetupSheet)
    found.sheet.begin.click()
    found.turn_room()
    window.run("undo")
    assert isinstance(found.sheet, SetupSheet)
    assert window.page == "answers"
    assert window.frame.sheet is found.sheet
    room = found.room
    assert room is not None
    assert text(room) == "Hotel"
    press(room, "1", "r", Qt.Key.Key_Escape)
    assert window.document.project.survey.session is None
    found.sheet.begin.click()
    assert found.room is not None
    assert seen(found.room).kind is Kind.QUESTION
    assert not window.notices.texts()
    del qtbot


def test_a_new_workshop_beside_a_room_screen_shows_nothing_of_the_old_one(window: MainWindow, qtbot: QtBot) -> None:
    _, room = opened(window, qtbot, "Wi-Fi", mode=Mode.ROUND)
    press(room, "15", "r")
    assert seen(room).kind is Kind.RESULTS
    window.run("new_workshop")
    found = workshop(window)
    assert isinstance(found.sheet, SetupSheet)
    assert found.room is not None
    assert text(found.room) == "Hotel"
    press(found.room, "r")
    assert session(window).revealed


def test_escape_in_the_room_leaves_the_full_screen_and_ends_nothing(window: MainWindow, qtbot: QtBot) -> None:
    _, room = opened(window, qtbot)
    room.is_presenting = False
    room.showFullScreen()
    press(room, *[Qt.Key.Key_Escape] * 4)
    assert not room.isFullScreen()
    assert session(window).stage is Stage.ASKING


def test_f11_stands_in_the_legend_while_the_room_screen_is_open(window: MainWindow, qtbot: QtBot) -> None:
    sheet, room = opened(window, qtbot)
    assert "fill" in sheet.legend.buttons
    press(sheet, Qt.Key.Key_F11)
    assert room.isFullScreen()
    press(sheet, "o")
    assert "fill" not in sheet.legend.buttons


def test_a_projector_plugged_in_while_there_is_no_room_screen_is_offered(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(window, qtbot)
    found = workshop(window)
    projector = window.screen()
    monkeypatch.setattr(Workshop, "_projector", lambda _self, gone=None: None if gone else projector)
    found._screen_added(projector)
    assert found.room is None
    assert window.notices.texts() == ["Another screen was plugged in."]
    offer = next(one for one in window.notices.findChildren(QPushButton) if one.text() == "Show the room there")
    offer.click()
    assert found.room is not None
    assert found.room.isFullScreen()


@pytest.mark.parametrize("people", [3, 15])
def test_a_long_name_leaves_room_for_the_dots_and_for_which_half_is_asked(
    window: MainWindow, qtbot: QtBot, people: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Alexandra-Maximiliana von Hohenstein-Sigmaringen zu Hechingen the younger, of the harbour"
    names = (name, *[f"P {n}" for n in range(people - 1)])
    _, room = opened(window, qtbot, mode=Mode.ROUND, people=names, names_shown=True)
    drawn: list[tuple[str, float]] = []

    def draw_line(_painter: object, box: QRectF, told: str, *_: object) -> None:
        drawn.append((told, box.x() + box.width()))

    monkeypatch.setattr(scene_paint, "draw_line", draw_line)
    room.resize(1280, 720)
    room.grab()
    (told, end) = next(one for one in drawn if "with it" in one[0])
    assert told.endswith("… · with it")
    hint = 1280 * (1 - 0.063)
    assert end < hint - 0.28 * 1120 * (people > 3)


def test_many_shares_stand_on_pages_that_are_read_and_turned(window: MainWindow, qtbot: QtBot) -> None:
    names = [f"Feature number {n}: a rather long service description" for n in range(1, 41)]
    sheet, room = opened(window, qtbot, *names, mode=Mode.ROUND)
    room.resize(1280, 720)
    press(sheet, "rr")
    reveal = room._reveal
    assert reveal is not None
    qtbot.waitUntil(lambda: bool(reveal.bars.live.rows) and reveal.map.is_drawn, timeout=20_000)
    assert reveal.bars.rows[0].name == names[0]
    assert len(reveal.bars.rows) == 7
    assert reveal.bars._text >= 0.022 * 720
    assert reveal.bars.row_boxes()[-1].bottom() <= reveal.bars.height() + 1
    assert reveal.map.is_numbered
    assert reveal.pages.told == "Features 1 to 7 of 40"
    press(sheet, Qt.Key.Key_PageDown)
    assert reveal.bars.rows[0].name == names[7]
    reveal._turns.timeout.emit()
    assert reveal.bars.rows[0].name == names[14]
    press(room, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert reveal.pages.told == "Features 36 to 40 of 40"
    press(sheet, "r")
    assert "page_on" not in sheet.legend.buttons


def revealed(
    window: MainWindow, qtbot: QtBot, project: Project, size: tuple[int, int] = (1280, 720)
) -> tuple[Facilitator, Reveal]:
    """Show a workshop whose results the room sees."""
    sheet = shown(window, qtbot, entry.reveal(project))
    press(sheet, "o")
    room = workshop(window).room
    assert room is not None
    room.resize(*size)
    found = room._reveal
    assert found is not None
    qtbot.waitUntil(lambda: bool(found.bars.live.rows), timeout=20_000)
    if not found.bars.live.are_votes:
        qtbot.waitUntil(lambda: found.map.is_drawn, timeout=20_000)
    return sheet, found


def answered(names: tuple[str, ...], *codes: int, code: str = "en") -> Project:
    """Return a workshop of three with the codes for each half of each feature in turn."""
    project = entry.begin(study(*names), Setup(Mode.ROUND, ("", "", ""), practice=False, language=code))
    for one in codes * len(names) if len(codes) == 6 else codes:
        project = entry.answer(project, one)
    return project


LONG = "A guest’s name for it that is as long as people write them: every room, corridor, lobby and garden of the hotel"


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("names", [("Wi-Fi",) * 12, ("Wi-Fi", LONG, "Gym"), ("Wi-Fi", LONG) * 20], ids=len)
def test_a_name_stands_close_to_its_own_bar_and_far_from_the_one_before(
    window: MainWindow, qtbot: QtBot, names: tuple[str, ...], size: tuple[int, int]
) -> None:
    names = tuple(f"{name} {n}" for n, name in enumerate(names))
    bars = revealed(window, qtbot, answered(names, 1, 1, 2, 5, 5, 5), size)[1].bars
    ends, gaps = [0.0], set()
    rhythm, letters = bars.rhythm, bars._text
    for box, lines in zip(bars.row_boxes(), bars.lines(letters, bars._lines)[0], strict=True):
        name, bar = bars.name_and_bar(box)
        below = bar.top() - name.bottom() - (lines - 1) * rhythm.more * letters
        assert 0 <= below < 0.15 * letters
        gaps.add(round(name.top() - ends[-1], 3))
        ends.append(bar.bottom())
    (gap,) = gaps - {0.0}  # the same after each bar
    assert gap > 3 * below
    assert ends[-1] <= bars.height()


@pytest.mark.parametrize("mode", [Mode.ROUND, Mode.VOTES])
def test_a_few_shares_are_made_larger(window: MainWindow, qtbot: QtBot, mode: Mode) -> None:
    project = entry.begin(study("Wi-Fi", "Breakfast", "Gym"), Setup(mode, ("", ""), practice=False))
    bars = revealed(window, qtbot, project)[1].bars
    assert bars._text == pytest.approx(0.05 * 720)
    assert bars.name_and_bar(bars.row_boxes()[0])[1].height() >= 0.05 * 720


def test_one_long_name_among_a_few_is_whole_and_larger_than_among_many(window: MainWindow, qtbot: QtBot) -> None:
    bars = revealed(window, qtbot, answered(("Wi-Fi", LONG, "Gym"), 1, 1, 2, 5, 5, 5))[1].bars
    assert bars.lines(bars._text, bars._lines)[1]
    assert bars._text > 0.0242 * 720


def test_pairs_that_tie_are_told_as_a_tie_and_have_no_mark_of_one_category(window: MainWindow, qtbot: QtBot) -> None:
    project = answered(("Wi-Fi", "Gym"), 1, 1, 3, 5, 3, 3, 1, 1, 1, 5, 5, 3)
    sheet, reveal = revealed(window, qtbot, project)
    tied, clear = reveal.bars.live.rows
    assert (tied.category, tied.is_tie) == (None, True)
    assert (clear.category, clear.is_tie) == (Category.PERFORMANCE, False)
    assert [reveal.bars._far(one) for one in reveal.bars.live.rows] == ["Tie · 3", "3"]
    assert "(Tie)" in reveal.bars.accessibleDescription()
    assert [one.category for _, one in reveal.map._features] == [None, Category.PERFORMANCE]
    press(sheet, "h")
    beside = sheet.side.live.bars
    qtbot.waitUntil(lambda: bool(beside.live.rows), timeout=20_000)
    assert [beside._far(one) for one in beside.live.rows] == ["Tie · 3 · +1", "3 · +2"]


def test_features_of_one_place_have_one_text_on_the_map(window: MainWindow, qtbot: QtBot) -> None:
    reveal = revealed(window, qtbot, answered(("A", "B", "C"), 1, 1, 1, 5, 5, 5))[1]
    assert not reveal.map.is_numbered
    assert reveal.map.called == {1: "A, B and C"}
    reveal = revealed(window, qtbot, answered(NAMES, 1, 1, 1, 5, 5, 5))[1]
    assert reveal.map.is_numbered
    assert reveal.map.called == {1: "1–3"}


def test_very_many_numbers_of_one_place_are_cut_short() -> None:
    words = language("en")
    assert _numbers([2], words) == "2"
    assert _numbers([1, 2, 4, 5, 6, 9], words) == "1, 2, 4–6, 9"
    assert _numbers(list(range(1, 40, 2)), words) == "1, 3, 5, 7, 9, …"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_of_the_map_that_the_room_sees_covers_another(window: MainWindow, qtbot: QtBot, code: str) -> None:
    add_chinese_fonts()
    names = ("无线网络", "早餐", "健身房") if code != "en" else ("Wi-Fi", "Breakfast", "Gym")
    codes = (1, 1, 1, 5, 5, 5), (1, 1, 1, 5, 5, 3), (1, 3, 1, 5, 5, 5)
    for size in ((1280, 720), (1920, 1080)):
        project = answered(names, *(one for row in codes for one in row), code=code)
        reveal = revealed(window, qtbot, project, size)[1]
        drawn = reveal.map
        while drawn._timer.isActive():
            QCoreApplication.processEvents()
        drawn._canvas.draw()
        found = collisions(drawn._canvas.figure.axes[0])
        assert not [one for one in found if " covers " in one and not one.endswith(" a mark")]


@pytest.mark.parametrize("count", [4, 12])
def test_a_few_short_names_stand_on_the_map_and_twelve_on_one_page(
    window: MainWindow, qtbot: QtBot, count: int
) -> None:
    sheet, room = opened(window, qtbot, *[f"Feature {n}" for n in range(count)], mode=Mode.ROUND)
    room.resize(1920, 1080)
    press(sheet, "rr")
    reveal = room._reveal
    assert reveal is not None
    qtbot.waitUntil(lambda: bool(reveal.bars.live.rows) and reveal.map.is_drawn, timeout=20_000)
    assert len(reveal.bars.rows) == count
    assert reveal.map.is_numbered is (count > 6)


def test_the_room_is_told_of_those_only_who_took_part(window: MainWindow, qtbot: QtBot) -> None:
    sheet, room = opened(window, qtbot, "Wi-Fi", people=("", "", ""))
    press(sheet, "15", "r", "r")
    assert seen(room).hint == "1 person, 1 feature"


def test_long_names_stand_on_several_lines_where_there_is_room(window: MainWindow, qtbot: QtBot) -> None:
    name = "A rather long description of a service that goes on for quite some time"
    sheet, room = opened(window, qtbot, name, "Gym", mode=Mode.ROUND)
    room.resize(1280, 720)
    press(sheet, "rr")
    reveal = room._reveal
    assert reveal is not None
    qtbot.waitUntil(lambda: bool(reveal.bars.live.rows), timeout=20_000)
    (long, short), is_whole = reveal.bars.lines(reveal.bars._text, reveal.bars._lines)
    assert is_whole
    assert long > short == 1
    first, rest = lines_of(name, font_of("en", 20), 400, 2)
    assert f"{first} {rest}" == name


def test_importance_is_one_size_and_inside_its_cards(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_chinese_fonts()  # else a test before decides whether they are there
    sheet, room = opened(window, qtbot, "Wi-Fi", importance=True, language="zh_CN")
    press(sheet, "15")
    drawn: dict[str, tuple[int, float]] = {}

    def draw_line(_painter: object, box: QRectF, told: str, font: QFont, *_: object) -> None:
        drawn[told] = (font.pixelSize(), box.height() - QFontMetricsF(font).height())

    monkeypatch.setattr(scene_paint, "draw_line", draw_line)
    room.resize(1280, 720)
    room.grab()
    assert len({drawn[str(number)][0] for number in range(1, 10)}) == 1
    assert all(drawn[str(number)][1] >= 0 for number in range(1, 10))
    for end in importance_ends(language("zh_CN")):  # as large as other answers can be
        assert drawn[end][0] == round(0.036 * 720)
        assert drawn[end][1] >= 0


def test_the_room_is_told_that_it_votes_again(window: MainWindow, qtbot: QtBot) -> None:
    sheet, room = opened(window, qtbot, "Wi-Fi", "Gym", mode=Mode.ROUND, people=("", ""))
    press(sheet, "1155")
    press(sheet, "v")
    assert seen(room).corner == "Second vote · Feature 1 of 2"
    press(sheet, "1155")
    assert seen(room).corner == "Feature 2 of 2"


def test_the_room_is_told_of_itself_where_others_answered_before(window: MainWindow, qtbot: QtBot) -> None:
    before = edits.answer(edits.add_people(study("Wi-Fi"), 80), {(n, 0): (1, 5) for n in range(80)})
    sheet = shown(window, qtbot, entry.begin(before, Setup(mode=Mode.ROUND, people=("",) * 4, practice=False)))
    press(sheet, "o", "11115555", "r")
    room = workshop(window).room
    assert room is not None
    assert seen(room).hint == "4 people in this room, 84 with earlier answers"


@pytest.mark.parametrize("size", [(1100, 700), (1280, 720), (1920, 1080)])
def test_nothing_is_cut_around_the_results(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, room = opened(window, qtbot, mode=Mode.ROUND, people=("",) * 15)
    press(sheet, "1" * 15, "rr")
    drawn: dict[str, float] = {}

    def draw_line(_painter: object, box: QRectF, told: str, font: QFont, *_: object) -> None:
        drawn[told] = box.width() - QFontMetricsF(font).horizontalAdvance(told)

    monkeypatch.setattr(scene_paint, "draw_line", draw_line)
    room.resize(*size)
    room.grab()
    assert {"Results · 15 people, 3 features", "Q Questionable", "Hotel"} <= set(drawn)
    assert all(spare >= 0 for spare in drawn.values())


def test_the_votes_that_the_room_sees_name_what_can_be_voted_for(window: MainWindow, qtbot: QtBot) -> None:
    sheet, room = opened(window, qtbot, "Wi-Fi", mode=Mode.VOTES)
    press(sheet, "m", Qt.Key.Key_F5)
    assert [one.key for one in seen(room).answers] == ["M", "P", "A", "I", "R"]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_many_long_names_that_begin_alike_are_told_apart(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    start = "A long feature name with many words in it, as people write them down when they have the time to, of place"
    sheet, room = opened(window, qtbot, *[f"{start} {n}" for n in range(1, 41)], mode=Mode.ROUND)
    room.resize(*size)
    press(sheet, "rr")
    reveal = room._reveal
    assert reveal is not None
    qtbot.waitUntil(lambda: bool(reveal.bars.live.rows) and reveal.map.is_drawn, timeout=20_000)
    drawn: list[str] = []

    def draw_line(_p: object, box: QRectF, told: str, font: QFont, *look: object) -> None:
        if isinstance(look[-1], Qt.TextElideMode):
            drawn.append(QFontMetricsF(font).elidedText(told, look[-1], box.width()))

    monkeypatch.setattr(share_bars, "draw_line", draw_line)
    reveal.bars.grab()
    ends = [told for told in drawn if told.endswith(tuple(f"place {n}" for n in range(1, 41)))]
    assert len(set(ends)) == len(reveal.bars.rows)
    assert reveal.bars._text >= 0.024 * size[1]


@pytest.mark.parametrize("code", ["zh_CN", "zh_TW"])
@pytest.mark.parametrize("mode", list(Mode))
def test_nothing_fixed_in_the_room_is_in_another_language(
    window: MainWindow, qtbot: QtBot, code: str, mode: Mode
) -> None:
    window.show_document(Document.new(study(), window.drafts))
    names = [f"特性{n}" for n in range(1, 41)]
    before = edits.rename_study(edits.add_features(edits.new_study("x"), names), "酒店")
    choices = Setup(mode, ("", "") if mode is not Mode.CARDS else (), language=code, importance=mode is Mode.INTERVIEW)
    sheet = shown(window, qtbot, entry.begin(before, choices))
    press(sheet, "o")
    room = workshop(window).room
    assert room is not None
    room.resize(1280, 720)
    found: list[str] = []

    def look() -> None:
        one = seen(room)
        answers = [told.text for told in one.answers]
        found.extend([*(told.text for told in one.texts), one.corner, one.turn, one.half, one.hint, *answers])

    for key in ("", "1", "5", Qt.Key.Key_Return, "1", "m", "5", "9", Qt.Key.Key_F5, Qt.Key.Key_F5):
        press(sheet, key)
        look()
    assert seen(room).kind is Kind.RESULTS
    reveal = room._reveal
    assert reveal is not None
    qtbot.waitUntil(lambda: bool(reveal.bars.live.rows), timeout=20_000)
    found.extend([reveal.pages.told, *(reveal.bars._far(replace(one, is_tie=True)) for one in reveal.bars.live.rows)])
    press(sheet, "r", Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    look()
    assert not [told for told in found if re.search("[A-Za-z]", told)]
