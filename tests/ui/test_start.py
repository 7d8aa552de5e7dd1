import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kano_app import assets, importers
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.storage import ProjectFile, new_draft
from kano_app.ui.main_window import MainWindow
from kano_app.ui.pages.start import StartPage
from kano_app.ui.widgets.start_doors import Door
from kano_app.ui.widgets.start_rows import Press, Row
from kano_app.ui.widgets.start_samples import SAMPLES, Sample, in_order

LEFT = Qt.MouseButton.LeftButton


def _page(window: MainWindow) -> StartPage:
    page = window.pages["start"]
    assert isinstance(page, StartPage)
    return page


def _rows(window: MainWindow) -> dict[str, Row]:
    return {row.press.title: row for row in _page(window).studies.findChildren(Row) if isinstance(row.press, Press)}


def _details(row: Row) -> str:
    assert isinstance(row.press, Press)
    return row.press.details


def _study(title: str, *features: str) -> Project:
    return edits.add_people(edits.add_features(edits.new_study(title), features), 3)


def _saved(folder: Path, title: str, *features: str) -> Path:
    path = folder / f"{title}.kano"
    ProjectFile.create(path, _study(title, *features)).close()
    return path


def _press(button: QAbstractButton | None) -> None:
    assert button is not None
    QTest.mouseClick(button, LEFT)
    QCoreApplication.processEvents()


def _named(row: Row, text: str) -> QAbstractButton:
    names = {one.accessibleName(): one for one in row.findChildren(QAbstractButton)}
    return names.get(text) or next(one for name, one in names.items() if name.startswith(text))


def test_the_first_page_has_doors_for_each_way_to_begin(window: MainWindow) -> None:
    names = [door.accessibleName() for door in _page(window).findChildren(Door)]
    assert names == ["Import answers", "Workshop", "New study", "Open a study"]


def test_the_door_to_a_new_study_leads_to_its_features(window: MainWindow) -> None:
    door = next(one for one in _page(window).findChildren(Door) if one.accessibleName() == "New study")
    door.setFocus()
    QTest.keyClick(door, Qt.Key.Key_Space)
    assert window.page == "features"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.file)
def test_a_sample_is_as_large_as_it_says(sample: Sample) -> None:
    survey, _ = importers.read_survey(assets.sample_surveys() / sample.file)
    assert (survey.respondents, len(survey.features)) == (sample.people, sample.features)
    assert (assets.sample_surveys() / sample.features_file).is_file()


def test_samples_in_the_language_of_the_window_come_first() -> None:
    assert [one.language for one in in_order("en")][:4] == ["en"] * 4
    assert [one.language for one in in_order("zh_CN")] == ["zh_CN", "zh_CN", "zh_TW", "en", "en", "en", "en"]
    assert in_order("zh_TW")[0].language == "zh_TW"


def test_a_pressed_sample_becomes_the_study_with_what_is_known_of_its_features(
    window: MainWindow, qtbot: QtBot
) -> None:
    presses = {one.title: one for one in _page(window).findChildren(Press)}
    assert presses["Online shop"].details == "简体中文 · 120 people × 15 features"
    hotel = next(one for one in _page(window).findChildren(Press) if one.title == "Hotel stay")
    _press(hotel)
    qtbot.waitUntil(lambda: window.page == "answers", timeout=10_000)
    assert len(window.document.project.survey.features) == 12
    assert window.document.project.plan.items
    assert window.document.project.report.title == "Hotel stay"


def test_a_sample_opens_beside_a_study_with_features_and_leaves_that_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.context.apply("Add", lambda old: edits.add_features(old, ["Wi-Fi"]))
    mine = window.document.path
    window.studies.open_sample("hotel-stay.csv", "hotel-stay-features.csv", "Hotel stay")
    qtbot.waitUntil(lambda: window.document.path != mine, timeout=10_000)
    window.go("start")
    qtbot.waitUntil(lambda: "Untitled study" in _rows(window))
    assert "1 feature" in _details(_rows(window)["Untitled study"])


def test_recent_studies_are_listed_with_their_size_and_the_rail_counts_them(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.remember(_saved(tmp_path, "Spa", "Sauna", "Pool"))
    window.go("start")
    qtbot.waitUntil(lambda: "Spa" in _rows(window) and "3 people" in _details(_rows(window)["Spa"]))
    assert _details(_rows(window)["Spa"]) == "today · 3 people × 2 features"
    assert _page(window).state() == "1 recent study"


def test_a_recent_study_is_opened_by_pressing_it(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = _saved(tmp_path, "Spa", "Sauna")
    window.remember(path)
    window.go("start")
    qtbot.waitUntil(lambda: "Spa" in _rows(window))
    press = _rows(window)["Spa"].press
    press.setFocus()
    QTest.keyClick(press, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.document.path == path)
    window.go("start")
    qtbot.waitUntil(lambda: "open now" in _details(_rows(window)["Spa"]))


def test_a_recent_study_that_is_gone_is_grey_and_can_be_forgotten(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.remember(tmp_path / "gone.kano")
    window.go("start")
    qtbot.waitUntil(lambda: "gone" in _rows(window) and not _rows(window)["gone"].press.isEnabled())
    assert _details(_rows(window)["gone"]) == f"no longer in {tmp_path}"
    _press(_named(_rows(window)["gone"], "Forget"))
    assert window.preferences.recent == ()
    assert "gone" not in _rows(window)


def test_unnamed_studies_are_offered_again_but_not_the_one_that_is_open(window: MainWindow, qtbot: QtBot) -> None:
    new_draft(window.drafts, _study("Ferry", "Deck")).close()
    new_draft(window.drafts, edits.new_study()).close()
    window.context.apply("Add", lambda old: edits.rename_study(old, "Mine"))
    window.go("start")
    qtbot.waitUntil(lambda: "Ferry" in _rows(window))
    assert list(_rows(window)) == ["Ferry"]
    _press(_rows(window)["Ferry"].findChild(Press))
    qtbot.waitUntil(lambda: window.document.project.report.title == "Ferry")
    assert window.document.is_draft


def test_an_unnamed_study_is_deleted_only_after_a_question_in_its_place(window: MainWindow, qtbot: QtBot) -> None:
    file = new_draft(window.drafts, _study("Ferry", "Deck"))
    file.close()
    window.go("start")
    qtbot.waitUntil(lambda: "Ferry" in _rows(window))
    row = _rows(window)["Ferry"]
    _press(row.findChild(QToolButton))
    assert "Delete “Ferry” for good?" in [one.text() for one in row.findChildren(QLabel)]
    _press(_named(row, "Keep it"))
    assert file.path.exists()
    _press(row.findChild(QToolButton))
    _press(_named(row, "Delete"))
    assert not file.path.exists()
    assert _rows(window) == {}


def test_a_damaged_draft_is_named_with_the_reason(window: MainWindow, qtbot: QtBot) -> None:
    (window.drafts / "broken.kano").write_bytes(b"SQLite format 3\0" + b"x" * 4000)
    window.go("start")
    qtbot.waitUntil(lambda: "broken.kano" in _rows(window))
    row = _rows(window)["broken.kano"]
    assert not row.press.isEnabled()
    assert "broken.kano is" in _details(row)


def test_of_many_unnamed_studies_the_first_are_shown_until_all_are_wanted(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(7):
        new_draft(window.drafts, _study(f"Draft {number}", "Deck")).close()
    window.go("start")
    qtbot.waitUntil(lambda: len(_rows(window)) == 4)
    more = next(one for one in _page(window).findChildren(QPushButton) if one.text() == "Show 3 more")
    _press(more)
    assert len(_rows(window)) == 7


def test_names_that_look_like_markup_or_mnemonics_are_shown_as_they_are(window: MainWindow, qtbot: QtBot) -> None:
    new_draft(window.drafts, _study("<b>A & B</b>", "Deck")).close()
    window.go("start")
    qtbot.waitUntil(lambda: "<b>A & B</b>" in _rows(window))
    assert "&lt;b&gt;A &amp; B" in _rows(window)["<b>A & B</b>"].press.toolTip()


def test_another_language_while_the_folders_are_read_does_no_harm(window: MainWindow, qtbot: QtBot) -> None:
    new_draft(window.drafts, _study("Ferry", "Deck")).close()
    window.go("start")
    window.prefer(replace(window.preferences, language="zh_CN"))
    qtbot.waitUntil(lambda: "Ferry" in _rows(window))


@pytest.mark.skipif(os.name == "nt", reason="file names there have no half characters")
def test_a_file_name_no_one_can_type_is_listed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.remember(tmp_path / "line\nbreak.kano")
    window.go("start")
    qtbot.waitUntil(lambda: "line↵break" in _rows(window))
