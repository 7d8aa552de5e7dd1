import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from exporting import FORMULAS, hostile, studied, survey_of

from kano_app import pipeline
from kano_app.report.exports import EXPORTS, Export, export_by_key

_NAMES = ("Wi-Fi", "Late check-out", "Quiet at night")


@pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.key)
def test_every_way_out_gives_the_same_files_each_time_and_tells_how_far_it_is(export: Export, tmp_path: Path) -> None:
    study = studied(survey_of(_NAMES))
    told: list[float] = []
    one, other = (tmp_path / f"{name}{export.suffix}" for name in "ab")
    first = pipeline.write_export(export, *study, one, told.append)
    second = pipeline.write_export(export, *study, other)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert told == sorted(told)
    assert all(0 <= share <= 1 for share in told)


def test_the_ways_out_have_keys_and_labels_of_their_own() -> None:
    assert len({one.key for one in EXPORTS}) == len({one.label for one in EXPORTS}) == len(EXPORTS)
    with pytest.raises(KeyError):
        export_by_key("fax")


def test_hostile_text_acts_in_no_table_and_names_no_file(tmp_path: Path) -> None:
    (path,) = pipeline.write_export(export_by_key("tables"), *hostile(), tmp_path / "a.zip")
    seen = set()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            assert re.fullmatch(r"tables/[a-z0-9-]+\.csv", name)
            for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")):
                seen.update(row)
                # What begins with a sign is a number.
                assert not [
                    cell for cell in row if cell.startswith(("=", "+", "@", "\t", "\r")) or re.match(r"-(?!\d)", cell)
                ]
    assert {f"'{one}" for one in FORMULAS} <= seen


def test_hostile_text_is_text_in_json(tmp_path: Path) -> None:
    (path,) = pipeline.write_export(export_by_key("json"), *hostile(), tmp_path / "a.json")
    names = {feature["name"] for feature in json.loads(path.read_text("utf-8"))["features"]}
    assert set(FORMULAS) <= names


def test_what_else_lies_in_a_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    written = pipeline.write_export(export_by_key("folder"), *studied(survey_of(_NAMES)), tmp_path)
    assert all(path.is_file() and path.is_relative_to(tmp_path) for path in written)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert not list(tmp_path.rglob(".kano-app-*"))
