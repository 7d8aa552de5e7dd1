import pytest
from making import counted, people, shared, tallied

from kano_app.domain import edits
from kano_app.domain.feature import FeatureDetails, fold_name
from kano_app.domain.problem import Code
from kano_app.domain.project import Project


def _project(*names: str) -> Project:
    return edits.add_survey(Project(), counted(dict.fromkeys(names, "M1")))


def test_details_are_matched_by_id_whatever_separator_ends_it() -> None:
    project = edits.describe_features(_project("F1"), [FeatureDetails("F1_", 2, label="Anonymous storage")])
    assert [feature.name for feature in project.survey.features] == ["Anonymous storage"]
    assert project.survey.features[0].id == "F1"


def test_details_keep_effort_owner_and_what_a_feature_depends_on_by_any_name_the_file_uses() -> None:
    details = [
        FeatureDetails("F1", 2, label="Wi-Fi", effort=5, owner="IT"),
        FeatureDetails("F2", 3, label="Room key", depends_on=("wi-fi", "F1")),
    ]
    plan = edits.describe_features(_project("F1", "F2"), details).plan
    assert (plan.item("F1").effort, plan.item("F1").owner) == (5, "IT")
    assert plan.item("F2").depends_on == ("F1",)


def test_a_feature_the_survey_does_not_know_is_named_and_nothing_else_changes() -> None:
    project = edits.describe_features(_project("F1"), [FeatureDetails("F9", 2, label="Sauna")], "features.csv")
    assert [(problem.code, problem.facts["names"]) for problem in project.problems] == [
        (Code.FEATURE_UNKNOWN, ("Sauna",))
    ]
    assert project.survey.features[0].name == "F1"


def test_a_feature_described_twice_keeps_the_first_and_says_so() -> None:
    details = [FeatureDetails("F1", 2, label="first"), FeatureDetails("F1", 3, label="second")]
    project = edits.describe_features(_project("F1"), details)
    assert project.survey.features[0].name == "first"
    assert [(problem.code, problem.row) for problem in project.problems] == [(Code.FEATURE_TWICE, 3)]


def test_a_dependency_on_nothing_known_is_a_problem_with_its_row() -> None:
    project = edits.describe_features(_project("F1"), [FeatureDetails("F1", 7, depends_on=("Lift",))])
    assert [(problem.code, problem.row, problem.value) for problem in project.problems] == [
        (Code.DEPENDENCY_UNKNOWN, 7, "Lift")
    ]


@pytest.mark.parametrize(("one", "other"), [("F1_", "f1"), (" Wi-Fi ", "wi-fi"), ("Ｆ１：", "F1"), ("a  b", "A b")])
def test_names_are_compared_without_case_width_blanks_and_trailing_separators(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_what_goes_with_a_feature_is_counted_whatever_the_evidence() -> None:
    rows = [(2, 5), (0, 0), (3, 0)]
    study = edits.add_survey(Project(), people({"Wi-Fi": rows, "Bed": rows}))
    assert edits.answers_to(study, ["Wi-Fi"]) == 2
    assert edits.answers_to(study, ["Wi-Fi", "Bed", "nowhere"]) == 4
    tally = edits.add_survey(Project(), tallied({"Wi-Fi": [(1, 5, 3), (2, 5, 4)], "Bed": [(1, 1, 1)]}))
    assert edits.answers_to(tally, ["Wi-Fi"]) == 7
    counts = edits.add_survey(Project(), counted({"Wi-Fi": "M5 P2", "Bed": "M1"}))
    assert edits.answers_to(counts, ["Wi-Fi", "Bed"]) == 8
    shares = edits.add_survey(Project(), shared({"Wi-Fi": (0.5, 0.5, 0, 0, 0, 0)}))
    assert edits.answers_to(shares, ["Wi-Fi"]) == 0
