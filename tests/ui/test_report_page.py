import datetime as dt
import json
from collections.abc import Callable
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
from kano_app.domain.settings import Paper, QuadrantLines, Section
from kano_app.i18n import language
from kano_app.ui.pages.report import ReportPage
from kano_app.ui.widgets.report_choices import today
from kano_app.ui.widgets.report_files import file_name, with_ending

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
    assert ("Date", "14 March 2026") in page.outline.facts
    QTest.mouseClick(page.choices.today, Qt.MouseButton.LeftButton)
    assert page.context.project.report.date == today()
    page.context.document.undo_stack.undo()
    page.context.document.undo_stack.undo()
    page.context.document.undo_stack.undo()
    assert page.choices.undated.isChecked()


def test_the_outline_says_what_each_section_holds_and_what_is_empty(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.outline.is_known, timeout=20_000)
    told = dict(page.outline.texts)
    assert told["The roadmap"] == "Now 2 · Next 1 · Not planned 1"
    assert told["Why each feature stands where it does"] == "a table of 4 rows"
    assert told["The flipped statement"] == "Empty and so left out: No feature is reverse."
    assert told["Segments, camps and waves"].startswith("Empty and so left out")
    empty = sum(text.startswith("Empty") for text in told.values())
    assert page.state() == f"{len(Section) - empty} sections"


def test_a_section_is_ticked_off_and_on_again(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.outline.is_known, timeout=20_000)
    before = page.outline.sections
    check = page.choices.sections[Section.METHOD]
    check.setFocus()
    QTest.keyClick(check, Qt.Key.Key_Space)
    assert list(page.context.project.report.left_out) == [Section.METHOD]
    assert dict(page.outline.texts)["Method"] == "Left out by your choice."
    assert page.outline.sections == before - 1
    step = page.context.document.undo_name()
    assert step is not None
    assert step.told(language("en")) == "Leave “Method” out of the report"
    QTest.mouseClick(page.choices.all, Qt.MouseButton.LeftButton)
    assert not page.context.project.report.left_out
    assert check.isChecked()


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
    _name(monkeypatch, tmp_path / "gone" / "stay.pdf")
    page.act()
    _written(page, qtbot)
    kind, told = _window(page).asked[-1]
    assert kind == "error"
    assert "cannot be written" in told
    assert page.context.project.report.date is None
    _name(monkeypatch, tmp_path / "stay.pdf")
    action = _window(page).actions[-1]
    assert action is not None
    assert action[0] == "Choose another name…"
    action[1]()
    _written(page, qtbot)
    assert (tmp_path / "stay.pdf").exists()


def test_nothing_is_asked_twice_and_nothing_written_where_no_name_is_given(
    page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    _name(monkeypatch, None)
    page.act()
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


@pytest.mark.parametrize(("kind", "ending"), [("CSV (*.csv)", ".csv"), ("JSON (*.json)", ".json")])
def test_the_figures_are_saved_in_the_form_that_is_chosen(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, ending: str
) -> None:
    _name(monkeypatch, tmp_path / "figures", kind)
    QTest.mouseClick(page.export.figures, Qt.MouseButton.LeftButton)
    _written(page, qtbot)
    text = (tmp_path / f"figures{ending}").read_text("utf-8-sig")
    if ending == ".json":
        assert [one["name"] for one in json.loads(text)["features"]] == ["Clean room", "Wi-Fi", "Tips", "Minibar"]
    else:
        assert text.splitlines()[1].startswith("Clean room,")
    assert _window(page).asked[-1] == ("info", f"The figures are in figures{ending}.")


def test_a_study_without_features_has_nothing_to_write(show: Show) -> None:
    page = show(edits.new_study())
    assert not page.export.write.isEnabled()
    assert not page.outline.texts
    page.act()
    assert _window(page).asked[-1][0] == "warning"
    assert page.state() == ""


def test_names_of_files_hold_nothing_a_system_refuses() -> None:
    assert file_name('a/b:c*"<d>|?\n', ".pdf") == "a_b_c___d____.pdf"
    assert file_name(" . ", ".pdf") == "kano.pdf"
    assert with_ending(Path("a.JSON"), (".csv", ".json")) == Path("a.JSON")
    assert with_ending(Path("a.b"), (".csv", ".json")) == Path("a.b.csv")
