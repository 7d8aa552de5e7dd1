"""The page of the report that is at hand, while the window is made anew and once it is closed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from making import CELLS, people
from pytestqt.qtbot import QtBot

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.report import ReportPage
from kano_app.ui.preferences import Theme
from kano_app.ui.widgets.report_preview import Preview

_PATIENCE = 30_000
Open = Callable[[Project], MainWindow]


def _study() -> Project:
    given = {f"Feature {place}": [CELLS["MPAI"[place % 4]]] * 12 for place in range(4)}
    return edits.rename_study(edits.add_survey(Project(), people(given)), "Guest stay")


def _preview(window: MainWindow, qtbot: QtBot) -> Preview:
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    view = page.preview.view
    qtbot.waitUntil(lambda: view.pages > 0 and not view.is_stale and view.is_fresh(view.current), timeout=_PATIENCE)
    return page.preview


@pytest.fixture
def shown(opened: Open, qtbot: QtBot) -> MainWindow:
    window = opened(_study())
    window.go("report")
    _preview(window, qtbot).turn_to(2)
    return window


@pytest.mark.parametrize("values", [{"theme": Theme.DARK}, {"language": "zh_CN"}])
def test_the_page_at_hand_stays_in_another_theme_and_language(
    shown: MainWindow, qtbot: QtBot, values: dict[str, object]
) -> None:
    shown.prefer(replace(shown.preferences, **values))  # type: ignore[arg-type] # whatever a test wants
    preview = _preview(shown, qtbot)
    assert (preview.view.current, preview.page.value()) == (2, 3)
    assert preview.view.verticalScrollBar().value() > 0


def test_the_page_at_hand_stays_while_nobody_looks_at_the_report(shown: MainWindow, qtbot: QtBot) -> None:
    shown.go("start")
    for theme in (Theme.DARK, Theme.LIGHT):
        shown.prefer(replace(shown.preferences, theme=theme))
    shown.go("report")
    assert _preview(shown, qtbot).view.current == 2


def test_another_study_begins_at_its_first_page(shown: MainWindow, opened: Open, qtbot: QtBot) -> None:
    opened(_study())
    shown.go("report")
    assert _preview(shown, qtbot).view.current == 0


def test_files_of_pages_are_closed_with_the_window(shown: MainWindow, qtbot: QtBot) -> None:
    files = _preview(shown, qtbot).view._sheets.files
    assert files
    shown.close()
    assert files == []
