"""Sittings by the keys a facilitator presses: where they come to, and what is written down."""

import pytest
from sittings import answered, begun, pairs, place, refusal, study

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.evidence import PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Stage
from kano_app.entry import Refusal, Refused, Setup


def test_an_interview_asks_a_person_both_halves_of_each_feature_and_then_waits() -> None:
    project = begun()
    assert place(project) == (0, "Wi-Fi", Part.FUNCTIONAL)
    project = answered(project, 1)
    assert place(project) == (0, "Wi-Fi", Part.DYSFUNCTIONAL)
    project = answered(project, 5, 2, 5, 3, 3)
    assert entry.view(project).stage is Stage.CONFIRMING
    assert pairs(project, 0) == [(1, 5), (2, 5), (3, 3)]
    assert refusal(project, entry.answer, 1) is Refusal.NOT_ASKED_NOW


def test_one_confirmation_seats_the_next_person() -> None:
    project = entry.confirm(answered(begun(), 1, 5, 2, 5, 3, 3))
    assert place(project) == (1, "Wi-Fi", Part.FUNCTIONAL)
    assert project.survey.respondents == 2
    assert pairs(answered(project, 4, 4), 1)[0] == (4, 4)


def test_people_named_before_are_asked_before_anybody_new_sits_down() -> None:
    project = begun("Wi-Fi", people=("Ana", "Bo"))
    project = entry.confirm(answered(project, 1, 5))
    assert place(project) == (1, "Wi-Fi", Part.FUNCTIONAL)
    assert project.survey.respondents == 2


def test_a_round_asks_everybody_with_the_feature_and_then_everybody_without_it() -> None:
    project = begun("Wi-Fi", "Gym", mode=Mode.ROUND, people=("", "", ""))
    seen = []
    for _ in range(12):
        seen.append(place(project))
        project = answered(project, 3)
    halves = (Part.FUNCTIONAL, Part.DYSFUNCTIONAL)
    assert seen == [(at, name, part) for name in ("Wi-Fi", "Gym") for part in halves for at in range(3)]
    assert entry.view(project).stage is Stage.DONE


def test_back_shows_what_was_answered_and_a_new_answer_takes_its_place() -> None:
    project = entry.back(answered(begun(), 1, 5))
    assert place(project) == (0, "Wi-Fi", Part.DYSFUNCTIONAL)
    assert entry.view(project).answer == 5
    project = answered(project, 4)
    assert pairs(project, 0)[0] == (1, 4)
    assert place(project) == (0, "Breakfast", Part.FUNCTIONAL)


def test_back_from_a_finished_person_leads_to_the_last_question() -> None:
    project = entry.back(answered(begun("Wi-Fi"), 1, 5))
    assert place(project) == (0, "Wi-Fi", Part.DYSFUNCTIONAL)
    assert refusal(begun(), entry.back) is Refusal.FIRST_QUESTION


def test_abstaining_from_the_first_half_spares_the_second() -> None:
    project = entry.abstain(begun())
    assert pairs(project, 0)[0] == (6, 6)
    assert place(project) == (0, "Breakfast", Part.FUNCTIONAL)


def test_abstaining_from_the_second_half_keeps_the_first() -> None:
    project = entry.abstain(answered(begun(), 1))
    assert pairs(project, 0)[0] == (1, 6)


def test_a_feature_passed_over_is_not_asked_again_but_can_be_gone_back_to() -> None:
    project = entry.skip(begun("Wi-Fi", "Gym"))
    assert place(project) == (0, "Gym", Part.FUNCTIONAL)
    project = answered(project, 1, 1)
    assert entry.view(project).stage is Stage.CONFIRMING
    project = answered(entry.go_to(project, project.survey.features[0].id, 0), 2, 5)
    assert pairs(project, 0)[0] == (2, 5)
    session = project.survey.session
    assert session is not None
    assert session.skipped == ()


def test_importance_is_asked_from_one_to_nine_where_it_was_chosen() -> None:
    project = answered(begun("Wi-Fi", importance=True), 1, 5)
    assert place(project) == (0, "Wi-Fi", Part.IMPORTANCE)
    assert refusal(project, entry.answer, 10) is Refusal.NO_SUCH_ANSWER
    project = answered(project, 9)
    column = project.survey.importance[0]
    assert column is not None
    assert column.tolist() == [9.0]
    assert project.survey.importance_end == 9


@pytest.mark.parametrize("number", [0, 6, 7, -1, 99])
def test_a_number_that_is_no_answer_is_refused(number: int) -> None:
    assert refusal(begun(), entry.answer, number) is Refusal.NO_SUCH_ANSWER


def test_who_comes_late_is_asked_from_now_on_and_catches_up_at_the_end() -> None:
    project = answered(begun("Wi-Fi", "Gym", mode=Mode.ROUND, people=("Ana", "Bo")), 1, 1, 5, 5)
    project = entry.join(project, "Cy")
    for expected in ((0, "Gym"), (1, "Gym"), (2, "Gym")):
        assert place(project) == (*expected, Part.FUNCTIONAL)
        project = answered(project, 1)
    project = answered(project, 5, 5, 5)
    assert place(project) == (2, "Wi-Fi", Part.FUNCTIONAL)
    assert entry.view(project).catching_up
    assert entry.view(answered(project, 2, 5)).stage is Stage.DONE


def test_who_leaves_is_asked_nothing_more_and_what_was_answered_stays() -> None:
    project = answered(begun("Wi-Fi", "Gym", mode=Mode.ROUND, people=("Ana", "Bo")), 1, 2)
    project = entry.leave(project, 0)
    assert place(project) == (1, "Wi-Fi", Part.DYSFUNCTIONAL)
    project = answered(project, 5)
    assert place(project) == (1, "Gym", Part.FUNCTIONAL)
    assert pairs(project, 0)[0] == (1, 0)
    assert place(entry.come_back(answered(project, 1, 5), 0)) is not None


def test_two_people_of_one_name_are_refused() -> None:
    project = begun("Wi-Fi", people=("Ana",))
    assert refusal(project, entry.join, " ana ") is Refusal.NAME_TAKEN
    assert refusal(entry.join(project, "Bo"), entry.call, 1, "ANA") is Refusal.NAME_TAKEN
    with pytest.raises(Refused):
        begun("Wi-Fi", people=("Ana", "ana"))


def test_a_feature_added_in_the_middle_gets_a_catch_up_round() -> None:
    project = answered(begun("Wi-Fi", mode=Mode.ROUND, people=("", "")), 1, 1)
    project = edits.add_features(project, ["Pool"])
    project = answered(project, 5, 5)
    assert place(project) == (0, "Pool", Part.FUNCTIONAL)
    interview = entry.confirm(answered(begun("Wi-Fi", people=("", "")), 1, 5))
    interview = edits.add_features(interview, ["Pool"])
    interview = answered(interview, 1, 5, 2, 2)
    assert place(entry.confirm(interview)) == (0, "Pool", Part.FUNCTIONAL)


def test_a_feature_deleted_in_the_middle_is_passed_by_and_nothing_breaks() -> None:
    project = answered(begun(), 1)
    project = entry.note(project, "no cables")
    first = project.survey.features[0].id
    project = edits.remove_features(project, [first])
    assert place(project) == (0, "Breakfast", Part.FUNCTIONAL)
    assert project.survey.notes == ()
    assert pairs(answered(project, 2, 5), 0)[0] == (2, 5)


def test_a_second_vote_keeps_the_first_beside_it() -> None:
    project = answered(begun("Wi-Fi", mode=Mode.ROUND, people=("", "")), 1, 2, 5, 5)
    feature = project.survey.features[0].id
    project = entry.vote_again(project, feature)
    assert place(project) == (0, "Wi-Fi", Part.FUNCTIONAL)
    project = answered(project, 3, 3, 3, 3)
    assert pairs(project, 0) == [(3, 3)]
    assert entry.first_pair(project, 0, feature) == (1, 5)
    assert entry.first_pair(project, 1, feature) == (2, 5)
    again = answered(entry.vote_again(project, feature), 4, 4, 4, 4)
    assert entry.first_pair(again, 0, feature) == (1, 5)


def test_practice_counts_nothing() -> None:
    project = entry.begin(study(), Setup(practice=True))
    assert entry.view(project).stage is Stage.PRACTICE
    assert pairs(entry.answer(project, 3), 0) == [(0, 0)] * 3
    project = entry.end_practice(project)
    assert place(project) == (0, "Wi-Fi", Part.FUNCTIONAL)


def test_votes_are_kept_apart_from_answers() -> None:
    project = begun("Wi-Fi", mode=Mode.VOTES, people=("", ""))
    project = entry.vote(entry.vote(project, Category.MUST_BE), Category.ATTRACTIVE)
    session = project.survey.session
    assert session is not None
    assert [one.category for one in session.votes] == [Category.MUST_BE, Category.ATTRACTIVE]
    assert pairs(project, 0) == [(0, 0)]
    assert entry.view(project).stage is Stage.DONE
    assert refusal(begun(mode=Mode.VOTES), entry.answer, 1) is Refusal.NO_SUCH_VOTE


def test_cards_are_counted_for_the_feature_of_the_moment() -> None:
    project = begun("Wi-Fi", "Gym", mode=Mode.CARDS)
    project = entry.card(entry.card(entry.card(project, 1, 5), 1, 5), 2, 5)
    evidence = project.survey.evidence
    assert isinstance(evidence, PairTally)
    assert evidence.counts[0, 0, 4] == 2
    project = entry.card(project, 1, 5, -1)
    assert entry.count_of_cards(project, project.survey.features[0].id) == 2
    assert refusal(project, entry.card, 3, 3, -1) is Refusal.NO_CARDS_LEFT
    assert refusal(project, entry.card, 0, 3) is Refusal.NO_SUCH_CARD
    assert refusal(project, entry.answer, 9) is Refusal.NO_SUCH_CARD
    project = entry.skip(project)
    assert place(project) == (-1, "Gym", Part.CARDS)
    assert entry.view(entry.skip(project)).stage is Stage.DONE


def test_cards_and_answers_of_people_are_not_pooled() -> None:
    people = answered(begun("Wi-Fi"), 1, 5)
    assert refusal(people, entry.begin, Setup(Mode.CARDS)) is Refusal.OTHER_EVIDENCE
    wave = entry.begin(people, Setup(Mode.CARDS, as_wave=True, practice=False))
    assert len(wave.surveys) == 2
    assert isinstance(entry.card(wave, 1, 1).survey.evidence, PairTally)


def test_orders_are_shuffled_for_each_person_and_the_same_with_the_same_seed() -> None:
    names = [f"Feature {n}" for n in range(12)]
    project = begun(*names, shuffled=True, seed=5, people=("", "", ""))
    orders = [steps_of(project, at) for at in range(3)]
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[2])
    assert orders == [steps_of(begun(*names, shuffled=True, seed=5, people=("", "", "")), at) for at in range(3)]


def steps_of(project: Project, participant: int) -> tuple[str, ...]:
    from kano_app.entry.steps import features_for  # noqa: PLC0415 - looked at from outside once

    return features_for(project, participant)


def test_the_rest_is_told_in_time_once_a_pace_is_known() -> None:
    project = begun("A", "B", "C", "D")
    assert entry.view(project).seconds_left is None
    project = answered(project, 1, 1, 1, 1, 1, 1)
    assert entry.view(project).seconds_left == pytest.approx(4.0)
    assert entry.view(entry.answer(project, 1, 5_000.0)).seconds == pytest.approx(12.0 + 120.0)


def test_a_note_is_of_the_person_and_feature_of_the_moment() -> None:
    project = entry.note(begun(), "  only for video calls ")
    (note,) = project.survey.notes
    assert (note.person, note.feature, note.text) == (0, project.survey.features[0].id, "only for video calls")
    assert entry.note(project, " ").survey.notes == ()


def test_a_finished_sitting_goes_on_where_it_stopped() -> None:
    project = entry.finish(answered(begun(), 1, 5, 2))
    assert entry.view(project).stage is Stage.DONE
    assert place(entry.go_on(project)) == (0, "Breakfast", Part.DYSFUNCTIONAL)


def test_without_features_there_is_no_workshop() -> None:
    assert refusal(edits.new_study(), entry.begin, Setup()) is Refusal.NO_FEATURES
    assert refusal(study(), entry.answer, 1) is Refusal.NO_SESSION


def test_breakout_groups_come_together_with_their_seats_and_notes() -> None:
    one = entry.note(answered(begun("Wi-Fi", people=("Ana",)), 1, 5), "why")
    other = entry.note(answered(begun("Wi-Fi", people=("Bo",)), 2, 5), "because")
    both = edits.append_people(one, other.survey, edits.same_features(one.surveys, other.survey))
    session = both.survey.session
    assert session is not None
    assert [(seat.person, seat.name) for seat in session.participants] == [(0, "Ana"), (1, "Bo")]
    assert [(note.person, note.text) for note in both.survey.notes] == [(0, "why"), (1, "because")]


def test_traits_are_told_before_or_after() -> None:
    project = edits.tell_trait(begun("Wi-Fi", people=("", "")), [1], "Role", "staff")
    (trait,) = project.survey.traits
    assert [trait.levels[code] if code >= 0 else "" for code in trait.codes] == ["", "staff"]
    assert edits.tell_trait(project, [1], "Role", "").survey.traits == ()


def test_a_second_sitting_keeps_the_seats_and_votes_of_the_first_and_knows_who_comes_back() -> None:
    first = answered(begun("Wi-Fi", mode=Mode.ROUND, people=("Ana", "Bo")), 1, 2, 5, 5)
    first = answered(entry.vote_again(first, first.survey.features[0].id), 3, 3, 3, 3)
    again = entry.begin(edits.add_features(first, ["Gym"]), Setup(people=("ana", "Cy"), practice=False))
    session = again.survey.session
    assert session is not None
    assert [(one.name, one.here) for one in session.participants] == [("Ana", True), ("Bo", False), ("Cy", True)]
    assert entry.first_pair(again, 0, again.survey.features[0].id) == (1, 5)
    assert place(again) == (0, "Gym", Part.FUNCTIONAL)
