"""Whole ways through the program, by keys and mouse, as somebody walks them."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kano_app.domain.category import Category
from kano_app.domain.evidence import Answers
from kano_app.domain.plan import Horizon
from kano_app.storage import read_project
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.answers import AnswersPage
from kano_app.ui.pages.features import FeaturesPage
from kano_app.ui.pages.results import ResultsPage
from kano_app.ui.pages.roadmap import RoadmapPage
from kano_app.ui.widgets.start_rows import Press

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
_LONG = 30_000


def _settled(window: MainWindow, qtbot: QtBot) -> None:
    def fresh() -> bool:
        found = window.findings
        return found.roadmap is not None and not found.is_stale and bool(found.roadmap.alternatives)

    qtbot.waitUntil(fresh, timeout=_LONG)


def _go(window: MainWindow, place: int, qtbot: QtBot) -> QWidget:
    """Turn to a page by its key."""
    QTest.keyClick(window, getattr(Qt.Key, f"Key_{place}"), CONTROL)
    name = ("start", "features", "answers", "results", "roadmap", "report")[place - 1]
    qtbot.waitUntil(lambda: window.page == name, timeout=_LONG)
    return window.pages[name]


def _focus() -> QWidget:
    """Return what a key goes to."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _open_sample(window: MainWindow, qtbot: QtBot, name: str) -> None:
    _go(window, 1, qtbot)
    sample = next(one for one in window.pages["start"].findChildren(Press) if name in one.title)
    QTest.mouseClick(sample, LEFT)
    qtbot.waitUntil(lambda: bool(window.document.project.survey.features), timeout=_LONG)
    _settled(window, qtbot)


def test_a_sample_becomes_a_pdf_with_a_feature_placed_by_hand(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open_sample(window, qtbot, "otel")
    results = _go(window, 4, qtbot)
    assert isinstance(results, ResultsPage)
    roadmap = _go(window, 5, qtbot)
    assert isinstance(roadmap, RoadmapPage)
    planned = window.findings.roadmap
    assert planned is not None
    later = next(item for item in planned.items if item.horizon in {Horizon.NEXT, Horizon.LATER})
    feature = later.result.feature.id
    card = roadmap.board.cards[feature]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    for _ in range(2):
        assert roadmap.moves.prompt is not None
        QTest.keyClick(roadmap.moves.prompt.reason, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    prompt = roadmap.moves.prompt
    assert prompt is not None
    qtbot.waitUntil(lambda: "into Now" in prompt.cost.text(), timeout=20_000)
    QTest.keyClicks(prompt.reason, "promised to the owner")
    QTest.keyClick(prompt.reason, Qt.Key.Key_Return)
    override = window.document.project.plan.overrides[-1]
    assert (override.feature, override.horizon, override.reason) == (feature, Horizon.NOW, "promised to the owner")
    _settled(window, qtbot)
    target = tmp_path / "roadmap.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))
    _go(window, 6, qtbot)
    QTest.keyClick(window, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(
        lambda: target.exists() and any("roadmap.pdf" in one for one in window.notices.texts()), timeout=_LONG
    )
    text = "\n".join(page.extract_text() for page in PdfReader(target).pages)
    assert "promised to the owner" in " ".join(text.split())


def test_a_new_study_is_named_answered_by_keys_and_understood(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: window.page == "features", timeout=_LONG)
    features = window.pages["features"]
    assert isinstance(features, FeaturesPage)
    first = next(one for one in features.findChildren(QPushButton) if one.text() == "Add the first feature")
    QTest.mouseClick(first, LEFT)
    for name in ("Late check-out", "Quiet rooms"):
        for letter in name:
            QTest.keyClicks(_focus(), letter)
        QTest.keyClick(_focus(), Qt.Key.Key_Return)
    assert [one.name for one in window.document.project.survey.features] == ["Late check-out", "Quiet rooms"]
    answers = _go(window, 3, qtbot)
    assert isinstance(answers, AnswersPage)
    _press(answers, "Add people and type their answers")
    while (window.document.project.survey.respondents or 0) < 6:
        _press(answers, "Add a person")
    answers.grid.setFocus()
    answers.grid.go_to(0, 0)
    for _person in range(6):
        QTest.keyClicks(answers.grid, "1325")
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, Answers)
    assert evidence.pairs[0].functional.tolist() == [1] * 6
    assert evidence.pairs[1].dysfunctional.tolist() == [5] * 6
    _settled(window, qtbot)
    _go(window, 4, qtbot)
    assert window.findings.analysis is not None
    found = [result.category for result in window.findings.analysis.features]
    assert found == [Category.ATTRACTIVE, Category.MUST_BE]
    assert read_project_of(window) == window.document.project.survey.features


def _press(page: QWidget, text: str) -> None:
    pressed = next(one for one in page.findChildren(QPushButton) if one.text() == text and one.isVisible())
    QTest.mouseClick(pressed, LEFT)


def read_project_of(window: MainWindow) -> tuple[object, ...]:
    """Return the features as they are on the disk, once the window has let go of the file."""
    path = window.document.path
    window.jobs.stop()
    window.document.file.close()
    return read_project(path).survey.features


def test_language_and_theme_change_half_way_and_nothing_is_lost(window: MainWindow, qtbot: QtBot) -> None:
    from dataclasses import replace  # noqa: PLC0415 - one use

    from kano_app.ui.preferences import Theme  # noqa: PLC0415

    _open_sample(window, qtbot, "otel")
    answers = _go(window, 3, qtbot)
    assert isinstance(answers, AnswersPage)
    answers.grid.setFocus()
    answers.grid.go_to(0, 0)
    QTest.keyClicks(answers.grid, "44")
    before = window.document.project
    window.prefer(replace(window.preferences, language="zh_CN", theme=Theme.DARK))
    assert window.page == "answers"
    assert window.document.project is before
    again = window.pages["answers"]
    assert isinstance(again, AnswersPage)
    assert again is not answers
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, Answers)
    assert evidence.pairs[0].functional[0] == 4
    again.grid.setFocus()
    again.grid.go_to(0, 0)
    QTest.keyClicks(again.grid, "33")
    evidence = window.document.project.survey.evidence
    assert isinstance(evidence, Answers)
    assert evidence.pairs[0].functional[0] == 3
    steps = window.document.undo_stack.index()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.document.undo_stack.index() == steps - 1
    assert window.context.language.code == "zh_CN"
