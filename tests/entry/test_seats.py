"""Seats in which nobody gave anything are nobody, and are there again where a workshop goes on."""

from sittings import answered, begun, place, room, session_in

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.session import Mode, Part, Stage


def test_seats_that_gave_nothing_are_nobody() -> None:
    project = begun("Wi-Fi", people=("",) * 8)
    project = entry.confirm(answered(project, 1, 5))
    project = entry.confirm(entry.abstain(project))
    assert (project.survey.respondents, entry.turnout(project.survey)) == (8, 2)
    done = entry.finish(entry.note(project, "why", 4, "F1"))
    assert (done.survey.respondents, entry.turnout(done.survey)) == (3, 2)
    assert [one.person for one in session_in(done).participants] == [0, 1, 2]
    assert [one.person for one in done.survey.notes] == [2]


def test_whoever_only_voted_directly_took_part() -> None:
    project = entry.vote(begun("Wi-Fi", mode=Mode.VOTES, people=("", "")), Category.MUST_BE)
    assert entry.took_part(project.survey).tolist() == [True, False]
    assert entry.finish(project).survey.respondents == 1


def test_the_next_person_who_never_came_is_taken_out_at_the_end() -> None:
    project = entry.confirm(answered(begun("Wi-Fi"), 1, 5))
    done = entry.finish(project)
    assert (project.survey.respondents, done.survey.respondents) == (2, 1)
    assert entry.can_go_on(done)
    assert place(entry.go_on(done)) == (1, "Wi-Fi", Part.FUNCTIONAL)


def test_going_on_after_the_end_finds_every_seat_where_it_was() -> None:
    project = begun("Wi-Fi", "Gym", mode=Mode.ROUND, people=("Ana", "Bo", "Cy", "Di"))
    project = edits.tell_trait(project, [1, 2], "Role", "staff")
    project = answered(entry.skip(answered(project, 1)), 3)
    before = entry.view(project)
    done = entry.finish(project)
    assert [one.name for one in session_in(done).participants] == ["Ana", "Cy"]
    on = entry.go_on(done)
    assert [one.name for one in session_in(on).participants] == ["Ana", "Bo", "Cy", "Di"]
    assert (entry.view(on), session_in(on).empty_seats) == (before, ())
    (trait,) = on.survey.traits
    roles = [trait.codes[one.person] >= 0 for one in session_in(on).participants]
    assert roles == [False, True, True, False]
    bo = session_in(on).participants[1].person
    assert (bo, "F1") in session_in(on).skipped


def test_after_the_end_a_jump_to_a_person_is_to_the_same_person() -> None:
    project = begun("Wi-Fi", mode=Mode.ROUND, people=("Ana", "Bo", "Cy"))
    done = entry.finish(answered(entry.skip(answered(project, 1)), 3))
    assert [one.name for one in session_in(done).participants] == ["Ana", "Cy"]
    on = entry.go_to_person(done, 1)
    at = entry.view(on).place
    assert at is not None
    assert session_in(on).participants[at.participant].name == "Cy"
    named = entry.go_to(done, "F1", 1)
    assert place(named) == (2, "Wi-Fi", Part.DYSFUNCTIONAL)


def test_who_joins_after_the_end_sits_behind_the_others() -> None:
    done = entry.finish(answered(begun("Wi-Fi", people=("Ana", "Bo")), 1, 5))
    on = entry.go_on(entry.join(done, "Cy"))
    assert [one.name for one in session_in(on).participants] == ["Ana", "Bo", "Cy"]
    assert place(on) == (1, "Wi-Fi", Part.FUNCTIONAL)


def test_a_workshop_that_ended_with_nothing_open_goes_on_only_where_somebody_can_come() -> None:
    done = room("Wi-Fi")
    assert not entry.can_go_on(done)
    assert entry.go_on(done) is done
    interview = entry.finish(answered(begun("Wi-Fi"), 1, 5))
    assert entry.view(entry.go_on(interview)).stage is Stage.CONFIRMING
