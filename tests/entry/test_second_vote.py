"""The room votes again: nothing is wiped, and the first answers stand beside the second."""

import pytest
from sittings import answered, begun, codes, place, refusal, room, session_in

from kano_app import entry
from kano_app.domain.category import Category
from kano_app.domain.session import AskedAgain, Mode, Part, Stage
from kano_app.entry import Refusal, Setup


def test_who_has_left_is_not_asked_again_and_keeps_what_was_answered() -> None:
    project = entry.leave(room("Wi-Fi"), 0)
    project = entry.vote_again(project, "F1")
    assert place(project) == (1, "Wi-Fi", Part.FUNCTIONAL)
    project = answered(project, 3, 3, 3, 3)
    assert codes(project) == [(1, 5), (3, 3), (3, 3)]
    assert [one.person for one in session_in(project).first_votes] == [1, 2]


def test_who_sat_in_an_earlier_sitting_keeps_what_was_answered_there() -> None:
    first = answered(begun("Wi-Fi", mode=Mode.ROUND, people=("Ana",)), 1, 5)
    again = entry.begin(first, Setup(Mode.ROUND, ("Bo",), practice=False))
    project = answered(entry.vote_again(answered(again, 2, 5), "F1"), 4, 4)
    assert codes(project) == [(1, 5), (4, 4)]


def test_a_second_vote_that_is_broken_off_leaves_the_answers_of_those_not_yet_asked() -> None:
    project = answered(entry.vote_again(room("Wi-Fi"), "F1"), 3, 3)
    assert codes(project) == [(1, 5)] * 3
    stopped = entry.finish(project)
    assert codes(stopped) == [(1, 5)] * 3
    assert session_in(stopped).first_votes == ()
    on = entry.go_on(stopped)
    assert place(on) == (2, "Wi-Fi", Part.FUNCTIONAL)
    on = answered(on, 3, 4)
    assert codes(on) == [(3, 4), (1, 5), (1, 5)]
    assert [(one.person, one.functional) for one in session_in(on).first_votes] == [(0, 1)]


def test_a_person_who_leaves_in_the_middle_of_a_second_vote_keeps_the_first() -> None:
    project = entry.leave(answered(entry.vote_again(room("Wi-Fi", people=2), "F1"), 3), 0)
    project = answered(project, 2, 2)
    assert codes(project) == [(1, 5), (2, 2)]
    assert entry.view(project).stage is Stage.DONE


def test_back_in_a_second_vote_shows_and_changes_what_was_just_said() -> None:
    project = entry.back(answered(entry.vote_again(room("Wi-Fi", people=2), "F1"), 3))
    assert (place(project), entry.view(project).answer) == ((0, "Wi-Fi", Part.FUNCTIONAL), 3)
    project = answered(project, 2, 2, 4, 4)
    assert codes(project) == [(2, 4), (2, 4)]
    project = answered(entry.back(project), 5)
    assert codes(project) == [(2, 4), (2, 5)]
    assert entry.first_pair(project, 1, "F1") == (1, 5)


def test_while_somebody_is_asked_again_the_first_answer_stands_beside() -> None:
    project = entry.vote_again(room("Wi-Fi", people=1), "F1")
    assert entry.first_pair(project, 0, "F1") == (1, 5)
    at = entry.view(project).place
    assert at is not None
    assert entry.is_asked_again(project, at)
    assert not entry.is_asked_again(room("Wi-Fi", people=1), at)


def test_skipping_in_a_second_vote_keeps_the_first_answer_and_abstaining_takes_it_back() -> None:
    project = entry.skip(entry.vote_again(room("Wi-Fi", people=2), "F1"))
    assert session_in(project).skipped == ()
    project = entry.abstain(project)
    assert codes(project) == [(1, 5), (6, 6)]
    assert entry.first_pair(project, 0, "F1") is None
    assert entry.first_pair(project, 1, "F1") == (1, 5)


@pytest.mark.parametrize("given", [(1,), (1, 1, 5)])
def test_in_the_middle_of_a_question_there_is_no_second_vote(given: tuple[int, ...]) -> None:
    project = answered(begun("Wi-Fi", mode=Mode.ROUND, people=("", "")), *given)
    assert entry.feature_to_vote_again(project) == "F1"
    assert refusal(project, entry.vote_again, "F1") is Refusal.NOT_ALL_ANSWERED
    person = answered(begun("Wi-Fi", "Gym"), 1)
    assert refusal(person, entry.vote_again, entry.feature_to_vote_again(person)) is Refusal.NOT_ALL_ANSWERED


def test_a_late_comer_does_not_hold_up_a_second_vote_on_what_others_answered() -> None:
    project = entry.join(answered(room("Wi-Fi", "Gym", people=2)))
    project = entry.go_to(project, "F2", 2)
    project = entry.vote_again(project, "F1")
    assert answered(project, 3, 3, 3).survey.session is not None
    assert session_in(project).asked_again == (AskedAgain(0, "F1"), AskedAgain(1, "F1"))


def test_during_a_second_vote_there_is_no_third_and_no_answer_is_lost() -> None:
    project = answered(entry.vote_again(room("Wi-Fi", people=2), "F1"), 3, 3, 3)
    assert codes(project) == [(3, 3), (1, 5)]
    assert refusal(project, entry.vote_again, entry.feature_to_vote_again(project)) is Refusal.VOTING_AGAIN


def test_a_third_vote_keeps_the_very_first_and_the_second_counts_until_it_is_complete() -> None:
    project = answered(entry.vote_again(room("Wi-Fi", people=1), "F1"), 2, 4)
    third = answered(entry.vote_again(project, "F1"), 3)
    assert codes(third) == [(2, 4)]
    third = answered(third, 3)
    assert codes(third) == [(3, 3)]
    assert entry.first_pair(third, 0, "F1") == (1, 5)


def test_a_second_vote_means_the_feature_of_the_moment_else_the_last_that_was_answered() -> None:
    project = answered(begun("Wi-Fi", "Gym", mode=Mode.ROUND, people=("",)), 1, 5)
    assert entry.feature_to_vote_again(project) == "F1"
    assert entry.feature_to_vote_again(answered(project, 2, 5)) == "F2"
    assert refusal(begun(), entry.feature_to_vote_again) is Refusal.NOTHING_TO_VOTE_ON_AGAIN
    assert refusal(begun(mode=Mode.CARDS), entry.feature_to_vote_again) is Refusal.OTHER_EVIDENCE
    interview = answered(entry.confirm(answered(begun("Wi-Fi", "Gym"), 1, 5, 2, 5)), 3, 3)
    assert entry.feature_to_vote_again(interview) == "F1"


def test_direct_votes_are_voted_on_again_with_the_first_beside() -> None:
    project = begun("Wi-Fi", mode=Mode.VOTES, people=("", ""))
    half = entry.vote(project, Category.MUST_BE)
    assert refusal(half, entry.vote_again, "F1") is Refusal.NOT_ALL_ANSWERED
    project = entry.vote_again(entry.vote(half, Category.ATTRACTIVE), "F1")
    assert place(project) == (0, "Wi-Fi", Part.VOTE)
    assert entry.first_direct_vote(project, 0, "F1") is Category.MUST_BE
    project = entry.vote(project, Category.PERFORMANCE)
    told = {one.person: one.category for one in session_in(project).votes}
    assert told == {0: Category.PERFORMANCE, 1: Category.ATTRACTIVE}
    project = entry.skip(project)
    assert entry.view(project).stage is Stage.DONE
    assert entry.first_direct_vote(project, 0, "F1") is Category.MUST_BE
    assert entry.first_direct_vote(project, 1, "F1") is None


def test_a_second_vote_that_was_skipped_half_way_is_one_again_once_it_is_gone_back_to() -> None:
    project = answered(entry.vote_again(room("Wi-Fi", people=1), "F1"), 3)
    skipped = entry.skip(project)
    assert (codes(skipped), entry.view(skipped).stage) == ([(1, 5)], Stage.DONE)
    project = answered(entry.back(skipped), 2)
    assert codes(project) == [(3, 2)]
    assert entry.first_pair(project, 0, "F1") == (1, 5)
    assert session_in(project).again_skipped == ()


def test_a_second_vote_that_was_skipped_at_once_asks_both_halves_once_it_is_gone_back_to() -> None:
    project = entry.back(entry.skip(entry.vote_again(room("Wi-Fi", people=1), "F1")))
    assert entry.view(entry.forward(project)).stage is Stage.DONE
    half = answered(project, 2)
    assert (codes(half), place(half)) == ([(1, 5)], (0, "Wi-Fi", Part.DYSFUNCTIONAL))
    assert codes(answered(half, 4)) == [(2, 4)]
    away = entry.abstain(project)
    assert (codes(away), entry.first_pair(away, 0, "F1")) == ([(6, 6)], (1, 5))


def test_a_direct_vote_that_was_not_given_anew_at_first_stands_beside_the_one_that_is() -> None:
    project = entry.vote(begun("Wi-Fi", mode=Mode.VOTES, people=("",)), Category.MUST_BE)
    project = entry.back(entry.skip(entry.vote_again(project, "F1")))
    project = entry.vote(project, Category.ATTRACTIVE)
    assert entry.first_direct_vote(project, 0, "F1") is Category.MUST_BE


def test_a_second_vote_in_an_interview_is_of_the_person_of_the_moment() -> None:
    project = begun("Wi-Fi", "Gym", people=("", "", ""))
    for _ in range(2):
        project = entry.confirm(answered(project, 1, 5, 1, 5))
    project = answered(project, 1, 5)
    assert place(project) == (2, "Gym", Part.FUNCTIONAL)
    again = entry.vote_again(project, entry.feature_to_vote_again(project))
    assert session_in(again).asked_again == (AskedAgain(2, "F1"),)
    assert place(again) == (2, "Wi-Fi", Part.FUNCTIONAL)
    assert place(entry.skip(again)) == (2, "Gym", Part.FUNCTIONAL)
    between = answered(project, 1, 5)
    back = entry.skip(entry.vote_again(between, "F1"))
    assert (entry.view(back).stage, entry.view(back).place) == (Stage.CONFIRMING, entry.view(between).place)
    done = entry.vote_again(entry.finish(between), "F2")
    assert session_in(done).asked_again == (AskedAgain(2, "F2"),)
