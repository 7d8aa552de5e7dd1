"""What is asked, in order, as values: composed once for paper, spreadsheet and form tool."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.project import Project
from kano_app.domain.questionnaire import TraitQuestion
from kano_app.domain.settings import Paper
from kano_app.i18n import Language, language
from kano_app.wording.questions import (
    Spans,
    answer_meanings,
    answer_sentences,
    contrast,
    halves,
    halves_under_name,
)

_NUMBER = re.compile(r"^\d+\s*[.、．)）]\s*(?=\D)")
IMPORTANCES = tuple(str(number) for number in range(1, 10))


@dataclass(frozen=True, slots=True)
class Question:
    """One half of a pair: in full, and as it is asked where the feature's name stands beside it."""

    full: str
    brief: str
    stressed: tuple[tuple[int, int], ...]
    """The parts of the brief text in which the halves differ, as (start, length)."""
    heading: str
    """Of its column in an answer sheet, as the importer knows it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One feature as it is asked."""

    feature: str
    """Its id."""
    name: str
    """Different from every other's."""
    functional: Question
    dysfunctional: Question
    importance_heading: str

    @property
    def halves(self) -> tuple[Question, Question]:
        """Both, in the order in which they are asked."""
        return self.functional, self.dysfunctional


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All that people are asked, and what they are told before."""

    language: Language
    title: str
    organisation: str
    introduction: tuple[str, ...]
    """Paragraphs."""
    how_to: str
    answers: tuple[str, ...]
    """The five, from like to dislike."""
    meanings: tuple[str, ...]
    pairs: tuple[Pair, ...]
    importance: str
    """The question; empty where importance is not asked."""
    importance_ends: tuple[str, str]
    """What 1 and 9 mean."""
    traits: tuple[TraitQuestion, ...]
    paper: Paper
    day: dt.date | None


def questionnaire(project: Project, day: dt.date | None = None) -> Questionnaire:
    """Return what a study asks, by its own choices; ``day`` dates the file where the report has no date."""
    chosen, report = project.questionnaire, project.report
    words = language(chosen.language or report.language)
    return Questionnaire(
        language=words,
        title=one_line(chosen.title or report.title) or words.gettext("Your opinion"),
        organisation=one_line(chosen.organisation or report.organisation),
        introduction=_paragraphs(chosen.introduction or default_introduction(words)),
        how_to=_how_to(words),
        answers=tuple(answer_sentences(words).values()),
        meanings=tuple(answer_meanings(words).values()),
        pairs=_pairs(project.survey.features, words),
        importance=_importance(words) if chosen.importance else "",
        importance_ends=(words.gettext("not important at all"), words.gettext("extremely important")),
        traits=tuple(_trait(one) for one in chosen.traits if one_line(one.name) or one_line(one.question)),
        paper=chosen.paper or report.paper,
        day=report.date or day,
    )


def default_introduction(words: Language) -> str:
    """Return what stands above the questions if nobody wrote an introduction."""
    return words.gettext(
        "Thank you for taking part. Your answers help us decide what to work on first. You are not asked for your name."
    )


def one_line(text: str) -> str:
    """Return text without line feeds and doubled blanks."""
    return " ".join(text.split())


def _how_to(words: Language) -> str:
    return words.gettext(
        "There are two questions on each point: how you feel if you have it, and how you feel if you do not have it. "
        "Please choose one answer to each of them. No answer is right or wrong; take the one that comes first to mind."
    )


def _importance(words: Language) -> str:
    return words.gettext("How important is this to you, from 1 to 9?")


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(one_line, text.splitlines()) if line)


def _pairs(features: Sequence[Feature], words: Language) -> tuple[Pair, ...]:
    names = _names(features, words)
    return tuple(_pair(feature, name, words) for feature, name in zip(features, names, strict=True))


def _names(features: Sequence[Feature], words: Language) -> list[str]:
    """Return the names of features; those without one, or with that of another, are told apart by a number."""
    taken: set[str] = set()
    names = []
    for place, feature in enumerate(features, start=1):
        base = one_line(feature.name) or words.gettext("Feature {n}").format(n=place)
        name, number = base, 2
        while fold_name(name) in taken:
            name, number = f"{base} {number}", number + 1
        taken.add(fold_name(name))
        names.append(name)
    return names


def _pair(feature: Feature, name: str, words: Language) -> Pair:
    named = Feature(
        feature.id,
        name,
        functional_question=_bare(feature.functional_question, name),
        dysfunctional_question=_bare(feature.dysfunctional_question, name),
    )
    full, brief = halves(named, words), halves_under_name(named, words)
    headings = (
        words.gettext("{name} (functional)").format(name=name),
        words.gettext("{name} (dysfunctional)").format(name=name),
    )
    stressed: tuple[Spans, Spans] = contrast(brief[0].text, brief[1].text)
    functional, dysfunctional = (
        Question(full[at].text, brief[at].text, tuple(stressed[at]), headings[at]) for at in (0, 1)
    )
    importance = words.gettext("{name} (importance)").format(name=name)
    return Pair(feature.id, name, functional, dysfunctional, importance)


def _bare(question: str, name: str) -> str:
    """Return a question without the number and the name that a form tool put around it, if it was read from one."""
    return _NUMBER.sub("", one_line(question)).removesuffix(f"[{name}]").rstrip()


def _trait(trait: TraitQuestion) -> TraitQuestion:
    """Return a question about the person with a name and a question, whichever of the two was given."""
    name, question = one_line(trait.name), one_line(trait.question)
    choices = dict.fromkeys(choice for choice in map(one_line, trait.choices) if choice)
    return TraitQuestion(name or question, question or name, tuple(choices))
