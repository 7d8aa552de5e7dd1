import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from making import CELLS, counted, people, shared

from kano_app import pipeline
from kano_app.analysis import analyse
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.settings import AnalysisSettings, Camps, Correction
from kano_app.domain.survey import Exclusion, Survey, Trait
from kano_app.i18n import language
from kano_app.report import json_document
from kano_app.report.json_comparisons import comparison, short_result, waves

_EN = language("en")
_FAST = AnalysisSettings(resamples=100)


def _survey(label: str = "", **rows: str) -> Survey:
    survey = people({name: [CELLS[letter] for letter in letters] for name, letters in rows.items()})
    group = Trait("Group", ("a", "b"), np.array([0] * 20 + [1] * 20 + [-1], dtype=np.int32))
    return replace(survey, label=label, traits=(group,) if survey.respondents == 41 else ())


_TWO = _survey(x="M" * 20 + "P" * 20 + "I", y="I" * 41)


def _document(survey: Survey, *earlier: Survey, settings: AnalysisSettings = _FAST) -> Any:
    project = edits.choose_method(Project((*earlier, survey)), settings)
    findings = pipeline.analyse(project)
    planned = pipeline.judge_plan(project, findings, pipeline.plan(project, findings))
    return json.loads(json.dumps(json_document(project, findings, planned, _EN), allow_nan=False))


def test_what_was_not_asked_for_is_null_or_empty() -> None:
    document = _document(counted({"x": "M5"}))
    assert [document[key] for key in ("segments", "camps", "waves", "quality", "flipped")] == [None] * 4 + [[]]
    assert comparison(None) is waves(None) is None


def test_segments_stand_with_their_groups_and_tests() -> None:
    found = _document(_TWO, settings=replace(_FAST, segments=("Group",), correction=Correction.BENJAMINI_HOCHBERG))
    assert found["settings"]["correction"] == "benjamini-hochberg"
    segments = found["segments"]
    assert (segments["by"], segments["feature"], segments["correction"]) == (["Group"], None, "benjamini-hochberg")
    assert [(one["levels"], one["people"]) for one in segments["groups"]] == [(["a"], 20), (["b"], 20), (None, 1)]
    assert [one["category"] for one in segments["groups"][1]["features"]] == ["performance", "indifferent"]
    assert segments["features"] == [
        {
            "id": "x",
            "chi_square": pytest.approx(40),
            "df": 1,
            "p": pytest.approx(2.54e-10, rel=0.01),
            "by_permutation": False,
            "adjusted_p": pytest.approx(2.54e-10, rel=0.01),
            "cramers_v": pytest.approx(1),
        },
        {
            "id": "y",
            "chi_square": None,
            "df": None,
            "p": None,
            "by_permutation": None,
            "adjusted_p": None,
            "cramers_v": None,
        },
    ]


def test_camps_name_the_feature_that_splits_and_their_categories() -> None:
    camps = _document(_TWO, settings=replace(_FAST, camps=Camps("x", Category.PERFORMANCE)))["camps"]
    assert (camps["by"], camps["feature"]) == ([], "x")
    assert [(one["levels"], one["people"]) for one in camps["groups"]] == [(["performance"], 20), (["must-be"], 20)]
    assert [one["id"] for one in camps["features"]] == ["y"]


def test_waves_stand_with_their_steps() -> None:
    first = replace(counted({"F2": "A8 P36 M19 I23", "gone": "M3"}), label="spring")
    second = replace(counted({"F2": "A11 P35 M15 I20", "new": "P3"}), label="autumn")
    found = _document(second, first)["waves"]
    assert [(one["label"], one["people"]) for one in found["waves"]] == [("spring", None), ("autumn", None)]
    (step,) = found["steps"]
    assert (step["earlier"], step["later"], step["matched_people"]) == ("spring", "autumn", 0)
    shared_feature, new, gone = step["features"]
    assert shared_feature["better"] == {
        "difference": pytest.approx(0.0563, abs=5e-5),
        "interval": pytest.approx([-0.0933, 0.2021], abs=5e-5),
        "z": pytest.approx(0.729, abs=5e-4),
        "p": pytest.approx(0.466, abs=5e-4),
        "adjusted_p": pytest.approx(0.466, abs=5e-4),
    }
    assert (shared_feature["before"], shared_feature["after"], shared_feature["drift"]) == (
        "performance",
        "performance",
        0,
    )
    assert new == {"id": "new", "before": None, "after": "performance", "drift": None, "better": None, "worse": None}
    assert (gone["id"], gone["before"], gone["after"]) == ("gone", "must-be", None)


def test_matched_people_are_counted_and_have_no_z() -> None:
    keyed = [
        replace(_survey("w", x=letters), keys=np.arange(1, 13, dtype=np.uint64))
        for letters in ("MPAIMP" * 2, "MPAAAA" * 2)
    ]
    (step,) = _document(keyed[1], keyed[0])["waves"]["steps"]
    assert step["matched_people"] == 12
    assert step["features"][0]["better"]["z"] is None


def test_quality_counts_people_from_one_and_keeps_the_reasons() -> None:
    survey = people({f"f{at}": [CELLS[row[at]] for row in ("QQQQQ", "PMPAM", "IIIII", "MPAMP")] for at in range(5)})
    survey = replace(survey, excluded=(Exclusion(2, "straight-line"), Exclusion(3, "my reason")))
    document = _document(survey)
    assert document["quality"] == {
        "flags": {"straight-line": [1, 3], "scale-backwards": [], "questionable": [1], "duplicate": []},
        "left_out": [{"person": 3, "reason": "straight-line"}, {"person": 4, "reason": "my reason"}],
    }
    assert document["survey"]["respondents"] == 2


def test_alternatives_name_their_choice_and_what_they_move() -> None:
    found = _document(people({"fax": [CELLS["R"]] * 5 + [CELLS["M"]] * 4}))["alternatives"]
    assert found == [
        {"choice": "pouliot", "moves": []},
        {"choice": "precedence", "moves": []},
        {"choice": "blauth", "moves": []},
        {"choice": "beside", "moves": [{"name": "fax", "here": "do-not-build", "there": "now"}]},
    ]


def test_the_flipped_statement_has_the_figures_of_a_comparison() -> None:
    (found,) = _document(people({"fax": [(5, 1)] * 9}))["flipped"]
    assert (found["id"], found["n"], found["category"], found["better"]) == ("fax", 9, "performance", 1)
    assert found["counts"]["performance"] == 9


def test_a_result_without_counts_has_nulls() -> None:
    short = short_result(analyse(shared({"x": (0.5, 0.2, 0.1, 0.2, 0, 0)}), _FAST).features[0])
    assert short["category"] == "must-be"
    assert [short[key] for key in ("n", "counts", "evidence", "better_interval", "worse_interval")] == [None] * 5
    assert short["better"] == pytest.approx(0.3)
