"""The window around the pages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from confirming import confirm
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.i18n import N_, language
from kano_app.storage import ProjectFile, ProjectFileError, Reason, read_project
from kano_app.ui.actions import PAGES, SPECS
from kano_app.ui.application import open_window
from kano_app.ui.dialogs.adding import AddDialog
from kano_app.ui.document import Document
from kano_app.ui.doings import doings
from kano_app.ui.main_window import MainWindow
from kano_app.ui.places import OWN_FOLDER
from kano_app.ui.preferences import Theme
from kano_app.ui.storage_words import file_error_text
from kano_app.ui.studies import OPEN_JOB

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
    done = doings(window)
    assert {spec.name for spec in SPECS} == set(done) | {f"go_{name}" for name, _ in PAGES}
    for spec in SPECS:
        assert window.actions_by_name[spec.name].text()


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


def _survey(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("Wi-Fi (functional),Wi-Fi (dysfunctional)\nI like it,I dislike it\n", encoding="utf-8")
    return path


def _opens(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.studies.open_file(path)
    qtbot.waitUntil(lambda: window.jobs.running(OPEN_JOB) is None, timeout=20_000)


def test_several_surveys_are_imported_one_after_another(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.take([_survey(tmp_path, "a.csv"), _survey(tmp_path, "b.csv")])
    confirm(window, qtbot, "a.csv")
    confirm(window, qtbot, "b.csv")
    qtbot.waitUntil(lambda: bool(window.findChildren(AddDialog)), timeout=20_000)
    assert window.document.project.survey.respondents == 1
    dialog = window.findChildren(AddDialog)[0]
    assert "b.csv" in dialog.windowTitle()
    dialog.accept()
    qtbot.waitUntil(window.document.undo_stack.canUndo, timeout=20_000)
    assert len(window.document.project.surveys) + window.document.project.survey.respondents == 3


def test_of_several_studies_one_is_opened_and_the_others_are_kept_at_hand(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"{name}.kano" for name in ("one", "two", "three")]
    for path in paths:
        ProjectFile.create(path, edits.new_study(path.stem)).close()
    window.take(paths)
    assert any("two.kano" in text and "three.kano were not opened" in text for text in window.notices.texts())
    qtbot.waitUntil(lambda: window.document.project.report.title == "one", timeout=20_000)
    assert [Path(one).name for one in window.preferences.recent] == ["one.kano", "two.kano", "three.kano"]


def test_a_study_that_somebody_has_open_is_shown_read_only_and_can_be_kept(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = ProjectFile.create(tmp_path / "held.kano", edits.add_features(edits.new_study("Held"), ["Wi-Fi"]))
    _opens(window, qtbot, held.path)
    assert window.document.read_only
    assert window.document.project.report.title == "Held"
    qtbot.waitUntil(lambda: any("held.kano is open in another window" in one for one in window.notices.texts()))
    assert window.top_bar.saved.text() == "Read only"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.kano"), ""))
    window.run("save_as")
    assert not window.document.read_only
    assert window.document.path == (tmp_path / "mine.kano").resolve()
    held.close()


def test_a_study_that_cannot_be_written_is_shown_read_only(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fixed.kano"
    ProjectFile.create(path, edits.new_study("Fixed")).close()

    def refuse(*_: object) -> ProjectFile:
        raise ProjectFileError(Reason.UNWRITABLE, path)

    monkeypatch.setattr(ProjectFile, "open", refuse)
    _opens(window, qtbot, path)
    assert window.document.read_only
    qtbot.waitUntil(lambda: any("fixed.kano cannot be written, so" in one for one in window.notices.texts()))


def test_what_cannot_be_opened_is_told_without_talk_of_changes(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bad.kano").write_text("no study", encoding="utf-8")
    _opens(window, qtbot, tmp_path / "bad.kano")
    (told,) = window.notices.texts()
    assert told.startswith("bad.kano is")
    assert "changes" not in file_error_text(ProjectFileError(Reason.UNWRITABLE, tmp_path), language("en"))


def test_a_study_nobody_waits_for_any_more_is_let_go_of(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "slow.kano"
    ProjectFile.create(path, edits.new_study("Slow")).close()
    window.studies.open_file(path)
    window.jobs.cancel(OPEN_JOB)
    window.jobs.stop()
    ProjectFile.open(path).close()
    assert window.document.project.report.title == ""


def test_a_copy_is_written_while_the_study_is_worked_on(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, let_go = Event(), Event()
    really = ProjectFile.copy_to

    def slowly(file: ProjectFile, path: Path) -> None:
        going.set()
        let_go.wait(20)
        really(file, path)

    monkeypatch.setattr(ProjectFile, "copy_to", slowly)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy"), ""))
    window.run("save_copy")
    qtbot.waitUntil(going.is_set, timeout=20_000)
    window.document.apply(N_("Rename the study"), lambda project: edits.rename_study(project, "Meanwhile"))
    assert not window.document.is_saved
    let_go.set()
    qtbot.waitUntil(lambda: window.notices.texts() == ["A copy was written to copy.kano."], timeout=20_000)
    qtbot.waitUntil(lambda: window.document.is_saved, timeout=20_000)
    assert window.document.file.project.report.title == "Meanwhile"
    assert read_project(tmp_path / "copy.kano").report.title == ""


def test_what_is_off_in_a_study_that_is_looked_at_says_why(window: MainWindow, qtbot: QtBot) -> None:
    study = edits.answer(edits.add_people(edits.add_features(edits.new_study(), ["Wi-Fi"]), 6), {(0, 0): (1, 5)})
    window.studies.look_at(study, "first")
    window.go("results")
    qtbot.waitUntil(lambda: window.findings.roadmap is not None, timeout=20_000)
    assert window.top_bar.saved.text() == "Read only"
    told = "This is read only: save it under a name to change it."
    for name in ("results", "roadmap", "report"):
        window.go(name)
        said = [one for one in window.pages[name].findChildren(QWidget) if one.accessibleDescription() == told]
        assert said
        assert all(told in one.toolTip() for one in said)


def _three_features() -> Project:
    study = edits.add_people(edits.add_features(edits.new_study(), ["Wi-Fi", "Gym", "Breakfast"]), 3)
    return edits.answer(study, {(person, feature): (1, 5) for person in range(3) for feature in range(3)})


@pytest.mark.parametrize("name", ["start", "features", "answers", "results", "roadmap", "report"])
def test_whoever_turns_to_a_page_goes_on_there_by_keyboard(opened: Open, qtbot: QtBot, name: str) -> None:
    window = opened(_three_features())
    _wait_for_figures(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("features" if name == "start" else "start")
    other = "features" if name == "start" else "start"
    for left in (window.top_bar.findChildren(QLineEdit)[0], window.pages[other].main()):
        assert left is not None
        window.go(other)
        left.setFocus()
        window.go(name)
        main = window.pages[name].main()
        assert main is not None
        assert main.hasFocus()


def test_another_language_leaves_somebody_on_the_page(opened: Open, qtbot: QtBot) -> None:
    window = opened(_three_features())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("answers")
    window.prefer(replace(window.preferences, language="zh_TW"))
    main = window.pages["answers"].main()
    assert main is not None
    assert main.hasFocus()


def test_a_study_is_remembered_by_its_whole_path(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ProjectFile.create(tmp_path / "a.kano", edits.new_study("A")).close()
    monkeypatch.chdir(tmp_path)
    window.take([Path("a.kano")])
    qtbot.waitUntil(lambda: window.document.path == tmp_path / "a.kano")
    assert window.preferences.recent[0] == str(tmp_path / "a.kano")
