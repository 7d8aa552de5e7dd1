import datetime as dt
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from making import CELLS, people
from pypdf import PdfReader
from PySide6.QtCore import QDate, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from staging import Stage, Staged

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import Paper, Preset, QuadrantLines, Section
from kano_app.i18n import language
from kano_app.report.exports import EXPORTS
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.report import ReportPage
from kano_app.ui.widgets.report_choosing import in_a_year, today
from kano_app.ui.widgets.report_files import file_name, own_folder, with_ending
from kano_app.ui.widgets.report_words import WAYS, way_name, way_use

_BOX = QPoint(12, 12)


def _study() -> Project:
    given = {"Clean room": "M", "Wi-Fi": "P", "Tips": "A", "Minibar": "I"}
    project = edits.add_survey(Project(), people({name: [CELLS[letter]] * 12 for name, letter in given.items()}))
    return edits.rename_study(project, "Guest stay")


Show = Callable[[Project], ReportPage]


@pytest.fixture
def show(staged: Staged) -> Show:
    return lambda project: staged(ReportPage, project).page


@pytest.fixture
def page(show: Show) -> ReportPage:
    return show(_study())


def _window(page: ReportPage) -> Stage[ReportPage]:
    return cast("Stage[ReportPage]", page.context.window)


def _name(monkeypatch: pytest.MonkeyPatch, path: Path | None, kind: str = "") -> None:
    """Answer the next question for a file's name."""
    answer = ("" if path is None else str(path), kind)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)


def _written(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.export.is_running, timeout=30_000)


def test_title_and_organisation_are_typed_as_one_step_each(page: ReportPage) -> None:
    page.choices.title.setFocus()
    page.choices.title.end(False)
    QTest.keyClicks(page.choices.title, " 2026")
    QTest.keyClicks(page.choices.organisation, "Harbour Hotel")
    report = page.context.project.report
    assert (report.title, report.organisation) == ("Guest stay 2026", "Harbour Hotel")
    stack = page.context.document.undo_stack
    assert stack.index() == 2
    stack.undo()
    stack.undo()
    assert (page.choices.title.text(), page.choices.organisation.text()) == ("Guest stay", "")


def test_language_paper_and_lines_are_chosen_by_the_keyboard(page: ReportPage) -> None:
    for box in (page.choices.language, page.choices.paper, page.choices.lines):
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
    report = page.context.project.report
    assert (report.language, report.paper, report.quadrant_lines) == ("zh_CN", Paper.LETTER, QuadrantLines.MEAN)
    assert page.context.language.code == "en"
    page.context.document.undo_stack.undo()
    assert page.choices.lines.currentData() == QuadrantLines.HALF.value


def test_the_date_is_that_of_writing_until_somebody_sets_one(page: ReportPage) -> None:
    assert page.context.project.report.date is None
    assert not page.choices.date.isEnabled()
    QTest.mouseClick(page.choices.undated, Qt.MouseButton.LeftButton, pos=_BOX)
    assert page.context.project.report.date == today()
    page.choices.date.setDate(QDate(2026, 3, 14))
    assert page.context.project.report.date == dt.date(2026, 3, 14)
    QTest.mouseClick(page.choices.today, Qt.MouseButton.LeftButton)
    assert page.context.project.report.date == today()
    page.context.document.undo_stack.undo()
    page.context.document.undo_stack.undo()
    page.context.document.undo_stack.undo()
    assert page.choices.undated.isChecked()


def test_the_date_of_the_data_the_end_and_the_notes_are_chosen_and_undone(page: ReportPage) -> None:
    choices, project = page.choices, page.context.project
    assert not choices.until.isEnabled()
    QTest.mouseClick(choices.held, Qt.MouseButton.LeftButton, pos=_BOX)
    choices.held_on.setDate(QDate(2026, 3, 14))
    assert choices.until.date() == QDate(2027, 3, 14), "a year after the answers is offered"
    choices.ends.setFocus()
    QTest.keyClick(choices.ends, Qt.Key.Key_Space)
    QTest.mouseClick(choices.notes, Qt.MouseButton.LeftButton, pos=_BOX)
    report = page.context.project.report
    assert (report.data_date, report.valid_until) == (dt.date(2026, 3, 14), dt.date(2027, 3, 14))
    assert report.notes
    QTest.keyClick(choices.ends, Qt.Key.Key_Space)
    assert page.context.project.report.valid_until is None
    while page.context.document.undo_stack.canUndo():
        page.context.document.undo_stack.undo()
    assert page.context.project.report == project.report
    assert not choices.notes.isChecked()
    assert not choices.held.isChecked()
    assert in_a_year(dt.date(2028, 2, 29)) == dt.date(2029, 2, 28)


def test_a_section_is_ticked_off_and_on_again_and_a_preset_is_one_click(page: ReportPage, qtbot: QtBot) -> None:
    sections = page.sections
    qtbot.waitUntil(lambda: sections.is_known, timeout=20_000)
    assert sections.presets[Preset.FULL].isChecked()
    before = sections.count
    check = sections.ticks[Section.METHOD]
    check.setFocus()
    QTest.keyClick(check, Qt.Key.Key_Space)
    assert list(page.context.project.report.left_out) == [Section.METHOD]
    assert sections.presets[None].isChecked()
    assert sections.count == before - 1
    step = page.context.document.undo_name()
    assert step is not None
    assert step.told(language("en")) == "Leave “Method” out of the report"
    QTest.mouseClick(sections.presets[Preset.ONE_PAGE], Qt.MouseButton.LeftButton)
    assert page.context.project.report.left_out == Preset.ONE_PAGE.left_out
    assert sections.ticks[Section.SUMMARY].isChecked()
    assert not check.isChecked()
    QTest.mouseClick(sections.presets[Preset.FULL], Qt.MouseButton.LeftButton)
    assert not page.context.project.report.left_out
    assert not sections.presets[None].isEnabled()
    page.context.document.undo_stack.undo()
    assert sections.presets[Preset.ONE_PAGE].isChecked()


def test_sections_say_what_they_hold_and_which_are_empty(page: ReportPage, qtbot: QtBot) -> None:
    sections = page.sections
    qtbot.waitUntil(lambda: sections.is_known, timeout=20_000)
    told = {one: tick.accessibleDescription() for one, tick in sections.ticks.items()}
    assert told[Section.REASONS].startswith("a table of 4 rows")
    assert told[Section.FLIPPED] == "Empty and so left out: No feature is reverse."
    assert sections.reasons[Section.FLIPPED].isVisible()
    assert not sections.reasons[Section.REASONS].isVisible()
    empty = sum(text.startswith("Empty") for text in told.values())
    assert page.state() == f"{len(Section) - empty} sections"


def test_the_pdf_is_written_with_the_day_of_writing_and_the_choice_stays(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _name(monkeypatch, tmp_path / "stay")
    page.act()
    assert page.export.is_running
    _written(page, qtbot)
    pages = len(PdfReader(tmp_path / "stay.pdf").pages)
    assert _window(page).asked[-1] == ("info", f"stay.pdf is written: {pages} pages.")
    assert page.context.project.report.date is None
    assert page.context.document.undo_stack.index() == 0
    assert today().strftime("%Y") in PdfReader(tmp_path / "stay.pdf").pages[0].extract_text()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    action = _window(page).actions[-1]
    assert action is not None
    action[1]()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "stay.pdf"))]


def test_characters_that_no_font_has_are_told(
    show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(edits.rename_study(_study(), "Guest \U00012000"))
    _name(monkeypatch, tmp_path / "stay.pdf")
    QTest.mouseClick(page.export.write, Qt.MouseButton.LeftButton)
    _written(page, qtbot)
    assert "No font has 1 character, shown by its number: \U00012000." in _window(page).asked[-1][1]


def test_writing_can_be_cancelled_and_leaves_nothing(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    _name(monkeypatch, folder / "stay.pdf")
    page.act()
    QTest.mouseClick(page.export.stop, Qt.MouseButton.LeftButton)
    assert not page.export.is_running
    page.context.jobs.stop()
    assert list(folder.iterdir()) == []
    assert page.context.project.report.date is None


def test_a_file_that_cannot_be_written_is_told_with_a_remedy(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _name(monkeypatch, tmp_path / "gone" / "stay.xlsx")
    page.export.ways["workbook"].trigger()
    _written(page, qtbot)
    kind, told = _window(page).asked[-1]
    assert kind == "error"
    assert "cannot be written" in told
    assert page.context.project.report.date is None
    _name(monkeypatch, tmp_path / "stay.xlsx")
    action = _window(page).actions[-1]
    assert action is not None
    assert action[0] == "Choose another name…"
    action[1]()
    _written(page, qtbot)
    assert (tmp_path / "stay.xlsx").read_bytes().startswith(b"PK")


def test_nothing_is_written_where_no_name_is_given(page: ReportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    _name(monkeypatch, None)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.act()
    page.export.ways["folder"].trigger()
    assert not page.export.is_running
    assert page.context.document.undo_stack.index() == 0


def test_a_file_whose_whole_name_was_not_chosen_is_not_replaced(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stay.pdf").write_text("mine")
    _name(monkeypatch, tmp_path / "stay")
    page.act()
    assert not page.export.is_running
    assert (tmp_path / "stay.pdf").read_text() == "mine"
    assert _window(page).asked[-1][0] == "warning"


@pytest.mark.parametrize("key", ["figures", "json", "jira", "tables"])
def test_the_study_is_saved_in_the_form_that_is_chosen(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    _name(monkeypatch, tmp_path / "stay")
    page.export.ways[key].trigger()
    _written(page, qtbot)
    path = tmp_path / f"stay{WAYS[key]}"
    if key == "json":
        found = [one["name"] for one in json.loads(path.read_text("utf-8"))["features"]]
        assert found == ["Clean room", "Wi-Fi", "Tips", "Minibar"]
    elif key == "tables":
        assert all(name.endswith(".csv") for name in zipfile.ZipFile(path).namelist())
    else:
        assert "Clean room" in path.read_text("utf-8-sig")
    assert _window(page).asked[-1] == ("info", f"{path.name} is written.")
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    action = _window(page).actions[-1]
    assert action is not None
    assert action[0] == "Open folder"
    action[1]()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_a_folder_that_holds_something_gets_a_new_folder_in_it(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "out"
    chosen.mkdir()
    (chosen / "mine.txt").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    page.export.ways["folder"].trigger()
    _written(page, qtbot)
    assert (chosen / "mine.txt").read_text() == "mine"
    assert (chosen / "Guest stay" / "results.json").exists()
    assert "files are in the folder Guest stay." in _window(page).asked[-1][1]
    assert own_folder(chosen, "Guest stay") == chosen / "Guest stay 2"
    assert own_folder(tmp_path / "new", "Guest stay") == tmp_path / "new"


def test_the_menu_offers_every_way_out_under_its_name() -> None:
    words = language("en")
    assert [(one.key, one.suffix) for one in EXPORTS] == list(WAYS.items())
    assert [one.label for one in EXPORTS] == [way_name(key, words) for key in WAYS]
    assert all(way_use(key, words) for key in WAYS)


def test_the_number_of_sections_is_known_before_the_page_was_seen(
    opened: Callable[[Project], MainWindow], qtbot: QtBot
) -> None:
    page = opened(_study()).pages["report"]
    qtbot.waitUntil(lambda: page.state().endswith("sections"), timeout=20_000)
    assert not page.isVisible()


def test_a_study_without_features_has_nothing_to_write(show: Show) -> None:
    page = show(edits.new_study())
    assert not page.export.write.isEnabled()
    assert not page.export.others.isEnabled()
    assert not page.preview.isVisible()
    page.act()
    assert _window(page).asked[-1][0] == "warning"
    assert page.state() == ""


def test_a_study_that_can_only_be_looked_at_is_shown_and_not_changed(staged: Staged, qtbot: QtBot) -> None:
    project = edits.choose_report(_study(), replace(_study().report, notes=True))
    page = staged(ReportPage, project, read_only=True).page
    for one in (page.choices.notes, page.choices.ends, page.sections.ticks[Section.METHOD], page.look.theme):
        assert not one.isEnabled()
        assert "read only" in one.accessibleDescription()
    assert page.look.footer.isReadOnly()
    assert page.export.write.isEnabled()
    qtbot.waitUntil(lambda: not page.preview.view.is_stale, timeout=30_000)


def test_names_of_files_hold_nothing_a_system_refuses() -> None:
    assert file_name('a/b:c*"<d>|?\n', ".pdf") == "a_b_c___d____.pdf"
    assert file_name(" . ", ".pdf") == "kano.pdf"
    assert with_ending(Path("a.JSON"), (".csv", ".json")) == Path("a.JSON")
    assert with_ending(Path("a.b"), (".csv", ".json")) == Path("a.b.csv")
