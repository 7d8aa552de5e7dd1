import csv
import io
import json

import pytest
from making import analysed, counted, shared

from kano_app import pipeline
from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.survey import Survey
from kano_app.i18n import language
from kano_app.report import csv_text, json_document
from kano_app.tables import every_figure, features_table

_EN = language("en")


def _document(survey: Survey) -> dict:  # type: ignore[type-arg] # a JSON value
    project = edits.add_survey(Project(), survey)
    findings = pipeline.analyse(project)
    document = json_document(project, findings, pipeline.plan(project, findings), _EN)
    return json.loads(json.dumps(document, allow_nan=False))  # type: ignore[no-any-return]


def test_the_document_has_the_keys_of_the_contract_and_no_others() -> None:
    document = _document(counted({"Wi-Fi": "M2 P5 A1 I2 R1 Q1"}))
    assert list(document) == [
        "version",
        "survey",
        "settings",
        "features",
        "flipped",
        "segments",
        "camps",
        "waves",
        "quality",
        "roadmap",
        "alternatives",
        "problems",
    ]
    assert document["version"] == 1
    assert document["survey"] == {"respondents": None, "features": 1}
    assert document["features"] == [
        {
            "id": "Wi-Fi",
            "name": "Wi-Fi",
            "n": 12,
            "counts": {
                "must-be": 2,
                "performance": 5,
                "attractive": 1,
                "indifferent": 2,
                "reverse": 1,
                "questionable": 1,
            },
            "category": "performance",
            "tied": [],
            "n_coefficients": 10,
            "better": 0.6,
            "worse": -0.7,
            "better_interval": pytest.approx([0.3127, 0.8318], abs=1e-4),
            "worse_interval": pytest.approx([-0.8922, -0.3968], abs=1e-4),
            "category_strength": 3 / 12,
            "total_strength": 8 / 12,
            "combination": [],
            "stability": document["features"][0]["stability"],
            "evidence": "too-close-to-tell",
            "fong": {
                "first": "performance",
                "second": "must-be",
                "difference": 3,
                "limit": pytest.approx(1.65 * (7 * 17 / 24) ** 0.5),
                "significant": False,
            },
            "binomial_p": pytest.approx(0.453125),
            "continuous": None,
            "importance": None,
            "rank_interval": None,
            "sensitivity": document["features"][0]["sensitivity"],
        }
    ]
    assert sum(document["features"][0]["stability"].values()) == pytest.approx(1)
    assert document["roadmap"] == [
        {
            "rank": 1,
            "id": "Wi-Fi",
            "name": "Wi-Fi",
            "horizon": "next",
            "in_now": None,
            "reason": "Performance: having it satisfies 60\N{NO-BREAK SPACE}%, lacking it dissatisfies "
            "70\N{NO-BREAK SPACE}% (Better 0.60, Worse −0.70).",
        }
    ]


def test_undefined_figures_are_null_and_a_zero_is_never_negative() -> None:
    nobody, pleased = _document(counted({"Fax": "", "Sauna": "A3"}))["features"]
    assert nobody["category"] is None
    assert [nobody[key] for key in ("better", "worse", "category_strength", "total_strength")] == [None] * 4
    assert nobody["n"] == 0
    assert str(pleased["worse"]) == "0.0"


def test_shares_without_n_have_neither_counts_nor_strengths() -> None:
    feature = _document(shared({"Wi-Fi": (0.5, 0.2, 0.1, 0.2, 0, 0)}))["features"][0]
    assert feature["category"] == "must-be"
    assert [feature[key] for key in ("n", "counts", "n_coefficients", "category_strength", "total_strength")] == [
        None
    ] * 5


def test_a_tie_names_all_at_the_maximum() -> None:
    assert _document(counted({"Wi-Fi": "M3 A3 I1"}))["features"][0]["tied"] == ["must-be", "attractive"]


def test_csv_holds_full_precision_and_category_keys() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(features_table(analysed({"Wi-Fi": "A1 P1 M1"})), _EN))))
    assert float(rows[0]["better"]) == 2 / 3
    assert rows[0]["category"] == "must-be"
    assert rows[0]["tied"] == "must-be performance attractive"


def test_a_name_that_a_spreadsheet_would_run_is_made_inert() -> None:
    names = ["=cmd()", "+1", "-1", "@x", "plain"]
    text = csv_text(features_table(analysed(dict.fromkeys(names, "P1"))), _EN)
    assert [row[0] for row in csv.reader(io.StringIO(text))][1:] == ["'=cmd()", "'+1", "'-1", "'@x", "plain"]


def test_csv_holds_every_figure_and_both_ends_of_every_interval() -> None:
    survey = counted({"Wi-Fi": "M2 P5 A1 I2 R1 Q1", "Fax": ""})
    project = edits.add_survey(Project(), survey)
    findings = pipeline.analyse(project)
    planned = pipeline.judge_plan(project, findings, pipeline.plan(project, findings))
    wifi, fax = csv.DictReader(io.StringIO(csv_text(every_figure(findings, planned), _EN)))
    assert float(wifi["better_interval_low"]) < float(wifi["better"]) < float(wifi["better_interval_high"])
    assert wifi["evidence"] == "too-close-to-tell"
    assert wifi["horizon"] == "next"
    assert float(wifi["rank_interval_low"]) == 1
    assert wifi["importance"] == ""
    assert [fax[key] for key in ("better", "better_interval_low", "evidence", "in_now")] == [""] * 4
