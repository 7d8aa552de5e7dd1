"""The window around the pages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kano_app.domain import edits
from kano_app.i18n import N_
from kano_app.ui.actions import PAGES, SPECS
from kano_app.ui.main_window import MainWindow
from kano_app.ui.preferences import Theme


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
