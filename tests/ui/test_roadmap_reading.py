import pytest
from making import CELLS, people
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from staging import Staged

from kano_app.domain import edits
from kano_app.domain.plan import Horizon
from kano_app.domain.project import Project
from kano_app.ui.pages.roadmap import RoadmapPage
from kano_app.ui.widgets.roadmap_words import breakable

_CLOSING = "」』）》，。、；：？！.,;:?!)]}%”’»"


def _lines(text: str, width: float) -> list[str]:
    """Return the lines a label breaks a text into."""
    layout = QTextLayout(text, QFont("Noto Sans", 9))
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "text",
    [
        "它依賴「網路預約掛號」，不能先做。需要工作量12天，「下一步」的容量25天只剩1，排不下。",
        "另有19%的人宁可没有它，系数反映不出这一点。“在线预约挂号”要用到它，所以一并安排。",
        "Depends on “Donaudampfschifffahrtsgesellschaftskapitän”.",
    ],
)
def test_no_line_begins_with_a_closing_mark(text: str) -> None:
    for width in range(90, 240, 3):
        assert not [line for line in _lines(breakable(text), width) if line.lstrip("\u200b")[:1] in _CLOSING]


@pytest.mark.parametrize("word", ["x" * 60, "." * 60, "Überlänge" * 7, "a,b" * 20])
def test_a_line_can_end_within_a_word_wider_than_a_card(word: str) -> None:
    pieces = breakable(word).split("\u200b")
    assert "".join(pieces) == word
    assert max(map(len, pieces)) <= 18


def test_short_words_and_chinese_stay_as_they_are() -> None:
    for text in ("Self check-in at the door", "需要工作量9天，「現在」的容量25天只剩3，排不下。", ""):
        assert breakable(text) == text


def test_tab_goes_through_the_lanes_before_what_stands_beside_them(staged: Staged, qtbot: QtBot) -> None:
    given = {"Clean room": "M", "Wi-Fi": "P", "Gift": "A", "Tips": "A", "Linen": "R"}
    project = edits.add_survey(Project(), people({name: [CELLS[letter]] * 12 for name, letter in given.items()}))
    page = staged(RoadmapPage, project).page
    QTest.mouseClick(page.board.cards["Wi-Fi"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.detail.isVisible)
    page.board.cards["Clean room"].setFocus()
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in seen:
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen[:3] == [
        page.board.cards["Clean room"],
        page.board.cards["Wi-Fi"],
        page.board.lanes[Horizon.LATER].cards[0],
    ]
    places = [seen.index(one) for one in (page.detail.effort, page.board.cards["Linen"], page.plan_panel.delights)]
    assert places == sorted(places)
