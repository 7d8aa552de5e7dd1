"""What was corrected by hand is remembered for the next file of the same shape, without anybody's answers."""

import os
from pathlib import Path

from confirming import confirm, sheet_of
from pytestqt.qtbot import QtBot

from kano_app.domain.answer import Answer
from kano_app.domain.mapping import Layout, MappedColumn, Mapping, Role
from kano_app.ui.importing import kept
from kano_app.ui.importing.kept import forget, keep, mappings_folder, recall
from kano_app.ui.importing.sheet import Sheet
from kano_app.ui.main_window import MainWindow

HEAD = "Respondent,E-mail,Age,Wi-Fi (with),Wi-Fi (without)\n"


def _file(folder: Path, name: str, people: int = 3, head: str = HEAD) -> Path:
    rows = "".join(f"p{at},p{at}@example.org,{20 + at % 2},I like it,I dislike it\n" for at in range(people))
    path = folder / name
    path.write_text(head + rows, encoding="utf-8")
    return path


def _open(window: MainWindow, qtbot: QtBot, path: Path) -> Sheet:
    window.studies.take(path)
    return sheet_of(window, qtbot, path.name)


def _import_corrected(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    sheet = _open(window, qtbot, path)
    sheet.draft.correct(sheet.draft.mapping.with_feature_renamed("Wi-Fi", "Fast Wi-Fi"))
    confirm(window, qtbot)
    qtbot.waitUntil(lambda: window.frame.sheet is None)


def test_the_next_file_of_the_same_shape_is_read_as_corrected_and_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _import_corrected(window, qtbot, _file(tmp_path, "spring.csv"))
    files = list(mappings_folder().iterdir())
    assert len(files) == 1
    text = files[0].read_text(encoding="utf-8")
    assert "Fast Wi-Fi" in text
    assert "@example.org" not in text
    assert "I like it" not in text
    sheet = _open(window, qtbot, _file(tmp_path, "autumn.csv", 5))
    assert sheet.draft.mapping.features == ("Fast Wi-Fi",)
    assert sheet.how.kept.isVisible()
    assert sheet.how.kept.text().startswith("Read as you corrected it on ")
    assert sheet.head.confirm.text() == "Import 5 people"
    sheet.how.afresh.click()
    qtbot.waitUntil(lambda: not sheet.draft.is_stale)
    assert sheet.draft.mapping.features == ("Wi-Fi",)
    assert not sheet.how.kept.isVisible()


def test_a_file_that_is_read_afresh_and_imported_so_is_remembered_no_more(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _import_corrected(window, qtbot, _file(tmp_path, "spring.csv"))
    window.studies.new()
    sheet = _open(window, qtbot, _file(tmp_path, "autumn.csv"))
    sheet.how.afresh.click()
    confirm(window, qtbot)
    assert list(mappings_folder().iterdir()) == []


def test_what_was_only_guessed_is_not_kept(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _open(window, qtbot, _file(tmp_path, "spring.csv"))
    confirm(window, qtbot)
    assert not mappings_folder().exists()


def test_what_one_person_wrote_is_not_kept_as_a_wording(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = _file(tmp_path, "spring.csv", 6)
    text = path.read_text(encoding="utf-8").replace("I dislike it\n", "Bah\n")
    path.write_text(text.replace("Bah", "Anna says no", 1), encoding="utf-8")
    sheet = _open(window, qtbot, path)
    mapping = sheet.draft.mapping.with_wording("Bah", Answer.DISLIKE).with_wording("Anna says no", Answer.DISLIKE)
    sheet.draft.correct(mapping)
    confirm(window, qtbot)
    kept_text = next(mappings_folder().iterdir()).read_text(encoding="utf-8")
    assert "Bah" in kept_text
    assert "Anna" not in kept_text


def test_a_file_of_another_shape_is_read_by_its_own_evidence(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _import_corrected(window, qtbot, _file(tmp_path, "spring.csv"))
    sheet = _open(window, qtbot, _file(tmp_path, "other.csv", head=HEAD.replace("Age", "Years")))
    assert sheet.draft.mapping.features == ("Wi-Fi",)
    assert not sheet.how.kept.isVisible()


def test_a_mapping_that_was_damaged_on_the_disk_is_passed_over(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _import_corrected(window, qtbot, _file(tmp_path, "spring.csv"))
    next(mappings_folder().iterdir()).write_text("{", encoding="utf-8")
    sheet = _open(window, qtbot, _file(tmp_path, "autumn.csv"))
    assert sheet.draft.mapping.features == ("Wi-Fi",)


def _mapping(*headings: tuple[str, Role]) -> Mapping:
    columns = tuple(
        MappedColumn(at, heading, role, "Wi-Fi" if role in {Role.FUNCTIONAL, Role.DYSFUNCTIONAL} else "")
        for at, (heading, role) in enumerate(headings)
    )
    return Mapping(Layout.WIDE, columns, (1,), 2)


def test_headings_that_tell_of_somebody_are_not_kept(window: MainWindow) -> None:
    assert window
    halves = (("with", Role.FUNCTIONAL), ("without", Role.DYSFUNCTIONAL))
    assert keep("a", _mapping(("anna@example.org", Role.LEFT_OUT), *halves))
    found = recall("a")
    assert found is not None
    assert [one.heading for one in found[0].columns] == ["with", "without"]
    assert keep("a", _mapping(("Ada Quill", Role.LEFT_OUT), *halves))
    assert "Ada" not in next(mappings_folder().iterdir()).read_text(encoding="utf-8")
    answers = (("I like it", Role.FUNCTIONAL), ("I dislike it", Role.DYSFUNCTIONAL))
    assert not keep("b", _mapping(("Ada Quill", Role.TRAIT), *answers))
    assert not keep("b", _mapping(("anna@example.org", Role.FUNCTIONAL), ("without", Role.DYSFUNCTIONAL)))
    assert recall("b") is None
    forget("a")
    assert recall("a") is None


def test_of_many_the_oldest_go(window: MainWindow) -> None:
    assert window
    mapping = _mapping(("with", Role.FUNCTIONAL), ("without", Role.DYSFUNCTIONAL))
    keep("0", mapping)
    for at in range(1, kept.MOST + 3):
        path = mappings_folder() / f"{at}.json"
        path.write_text("{}", encoding="utf-8")
        os.utime(path, (at, at))
    keep("new", mapping)
    left = {path.stem for path in mappings_folder().iterdir()}
    assert len(left) == kept.MOST
    assert {"0", "new"} <= left
    assert not {"1", "2", "3"} & left
