"""Names of categories, horizons and what they ask for, in the reader's language."""

from kano_app.domain.category import Category
from kano_app.domain.plan import Horizon
from kano_app.i18n import Language

READING_ORDER = (
    Category.ATTRACTIVE,
    Category.PERFORMANCE,
    Category.MUST_BE,
    Category.INDIFFERENT,
    Category.REVERSE,
    Category.QUESTIONABLE,
)
"""A P M I R Q, in which counts are read out and bars are stacked beside them."""


def category_name(category: Category, language: Language) -> str:
    """Return the name of a category."""
    names = {
        Category.MUST_BE: language.gettext("Must-be"),
        Category.PERFORMANCE: language.gettext("Performance"),
        Category.ATTRACTIVE: language.gettext("Attractive"),
        Category.INDIFFERENT: language.gettext("Indifferent"),
        Category.REVERSE: language.gettext("Reverse"),
        Category.QUESTIONABLE: language.gettext("Questionable"),
    }
    return names[category]


def category_meaning(category: Category, language: Language) -> str:
    """Return what a category means, in one sentence."""
    meanings = {
        Category.MUST_BE: language.gettext("Taken for granted: its absence angers, its presence goes unnoticed."),
        Category.PERFORMANCE: language.gettext("The more of it, the more people are pleased; the less, the less."),
        Category.ATTRACTIVE: language.gettext("Delights where it is there; nobody misses it where it is not."),
        Category.INDIFFERENT: language.gettext("People do not mind either way."),
        Category.REVERSE: language.gettext("People would rather not have it."),
        Category.QUESTIONABLE: language.gettext("The two answers contradict each other; the question was misread."),
    }
    return meanings[category]


def horizon_name(horizon: Horizon, language: Language) -> str:
    """Return the name of a place on the roadmap."""
    names = {
        Horizon.NOW: language.pgettext("release", "Now"),
        Horizon.NEXT: language.pgettext("release", "Next"),
        Horizon.LATER: language.pgettext("release", "Later"),
        Horizon.NOT_PLANNED: language.gettext("Not planned"),
        Horizon.DO_NOT_BUILD: language.gettext("Do not build"),
        Horizon.ASK_AGAIN: language.gettext("Ask again"),
    }
    return names[horizon]
