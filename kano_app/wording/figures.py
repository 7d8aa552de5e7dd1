"""Figures as text: numbers with their decimals, and the reason where there is none."""

from collections.abc import Mapping, Sequence

from kano_app.analysis.figure import FEWEST_OF_A_GROUP, Blank
from kano_app.i18n import Language

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def blank_reason(blank: Blank, language: Language) -> str:
    """Return why a figure is undefined, in one sentence."""
    reasons = {
        Blank.NO_VOTES: language.gettext("Nobody voted on it directly."),
        Blank.NO_ANSWERS: language.gettext("Undefined: nobody answered both halves of the question."),
        Blank.NO_COEFFICIENT_ANSWERS: language.gettext(
            "Undefined: no answer is attractive, performance, must-be or indifferent."
        ),
        Blank.NEEDS_COUNTS: language.gettext("Needs counts; the survey gives shares without n."),
        Blank.NEEDS_PAIRS: language.gettext("Needs pairs of answers; the survey gives categories."),
        Blank.NEEDS_PEOPLE: language.gettext("Needs answers of people; the survey gives counts."),
        Blank.NOT_ASKED: language.gettext("The survey did not ask for it."),
        Blank.TOO_FEW: language.gettext("Too few answers to tell."),
        Blank.SMALL_GROUP: language.gettext(
            "Too few people (n < {fewest}): the answers are counted in the whole, but not shown by themselves."
        ).format(fewest=language.number(FEWEST_OF_A_GROUP)),
        Blank.BY_HAND: language.gettext("Placed by hand, so resampling has no say."),
        Blank.ONE_ANSWER: language.gettext("Undefined: a single answer has no spread."),
        Blank.ALL_ALIKE: language.gettext(
            "Undefined: all features are called equally important, so none is above the mean."
        ),
        Blank.OUTSIDE_CYCLE: language.gettext("Reverse and questionable stand outside of the life cycle."),
        Blank.NOTHING_TO_COMPARE: language.gettext(
            "Undefined: fewer than two groups, or fewer than two categories, hold an answer."
        ),
        Blank.ONE_WAVE: language.gettext("Only one of the two waves asked about it."),
        Blank.MATCHED_PEOPLE: language.gettext("The same people answered twice; resampled, so there is no z."),
    }
    return reasons[blank]


def coefficient(value: float, language: Language) -> str:
    """Return a coefficient with two decimals."""
    return language.number(value, 2)


def interval(low: float, high: float, language: Language) -> str:
    """Return an interval with two decimals at either end."""
    return language.gettext("{low} to {high}").format(low=coefficient(low, language), high=coefficient(high, language))


def footnote_marks(blanks: Sequence[Blank]) -> Mapping[Blank, str]:
    """Return a raised number for every reason, in order."""
    return {blank: str(place).translate(_SUPERSCRIPTS) for place, blank in enumerate(blanks, start=1)}
