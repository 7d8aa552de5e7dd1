import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from confirming import confirm
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kano_app import assets, entry, importers, pipeline
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.domain.settings import ImportSettings, Paper, Rule
from kano_app.entry import Setup
from kano_app.storage import ProjectFile, ProjectFileError, Reason
from kano_app.ui.dialogs.about import AboutDialog
from kano_app.ui.dialogs.adding import AddDialog, Way
from kano_app.ui.dialogs.help import HelpWindow, show_help
from kano_app.ui.dialogs.importing import import_survey
from kano_app.ui.dialogs.matching import LEFT_OUT
from kano_app.ui.dialogs.palette import Palette, show_palette
from kano_app.ui.dialogs.preferences import PreferencesDialog, ask_preferences
from kano_app.ui.dialogs.progress import Progress
from kano_app.ui.dialogs.revisions import RevisionsDialog, show_revisions
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.preferences import Theme

HEAD = "id,Wi-Fi (functional),Wi-Fi (dysfunctional),Bed (functional),Bed (dysfunctional)\n"
LIKE, DISLIKE, NEUTRAL = "I like it", "I dislike it", "I am neutral"


def _file(folder: Path, name: str, *people: str, head: str = HEAD) -> Path:
    path = folder / name
    rows = [f"{one},{LIKE},{DISLIKE},{LIKE},{NEUTRAL}\n" for one in people]
    path.write_text(head + "".join(rows), encoding="utf-8")
    return path


def _import(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.studies.take(path)
    confirm(window, qtbot, path.name)
    qtbot.waitUntil(lambda: window.frame.sheet is None and window.page == "answers", timeout=10_000)


def _asked(window: MainWindow, qtbot: QtBot) -> AddDialog:
    def is_there() -> bool:
        return any(one.isVisible() for one in window.findChildren(AddDialog))

    qtbot.waitUntil(is_there, timeout=10_000)
    return next(one for one in window.findChildren(AddDialog) if one.isVisible())


def _project(window: MainWindow) -> Project:
    return window.document.project


def test_a_survey_becomes_the_empty_study_in_one_step_that_can_be_undone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.preferences = replace(window.preferences, rule=Rule.BLAUTH, paper=Paper.LETTER)
    _import(window, qtbot, _file(tmp_path, "guests.csv", "a", "b"))
    project = _project(window)
    assert (project.survey.respondents, [one.name for one in project.survey.features]) == (2, ["Wi-Fi", "Bed"])
    assert (project.report.title, project.analysis.rule, project.report.paper) == ("guests", Rule.BLAUTH, Paper.LETTER)
    step = window.document.undo_name()
    assert step is not None
    assert step.told(window.context.language) == "Import guests.csv"
    window.run("undo")
    assert not _project(window).survey.features


def test_a_title_that_was_given_before_stays(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.context.apply("Rename", lambda old: edits.rename_study(old, "Guests of the spring"))
    _import(window, qtbot, _file(tmp_path, "guests.csv", "a"))
    assert _project(window).report.title == "Guests of the spring"


def test_doubts_are_counted_in_a_notice(window: MainWindow, qtbot: QtBot) -> None:
    _import(window, qtbot, assets.sample_surveys() / "evening-course-awkward.csv")
    assert any("things to look at in what was read" in text for text in window.notices.texts())


def test_a_file_that_holds_no_survey_is_refused_in_a_sentence_and_nothing_changes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("", encoding="utf-8")
    before = _project(window)
    window.studies.take(path)
    qtbot.waitUntil(lambda: bool(window.notices.texts()), timeout=10_000)
    assert "empty.csv" in window.notices.texts()[0]
    assert _project(window) is before


def test_a_fault_of_the_reader_is_told_and_nothing_changes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object, **__: object) -> None:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(importers, "examine", fault)
    window.studies.take(_file(tmp_path, "guests.csv", "a"))
    qtbot.waitUntil(lambda: bool(window.notices.texts()))
    assert "fault of its own (RuntimeError: no such thing)" in window.notices.texts()[0]


def test_reading_that_takes_long_shows_how_far_it_is_and_can_be_stopped(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, stopped = threading.Event(), threading.Event()

    def slow(_path: Path, _settings: ImportSettings, progress: Callable[[float], None]) -> None:
        progress(1.0)
        go_on.wait(10)
        try:
            progress(0.5)
        finally:
            stopped.set()

    monkeypatch.setattr(importers, "examine", slow)
    window.studies.take(_file(tmp_path, "guests.csv", "a"))
    shown = window.findChild(Progress)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.isVisible() and shown.bar.value() == 30)
    QTest.mouseClick(shown.stop, Qt.MouseButton.LeftButton)
    go_on.set()
    assert stopped.wait(10)
    qtbot.waitUntil(lambda: window.findChild(Progress) is None)
    assert not _project(window).survey.features


def test_a_second_survey_of_the_same_features_is_proposed_as_a_later_wave(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _import(window, qtbot, _file(tmp_path, "spring.csv", "a", "b"))
    window.studies.take(_file(tmp_path, "autumn.csv", "a", "c", head=HEAD.replace("Bed", "A bed")))
    confirm(window, qtbot)
    dialog = _asked(window, qtbot)
    assert dialog.way is Way.WAVE
    assert [dialog.table.combo(one).currentText() for one in _ids(dialog)] == ["Wi-Fi", "Not in the earlier wave"]
    dialog.table.combo(_ids(dialog)[1]).setCurrentText("Bed")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    project = _project(window)
    assert [one.label for one in project.surveys] == ["spring", "autumn"]
    assert [one.id for one in project.survey.features] == [one.id for one in project.earlier[0].features]
    first, second = project.surveys
    assert first.keys is not None
    assert second.keys is not None
    assert first.keys[0] == second.keys[0]


def test_two_features_cannot_be_the_same_one(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _import(window, qtbot, _file(tmp_path, "spring.csv", "a"))
    window.studies.take(_file(tmp_path, "autumn.csv", "a"))
    confirm(window, qtbot)
    dialog = _asked(window, qtbot)
    dialog.table.combo(_ids(dialog)[1]).setCurrentText("Wi-Fi")
    assert not dialog.confirm.isEnabled()
    assert "chosen twice" in [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(_project(window).surveys) == 1


def test_a_survey_of_other_features_is_proposed_as_a_new_study(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _import(window, qtbot, _file(tmp_path, "spring.csv", "a"))
    mine = window.document.path
    other = _file(tmp_path, "ferry.csv", "a", head=HEAD.replace("Bed", "Deck").replace("Wi-Fi", "Bar"))
    window.studies.take(other)
    confirm(window, qtbot)
    dialog = _asked(window, qtbot)
    assert dialog.way is Way.STUDY
    dialog.confirm.click()
    qtbot.waitUntil(lambda: window.document.path != mine, timeout=10_000)
    assert _project(window).report.title == "ferry"
    assert mine.exists()


def test_a_second_export_adds_people_and_says_who_is_there_already(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _import(window, qtbot, _file(tmp_path, "one.csv", "a", "b"))
    window.studies.take(_file(tmp_path, "two.csv", "b", "c"))
    confirm(window, qtbot)
    dialog = _asked(window, qtbot)
    dialog.radios[Way.PEOPLE].click()
    assert "1 person is in this study already" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    dialog.confirm.click()
    assert _project(window).survey.respondents == 4
    assert window.notices.texts()[0].startswith("2 people were added.")
    window.run("undo")
    assert _project(window).survey.respondents == 2


def test_an_older_state_that_is_only_looked_at_takes_no_survey(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.studies.look_at(_project(window), "first")
    shown = window.document
    import_survey(window, _file(tmp_path, "one.csv", "a"))
    confirm(window, qtbot)
    qtbot.waitUntil(lambda: window.document is not shown, timeout=10_000)
    assert not window.document.read_only
    assert _project(window).survey.respondents == 1


def _ids(dialog: AddDialog) -> list[str]:
    return [one.id for one in dialog._other.features]


def test_another_group_is_merged_and_an_unwanted_feature_left_out(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _import(window, qtbot, _file(tmp_path, "one.csv", "a", "b"))
    window.studies.new()
    _import(window, qtbot, _file(tmp_path, "two.csv", "c", head=HEAD.replace("Bed", "Deck")))
    other = tmp_path / "two.kano"
    ProjectFile.create(other, _project(window)).close()
    window.studies.new()
    window.go("features")
    _import(window, qtbot, _file(tmp_path, "one.csv", "a", "b"))
    monkeypatch.setattr(window.studies, "_ask_open", lambda *_: other)
    window.run("merge")
    dialog = _asked(window, qtbot)
    assert list(dialog.radios) == [Way.PEOPLE, Way.WAVE]
    dialog.radios[Way.PEOPLE].click()
    combo = dialog.table.combo(_ids(dialog)[1])
    assert combo.currentText() == "Add as a new feature"
    combo.setCurrentIndex(combo.findData(LEFT_OUT))
    dialog.confirm.click()
    survey = _project(window).survey
    assert (survey.respondents, [one.name for one in survey.features]) == (3, ["Wi-Fi", "Bed"])
    assert "Left out: “Deck”." in window.notices.texts()[0]
    assert "not asked about “Bed”" in window.notices.texts()[0]


def test_a_study_of_counts_can_only_be_a_wave(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "clinic.kano"
    counts = pipeline.read_survey(assets.sample_surveys() / "clinic-visit.csv")
    ProjectFile.create(other, counts).close()
    _import(window, qtbot, assets.sample_surveys() / "clinic-visit.csv")
    from kano_app.ui.dialogs.merge import ask_how_to_add  # noqa: PLC0415 - as the program does

    ask_how_to_add(window.context, window, counts, other)
    dialog = _asked(window, qtbot)
    assert list(dialog.radios) == [Way.WAVE]
    assert any("People cannot be added" in one.text() for one in dialog.findChildren(QLabel))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert len(_project(window).surveys) == 2


@pytest.mark.parametrize(("day", "likeliest"), [(1, Way.PEOPLE), (2, Way.PEOPLE), (9, Way.WAVE)])
@pytest.mark.parametrize("mode", [Mode.ROUND, Mode.CARDS])
def test_workshops_within_a_day_are_of_one_round(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, mode: Mode, day: int, likeliest: Way
) -> None:
    def group(on: int) -> Project:
        study = edits.add_features(edits.new_study(), ["Wi-Fi"])
        setup = Setup(mode, ("Ana",), practice=False, date=dt.date(2026, 3, on))
        begun = entry.begin(study, setup)
        return entry.card(begun, 1, 5) if mode is Mode.CARDS else entry.answer(entry.answer(begun, 1), 5)

    from kano_app.ui.dialogs.merge import ask_how_to_add  # noqa: PLC0415 - as the program does

    window.show_document(Document.new(group(1), window.drafts))
    ask_how_to_add(window.context, window, group(day), tmp_path / "group.kano")
    dialog = _asked(window, qtbot)
    assert dialog.way is likeliest
    dialog.radios[Way.PEOPLE].click()
    dialog.confirm.click()
    session = _project(window).survey.session
    assert session is not None
    assert [one.name for one in session.participants] == ([] if mode is Mode.CARDS else ["Ana", "Ana (2)"])
    told = "1 pair of cards was added." if mode is Mode.CARDS else "1 person was added."
    assert told in window.notices.texts()[0]


def test_nothing_to_merge_is_said_without_a_dialog(window: MainWindow, tmp_path: Path) -> None:
    from kano_app.ui.dialogs.merge import ask_how_to_add  # noqa: PLC0415

    ask_how_to_add(window.context, window, edits.new_study("x"), tmp_path / "x.kano")
    assert window.notices.texts() == ["x.kano has no features, so there is nothing to take over."]


@pytest.fixture
def revisions(window: MainWindow) -> RevisionsDialog:
    window.context.apply("Rename", lambda old: edits.rename_study(old, "First"))
    show_revisions(window.context, window)
    found = window.findChild(RevisionsDialog)
    assert found is not None
    return found


def test_the_present_state_is_kept_under_a_name_and_restored_as_a_step(
    window: MainWindow, revisions: RevisionsDialog
) -> None:
    assert revisions.focusWidget() is revisions.note
    QTest.keyClicks(revisions.note, "before the meeting")
    QTest.keyClick(revisions.note, Qt.Key.Key_Return)
    assert revisions.revisions()[0].note == "before the meeting"
    assert revisions.list.topLevelItem(0).text(1) == "before the meeting"  # type: ignore[union-attr]
    window.context.apply("Rename", lambda old: edits.rename_study(old, "Second"))
    revisions.restore.click()
    assert _project(window).report.title == "First"
    window.run("undo")
    assert _project(window).report.title == "Second"


def test_a_revision_is_renamed_in_place_and_forgotten_after_a_question(revisions: RevisionsDialog) -> None:
    revisions.keep.click()
    assert revisions.revisions()[0].note == "kept by hand"
    item = revisions.list.currentItem()
    assert item is not None
    item.setText(1, "draft for Ann")
    assert revisions.revisions()[0].note == "draft for Ann"
    count = len(revisions.revisions())
    revisions.forget.click()
    assert len(revisions.revisions()) == count
    revisions._confirmed.click()
    assert len(revisions.revisions()) == count - 1


def test_what_revert_needs_cannot_be_forgotten(window: MainWindow, revisions: RevisionsDialog) -> None:
    for place in range(revisions.list.topLevelItemCount()):
        item = revisions.list.topLevelItem(place)
        assert item is not None
        revisions.list.setCurrentItem(item)
        is_opened = item.data(0, Qt.ItemDataRole.UserRole).id == window.document.file.opened
        assert revisions.forget.isEnabled() is not is_opened


def test_a_revision_is_looked_at_read_only_and_left_again(window: MainWindow, revisions: RevisionsDialog) -> None:
    window.context.apply("Add", lambda old: edits.add_features(old, ["Wi-Fi"]))
    path = window.document.path
    revisions.look.click()
    assert window.document.read_only
    assert not _project(window).survey.features
    window.studies.back_to(path)
    assert [one.name for one in _project(window).survey.features] == ["Wi-Fi"]


def _drafts(window: MainWindow) -> int:
    return len(list(window.drafts.glob("*.kano")))


def _looked_at(window: MainWindow, qtbot: QtBot, revisions: RevisionsDialog) -> Path:
    """Look at a revision of a study with a name; return where the study is."""
    path = window.document.path
    revisions.look.click()
    qtbot.waitUntil(lambda: any("read only" in text for text in window.notices.texts()))
    return path


def test_the_way_back_from_a_revision_is_told_in_another_language_too(
    window: MainWindow, revisions: RevisionsDialog, qtbot: QtBot
) -> None:
    path = _looked_at(window, qtbot, revisions)
    window.prefer(replace(window.preferences, language="zh_CN"))
    qtbot.waitUntil(lambda: len(window.notices.texts()) == 1)
    back = next(
        one for one in window.notices.findChildren(QPushButton) if one.text() == window.context.tr("Back to the study")
    )
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.document.path == path
    assert not window.document.read_only
    assert window.notices.texts() == []


def test_a_study_that_was_emptied_is_still_there_after_a_revision_was_looked_at(
    window: MainWindow, revisions: RevisionsDialog, qtbot: QtBot
) -> None:
    window.context.apply("Rename", lambda old: edits.rename_study(old, ""))
    path = _looked_at(window, qtbot, revisions)
    window.studies.back_to(path)
    assert (window.document.path, window.document.read_only) == (path, False)


def test_a_revision_that_is_left_by_any_door_is_no_study_of_its_own(
    window: MainWindow, revisions: RevisionsDialog, qtbot: QtBot
) -> None:
    before = _drafts(window)
    _looked_at(window, qtbot, revisions)
    shown = window.document.path
    window.studies.new()
    assert not shown.exists()
    assert _drafts(window) == before + 1, "the study and the new one"


def test_a_revision_saved_under_a_name_is_a_study_that_can_be_written(
    window: MainWindow, revisions: RevisionsDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _looked_at(window, qtbot, revisions)
    shown = window.document.path
    monkeypatch.setattr(window.studies, "_ask_save", lambda *_: tmp_path / "mine.kano")
    window.run("save_as")
    assert window.document.path == tmp_path / "mine.kano"
    assert window.notices.texts() == ["The study is kept in mine.kano."]
    assert window.top_bar.saved.text() == "All changes saved"
    window.context.apply("Rename", lambda old: edits.rename_study(old, "Mine"))
    assert _project(window).report.title == "Mine"
    assert not shown.exists()


def _damaged(*_: object) -> None:
    raise ProjectFileError(Reason.DAMAGED, Path("study.kano"))


def test_faults_of_revisions_are_told_in_the_window(
    window: MainWindow, revisions: RevisionsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document, "new", _damaged)
    revisions.look.click()
    assert not window.document.read_only
    assert "study.kano" in window.notices.texts()[0]
    window.notices.clear()
    monkeypatch.setattr(ProjectFile, "load", _damaged)
    window.run("revert")
    assert "study.kano" in window.notices.texts()[0]
    assert _project(window).report.title == "First"


def test_undo_of_a_restored_revision_takes_no_later_step_back(window: MainWindow, revisions: RevisionsDialog) -> None:
    revisions.restore.click()
    window.context.apply("Rename", lambda old: edits.rename_study(old, "Later"))
    assert window.notices.texts() == []
    window.run("undo")
    assert _project(window).report.title == ""


def test_what_is_known_of_features_is_read_beside_the_work_and_put_into_what_is_there_by_then(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.context.apply("Add", lambda old: edits.add_features(old, ["Wi-Fi"]))
    path = tmp_path / "known.csv"
    path.write_text("feature,effort\nWi-Fi,3\nBed,4\n", encoding="utf-8")
    monkeypatch.setattr(window.studies, "_ask_open", lambda *_: path)
    window.run("import_features")
    window.context.apply("Add", lambda old: edits.add_features(old, ["Bed"]))
    qtbot.waitUntil(lambda: len(_project(window).plan.items) == 2, timeout=10_000)
    assert window.page == "features"
    window.run("undo")
    assert [one.name for one in _project(window).survey.features] == ["Wi-Fi", "Bed"]
    path.write_text("", encoding="utf-8")
    window.run("import_features")
    qtbot.waitUntil(lambda: any("known.csv" in text for text in window.notices.texts()), timeout=10_000)


def test_a_study_to_merge_that_cannot_be_read_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.kano"
    path.write_text("no study", encoding="utf-8")
    monkeypatch.setattr(window.studies, "_ask_open", lambda *_: path)
    window.run("merge")
    qtbot.waitUntil(lambda: any("other.kano" in text for text in window.notices.texts()), timeout=10_000)


def test_the_card_of_a_reading_goes_when_another_file_or_another_study_comes_in_its_place(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(importers, "examine", lambda *_, **__: go_on.wait(10))
    window.studies.take(_file(tmp_path, "one.csv", "a"))
    window.studies.take(_file(tmp_path, "two.csv", "a"))
    qtbot.waitUntil(lambda: [one.bar.accessibleName() for one in window.findChildren(Progress)] == ["Reading two.csv"])
    go_on.set()
    window.studies.new()
    qtbot.waitUntil(lambda: window.findChild(Progress) is None)


@pytest.fixture
def palette(window: MainWindow) -> Palette:
    window.context.apply("Add", lambda old: edits.add_features(old, ["Quiet at night", "Study desk & lamp"]))
    show_palette(window.context, window)
    found = window.findChild(Palette)
    assert found is not None
    return found


def test_the_palette_finds_actions_by_words_in_any_order(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "stu op")
    assert palette.texts() == ["Open a study…"]
    palette.field.setText("nothing like that")
    assert palette.texts() == []
    assert palette.nothing.isVisible()


def test_the_palette_lists_only_what_can_be_done_now(palette: Palette, window: MainWindow) -> None:
    assert not window.actions_by_name["redo"].isEnabled()
    assert "Redo" not in palette.texts()
    assert "Undo: Add" in palette.texts()
    assert "Study desk & lamp" in palette.texts()


def test_arrows_and_enter_in_the_palette_jump_to_a_feature(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "night")
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page == "results")
    assert window.feature == _project(window).survey.features[0].id


def test_esc_closes_the_palette_and_does_nothing(palette: Palette, window: MainWindow) -> None:
    page = window.page
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.page == page


def test_a_page_is_found_by_its_name(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "roadmap page")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page == "roadmap")


def test_preferences_are_what_the_form_says(window: MainWindow) -> None:
    def fill() -> None:
        dialog = window.findChild(PreferencesDialog)
        assert dialog is not None
        assert [dialog.language.itemText(at) for at in range(4)] == ["As the system", "English", "简体中文", "繁體中文"]
        dialog.language.setCurrentIndex(2)
        dialog.theme.setCurrentIndex(2)
        dialog.rule.setCurrentIndex(1)
        assert "percentage points" in dialog.told.text()
        dialog.paper.setCurrentIndex(1)
        QTest.keyClicks(dialog.organisation, " Harbour Hotel ")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, fill)
    chosen = ask_preferences(window.context, window)
    assert chosen is not None
    assert (chosen.language, chosen.theme, chosen.rule) == ("zh_CN", Theme.DARK, Rule.PRECEDENCE)
    assert (chosen.paper, chosen.organisation, chosen.table) == (Paper.LETTER, "Harbour Hotel", "berger")


def test_preferences_stay_on_esc(window: MainWindow) -> None:
    def leave() -> None:
        dialog = window.findChild(PreferencesDialog)
        assert dialog is not None
        dialog.theme.setCurrentIndex(2)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, leave)
    assert ask_preferences(window.context, window) is None


def test_about_has_the_text_of_every_licence(window: MainWindow) -> None:
    window.run("about")
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    for at in range(dialog.list.count()):
        dialog.list.setCurrentRow(at)
        assert len(dialog.text.toPlainText()) > 200, dialog.list.item(at).text()
    assert "sends nothing" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "help"
    (folder / "en").mkdir(parents=True)
    filler = "Some text. " * 400
    (folder / "en" / "guide.md").write_text(
        f"# Guide {{#guide}}\n\n{filler}\n\n## Answers {{#answers}}\n\nPeople by features. "
        f"See [the intervals](#better).\n\n```\n# no heading {{#not}}\n```\n\n{filler}",
        encoding="utf-8",
    )
    (folder / "en" / "method.md").write_text(
        f"# Method\n\n{filler}\n\n## Better and Worse {{#better}}\n\nWilson’s interval. [Out](https://example.com)\n\n"
        f"{filler}",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def help_window(window: MainWindow, pages: Path) -> HelpWindow:
    show_help(window.context, window, "better", pages)
    found = window.findChild(HelpWindow)
    assert found is not None
    return found


def _top(shown: HelpWindow) -> str:
    return shown.browser.cursorForPosition(shown.browser.viewport().rect().topLeft()).block().text()


def test_a_topic_opens_at_its_heading_without_the_anchor(help_window: HelpWindow) -> None:
    assert not help_window.isModal()
    assert help_window.browser.verticalScrollBar().value() > 0
    assert "Better and Worse" in help_window.browser.toPlainText()
    assert "{#" not in help_window.browser.toPlainText()


def test_a_page_or_an_unknown_topic_opens_at_its_top(help_window: HelpWindow) -> None:
    help_window.go("method")
    assert help_window.browser.verticalScrollBar().value() == 0
    help_window.go("no such topic")
    assert help_window.browser.toPlainText().startswith("Guide")
    assert help_window.browser.verticalScrollBar().value() == 0


def test_links_go_to_other_topics_and_nowhere_else(help_window: HelpWindow) -> None:
    help_window.go("answers")
    help_window.browser.anchorClicked.emit(QUrl("#better"))
    assert help_window.browser.toPlainText().startswith("Method")
    help_window.browser.anchorClicked.emit(QUrl("https://example.com/guide"))
    assert help_window.browser.toPlainText().startswith("Method")
    help_window.back_button.click()
    assert help_window.browser.toPlainText().startswith("Guide")


def test_the_help_is_searched_and_enter_opens_the_first_place(help_window: HelpWindow) -> None:
    help_window.go("guide")
    QTest.keyClicks(help_window.field, "interval wilson")
    assert help_window.contents.topLevelItemCount() == 1
    QTest.keyClick(help_window.field, Qt.Key.Key_Return)
    assert help_window.browser.toPlainText().startswith("Method")
    assert help_window.browser.extraSelections()
    help_window.field.setText("xyzzy")
    assert help_window.nothing.isVisible()
    help_window.field.clear()
    assert help_window.contents.topLevelItem(0).text(0) == "Guide"  # type: ignore[union-attr]


def test_a_line_of_code_is_no_heading(help_window: HelpWindow) -> None:
    assert [one.text for one in help_window.pages["guide"].headings] == ["Guide", "Answers"]


def test_the_help_is_one_window_and_speaks_the_language_of_the_window(
    window: MainWindow, help_window: HelpWindow, pages: Path, qtbot: QtBot
) -> None:
    show_help(window.context, window, "answers", pages)
    assert window.findChildren(HelpWindow) == [help_window]
    (pages / "zh_CN").mkdir()
    (pages / "zh_CN" / "guide.md").write_text("# 指南 {#guide}\n\n回答\n", encoding="utf-8")
    window.prefer(replace(window.preferences, language="zh_CN"))
    show_help(window.context, window, "guide", pages)
    qtbot.waitUntil(lambda: len(window.findChildren(HelpWindow)) == 1)
    shown = window.findChild(HelpWindow)
    assert shown is not None
    assert shown.browser.toPlainText().startswith("指南")
    assert shown.pages["method"].title == "Method"
    shown.field.setText("回答")
    assert shown.contents.topLevelItemCount() == 1


def test_esc_closes_the_help(help_window: HelpWindow) -> None:
    QTest.keyClick(help_window, Qt.Key.Key_Escape)
    assert not help_window.isVisible()
    assert isinstance(help_window, QDialog)
