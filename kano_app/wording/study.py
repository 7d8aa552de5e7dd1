"""A study in a few words: how many people, how many features, and a title where none was given."""

import re

from kano_app.analysis import Analysis, Blank
from kano_app.domain.evidence import CategoryShares
from kano_app.domain.survey import Survey
from kano_app.domain.turnout import turnout
from kano_app.i18n import Language

_SEPARATORS = re.compile(r"[_\s]+|(?<!\d)[-–.]+|[-–.]+(?!\d)")
"""Between the words of a file's name; a date or a version keeps its own."""


def people_and_features(survey: Survey, language: Language) -> str:
    """Return the size of a survey: "84 people, 12 features"."""
    count = len(survey.features)
    features = language.ngettext("{n} feature", "{n} features", count).format(n=language.number(count))
    if isinstance(survey.evidence, CategoryShares):
        return language.gettext("{features}, from shares").format(features=features)
    heads = turnout(survey)
    if heads is None:
        return language.gettext("{features}, from counts").format(features=features)
    people = language.ngettext("{n} person", "{n} people", heads)
    return language.gettext("{people}, {features}").format(
        people=people.format(n=language.number(heads)), features=features
    )


def n_text(analysis: Analysis, language: Language) -> str:
    """Return of how many people or answers the figures are: "n = 84"; empty where that is not known."""
    people = turnout(analysis.survey)
    sizes = [one.n for one in analysis.features if not isinstance(one.n, Blank)]
    n = people if people is not None else max(sizes, default=0)
    return f"n = {language.number(n)}" if n else ""


def title_from_file(stem: str) -> str:
    """Return a title made from the name of a file without its ending: what parts its words becomes a space.

    Check: "storage--cohort4-clean" → "storage cohort4 clean"; "Guests_2026-03-14" → "Guests 2026-03-14".
    """
    return " ".join(_SEPARATORS.sub(" ", stem).split()) or stem
