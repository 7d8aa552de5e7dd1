"""Whatever is pressed in whatever order: the survey holds what was answered, and the cursor a question that exists."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Session, Stage
from kano_app.entry import Refused, Setup
from kano_app.entry.steps import Progress, sequence
from kano_app.storage import ProjectFile, read_project


class Sitting(RuleBasedStateMachine):
    """A facilitator with ten fingers, and a model that is a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self.history: list[tuple[Project, dict[tuple[int, str, str], int]]] = []
        self.model: dict[tuple[int, str, str], int] = {}

    @initialize(
        mode=st.sampled_from([Mode.INTERVIEW, Mode.ROUND]),
        features=st.integers(1, 4),
        people=st.integers(1, 3),
        choices=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    )
    def begin(self, mode: Mode, features: int, people: int, choices: tuple[bool, bool, bool]) -> None:
        study = edits.add_features(edits.new_study(), [f"Feature {n}" for n in range(features)])
        practice, shuffled, importance = choices
        setup = Setup(mode, ("",) * people, practice, shuffled, 3, importance)
        self.project = entry.begin(study, setup)

    def do(self, key: object, *arguments: object) -> bool:
        """Press a key; what is refused changes nothing."""
        before = self.project, dict(self.model)
        try:
            self.project = key(self.project, *arguments)  # type: ignore[operator]
        except Refused:
            return False
        self.history.append(before)
        return True

    @rule(number=st.integers(-1, 11))
    def answer(self, number: int) -> None:
        moment = entry.view(self.project)
        if self.do(entry.answer, number, 1.5) and moment.stage is Stage.ASKING:
            assert moment.place is not None
            person = self.session.participants[moment.place.participant].person
            self.model[person, moment.place.feature, moment.place.part.value] = number

    @rule()
    def abstain(self) -> None:
        moment = entry.view(self.project)
        if self.do(entry.abstain):
            assert moment.place is not None
            person = self.session.participants[moment.place.participant].person
            for part in (Part.FUNCTIONAL, Part.DYSFUNCTIONAL):
                key = (person, moment.place.feature, part.value)
                if part is moment.place.part or key not in self.model:
                    self.model[key] = 6

    @rule(key=st.sampled_from([entry.skip, entry.back, entry.confirm, entry.end_practice, entry.finish, entry.go_on]))
    def move(self, key: object) -> None:
        self.do(key)

    @rule(name=st.sampled_from(["", "", "Ana", "Bo"]))
    def join(self, name: str) -> None:
        if len(self.session.participants) < 6:
            self.do(entry.join, name)

    @rule(who=st.integers(-1, 6), way=st.sampled_from([entry.come_back, entry.leave]))
    def come_or_go(self, who: int, way: object) -> None:
        self.do(way, who)

    @rule(at=st.integers(0, 5))
    def vote_again(self, at: int) -> None:
        features = self.project.survey.features
        if at < len(features) and self.do(entry.vote_again, features[at].id):
            kept = {Part.IMPORTANCE.value}
            seats = {one.person for one in self.session.participants}
            self.model = {
                key: value
                for key, value in self.model.items()
                if key[1] != features[at].id or key[2] in kept or key[0] not in seats
            }

    @rule()
    def add_feature(self) -> None:
        if len(self.project.survey.features) < 6:
            self.do(edits.add_features, ["New one"])

    @rule(at=st.integers(0, 5))
    def delete_feature(self, at: int) -> None:
        features = self.project.survey.features
        if at < len(features) > 1:
            self.do(edits.remove_features, [features[at].id])
            self.model = {key: value for key, value in self.model.items() if key[1] != features[at].id}

    @precondition(lambda self: self.history)
    @rule()
    def undo(self) -> None:
        self.project, self.model = self.history.pop()

    @rule()
    def power_off(self) -> None:
        """Store the study, forget everything, and read it again."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "study.kano"
            ProjectFile.create(path, self.project).close()
            read = read_project(path)
        assert entry.view(read) == entry.view(self.project)
        self.project = read

    @property
    def session(self) -> Session:
        found = self.project.survey.session
        assert found is not None
        return found

    @invariant()
    def the_survey_holds_what_was_answered(self) -> None:
        survey, progress = self.project.survey, Progress(self.project)
        evidence = survey.evidence
        assert isinstance(evidence, Answers)
        assert evidence.people == len(self.session.participants)
        for feature in survey.features:
            for person in range(evidence.people):
                for part in (Part.FUNCTIONAL, Part.DYSFUNCTIONAL):
                    told = self.model.get((person, feature.id, part.value), 0)
                    assert progress.code(person, feature.id, part) == told
                stated = self.model.get((person, feature.id, Part.IMPORTANCE.value))
                assert progress.importance(person, feature.id) == stated

    @invariant()
    def the_cursor_is_at_a_question_that_is_there(self) -> None:
        moment = entry.view(self.project)
        every = sequence(self.project)
        if moment.stage is Stage.ASKING and any(not Progress(self.project).is_done(one) for one in every):
            assert moment.place in every
        assert 0 <= moment.done <= moment.total == len(every)
        assert 0 <= moment.number <= moment.features


Sitting.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnySequence = Sitting.TestCase
