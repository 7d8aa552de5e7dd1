from dataclasses import replace

import numpy as np
import pytest
from making import counted, people

from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.problem import Code, Problem
from kano_app.domain.project import Project
from kano_app.domain.survey import Exclusion, Survey, Trait


def _codes(survey: Survey, feature: str) -> list[tuple[int, int]]:
    assert isinstance(survey.evidence, Answers)
    place = [one.name for one in survey.features].index(feature)
    pair = survey.evidence.pairs[place]
    return list(zip(pair.functional.tolist(), pair.dysfunctional.tolist(), strict=True))


@pytest.fixture
def here() -> Project:
    return edits.add_survey(Project(), people({"Wi-Fi": [(1, 5), (2, 5)], "Bed": [(1, 3), (3, 3)]}))


@pytest.fixture
def there() -> Survey:
    survey = people({"wi-fi": [(3, 3)], "Sauna": [(1, 2)]})
    return replace(survey, features=(replace(survey.features[0], id="x"), replace(survey.features[1], id="y")))


def test_people_follow_those_who_are_there_and_have_not_answered_what_they_were_not_asked(
    here: Project, there: Survey
) -> None:
    survey = edits.append_people(here, there, {"x": "Wi-Fi"}).survey
    assert survey.respondents == 3
    assert _codes(survey, "Wi-Fi") == [(1, 5), (2, 5), (3, 3)]
    assert _codes(survey, "Bed") == [(1, 3), (3, 3), (0, 0)]
    assert _codes(survey, "Sauna") == [(0, 0), (0, 0), (1, 2)]


def test_a_feature_whose_answers_are_not_wanted_is_left_out_and_told(here: Project, there: Survey) -> None:
    survey = edits.append_people(here, there, {"x": "Wi-Fi"}, ["y"]).survey
    assert [feature.name for feature in survey.features] == ["Wi-Fi", "Bed"]
    told = edits.what_is_appended(here, there, {"x": "Wi-Fi"}, ["y"])
    assert (told.people, told.shared, told.left_out, told.added, told.not_asked) == (
        1, ("Wi-Fi",), ("Sauna",), (), ("Bed",),
    )  # fmt: skip


def test_a_new_feature_whose_id_is_taken_in_any_wave_gets_another(here: Project, there: Survey) -> None:
    clash = replace(there, features=(there.features[0], replace(there.features[1], id="Bed")))
    survey = edits.append_people(here, clash, {"x": "Wi-Fi"}).survey
    assert [feature.id for feature in survey.features] == ["Wi-Fi", "Bed", "Bed′"]
    assert edits.what_is_appended(here, clash, {"x": "Wi-Fi"}, ()).added == ("Sauna",)


def test_of_two_features_said_to_be_the_same_the_second_is_not_lost(here: Project, there: Survey) -> None:
    survey = edits.append_people(here, there, {"x": "Wi-Fi", "y": "Wi-Fi"}).survey
    assert _codes(survey, "Wi-Fi")[-1] == (3, 3)
    assert _codes(survey, "Sauna")[-1] == (1, 2)


def test_traits_of_one_name_are_united_with_the_levels_of_both(here: Project, there: Survey) -> None:
    mine = Trait("Role", ("guest", "host"), np.array([1, -1], dtype=np.int32))
    theirs = Trait("role ", ("cook", "guest"), np.array([1], dtype=np.int32))
    only = Trait("Floor", ("1",), np.array([0], dtype=np.int32))
    first = replace(here, surveys=(replace(here.survey, traits=(mine,)),))
    survey = edits.append_people(first, replace(there, traits=(theirs, only)), {"x": "Wi-Fi"}).survey
    assert [(one.name, one.levels, one.codes.tolist()) for one in survey.traits] == [
        ("Role", ("guest", "host", "cook"), [1, -1, 0]),
        ("Floor", ("1",), [-1, -1, 0]),
    ]


def test_a_trait_nobody_of_the_others_has_a_value_of_stays_unknown(here: Project, there: Survey) -> None:
    mine = Trait("Role", ("guest",), np.array([0, 0], dtype=np.int32))
    theirs = Trait("Role", (), np.array([-1], dtype=np.int32))
    first = replace(here, surveys=(replace(here.survey, traits=(mine,)),))
    survey = edits.append_people(first, replace(there, traits=(theirs,)), {}).survey
    assert survey.traits[0].codes.tolist() == [0, 0, -1]


def test_importance_keys_and_exclusions_are_carried_over(here: Project, there: Survey) -> None:
    mine = replace(here.survey, keys=np.array([7, 8], dtype=np.uint64), excluded=(Exclusion(1, "test"),))
    theirs = replace(
        there,
        keys=np.array([8], dtype=np.uint64),
        excluded=(Exclusion(0, "preview"),),
        importance=(np.array([9], dtype=np.float32), None),
    )
    project = replace(here, surveys=(mine,))
    survey = edits.append_people(project, theirs, {"x": "Wi-Fi"}).survey
    assert survey.keys is not None
    assert survey.keys.tolist() == [7, 8, 8]
    assert [(one.person, one.reason) for one in survey.excluded] == [(1, "test"), (2, "preview")]
    wifi, bed, sauna = survey.importance
    assert wifi is not None
    assert np.isnan(wifi[:2]).all()
    assert wifi[2] == 9
    assert (bed, sauna) == (None, None)
    assert edits.what_is_appended(project, theirs, {"x": "Wi-Fi"}, ()).known == 1


def test_what_was_met_while_reading_the_others_is_kept(here: Project, there: Survey) -> None:
    problem = Problem(Code.ROWS_EMPTY, "b.csv")
    assert edits.append_people(here, there, {}, problems=[problem]).problems == (problem,)


def test_a_study_begun_by_hand_takes_its_first_people_from_another() -> None:
    empty = edits.add_features(edits.new_study(), ["Wi-Fi"])
    survey = edits.append_people(empty, people({"Wi-Fi": [(1, 5)]}), {"Wi-Fi": "F1"}).survey
    assert (survey.respondents, _codes(survey, "Wi-Fi")) == (1, [(1, 5)])


def test_counts_have_no_people_to_append(here: Project) -> None:
    with pytest.raises(TypeError):
        edits.append_people(here, counted({"Wi-Fi": "M1"}), {})
    with pytest.raises(TypeError):
        edits.append_people(edits.add_survey(Project(), counted({"Wi-Fi": "M1"})), here.survey, {})
