"""A room that empties, and questions whose feature or person is gone."""

import pytest
from sittings import answered, begun, place, refusal, room, session_in

from kano_app import entry
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Stage
from kano_app.entry import Refusal


def everybody_gone() -> Project:
    project = answered(begun("Wi-Fi", mode=Mode.ROUND, people=("Ana", "Bo")), 1, 2, 5)
    return entry.leave(entry.leave(project, 0), 1)


def test_where_everybody_has_left_the_open_questions_are_told_and_enter_brings_back_whom_they_are_for() -> None:
    project = everybody_gone()
    assert (entry.view(project).stage, entry.left_open(project)) == (Stage.DONE, 1)
    assert entry.can_go_on(project)
    on = entry.go_on(project)
    assert [one.here for one in session_in(on).participants] == [False, True]
    assert place(on) == (1, "Wi-Fi", Part.DYSFUNCTIONAL)
    assert entry.left_open(on) == 0


def test_whoever_is_asked_now_is_back() -> None:
    on = entry.go_to_person(everybody_gone(), 0)
    assert [one.here for one in session_in(on).participants] == [True, False]
    assert place(on) == (0, "Wi-Fi", Part.FUNCTIONAL)
    assert refusal(on, entry.go_to_person, 2) is Refusal.NO_SUCH_PERSON


def test_in_an_empty_room_that_is_what_is_said() -> None:
    project = everybody_gone()
    for key in (entry.skip, entry.back, entry.abstain):
        assert refusal(project, key) is Refusal.NOBODY_HERE
    assert refusal(project, entry.go_to, "F1") is Refusal.NOBODY_HERE


def test_where_everybody_left_with_nothing_open_there_is_nothing_to_go_on_with() -> None:
    project = entry.leave(room("Wi-Fi", people=1), 0)
    assert (entry.left_open(project), entry.can_go_on(project)) == (0, False)


@pytest.mark.parametrize(("mode", "stage"), [(Mode.ROUND, Stage.DONE), (Mode.INTERVIEW, Stage.CONFIRMING)])
def test_with_the_last_open_feature_deleted_the_asking_is_over(mode: Mode, stage: Stage) -> None:
    project = entry.remove_features(answered(begun("Wi-Fi", "Gym", mode=mode), 1, 5, 2), ["F2"])
    assert entry.view(project).stage is stage
    assert entry.can_go_on(entry.finish(project)) is (mode is Mode.INTERVIEW)


def test_with_the_feature_of_the_moment_deleted_the_same_person_is_asked_the_next() -> None:
    project = entry.confirm(answered(begun("Wi-Fi", "Gym", people=("", "")), 1, 5, 1, 5))
    project = entry.remove_features(answered(project, 3), ["F1"])
    assert place(project) == (1, "Gym", Part.FUNCTIONAL)
    assert place(entry.remove_features(project, ["F2"])) is None


def test_with_the_last_person_deleted_who_had_to_answer_the_asking_is_over() -> None:
    project = answered(begun("Wi-Fi", mode=Mode.ROUND, people=("", "")), 1, 1, 5)
    assert place(project) == (1, "Wi-Fi", Part.DYSFUNCTIONAL)
    assert place(entry.remove_people(project, [0])) == (0, "Wi-Fi", Part.DYSFUNCTIONAL)
    assert entry.view(entry.remove_people(project, [1])).stage is Stage.DONE


def test_somebody_else_deleted_leaves_the_question_of_the_moment() -> None:
    project = answered(begun("Wi-Fi", mode=Mode.ROUND, people=("Ana", "Bo", "Cy")), 1, 1)
    on = entry.remove_people(project, [0])
    assert place(on) == (1, "Wi-Fi", Part.FUNCTIONAL)
    assert [one.name for one in session_in(on).participants] == ["Bo", "Cy"]


def test_a_name_of_an_empty_seat_is_taken() -> None:
    done = entry.finish(answered(begun("Wi-Fi", mode=Mode.ROUND, people=("Ana", "Bo")), 1))
    assert [one.name for one in session_in(done).empty_seats] == ["Bo"]
    assert refusal(done, entry.join, "bo") is Refusal.NAME_TAKEN
    assert refusal(entry.join(done), entry.call, 1, "Bo") is Refusal.NAME_TAKEN


def test_the_room_sees_no_results_once_a_question_is_asked() -> None:
    shown = entry.reveal(room("Wi-Fi"))
    assert session_in(shown).revealed
    again = entry.vote_again(shown, "F1")
    assert not session_in(again).revealed
    assert not session_in(answered(entry.reveal(again), 3)).revealed
    more = entry.go_on(entry.add_feature(shown, "Pool"))
    assert (place(more), session_in(more).revealed) == ((0, "Pool", Part.FUNCTIONAL), False)
    cards = entry.reveal(begun("Wi-Fi", "Gym", mode=Mode.CARDS))
    assert session_in(entry.card(cards, 1, 5)).revealed
    assert not session_in(entry.skip(cards)).revealed


def asked_places(project: Project, count: int) -> list[tuple[int, str, Part] | None]:
    """Return the questions as they come, each answered with 1."""
    found = []
    for _ in range(count):
        found.append(place(project))
        project = answered(project, 1)
    return found


def test_who_comes_after_the_end_is_asked_each_feature_with_it_before_without_it() -> None:
    project = entry.go_on(entry.join(room("Wi-Fi", "Gym", people=1)))
    assert asked_places(project, 4) == [
        (1, "Wi-Fi", Part.FUNCTIONAL),
        (1, "Wi-Fi", Part.DYSFUNCTIONAL),
        (1, "Gym", Part.FUNCTIONAL),
        (1, "Gym", Part.DYSFUNCTIONAL),
    ]


def test_who_comes_between_the_halves_of_a_feature_is_asked_both_at_the_end() -> None:
    project = answered(begun("Wi-Fi", "Gym", mode=Mode.ROUND, people=("", "")), 1, 1, 5)
    project = entry.join(project)
    assert asked_places(project, 9)[1:] == [
        *((person, "Gym", Part.FUNCTIONAL) for person in range(3)),
        *((person, "Gym", Part.DYSFUNCTIONAL) for person in range(3)),
        (2, "Wi-Fi", Part.FUNCTIONAL),
        (2, "Wi-Fi", Part.DYSFUNCTIONAL),
    ]
