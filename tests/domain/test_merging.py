import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from making import counted, people, tallied

from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.evidence import Answers, PairTally
from kano_app.domain.problem import Code, Problem
from kano_app.domain.project import Project
from kano_app.domain.session import AskedAgain, DirectVote, Mode, Participant, Session
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


def _cards(rows: dict[str, list[tuple[int, int, int]]], *, ids: str = "", date: dt.date | None = None) -> Survey:
    survey = tallied(rows)
    features = tuple(replace(one, id=f"{ids}{one.id}") for one in survey.features)
    return replace(survey, features=features, session=Session(Mode.CARDS, date=date, seconds=60.0, timed=2))


def test_cards_of_two_groups_are_counted_together() -> None:
    one = edits.add_survey(Project(), _cards({"Wi-Fi": [(1, 5, 4)], "Bed": [(3, 3, 2)]}))
    other = _cards({"wi-fi": [(1, 5, 3), (2, 5, 1)], "Sauna": [(1, 1, 6)]}, ids="x")
    same = edits.same_features(one.surveys, other)
    both = edits.append_people(one, other, same).survey
    assert isinstance(both.evidence, PairTally)
    assert [one.name for one in both.features] == ["Wi-Fi", "Bed", "Sauna"]
    assert both.evidence.counts[0, 0, 4] == 7
    assert both.evidence.counts.sum(axis=(1, 2)).tolist() == [8, 2, 6]
    assert both.session is not None
    assert (both.session.mode, both.session.seconds, both.session.timed) == (Mode.CARDS, 120.0, 4)
    told = edits.what_is_appended(one, other, same, ())
    assert (told.people, told.cards, told.added, told.known) == (0, 10, ("Sauna",), 0)


def test_cards_left_out_are_not_counted() -> None:
    one = edits.add_survey(Project(), _cards({"Wi-Fi": [(1, 5, 4)]}))
    other = _cards({"Wi-Fi": [(1, 5, 3)], "Sauna": [(1, 1, 6)]}, ids="x")
    both = edits.append_people(one, other, {"xWi-Fi": "Wi-Fi"}, ["xSauna"]).survey
    assert isinstance(both.evidence, PairTally)
    assert both.evidence.counts.sum() == 7


def test_a_study_that_nobody_has_answered_takes_people_or_cards() -> None:
    empty = edits.add_features(edits.new_study(), ["Wi-Fi"])
    empty = edits.in_session(empty, Session(Mode.ROUND))
    cards = edits.append_people(empty, _cards({"Wi-Fi": [(1, 5, 4)]}), {"Wi-Fi": "F1"}).survey
    assert isinstance(cards.evidence, PairTally)
    assert cards.session is not None
    assert (int(cards.evidence.counts.sum()), cards.session.mode) == (4, Mode.CARDS)


def test_people_and_cards_and_finished_counts_are_not_pooled(here: Project) -> None:
    cards, table = _cards({"Wi-Fi": [(1, 5, 4)]}), counted({"Wi-Fi": "M1"})
    surveys = (here.survey, cards, table, tallied({"Wi-Fi": [(1, 5, 4)]}))
    pooled = [[edits.can_be_pooled(one, other) for other in surveys] for one in surveys]
    assert pooled == [[one == other and one < 2 for other in range(4)] for one in range(4)]


def test_people_of_one_name_are_told_apart_after_a_merge() -> None:
    def group(*names: str) -> Project:
        study = edits.add_people(edits.add_features(edits.new_study(), ["Wi-Fi"]), len(names))
        seats = tuple(Participant(at, name) for at, name in enumerate(names))
        return edits.in_session(study, Session(Mode.ROUND, seats))

    both = edits.append_people(group("Ana", "Bo", ""), group("ana", "Ana (2)", "", "Cy").survey, {"F1": "F1"})
    assert both.survey.session is not None
    names = [one.name for one in both.survey.session.participants]
    assert names == ["Ana", "Bo", "", "ana (3)", "Ana (2)", "", "Cy"]


def test_second_votes_of_a_group_stay_its_own() -> None:
    survey = people({"Wi-Fi": [(1, 5), (2, 5)]})
    session = Session(
        Mode.ROUND,
        (Participant(0), Participant(1)),
        votes=(DirectVote(1, "Wi-Fi", Category.MUST_BE),),
        asked_again=(AskedAgain(1, "Wi-Fi", 3),),
        votes_asked_again=((0, "Wi-Fi"),),
        first_direct_votes=(DirectVote(0, "Wi-Fi", Category.REVERSE),),
    )
    one = edits.add_survey(Project(), replace(survey, session=session))
    united = edits.append_people(one, one.survey, {"Wi-Fi": "Wi-Fi"}).survey.session
    assert united is not None
    assert [vote.person for vote in united.votes] == [1, 3]
    assert united.asked_again == (AskedAgain(1, "Wi-Fi", 3), AskedAgain(3, "Wi-Fi", 3))
    assert united.votes_asked_again == ((0, "Wi-Fi"), (2, "Wi-Fi"))
    assert [vote.person for vote in united.first_direct_votes] == [0, 2]
    left = edits.remove_people(one, [0]).survey.session
    assert left is not None
    assert (left.asked_again, left.votes_asked_again) == ((AskedAgain(0, "Wi-Fi", 3),), ())
