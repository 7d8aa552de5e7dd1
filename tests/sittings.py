"""What tests of sittings share: studies, sittings that are begun, and what came of them."""

import pytest

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Session
from kano_app.entry import Refusal, Refused, Setup


def study(*names: str) -> Project:
    return edits.add_features(edits.new_study("Hotel"), names or ("Wi-Fi", "Breakfast", "Gym"))


def begun(*names: str, **choices: object) -> Project:
    return entry.begin(study(*names), Setup(practice=False, **choices))  # type: ignore[arg-type]


def answered(project: Project, *numbers: int) -> Project:
    for number in numbers:
        project = entry.answer(project, number, 2.0)
    return project


def pairs(project: Project, person: int) -> list[tuple[int, int]]:
    evidence = project.survey.evidence
    assert isinstance(evidence, Answers)
    return [(int(one.functional[person]), int(one.dysfunctional[person])) for one in evidence.pairs]


def place(project: Project) -> tuple[int, str, Part] | None:
    found = entry.view(project).place
    if found is None:
        return None
    names = {one.id: one.name for one in project.survey.features}
    return found.participant, names[found.feature], found.part


def refusal(project: Project, key: object, *arguments: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        key(project, *arguments)  # type: ignore[operator]
    return caught.value.why


def codes(project: Project, feature: int = 0) -> list[tuple[int, int]]:
    """Return the pairs that count of a feature, person after person."""
    evidence = project.survey.evidence
    assert isinstance(evidence, Answers)
    return [pairs(project, person)[feature] for person in range(evidence.people)]


def session_in(project: Project) -> Session:
    found = project.survey.session
    assert found is not None
    return found


def room(*names: str, people: int = 3) -> Project:
    """Return a round in which everybody has answered everything with 1 and 5."""
    project = begun(*names, mode=Mode.ROUND, people=("",) * people)
    return answered(project, *([1] * people + [5] * people) * len(names))
