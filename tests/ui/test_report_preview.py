"""The pages of the report beside its choices, as they will print."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import shiboken6
from making import CELLS, people
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from staging import Stage, Staged

from kano_app import report
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.settings import Paper, Preset, Section
from kano_app.report.pages import Pages
from kano_app.ui.pages.report import ReportPage
from kano_app.ui.widgets import report_files, report_preview
from kano_app.ui.widgets.report_outline import Part, begins
from kano_app.ui.widgets.report_preview import Preview
from kano_app.ui.widgets.report_view import Zoom

_PATIENCE = 30_000
_ROOT = Path(__file__).parents[2]
Shown = Callable[[Project], Preview]


def _study(features: int = 4) -> Project:
    letters = "MPAI"
    given = {f"Feature {place}": [CELLS[letters[place % 4]]] * 12 for place in range(features)}
    project = edits.rename_study(edits.add_survey(Project(), people(given)), "Guest stay")
    return edits.choose_report(project, replace(project.report, organisation="Harbour Hotel"))


def _wait(preview: Preview, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: not preview.view.is_stale and preview.view.is_fresh(preview.view.current), timeout=_PATIENCE
    )


@pytest.fixture
def page(staged: Staged, qtbot: QtBot) -> ReportPage:
    found = staged(ReportPage, _study(), quick=True).page
    _wait(found.preview, qtbot)
    return found


def _apply(page: ReportPage, **values: object) -> None:
    context = page.context
    new = replace(context.project.report, **values)  # type: ignore[arg-type] # whatever a test wants
    context.apply("A change", lambda project: edits.choose_report(project, new))


def test_the_first_page_is_there_before_the_others_and_those_stay_meanwhile(page: ReportPage, qtbot: QtBot) -> None:
    view = page.preview.view
    before = view.pages
    QTest.keyClicks(page.choices.title, " 2026")
    assert view.is_stale
    assert view.pages == before, "never blank"
    qtbot.waitUntil(lambda: view.is_fresh(0), timeout=_PATIENCE)
    assert view.is_stale, "the others are on their way"
    assert "2026" in view.text()
    _wait(page.preview, qtbot)
    assert "2026" in view.text()


def test_of_changes_that_come_fast_only_the_last_is_laid_out_whole(
    page: ReportPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    true = report_files.pdf_of

    def counted(project: Project, *rest: object) -> bytes:
        made.append(project.report.title)
        return true(project, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(report_preview, "pdf_of", counted)
    page.choices.title.selectAll()
    QTest.keyClicks(page.choices.title, "Stay of guests")
    _wait(page.preview, qtbot)
    assert made == ["Stay of guests"]


def test_pages_are_turned_by_keys_by_the_field_and_by_scrolling(page: ReportPage, qtbot: QtBot) -> None:
    preview, view = page.preview, page.preview.view
    last = view.pages - 1
    view.setFocus()
    for key, expected in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_PageDown, last),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
    ):
        QTest.keyClick(view, key)
        assert view.current == expected
        assert preview.page.value() == expected + 1
    assert preview.told.text() == f"of {last + 1}"
    preview.page.selectAll()
    QTest.keyClicks(preview.page, "4")
    QTest.keyClick(preview.page, Qt.Key.Key_Return)
    assert view.current == 3
    qtbot.waitUntil(lambda: view.is_sharp(3), timeout=_PATIENCE)
    view.verticalScrollBar().setValue(0)
    assert view.current == 0


def test_the_page_at_hand_is_told_to_those_who_do_not_see_it(page: ReportPage) -> None:
    view = page.preview.view
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.accessibleName() == f"Preview, page 2 of {view.pages}"
    assert "Contents" in view.accessibleDescription()
    assert "What to do first" in view.accessibleDescription()


def test_pictures_are_kept_of_a_few_pages_only(page: ReportPage, qtbot: QtBot) -> None:
    view = page.preview.view
    for number in range(view.pages):
        view.go_to(number)
        qtbot.waitUntil(lambda number=number: view.is_sharp(number), timeout=_PATIENCE)  # type: ignore[misc]
    assert len(view.kept) <= 11
    assert view.pages - 1 in view.kept
    assert 0 not in view.kept


@pytest.mark.parametrize("zoom", [Zoom.PAGE, Zoom.FULL])
def test_the_page_at_hand_stays_in_another_size(page: ReportPage, qtbot: QtBot, zoom: Zoom) -> None:
    view = page.preview.view
    view.go_to(3)
    QTest.mouseClick(page.preview.zooms[zoom], Qt.MouseButton.LeftButton)
    assert view.current == 3
    qtbot.waitUntil(lambda: view.is_sharp(3), timeout=_PATIENCE)
    place = view._places[3]
    if zoom is Zoom.PAGE:
        assert place.height() <= view.viewport().height()
    else:
        assert round(place.width()) == round(view._sheets.sizes[3][0] * view.logicalDpiX() / 72)


def test_pages_follow_paper_language_and_sections(staged: Staged, qtbot: QtBot) -> None:
    page = staged(ReportPage, _study(12), quick=True).page
    view = page.preview.view
    _apply(page, paper=Paper.LETTER, language="zh_TW")
    _wait(page.preview, qtbot)
    assert view._sheets.sizes[0] == (612, 792)
    assert any(wide > high for wide, high in view._sheets.sizes), "landscape where a picture asks for it"
    view.go_to(view.pages - 1)
    QTest.mouseClick(page.sections.presets[Preset.ONE_PAGE], Qt.MouseButton.LeftButton)
    _wait(page.preview, qtbot)
    assert view.pages == 1
    assert view.current == 0
    assert page.preview.page.maximum() == 1


def test_a_section_shows_its_page_by_click_and_by_enter(page: ReportPage, qtbot: QtBot) -> None:
    sections, view = page.sections, page.preview.view
    qtbot.waitUntil(lambda: Section.METHOD in sections.begins, timeout=_PATIENCE)
    link = sections.pages[Section.ROADMAP]
    assert link.text() == str(sections.begins[Section.ROADMAP] + 1)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert "The roadmap" in view.text()
    tick = sections.ticks[Section.METHOD]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert view.current == sections.begins[Section.METHOD]
    assert "Method" in view.text()
    assert tick.isChecked()
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert not link.isHidden()
    assert sections.pages[Section.METHOD].isHidden()


def test_headings_are_found_in_their_order() -> None:
    parts = (
        Part(Section.COVER),
        Part(Section.ROADMAP, "Plan"),
        Part(Section.MAP, "Map", is_empty=True),
        Part(Section.METHOD, "Plan"),
    )
    assert begins(parts, (), [("Plan", 2), ("Map", 3), ("Plan", 5)]) == {
        Section.COVER: 0,
        Section.ROADMAP: 2,
        Section.METHOD: 5,
    }


def test_nothing_is_made_while_nobody_looks(page: ReportPage, qtbot: QtBot) -> None:
    stage = cast("Stage[ReportPage]", page.context.window)
    page.hide()
    _apply(page, title="Unseen")
    qtbot.wait(50)
    assert stage.jobs.running("preview") is None
    assert stage.jobs.running("pages") is None
    page.show()
    _wait(page.preview, qtbot)
    assert "Unseen" in page.preview.view.text()


def test_pages_are_pictures_of_the_size_that_is_asked_for(page: ReportPage) -> None:
    found = page.context.findings
    project, analysis, roadmap = found.project, found.analysis, found.roadmap
    assert project is not None
    assert analysis is not None
    assert roadmap is not None
    pages = Pages(report.preview(project, analysis, roadmap, 0, 2).pdf)
    assert len(pages.sizes) == 2
    picture = pages.picture(0, 0.5)
    assert (picture.width, picture.height) == (298, 421)
    assert len(picture.pixels) == picture.stride * picture.height
    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert "Guest stay" in pages.text(0)
    pages.close()


def test_bytes_that_are_no_pdf_are_refused() -> None:
    with pytest.raises(RuntimeError):
        Pages(b"nothing")


def test_the_window_loads_no_heavy_library_for_the_page() -> None:
    code = "import sys, kano_app.ui.pages.report; print([m for m in ('pypdfium2', 'reportlab') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT)
    assert done.stdout.strip() == "[]"


def test_files_of_pages_are_closed_with_the_view(staged: Staged, qtbot: QtBot) -> None:
    page = staged(ReportPage, _study(), quick=True).page
    _wait(page.preview, qtbot)
    view, files = page.preview.view, page.preview.view._sheets.files
    assert len(files) == 1
    view.setParent(None)
    shiboken6.delete(view)
    assert files == []
