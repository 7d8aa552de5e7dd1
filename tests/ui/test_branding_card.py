"""Logo, accent and footer of the report, and the themes that keep them."""

import io
from pathlib import Path
from typing import cast

import pytest
from making import CELLS, people
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from staging import Stage, Staged

from kano_app.domain import edits
from kano_app.domain.branding import PLAIN, Branding, branding_of, is_readable
from kano_app.domain.project import Project
from kano_app.report.pdf.theme import ACCENT
from kano_app.ui.pages.report import ReportPage
from kano_app.ui.places import OWN_FOLDER
from kano_app.ui.widgets.report_accent import _COLOURS, _OWN
from kano_app.ui.widgets.report_branding import BrandingCard
from kano_app.ui.widgets.report_themes import keep_theme, kept_themes, themes_folder

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#0F6B6B"/></svg>'


@pytest.fixture
def page(staged: Staged, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReportPage:
    monkeypatch.setenv(OWN_FOLDER, str(tmp_path / "own"))
    survey = people({"Clean room": [CELLS["M"]] * 12, "Wi-Fi": [CELLS["P"]] * 12})
    return staged(ReportPage, edits.add_survey(Project(), survey), quick=True).page


@pytest.fixture
def card(page: ReportPage) -> BrandingCard:
    return page.look


def _brand(card: BrandingCard) -> Branding:
    return card._context.project.report.branding


def _stage(page: ReportPage) -> Stage[ReportPage]:
    return cast("Stage[ReportPage]", page.context.window)


def _png() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 20), "#0F6B6B").save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(("name", "content"), [("logo.svg", _SVG.encode()), ("logo.png", _png())])
def test_a_logo_is_chosen_shown_and_removed(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    logo = page.look.logo
    (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / name), ""))
    assert not logo.remove.isEnabled()
    QTest.mouseClick(logo.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not logo.picture.pixmap().isNull(), timeout=20_000)
    kept = _brand(page.look).logo
    assert kept is not None
    assert kept.content == content
    middle = logo.picture.pixmap().toImage().pixelColor(20, 20)
    assert middle.name().upper() == "#0F6B6B"
    assert logo.picture.accessibleName() == "The logo, as it will print"
    QTest.mouseClick(logo.remove, Qt.MouseButton.LeftButton)
    assert _brand(page.look) == PLAIN
    assert logo.picture.text() == "No logo"
    page.context.document.undo_stack.undo()
    assert _brand(page.look).logo == kept


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x89PNG\r\n\x1a\nbroken", "damaged"),
        (b"nothing", "neither a PNG nor an SVG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2_000_001), "up to 2 MB"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_a_logo_is_refused_with_a_remedy(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = tmp_path / "logo.png"
    if content is not None:
        path.write_bytes(content)
    page.look.logo.take(path)
    qtbot.waitUntil(lambda: bool(_stage(page).said), timeout=20_000)
    assert "logo.png" in _stage(page).said[0][0]
    assert told in _stage(page).said[0][0]
    assert _stage(page).asked[-1][0] == "error"
    action = _stage(page).actions[-1]
    assert action is not None
    assert action[0] == "Choose another file…"
    assert _brand(page.look) == PLAIN


def test_an_accent_is_clicked_or_typed_and_told_in_words(card: BrandingCard) -> None:
    accent = card.accent
    QTest.mouseClick(accent.swatches["#0F6B6B"], Qt.MouseButton.LeftButton)
    assert _brand(card).accent == "#0F6B6B"
    assert accent.field.text() == "#0F6B6B"
    assert accent.swatches["#0F6B6B"].isChecked()
    accent.field.setFocus()
    accent.field.selectAll()
    QTest.keyClicks(accent.field, "a81e1e")
    assert _brand(card).accent == "#A81E1E"
    assert accent.told.text() == "Contrast with white 7.3 : 1, easy to read."
    assert accent.swatches["#A81E1E"].isChecked()
    QTest.mouseClick(accent.swatches[""], Qt.MouseButton.LeftButton)
    assert _brand(card) == PLAIN


def test_a_colour_too_light_is_not_taken_and_the_nearest_is_one_click(card: BrandingCard) -> None:
    accent = card.accent
    accent.field.setFocus()
    QTest.keyClicks(accent.field, "#FFCC00")
    assert _brand(card).accent == ""
    assert accent.field.text() == "#FFCC00"
    assert accent.told.text().startswith("Too light: its contrast with white is 1.5 : 1")
    assert accent.nearest.text() == "Take #907300"
    QTest.mouseClick(accent.nearest, Qt.MouseButton.LeftButton)
    assert _brand(card).accent == "#907300"
    assert accent.nearest.isHidden()


def test_what_is_no_colour_goes_when_the_field_is_left(card: BrandingCard) -> None:
    accent = card.accent
    accent.field.setFocus()
    QTest.keyClicks(accent.field, "#12")
    assert accent.told.text() == "A # and six of 0–9 and A–F, such as #1D4E89."
    QTest.keyClick(accent.field, Qt.Key.Key_Return)
    assert accent.field.text() == ""
    assert _brand(card) == PLAIN


def test_all_colours_that_are_offered_can_be_read_and_the_first_is_that_of_the_report() -> None:
    assert all(is_readable(colour) for colour, _ in _COLOURS if colour)
    assert ACCENT == _OWN


def test_the_footer_is_one_step(card: BrandingCard) -> None:
    card.footer.setFocus()
    QTest.keyClicks(card.footer, "Confidential")
    assert _brand(card).footer == "Confidential"
    card._context.document.undo_stack.undo()
    assert _brand(card) == PLAIN
    assert card.footer.text() == ""


def _keep_as(card: BrandingCard, name: str) -> None:
    QTest.mouseClick(card.save, Qt.MouseButton.LeftButton)
    assert card.name.isVisible()
    card.name.selectAll()
    QTest.keyClicks(card.name, name)
    QTest.keyClick(card.name, Qt.Key.Key_Return)


def test_a_look_is_kept_under_a_name_chosen_changed_and_replaced(card: BrandingCard) -> None:
    assert not card.save.isEnabled()
    QTest.keyClicks(card.footer, "Confidential")
    assert card.theme.currentText() == "This study’s own"
    _keep_as(card, "Harbour: hotel/2026")
    assert not card.naming.isVisible()
    (kept,) = kept_themes()
    assert kept.path.parent == themes_folder()
    assert branding_of(kept.path.read_text("utf-8")) == Branding("Harbour: hotel/2026", footer="Confidential")
    assert card.theme.currentText() == "Harbour: hotel/2026"
    QTest.mouseClick(card.accent.swatches["#0F6B6B"], Qt.MouseButton.LeftButton)
    assert card.theme.currentText() == "“Harbour: hotel/2026”, changed"
    _keep_as(card, "Harbour: hotel/2026")
    (kept,) = kept_themes()
    assert kept.branding.accent == "#0F6B6B"
    card.theme.setFocus()
    QTest.keyClick(card.theme, Qt.Key.Key_Up)
    assert _brand(card) == PLAIN
    QTest.keyClick(card.theme, Qt.Key.Key_Down)
    assert _brand(card) == kept.branding


def test_a_theme_is_deleted_and_put_back_and_the_study_keeps_its_look(page: ReportPage) -> None:
    card = page.look
    QTest.keyClicks(card.footer, "Confidential")
    _keep_as(card, "Harbour")
    QTest.mouseClick(card.delete, Qt.MouseButton.LeftButton)
    assert kept_themes() == ()
    assert _brand(card).footer == "Confidential"
    assert not card.delete.isEnabled()
    _stage(page).said[0][1]()
    assert [one.branding.name for one in kept_themes()] == ["Harbour"]
    assert card.delete.isEnabled()


def test_naming_is_given_up_by_escape(card: BrandingCard) -> None:
    QTest.keyClicks(card.footer, "Confidential")
    QTest.mouseClick(card.save, Qt.MouseButton.LeftButton)
    QTest.keyClicks(card.name, "Harbour")
    QTest.keyClick(card.name, Qt.Key.Key_Escape)
    assert not card.naming.isVisible()
    assert kept_themes() == ()


def test_themes_that_cannot_be_saved_are_told(page: ReportPage, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir(exist_ok=True)
    themes_folder().write_text("in the way")
    QTest.keyClicks(page.look.footer, "Confidential")
    _keep_as(page.look, "Harbour")
    assert _stage(page).asked[-1][0] == "error"
    assert "cannot be saved" in _stage(page).asked[-1][1]
    assert _brand(page.look).name == ""


def test_files_that_hold_no_theme_are_left_alone_and_names_alike_as_files_stay_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OWN_FOLDER, str(tmp_path / "own"))
    assert kept_themes() == ()
    for name in ("a/b", "a:b", "a_b"):
        keep_theme(Branding(name, footer=name))
    (themes_folder() / "broken.json").write_text("{", encoding="utf-8")
    (themes_folder() / "other.json").write_text("[]", encoding="utf-8")
    assert {one.branding.name for one in kept_themes()} == {"a/b", "a:b", "a_b"}
    assert len({one.path for one in kept_themes()}) == 3
