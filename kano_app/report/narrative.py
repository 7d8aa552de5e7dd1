"""The summary: a few plain sentences made from the figures, never from a template of praise."""

from collections.abc import Sequence

from kano_app.analysis import Analysis, Blank
from kano_app.analysis.stability import Sureness
from kano_app.domain.category import Category
from kano_app.domain.plan import Horizon
from kano_app.i18n import Language
from kano_app.roadmap import ReasonKind, Roadmap, RoadmapItem
from kano_app.statistics.sample_size import half_width_of
from kano_app.tables import answers_at_hand
from kano_app.wording.categories import category_name
from kano_app.wording.figures import coefficient
from kano_app.wording.literal import shortened

_MOST_NAMES = 4
_LONGEST_NAME = 60


def summary(analysis: Analysis, roadmap: Roadmap, language: Language) -> str:
    """Return what the survey says, in the order in which a reader has to act on it."""
    sentences = [
        _who(analysis, language),
        _must_be(roadmap, language),
        _performance(roadmap, language),
        _delight(roadmap, language),
        _attractive(roadmap, language),
        _reverse(roadmap, language),
        _ask_again(roadmap, language),
        _ties(analysis, language),
        _unsure(analysis, language),
        _few(analysis, language),
    ]
    return language.sentences(sentences)


def _who(analysis: Analysis, language: Language) -> str:
    count = len(analysis.features)
    features = language.ngettext("{n} service feature", "{n} service features", count).format(n=language.number(count))
    people = analysis.survey.respondents
    if people is not None and analysis.survey.session is not None:
        return language.ngettext(
            "In a workshop {n} person judged {features}.", "In a workshop {n} people judged {features}.", people
        ).format(n=language.number(people), features=features)
    if people is not None:
        return language.ngettext("{n} person judged {features}.", "{n} people judged {features}.", people).format(
            n=language.number(people), features=features
        )
    sizes = [result.n for result in analysis.features if not isinstance(result.n, Blank)]
    if not sizes:
        return language.gettext("{features} were judged; the source gives shares without the number of people.").format(
            features=features
        )
    low, high = language.number(min(sizes)), language.number(max(sizes))
    if low == high:
        return language.gettext("{features} were judged, with {n} complete answers each.").format(
            features=features, n=low
        )
    return language.gettext("{features} were judged, with {low} to {high} complete answers each.").format(
        features=features, low=low, high=high
    )


def _must_be(roadmap: Roadmap, language: Language) -> str:
    items = _of(roadmap, Category.MUST_BE)
    if not items:
        return language.gettext("No feature is a must-be.")
    return language.ngettext(
        "{n} feature is must-be, and without it no other effort is felt: {names}.",
        "{n} features are must-be, and without them no other effort is felt: {names}.",
        len(items),
    ).format(n=language.number(len(items)), names=_names(items, language))


def _performance(roadmap: Roadmap, language: Language) -> str:
    items = _of(roadmap, Category.PERFORMANCE)
    if not items:
        return ""
    return language.ngettext(
        "{names} pays back every improvement.", "{names} pay back every improvement.", len(items)
    ).format(names=_names(items, language))


def _delight(roadmap: Roadmap, language: Language) -> str:
    items = [item for item in roadmap.at(Horizon.NOW) if _is_delight(item)]
    if not items:
        return ""
    values = [coefficient(item.result.better, language) for item in items if not isinstance(item.result.better, Blank)]
    return language.ngettext(
        "{names} makes the first release delight (Better {values}).",
        "{names} make the first release delight (Better {values}).",
        len(items),
    ).format(names=_names(items, language), values=language.listing(values[:_MOST_NAMES]))


def _attractive(roadmap: Roadmap, language: Language) -> str:
    every = _of(roadmap, Category.ATTRACTIVE)
    items = [item for item in every if not _is_delight(item)]
    if not items:
        return ""
    names = _names(items, language)
    if len(items) == len(every):
        return language.ngettext("{names} would delight.", "{names} would delight.", len(items)).format(names=names)
    return language.ngettext("{names} would delight too.", "{names} would delight too.", len(items)).format(names=names)


def _reverse(roadmap: Roadmap, language: Language) -> str:
    items = [item for item in roadmap.at(Horizon.DO_NOT_BUILD) if item.result.category is Category.REVERSE]
    if not items:
        return ""
    return language.ngettext(
        "People would rather not have {names}.", "People would rather not have {names}.", len(items)
    ).format(names=_names(items, language))


def _ask_again(roadmap: Roadmap, language: Language) -> str:
    unclear = {None, Category.QUESTIONABLE}
    items = [item for item in roadmap.at(Horizon.ASK_AGAIN) if item.result.category in unclear]
    if not items:
        return ""
    return language.ngettext(
        "The answers on {names} do not say enough; ask again.",
        "The answers on {names} do not say enough; ask again.",
        len(items),
    ).format(names=_names(items, language))


def _ties(analysis: Analysis, language: Language) -> str:
    tied = [
        language.gettext("{name} ({categories})").format(
            name=_quoted(result.feature.name, language),
            categories=language.listing([category_name(one, language) for one in result.verdict.tied]),
        )
        for result in analysis.features
        if not isinstance(result.verdict, Blank) and result.verdict.category in result.verdict.tied[:1]
    ]
    if not tied:
        return ""
    more = len(tied) - _MOST_NAMES
    names = tied[:_MOST_NAMES] + ([_more(more, language)] if more > 0 else [])
    return language.ngettext(
        "{n} feature is an exact tie, broken by the order M > P > A > I > R > Q: {names}.",
        "{n} features are exact ties, broken by the order M > P > A > I > R > Q: {names}.",
        len(tied),
    ).format(n=language.number(len(tied)), names=language.listing(names))


def _unsure(analysis: Analysis, language: Language) -> str:
    """Return how many results these answers cannot settle."""
    words = [result.stability.word for result in analysis.features if not isinstance(result.stability, Blank)]
    if words and all(word is Sureness.TOO_FEW for word in words):
        return language.gettext("So few answers cannot tell any category for sure.")
    open_ones = sum(word in {Sureness.TOO_CLOSE, Sureness.TOO_FEW} for word in words)
    if not open_ones:
        return ""
    return language.ngettext(
        "{n} result cannot be told yet; more answers would settle it.",
        "{n} results cannot be told yet; more answers would settle them.",
        open_ones,
    ).format(n=language.number(open_ones))


def _few(analysis: Analysis, language: Language) -> str:
    """Return how far a workshop can be trusted."""
    at_hand = answers_at_hand(analysis)
    if analysis.survey.session is None or at_hand is None:
        return ""
    return language.gettext(
        "It shows where this room agrees, with coefficients to about ±{width}; it does not speak for all customers."
    ).format(width=language.number(half_width_of(at_hand, analysis.settings.confidence), 2))


def shown_name(name: str, language: Language) -> str:
    """Return the name of a feature as it stands in a sentence."""
    return _quoted(name, language)


def _of(roadmap: Roadmap, category: Category) -> list[RoadmapItem]:
    return [item for item in roadmap.items if item.result.category is category]


def _is_delight(item: RoadmapItem) -> bool:
    return any(reason.kind is ReasonKind.DELIGHT for reason in item.reasons)


def _names(items: Sequence[RoadmapItem], language: Language) -> str:
    names = [_quoted(item.result.feature.name, language) for item in items]
    more = len(names) - _MOST_NAMES
    if more > 1:
        names = [*names[:_MOST_NAMES], _more(more, language)]
    return language.listing(names)


def _more(count: int, language: Language) -> str:
    return language.ngettext("{n} more", "{n} more", count).format(n=language.number(count))


def _quoted(name: str, language: Language) -> str:
    return language.gettext("“{name}”").format(name=shortened(name, _LONGEST_NAME))
