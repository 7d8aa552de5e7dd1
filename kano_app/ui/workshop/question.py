"""What is asked at a moment, in words with their contrast."""

from dataclasses import dataclass

from kano_app.domain.project import Project
from kano_app.domain.session import Part, Place
from kano_app.i18n import Language
from kano_app.ui.workshop.fit import Stressed
from kano_app.wording.entry import importance_question, practice_halves, vote_question
from kano_app.wording.literal import visible
from kano_app.wording.questions import contrast, halves


@dataclass(frozen=True, slots=True)
class Question:
    """One question, or both halves where all answer at once."""

    texts: tuple[Stressed, ...]
    name: str = ""
    """Of the feature."""


def question(project: Project, place: Place, language: Language) -> Question:
    """Return what is asked at a place, in a language."""
    feature = next(one for one in project.survey.features if one.id == place.feature)
    name = visible(feature.name)
    if place.part is Part.IMPORTANCE:
        return Question((Stressed(importance_question(feature.name, language)),), name)
    if place.part is Part.VOTE:
        return Question((Stressed(vote_question(feature.name, language)),), name)
    functional, dysfunctional = halves(feature, language)
    pair = _pair(visible(functional.text), visible(dysfunctional.text))
    if place.part is Part.CARDS:
        return Question(pair, name)
    return Question((pair[place.part is Part.DYSFUNCTIONAL],), name)


def practice_question(half: int, language: Language) -> Question:
    """Return a half of the practice question."""
    return Question((_pair(*practice_halves(language))[half],))


def _pair(functional: str, dysfunctional: str) -> tuple[Stressed, Stressed]:
    one, other = contrast(functional, dysfunctional)
    return Stressed.of(functional, one), Stressed.of(dysfunctional, other)
