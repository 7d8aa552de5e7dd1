"""Choices of the questionnaire, and the questions about the person."""

from dataclasses import replace

from kano_app.domain.project import Project
from kano_app.domain.questionnaire import QuestionnaireSettings, TraitQuestion


def choose_questionnaire(project: Project, settings: QuestionnaireSettings) -> Project:
    """Return the project asked by other choices of the questionnaire."""
    return replace(project, questionnaire=settings)


def add_trait_question(project: Project, trait: TraitQuestion) -> Project:
    """Return the project with one more question about the person, the last one."""
    return _with_traits(project, (*project.questionnaire.traits, trait))


def change_trait_question(project: Project, place: int, trait: TraitQuestion) -> Project:
    """Return the project with another question about the person at a place."""
    traits = project.questionnaire.traits
    return _with_traits(project, (*traits[:place], trait, *traits[place + 1 :]))


def remove_trait_question(project: Project, place: int) -> Project:
    """Return the project without the question about the person at a place."""
    traits = project.questionnaire.traits
    return _with_traits(project, (*traits[:place], *traits[place + 1 :]))


def _with_traits(project: Project, traits: tuple[TraitQuestion, ...]) -> Project:
    return choose_questionnaire(project, replace(project.questionnaire, traits=traits))
