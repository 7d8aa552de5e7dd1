"""Whatever is pressed in whatever order: the survey holds what was answered, and the cursor a question that exists."""

import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Place, Session, Stage
from kano_app.entry import Refused, Setup
from kano_app.entry.steps import Progress, sequence
from kano_app.storage import ProjectFile, read_project

HALVES = ("functional", "dysfunctional")
VOTES = [Category.MUST_BE, Category.ATTRACTIVE]


@dataclass
class Told:
    """What was said: counting answers, second votes that are not complete, and first ones."""

    said: dict[tuple[int, str, str], object] = field(default_factory=dict)
    again: dict[tuple[int, str], dict[str, int]] = field(default_factory=dict)
    first: dict[tuple[int, str], object] = field(default_factory=dict)
    passed: dict[tuple[int, str], dict[str, int]] = field(default_factory=dict)
    """Second votes that were skipped."""

    def pair(self, person: int, feature: str) -> tuple[object, ...]:
        return tuple(self.said.get((person, feature, half), 0) for half in HALVES)

    def say(self, person: int, feature: str, halves: dict[str, int]) -> None:
        """Take halves of a pair, of the second vote where there is one, be it skipped."""
        if (person, feature) in self.passed:
            self.again[person, feature] = self.passed.pop((person, feature))
        waiting = self.again.get((person, feature))
        if waiting is None:
            self.said |= {(person, feature, half): code for half, code in halves.items()}
            return
        waiting |= halves
        if len(waiting) == 2:
            before = self.pair(person, feature)
            if set(before) != {6}:
                self.first.setdefault((person, feature), before)
            del self.again[person, feature]
            self.said |= {(person, feature, half): code for half, code in waiting.items()}

    def vote(self, person: int, feature: str, category: Category) -> None:
        skipped = self.passed.pop((person, feature), None)
        if self.again.pop((person, feature), skipped) is not None:
            self.first.setdefault((person, feature), self.said[person, feature, "vote"])
        self.said[person, feature, "vote"] = category

    def only(self, keep: Callable[[int, str], bool], called: Callable[[int], int] = int) -> None:
        """Forget people and features, and call people otherwise."""
        self.said = {(called(p), f, part): v for (p, f, part), v in self.said.items() if keep(p, f)}
        self.again = {(called(p), f): v for (p, f), v in self.again.items() if keep(p, f)}
        self.first = {(called(p), f): v for (p, f), v in self.first.items() if keep(p, f)}
        self.passed = {(called(p), f): v for (p, f), v in self.passed.items() if keep(p, f)}


class Sitting(RuleBasedStateMachine):
    """A facilitator with ten fingers, and a model that is three dictionaries."""

    def __init__(self) -> None:
        super().__init__()
        self.history: list[tuple[Project, Told]] = []
        self.told = Told()

    @initialize(
        mode=st.sampled_from([Mode.INTERVIEW, Mode.ROUND, Mode.ROUND, Mode.VOTES]),
        features=st.integers(1, 4),
        people=st.integers(1, 3),
        choices=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    )
    def begin(self, mode: Mode, features: int, people: int, choices: tuple[bool, bool, bool]) -> None:
        study = edits.add_features(edits.new_study(), [f"Feature {n}" for n in range(features)])
        practice, shuffled, importance = choices
        setup = Setup(mode, ("",) * people, practice, shuffled, 3, importance)
        self.project = entry.begin(study, setup)

    def do(self, key: object, *arguments: object, then: Callable[[], None] = lambda: None) -> bool:
        """Press a key; what is refused changes nothing."""
        before, told = self.project, deepcopy(self.told)
        place = self.session.place
        was_done, people = self.session.stage is Stage.DONE, len(self.session.participants)
        try:
            self.project = key(self.project, *arguments)  # type: ignore[operator]
        except Refused:
            return False
        self.history.append((before, told))
        then()
        # With people deleted the same question has another number.
        if self.session.stage is Stage.ASKING and self.session.place != place and key is not entry.remove_people:
            assert not self.session.revealed
        if not was_done and self.session.stage is Stage.DONE:
            somebody = sorted({person for person, _, _ in self.told.said})
            assert len(self.session.participants) == len(somebody)
            self.told.only(lambda person, _: person in somebody, somebody.index)
        elif not was_done and key is not entry.remove_people:
            assert len(self.session.participants) >= people
        return True

    def asked(self) -> tuple[Place | None, int]:
        """Return the question of the moment, and whom it is put to."""
        moment = entry.view(self.project)
        if moment.place is None or moment.stage is not Stage.ASKING:
            return None, -1
        return moment.place, self.session.participants[moment.place.participant].person

    @rule(number=st.integers(-1, 11))
    def answer(self, number: int) -> None:
        place, person = self.asked()

        def then() -> None:
            if place is not None and place.part is Part.IMPORTANCE:
                self.told.said[person, place.feature, "importance"] = number
            elif place is not None:
                self.told.say(person, place.feature, {place.part.value: number})

        self.do(entry.answer, number, 1.5, then=then)

    @rule(category=st.sampled_from(VOTES))
    def vote(self, category: Category) -> None:
        place, person = self.asked()
        if place is not None:
            self.do(entry.vote, category, then=lambda: self.told.vote(person, place.feature, category))

    @rule()
    def abstain(self) -> None:
        place, person = self.asked()
        if place is not None:
            mark = (person, place.feature)
            waiting = self.told.again.get(mark, self.told.passed.get(mark))
            stands: dict[str, object] = (
                {half: self.told.said[(*mark, half)] for half in HALVES if (*mark, half) in self.told.said}
                if waiting is None
                else dict(waiting)
            )
            codes = {half: 6 for half in HALVES if half == place.part.value or half not in stands}
            self.do(entry.abstain, then=lambda: self.told.say(*mark, codes))

    @rule()
    def skip(self) -> None:
        place, person = self.asked()

        def then() -> None:
            if place is not None and place.part is not Part.IMPORTANCE:
                mark = (person, place.feature)
                if mark in self.told.again:
                    self.told.passed[mark] = self.told.again.pop(mark)

        self.do(entry.skip, then=then)

    @rule(key=st.sampled_from([entry.back, entry.confirm, entry.end_practice, entry.finish, entry.go_on]))
    def move(self, key: object) -> None:
        self.do(key)

    @rule(name=st.sampled_from(["", "", "Ana", "Bo"]))
    def join(self, name: str) -> None:
        if len(self.session.participants) + len(self.session.empty_seats) < 6:
            self.do(entry.join, name)

    @rule(who=st.integers(-1, 6), way=st.sampled_from([entry.come_back, entry.leave, entry.go_to_person]))
    def come_or_go(self, who: int, way: object) -> None:
        self.do(way, who)

    @rule(at=st.integers(0, 5))
    def vote_again(self, at: int) -> None:
        features = self.project.survey.features
        if at < len(features):
            feature, here = features[at].id, [one.person for one in self.session.participants if one.here]
            moment = self.session.place
            is_of_one = self.session.mode is Mode.INTERVIEW
            if is_of_one and self.session.stage is not Stage.DONE and moment is not None:
                here = [self.session.participants[moment.participant].person]
            asked = ("vote",) if self.session.mode is Mode.VOTES else HALVES

            def then() -> None:
                whole = [one for one in here if all((one, feature, part) in self.told.said for part in asked)]
                if is_of_one and len(whole) > 1:
                    whole = [one.person for one in self.session.asked_again if one.feature == feature]
                    assert len(whole) == 1
                self.told.again |= {(person, feature): {} for person in whole}
                for person in whole:
                    self.told.passed.pop((person, feature), None)

            before = entry.view(self.project)
            if self.do(entry.vote_again, feature, then=then):
                assert any(feature == one for _, one in self.told.again)
            else:
                assert entry.view(self.project) == before

    @rule()
    def vote_again_on_what_was_just_asked(self) -> None:
        features = [one.id for one in self.project.survey.features]
        try:
            self.vote_again(features.index(entry.feature_to_vote_again(self.project)))
        except Refused:
            return

    @rule()
    def add_feature(self) -> None:
        if len(self.project.survey.features) < 6:
            self.do(edits.add_features, ["New one"])

    @rule(at=st.integers(0, 5))
    def delete_feature(self, at: int) -> None:
        features = self.project.survey.features
        if at < len(features):
            gone = features[at].id
            self.do(entry.remove_features, [gone], then=lambda: self.told.only(lambda _, one: one != gone))

    @rule(shown=st.booleans())
    def reveal(self, shown: bool) -> None:  # noqa: FBT001 - of hypothesis
        self.do(lambda project: entry.reveal(project, shown=shown))

    @rule(at=st.integers(0, 5))
    def delete_person(self, at: int) -> None:
        """Remove a row of the grid, and with it whoever sat there."""
        evidence = self.project.survey.evidence
        if isinstance(evidence, Answers) and 0 <= at < evidence.people:

            def then() -> None:
                self.told.only(lambda person, _: person != at, lambda person: person - (person > at))

            self.do(entry.remove_people, [at], then=then)

    @rule()
    def everybody_leaves(self) -> None:
        for at in range(len(self.session.participants)):
            if at < len(self.session.participants) and self.session.stage is not Stage.DONE:
                self.do(entry.leave, at)

    @precondition(lambda self: self.history)
    @rule()
    def undo(self) -> None:
        self.project, self.told = self.history.pop()

    @rule()
    def power_off(self) -> None:
        """Store the study, forget everything, and read it again."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "study.kano"
            ProjectFile.create(path, self.project).close()
            read = read_project(path)
        assert entry.view(read) == entry.view(self.project)
        assert read.survey.session == self.session
        self.project = read

    @property
    def session(self) -> Session:
        found = self.project.survey.session
        assert found is not None
        return found

    @invariant()
    def the_survey_holds_what_was_answered(self) -> None:
        survey, progress, told = self.project.survey, Progress(self.project), self.told
        evidence = survey.evidence
        assert isinstance(evidence, Answers)
        assert evidence.people == len(self.session.participants)
        for feature in survey.features:
            for person in range(evidence.people):
                pair = told.pair(person, feature.id)
                assert progress.counting(person, feature.id) == pair
                waiting = told.again.get((person, feature.id))
                for part, counts in zip((Part.FUNCTIONAL, Part.DYSFUNCTIONAL), pair, strict=True):
                    stands = counts if waiting is None else waiting.get(part.value, 0)
                    assert progress.code(person, feature.id, part) == stands
                stated = told.said.get((person, feature.id, Part.IMPORTANCE.value))
                assert progress.importance(person, feature.id) == stated

    @invariant()
    def votes_and_first_votes_are_those_that_were_given(self) -> None:
        session = self.session
        votes = {(one.person, one.feature): one.category for one in session.votes}
        assert votes == {(p, f): what for (p, f, part), what in self.told.said.items() if part == "vote"}
        first: dict[tuple[int, str], object] = {
            (one.person, one.feature): (one.functional, one.dysfunctional) for one in session.first_votes
        }
        first |= {(one.person, one.feature): one.category for one in session.first_direct_votes}
        assert first == self.told.first
        again = {(one.person, one.feature) for one in session.asked_again} | set(session.votes_asked_again)
        assert again == self.told.again.keys()

    @invariant()
    def whoever_took_part_is_counted(self) -> None:
        assert entry.turnout(self.project.survey) == len({person for person, _, _ in self.told.said})

    @invariant()
    def the_cursor_is_at_a_question_that_is_there(self) -> None:
        moment = entry.view(self.project)
        every = sequence(self.project)
        if moment.stage is Stage.ASKING and moment.features:
            assert moment.place in every
        assert 0 <= moment.done <= moment.total == len(every)
        assert 0 <= moment.number <= moment.features
        assert (moment.stage is Stage.DONE) or not self.session.empty_seats


Sitting.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnySequence = Sitting.TestCase
