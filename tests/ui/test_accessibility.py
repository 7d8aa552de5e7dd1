"""Everything by keyboard, everything with a name, nothing cut and nothing over another at the smallest size."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from kano_app import assets, entry, importers, pipeline
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.ui.actions import PAGES
from kano_app.ui.dialogs.about import AboutDialog
from kano_app.ui.dialogs.adding import AddDialog, Way
from kano_app.ui.dialogs.merge import ask_how_to_add
from kano_app.ui.dialogs.palette import show_palette
from kano_app.ui.dialogs.preferences import PreferencesDialog
from kano_app.ui.dialogs.revisions import show_revisions
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.results import ResultsPage

Open = Callable[[Project], MainWindow]
NAMES = [name for name, _ in PAGES]


def _study() -> Project:
    folder = assets.sample_surveys()
    return pipeline.read_features(pipeline.read_survey(folder / "hotel-stay.csv"), folder / "hotel-stay-features.csv")


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _shown(root: QWidget) -> Iterator[QWidget]:
    for one in root.findChildren(QWidget):
        if one.isVisibleTo(root) and one.window() is root.window() and one.width() > 1 and one.height() > 1:
            yield one


def _controls(root: QWidget) -> list[QWidget]:
    """Return what can have the focus by Tab; parts of spin boxes and lists belong to them."""
    found = []
    for one in _shown(root):
        is_part = isinstance(one.parentWidget(), QAbstractSpinBox | QComboBox | QAbstractScrollArea)
        is_frame = type(one) is QScrollArea
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not (is_part or is_frame):
            found.append(one)
    return found


def _told(one: QWidget) -> str:
    text = one.text() if isinstance(one, QAbstractButton | QLabel) else ""
    return one.accessibleName() or text


def _describe(one: QWidget) -> str:
    return f"{type(one).__name__} {_told(one)!r} {one.objectName()} in {type(one.parentWidget()).__name__}"


def _nameless(root: QWidget) -> list[str]:
    return [_describe(one) for one in _controls(root) if not _told(one).strip()]


def _unreached(root: QWidget, window: QWidget) -> list[str]:
    """Return what Tab never comes to, going round once."""
    wanted = {id(one): one for one in _controls(root)}
    window.activateWindow()
    first = next(iter(wanted.values()), None)
    if first is None:
        return []
    first.setFocus()
    seen: set[int] = set()
    for _ in range(4 * len(_controls(window)) + 20):
        focus = QApplication.focusWidget()
        if focus is None:
            break
        if id(focus) in seen and id(focus) == id(first) and len(seen) > 1:
            break
        seen.add(id(focus))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    missed = []
    for key, one in wanted.items():
        group = one.group() if isinstance(one, QAbstractButton) else None
        by_arrows = group is not None and group.exclusive() and any(id(each) in seen for each in group.buttons())
        if key not in seen and not by_arrows and not any(id(each) in seen for each in one.findChildren(QWidget)):
            missed.append(_describe(one))
    return missed


def _cut(root: QWidget) -> list[str]:
    """Return labels and buttons whose text is wider than they are, with no tip that has all of it."""
    found = []
    for one in _shown(root):
        if isinstance(one, QLabel) and not one.wordWrap() and one.text() and not one.toolTip():
            needed = max(map(one.fontMetrics().horizontalAdvance, one.text().split("\n")))
            if one.textFormat() is Qt.TextFormat.PlainText and needed > one.width() + 1:
                found.append(f"{_describe(one)}: {needed} > {one.width()}")
        elif isinstance(one, QPushButton) and one.text() and not one.toolTip():
            needed = one.fontMetrics().horizontalAdvance(one.text().replace("&&", "&"))
            if needed > one.width():
                found.append(f"{_describe(one)}: {needed} > {one.width()}")
        elif isinstance(one, QLabel) and one.wordWrap() and one.text():
            needed = one.heightForWidth(one.width())
            if needed > one.height() + 2:
                found.append(f"{_describe(one)}: {needed} high in {one.height()}")
    return found


def _overlapping(root: QWidget) -> list[str]:
    """Return visible brothers that lie over each other, but for what is laid over a whole on purpose."""
    found = []
    for parent in [root, *_shown(root)]:
        layout = parent.layout()
        if layout is None or isinstance(parent, QAbstractItemView):
            continue
        items = (layout.itemAt(place) for place in range(layout.count()))
        brothers = [
            w for item in items if item is not None and (w := item.widget()) is not None and w.isVisibleTo(root)
        ]
        for place, one in enumerate(brothers):
            for other in brothers[place + 1 :]:
                over = one.geometry().intersected(other.geometry())
                if over.width() > 1 and over.height() > 1:
                    found.append(f"{_describe(one)} over {_describe(other)} in {type(parent).__name__}")
    return found


@pytest.fixture
def window(window: MainWindow, opened: Open) -> MainWindow:
    opened(_study())
    window.resize(1100, 700)
    return window


@pytest.mark.parametrize("tongue", ["en", "zh_CN", "zh_TW"])
def test_on_every_page_all_is_named_whole_and_beside_each_other(window: MainWindow, tongue: str) -> None:
    window.prefer(replace(window.preferences, language=tongue))
    wrong: dict[str, list[str]] = {}
    for name in NAMES:
        window.go(name)
        _settle()
        assert len(_controls(window)) > len(NAMES)
        wrong[name] = [*_nameless(window), *_cut(window), *_overlapping(window)]
    results = window.pages["results"]
    assert isinstance(results, ResultsPage)
    window.go("results")
    for tab in results.panels:
        results.tabs.turn(tab)
        _settle()
        wrong[tab] = [*_nameless(results), *_cut(results), *_overlapping(results)]
    assert {name: one for name, one in wrong.items() if one} == {}


@pytest.mark.parametrize("tongue", ["en", "zh_CN"])
@pytest.mark.parametrize("mode", Mode)
def test_in_a_workshop_all_is_named_whole_and_beside_each_other(window: MainWindow, mode: Mode, tongue: str) -> None:
    window.prefer(replace(window.preferences, language=tongue))
    study = edits.add_features(edits.new_study(), ["Staff who know the guest’s name from the first evening on", "Gym"])
    window.show_document(Document.new(study, window.drafts))
    window.run("workshop")
    _settle()
    assert [*_nameless(window), *_cut(window), *_overlapping(window)] == []
    people = () if mode is Mode.CARDS else ("",) * 15
    begun = entry.begin(study, entry.Setup(mode, people, practice=False, importance=True))
    window.show_document(Document.new(begun, window.drafts))
    window.run("workshop")
    _settle()
    assert [*_nameless(window), *_cut(window), *_overlapping(window)] == []


@pytest.mark.parametrize("tongue", ["en", "zh_CN"])
@pytest.mark.parametrize("name", NAMES)
def test_every_control_of_a_page_is_reached_by_tab(window: MainWindow, name: str, tongue: str) -> None:
    window.prefer(replace(window.preferences, language=tongue))
    window.go(name)
    _settle()
    assert _unreached(window.frame, window) == []


def _preferences(window: MainWindow) -> None:
    PreferencesDialog(window.context, window).show()


def _about(window: MainWindow) -> None:
    AboutDialog(window.context, window).show()


def _palette(window: MainWindow) -> None:
    show_palette(window.context, window)


def _help(window: MainWindow) -> None:
    window.help("guide")


def _revisions(window: MainWindow) -> None:
    show_revisions(window.context, window)


def _merge(window: MainWindow) -> None:
    other = edits.rename_study(_study(), "Other")
    ask_how_to_add(window.context, window, other, assets.sample_surveys() / "other.kano")


def _importing(window: MainWindow) -> None:
    survey, _ = importers.read_survey(assets.sample_surveys() / "clinic-visit.csv")
    AddDialog(window.context, window, "Import", "It holds much.", window.document.project, survey, list(Way)).open()


DIALOGS = [_preferences, _about, _palette, _help, _revisions, _merge, _importing]


@pytest.mark.parametrize("tongue", ["en", "zh_CN"])
@pytest.mark.parametrize("show", DIALOGS, ids=lambda one: one.__name__.strip("_"))
def test_every_dialog_is_named_whole_and_reached_by_tab(
    window: MainWindow, show: Callable[[MainWindow], object], tongue: str
) -> None:
    window.prefer(replace(window.preferences, language=tongue))
    before = set(QApplication.topLevelWidgets())
    show(window)
    _settle()
    dialogs = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in before]
    dialogs = [one for one in dialogs if isinstance(one, QDialog) or one.windowTitle()]
    assert dialogs
    dialog = dialogs[-1]
    wrong = [*_nameless(dialog), *_cut(dialog), *_overlapping(dialog), *_unreached(dialog, dialog)]
    dialog.close()
    _settle()
    assert wrong == []


def test_fields_have_names_that_say_what_belongs_into_them(window: MainWindow) -> None:
    for name in NAMES:
        window.go(name)
        _settle()
        for field in window.findChildren(QLineEdit):
            if field.isVisible() and not isinstance(field.parentWidget(), QAbstractSpinBox | QComboBox):
                assert field.accessibleName(), _describe(field)
