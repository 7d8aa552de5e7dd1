"""What the summary must say beside the figures: places set by hand, and results that cannot be told yet."""

from collections.abc import Sequence

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.analysis.needed import answers_needed
from kano_app.analysis.stability import Sureness
from kano_app.i18n import Language
from kano_app.report.naming import MOST_NAMES, listed, more_text, quoted
from kano_app.report.views import is_one_person
from kano_app.roadmap import Roadmap
from kano_app.statistics.sample_size import half_width_of
from kano_app.tables import answers_at_hand
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.releases import comes_first

_OPEN = {Sureness.TOO_CLOSE, Sureness.TOO_FEW}
_MOST_OPEN = 3
"""Results that cannot be told which are named, each with what it lies between."""


def is_open(result: FeatureResult) -> bool:
    """Return whether the answers cannot tell the category of a feature."""
    return not isinstance(result.stability, Blank) and result.stability.word in _OPEN


def is_likely(result: FeatureResult) -> bool:
    """Return whether the category of a feature is likely, and no more."""
    return not isinstance(result.stability, Blank) and result.stability.word is Sureness.LIKELY


def empty_now(roadmap: Roadmap, language: Language) -> str:
    """Return what comes first where nothing stands in Now."""
    first = comes_first(roadmap)
    if first is None:
        return ""
    return language.gettext("Nothing stands in Now: first comes {name}, in {place}.").format(
        name=quoted(first.result.feature.name, language), place=horizon_name(first.horizon, language)
    )


def by_hand(roadmap: Roadmap, language: Language) -> str:
    """Return which places were set by hand."""
    pattern = language.gettext("{name} ({place})")
    placed = [
        pattern.format(name=quoted(item.result.feature.name, language), place=horizon_name(item.horizon, language))
        for item in roadmap.items
        if item.is_by_hand
    ]
    if not placed:
        return ""
    return language.ngettext(
        "{n} place was set by hand: {names}.",
        "{n} places were set by hand: {names}.",
        len(placed),
    ).format(n=language.number(len(placed)), names=listed(placed, language))


def ties(analysis: Analysis, language: Language) -> str:
    """Return which features are exact ties, and how they were broken."""
    tied = [
        language.gettext("{name} ({categories})").format(
            name=quoted(result.feature.name, language),
            categories=language.listing([category_name(one, language) for one in result.verdict.tied]),
        )
        for result in analysis.features
        if not isinstance(result.verdict, Blank) and _is_tied(result)
    ]
    if not tied:
        return ""
    more = len(tied) - MOST_NAMES
    names = tied[:MOST_NAMES] + ([more_text(more, language)] if more > 0 else [])
    return language.ngettext(
        "{n} feature is an exact tie, broken by the order M > P > A > I > R > Q: {names}.",
        "{n} features are exact ties, broken by the order M > P > A > I > R > Q: {names}.",
        len(tied),
    ).format(n=language.number(len(tied)), names=language.listing(names))


def untold(analysis: Analysis, language: Language) -> str:
    """Return which results these answers cannot settle, between what they lie, and how many more answers would tell."""
    words = [result.stability.word for result in analysis.features if not isinstance(result.stability, Blank)]
    if words and all(word is Sureness.TOO_FEW for word in words):
        return language.gettext("So few answers cannot tell any category for sure.")
    found = [result for result in analysis.features if is_open(result) and not _is_tied(result)]
    if not found:
        return ""
    named = found if len(found) <= _MOST_OPEN + 1 else found[:_MOST_OPEN]
    needed = [_needed(result, analysis) for result in named]
    told = [_between(result, more, language) for result, more in zip(named, needed, strict=True)]
    if len(named) < len(found):
        told.append(more_text(len(found) - len(named), language))
    clauses = language.pgettext("between clauses", "; ").join(told)
    if len(found) == len(words) > 1:
        first = language.gettext("No category can be told yet: {clauses}.").format(clauses=clauses)
    else:
        first = language.ngettext(
            "{n} category cannot be told yet: {clauses}.", "{n} categories cannot be told yet: {clauses}.", len(found)
        ).format(n=language.number(len(found)), clauses=clauses)
    if not any(needed):
        return first
    return language.sentences([first, language.gettext("So many would tell, if they split like those so far.")])


def _needed(result: FeatureResult, analysis: Analysis) -> int | None:
    if result.counts is None or result.category is None:
        return None
    return answers_needed(result.counts, result.category, analysis.settings)


def few(analysis: Analysis, language: Language) -> str:
    """Return how far a workshop can be trusted."""
    at_hand = answers_at_hand(analysis)
    if analysis.survey.session is None or at_hand is None:
        return ""
    told = (
        language.gettext(
            "It shows what one person answered, with coefficients to about ±{width}, and speaks for nobody else."
        )
        if is_one_person(analysis.survey)
        else language.gettext(
            "It shows where this room agrees, with coefficients to about ±{width}; it does not speak for all customers."
        )
    )
    return told.format(width=language.number(half_width_of(at_hand, analysis.settings.confidence), 2))


def _is_tied(result: FeatureResult) -> bool:
    return not isinstance(result.verdict, Blank) and result.verdict.category in result.verdict.tied[:1]


def _between(result: FeatureResult, more: int | None, language: Language) -> str:
    """Return a feature with the two categories it lies between, and about how many more answers would tell them."""
    name, stable = quoted(result.feature.name, language), result.stability
    if isinstance(stable, Blank) or result.category is None:
        return name
    if stable.word is Sureness.TOO_FEW or stable.rival is None:
        return language.gettext("{name}, with too few answers").format(name=name)
    pattern = (
        language.gettext("{name}, between {category} and {rival}, evenly split")
        if more is None
        else language.gettext("{name}, between {category} and {rival} (about {n} more answers)")
    )
    category, rival = category_name(result.category, language), category_name(stable.rival, language)
    return pattern.format(name=name, category=category, rival=rival, n=language.number(more or 0))


def open_rivals(results: Sequence[FeatureResult]) -> set[str]:
    """Return the categories between which open results lie."""
    found = set()
    for result in results:
        if is_open(result) and not isinstance(result.stability, Blank):
            found |= {one.value for one in (result.category, result.stability.rival) if one is not None}
    return found
