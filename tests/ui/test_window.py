"""The window around the pages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.i18n import N_
from kano_app.ui.actions import PAGES, SPECS
from kano_app.ui.application import open_window
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.places import OWN_FOLDER
from kano_app.ui.preferences import Theme

Open = Callable[[Project], MainWindow]


class _Shown(QObject):
    """Counts windows that appear beside the one there is."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(repr(watched))
        return False


def test_no_page_flashes_a_window_of_its_own_while_it_is_made(window: MainWindow) -> None:
    shown = _Shown()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    for name, _ in PAGES:
        window.go(name)
        QCoreApplication.processEvents()
    application.removeEventFilter(shown)
    assert shown.windows == []


@pytest.mark.parametrize(("place", "name"), [(at, name) for at, (name, _) in enumerate(PAGES, start=1)])
def test_every_page_is_reached_by_its_key_in_any_language(window: MainWindow, place: int, name: str) -> None:
    window.prefer(replace(window.preferences, language="zh_TW"))
    window.activateWindow()
    QTest.keyClick(window, getattr(Qt.Key, f"Key_{place}"), Qt.KeyboardModifier.ControlModifier)
    assert window.page == name


def test_every_action_has_words_and_does_something_that_exists(window: MainWindow) -> None:
    for spec in SPECS:
        action = window.actions_by_name[spec.name]
        assert action.text()
    for name in ("new", "open", "import_", "merge", "save_as", "save_copy", "revisions", "revert", "import_features"):
        assert callable(getattr(window.studies, name))


def test_undo_and_redo_name_their_step_and_typing_in_the_title_is_one(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.title, "Guest stay")
    assert window.document.project.report.title == "Guest stay"
    assert window.document.undo_stack.count() == 1
    assert "Rename the study" in window.top_bar.undo.text()
    window.run("undo")
    assert window.document.project.report.title == ""
    assert window.top_bar.title.text() == ""
    assert "Rename the study" in window.top_bar.redo.toolTip()
    window.run("redo")
    assert window.windowTitle() == "Guest stay – Kano App"


def test_a_study_that_cannot_be_saved_says_so_and_offers_another_place(window: MainWindow) -> None:
    path = window.document.path
    path.rename(path.with_suffix(".away"))
    window.document.apply(N_("Rename the study"), lambda project: edits.rename_study(project, "Kept"))
    assert window.top_bar.saved.text() == "Not saved"
    assert any("no longer where it was" in text for text in window.notices.texts())
    assert window.document.project.report.title == "Kept"
    rescued = path.with_name("rescued.kano")
    window.document.rescue(rescued)
    assert window.top_bar.saved.text() == "All changes saved"
    assert window.document.file.project.report.title == "Kept"


def test_another_theme_and_language_leave_the_study_and_the_page_as_they_are(window: MainWindow) -> None:
    window.document.apply(N_("Add features"), lambda project: edits.add_features(project, ["Wi-Fi"]))
    before = window.document.project
    window.go("features")
    window.prefer(replace(window.preferences, language="zh_CN", theme=Theme.DARK))
    assert window.document.project is before
    assert window.page == "features"
    assert window.context.colours.dark
    assert window.document.undo_stack.canUndo()
    window.run("undo")
    assert window.document.project.survey.features == ()


def test_revert_to_opened_is_a_step_that_can_be_undone(window: MainWindow) -> None:
    window.document.apply(N_("Add features"), lambda project: edits.add_features(project, ["Wi-Fi"]))
    window.run("revert")
    assert window.document.project.survey.features == ()
    window.run("undo")
    assert tuple(one.name for one in edits.add_features(window.document.project, []).survey.features) == ("Wi-Fi",)


def _wait_for_figures(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: window.findings.roadmap is not None and bool(window.findings.roadmap.alternatives), timeout=20_000
    )


def test_resampled_figures_come_although_the_title_is_changed_meanwhile(opened: Open, qtbot: QtBot) -> None:
    project = edits.answer(edits.add_people(edits.add_features(edits.new_study(), ["Wi-Fi"]), 6), {(0, 0): (1, 5)})
    window = opened(project)
    window.document.apply(N_("Add people"), lambda now: edits.add_people(now, 1))
    qtbot.waitUntil(lambda: not window.findings.is_stale, timeout=20_000)
    window.document.apply(N_("Rename the study"), lambda now: edits.rename_study(now, "Another"))
    _wait_for_figures(window, qtbot)
    assert not window.findings.is_stale


def test_menus_do_not_pile_up_with_languages(window: MainWindow) -> None:
    counts = []
    for place in range(6):
        window.prefer(replace(window.preferences, language=("zh_CN", "en")[place % 2]))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(window.findChildren(QMenu)))
    assert counts[2:4] == counts[4:6]


def test_ctrl_z_in_the_title_is_the_undo_of_the_study(window: MainWindow) -> None:
    window.activateWindow()
    window.document.apply(N_("Add features"), lambda project: edits.add_features(project, ["Wi-Fi"]))
    window.top_bar.title.setFocus()
    QTest.keyClicks(window.top_bar.title, "Stay")
    QTest.keyClick(window.top_bar.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.project.report.title == ""
    assert window.document.undo_stack.index() == 1
    QTest.keyClick(window.top_bar.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.project.survey.features == ()


@pytest.mark.parametrize(("answer", "left"), [("Discard the changes", True), ("Stay", False)])
def test_a_study_that_cannot_be_saved_is_not_left_without_a_question(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    left: bool,  # noqa: FBT001 - one of two outcomes
) -> None:
    path = window.document.path
    path.rename(path.with_suffix(".away"))
    window.document.apply(N_("Rename the study"), lambda project: edits.rename_study(project, "Kept"))

    def choose(box: QMessageBox) -> int:
        next(one for one in box.buttons() if one.text() == answer).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose)
    other = Document.new(edits.new_study("Other"), window.drafts)
    assert window.show_document(other) is left
    assert window.document.project.report.title == ("Other" if left else "Kept")
    if not left:
        path.with_suffix(".away").rename(path)
        window.document.save_again()
        assert window.document.is_saved


def test_what_could_not_be_saved_is_still_told_in_another_language(window: MainWindow) -> None:
    path = window.document.path
    path.rename(path.with_suffix(".away"))
    window.document.apply(N_("Rename the study"), lambda project: edits.rename_study(project, "Kept"))
    window.prefer(replace(window.preferences, language="zh_CN"))
    assert len(window.notices.texts()) == 1
    path.with_suffix(".away").rename(path)
    window.document.save_again()


def test_a_folder_that_cannot_be_written_still_gives_a_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").write_text("a file, no folder", encoding="utf-8")
    monkeypatch.setenv(OWN_FOLDER, str(tmp_path / "own"))
    found = open_window()
    qtbot.addWidget(found)
    found.document.apply(N_("Rename the study"), lambda project: edits.rename_study(project, "Kept"))
    assert found.document.is_saved
    assert len(found.notices.texts()) == 1
    found.close()


def test_of_several_files_the_first_is_taken_and_it_is_said(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    names = [tmp_path / name for name in ("a.csv", "b.csv")]
    for one in names:
        one.write_text("Wi-Fi (functional),Wi-Fi (dysfunctional)\nI like it,I dislike it\n", encoding="utf-8")
    window.take(names)
    assert any("first of 2 files" in text for text in window.notices.texts())
    qtbot.waitUntil(lambda: bool(window.document.project.survey.features), timeout=20_000)
