"""A second sitting of the same room, and laptops that come together."""

import pytest
from sittings import answered, begun, codes, place, room, session_in, study

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Stage
from kano_app.entry import Setup
from kano_app.entry.steps import Progress, sequence

VOTES = Setup(Mode.VOTES, ("",) * 3, practice=False)


def voted(project: Project, *categories: Category) -> Project:
    for category in categories:
        project = entry.vote(project, category)
    return project


def merged(one: Project, other: Project) -> Project:
    return edits.append_people(one, other.survey, edits.same_features(one.surveys, other.survey))


def test_votes_after_pairs_are_of_the_same_people() -> None:
    project = room("Wi-Fi")
    assert entry.same_seats(project, Mode.VOTES, ("",) * 3)
    again = entry.begin(project, VOTES)
    assert again.survey.respondents == 3
    assert place(again) == (0, "Wi-Fi", Part.VOTE)
    done = voted(again, *[Category.MUST_BE] * 3)
    assert (entry.turnout(done.survey), [one.person for one in session_in(done).votes]) == (3, [0, 1, 2])
    assert codes(done) == [(1, 5)] * 3


def test_pairs_after_votes_are_of_the_same_people_and_who_comes_new_sits_behind_them() -> None:
    project = voted(entry.begin(study("Wi-Fi"), VOTES), *[Category.MUST_BE] * 3)
    again = entry.begin(project, Setup(Mode.ROUND, ("",) * 4, practice=False))
    assert again.survey.respondents == 4
    assert place(again) == (0, "Wi-Fi", Part.FUNCTIONAL)


def test_the_number_of_a_seat_in_which_nobody_answered_stays_its_own() -> None:
    project = entry.finish(answered(entry.skip(begun("Wi-Fi", mode=Mode.ROUND, people=("",) * 3)), 1, 1, 5, 5))
    assert (len(session_in(project).participants), entry.seats_of(project)) == (2, 3)
    again = entry.begin(project, VOTES)
    assert [one.person for one in session_in(again).participants] == [2, 0, 1]
    assert session_in(again).skipped == ()


@pytest.mark.parametrize(
    ("mode", "people"), [(Mode.ROUND, ("",) * 3), (Mode.INTERVIEW, ("",) * 3), (Mode.VOTES, ("Ana", "Bo"))]
)
def test_pairs_after_pairs_and_people_with_names_are_new_people(mode: Mode, people: tuple[str, ...]) -> None:
    project = room("Wi-Fi")
    again = entry.begin(project, Setup(mode, people, practice=False))
    assert again.survey.respondents == 3 + len(people)
    assert [one.here for one in session_in(again).participants] == [False] * 3 + [True] * len(people)


def test_a_feature_that_was_skipped_in_pairs_is_voted_on() -> None:
    project = answered(entry.skip(begun("Wi-Fi", "Gym", mode=Mode.ROUND, people=("Ana",))), 1, 5)
    votes = entry.begin(project, Setup(Mode.VOTES, ("Ana",)))
    assert place(votes) == (0, "Wi-Fi", Part.VOTE)
    pairs = entry.begin(project, Setup(Mode.ROUND, ("Ana",), practice=False))
    assert entry.view(pairs).stage is Stage.DONE


@pytest.mark.parametrize("is_turned", [False, True])
def test_a_laptop_with_pairs_and_one_with_votes_ask_nobody_what_the_other_asked(is_turned: bool) -> None:  # noqa: FBT001
    pairs = answered(begun("Wi-Fi", "Gym", mode=Mode.ROUND, people=("",) * 3), 1, 1, 1, 5, 5, 5, 2, 2)
    votes = entry.vote(entry.begin(study("Wi-Fi", "Gym"), Setup(Mode.VOTES, ("", ""))), Category.MUST_BE)
    both = merged(votes, pairs) if is_turned else merged(pairs, votes)
    done = Progress(both).is_done
    left = {(one.participant, one.part) for one in sequence(both) if not done(one)}
    own = (
        {(0, Part.VOTE), (1, Part.VOTE)}
        if is_turned
        else {(2, Part.FUNCTIONAL), *((at, Part.DYSFUNCTIONAL) for at in range(3))}
    )
    assert left == own


def test_a_group_is_not_asked_a_feature_that_only_the_other_had() -> None:
    other = answered(begun("Wi-Fi", "Sauna", mode=Mode.ROUND, people=("",)), 2, 2, 2)
    both = edits.append_people(room("Wi-Fi", "Gym", people=1), other.survey, {"F1": "F1"})
    done = Progress(both).is_done
    names = {one.id: one.name for one in both.survey.features}
    left = [(one.participant, names[one.feature], one.part) for one in sequence(both) if not done(one)]
    assert left == [(1, "Sauna", Part.DYSFUNCTIONAL)]


def test_importance_is_asked_of_nobody_whose_laptop_did_not_ask_it() -> None:
    one = answered(begun("Wi-Fi", mode=Mode.ROUND, importance=True), 1, 5)
    both = merged(one, room("Wi-Fi", people=1))
    done = Progress(both).is_done
    left = [(one.participant, one.part) for one in sequence(both) if not done(one)]
    assert left == [(0, Part.IMPORTANCE)]


def test_a_name_in_an_empty_seat_is_told_apart_from_that_of_another_laptop() -> None:
    here = entry.finish(answered(begun("Wi-Fi", mode=Mode.ROUND, people=("Ana", "Bo")), 1))
    on = entry.go_on(merged(here, answered(begun("Wi-Fi", mode=Mode.ROUND, people=("Bo",)), 1, 5)))
    assert [one.name for one in session_in(on).participants] == ["Ana", "Bo", "Bo (2)"]


def test_whoever_has_answered_everything_already_is_not_waited_for() -> None:
    project = answered(begun("Wi-Fi", mode=Mode.ROUND, people=("Ana",)), 1, 5)
    assert entry.view(entry.begin(project, Setup(Mode.ROUND, ("Ana",), practice=False))).stage is Stage.DONE
