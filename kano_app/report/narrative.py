"""The summary: a few plain sentences made from the figures and the plan as it stands, never a template of praise.

Words carry the evidence: what is clear is said, what is likely is called probable, and what cannot be told is said to
be open, with what it lies between.
"""

from kano_app.analysis import Analysis, Blank
from kano_app.domain.category import Category
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.turnout import in_workshop, turnout
from kano_app.i18n import Language
from kano_app.report.caveats import by_hand, empty_now, few, is_likely, is_open, open_rivals, ties, untold
from kano_app.report.naming import MOST_NAMES, names_of
from kano_app.report.views import is_answered
from kano_app.roadmap import ReasonKind, Roadmap, RoadmapItem
from kano_app.wording.figures import coefficient

Items = list[RoadmapItem]


def summary(analysis: Analysis, roadmap: Roadmap, language: Language) -> str:
    """Return what the survey says, in the order in which a reader has to act on it."""
    if not is_answered(analysis):
        return language.gettext("Nobody answered both halves of any feature, so there is nothing to count.")
    sentences = [
        _who(analysis, language),
        *_must_be(roadmap, language),
        *_performance(roadmap, language),
        *_delight(roadmap, language),
        *_attractive(roadmap, language),
        *_reverse(roadmap, language),
        _ask_again(roadmap, language),
        empty_now(roadmap, language),
        by_hand(roadmap, language),
        ties(analysis, language),
        untold(analysis, language),
        few(analysis, language),
    ]
    return language.sentences(sentences)


def _who(analysis: Analysis, language: Language) -> str:
    count = len(analysis.features)
    features = language.ngettext("{n} service feature", "{n} service features", count).format(n=language.number(count))
    people, room = turnout(analysis.survey), in_workshop(analysis.survey)
    if people is not None and room is not None and room < people:
        return language.ngettext(
            "{n} person judged {features}, {room} in a workshop.",
            "{n} people judged {features}, {room} of them in a workshop.",
            people,
        ).format(n=language.number(people), features=features, room=language.number(room))
    if people is not None and room is not None:
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


def _must_be(roadmap: Roadmap, language: Language) -> list[str]:
    """Return what is must-be, and where the plan leaves it out of Now all the same."""
    clear, likely = _told(roadmap, Category.MUST_BE)
    every = [*clear, *likely]
    if not every:
        may_be = Category.MUST_BE.value in open_rivals([item.result for item in roadmap.items])
        return [] if may_be else [language.gettext("No feature is a must-be.")]
    away = [item for item in every if item.horizon is not Horizon.NOW]
    told = []
    if clear:
        plain = language.ngettext("{n} feature is must-be: {names}.", "{n} features are must-be: {names}.", len(clear))
        kept = language.ngettext(
            "{n} feature is must-be, and without it no other effort is felt: {names}.",
            "{n} features are must-be, and without them no other effort is felt: {names}.",
            len(clear),
        )
        pattern = plain if away else kept
        told.append(pattern.format(n=language.number(len(clear)), names=names_of(clear, language)))
    told += _sentence(
        likely,
        language.ngettext("{names} is probably must-be.", "{names} are probably must-be.", len(likely)),
        language,
    )
    if away and len(away) == len(every):
        told.append(
            language.ngettext(
                "Without it no other effort is felt, and yet it does not stand in Now.",
                "Without them no other effort is felt, and yet none of them stands in Now.",
                len(every),
            )
        )
    else:
        told += _sentence(
            away,
            language.ngettext(
                "Without them no other effort is felt, and yet {names} does not stand in Now.",
                "Without them no other effort is felt, and yet {names} do not stand in Now.",
                len(away),
            ),
            language,
        )
    return told


def _performance(roadmap: Roadmap, language: Language) -> list[str]:
    clear, likely = _told(roadmap, Category.PERFORMANCE)
    sure = language.ngettext("{names} pays back every improvement.", "{names} pay back every improvement.", len(clear))
    probable = language.ngettext(
        "{names} probably pays back every improvement.", "{names} probably pay back every improvement.", len(likely)
    )
    return [*_sentence(clear, sure, language), *_sentence(likely, probable, language)]


def _delight(roadmap: Roadmap, language: Language) -> list[str]:
    items = [item for item in roadmap.at(Horizon.NOW) if _is_delight(item) and not is_open(item.result)]
    if not items:
        return []
    values = [coefficient(item.result.better, language) for item in items if not isinstance(item.result.better, Blank)]
    if any(is_likely(item.result) for item in items):
        pattern = language.ngettext(
            "{names} probably makes the first release delight (Better {values}).",
            "{names} probably make the first release delight (Better {values}).",
            len(items),
        )
    else:
        pattern = language.ngettext(
            "{names} makes the first release delight (Better {values}).",
            "{names} make the first release delight (Better {values}).",
            len(items),
        )
    return [pattern.format(names=names_of(items, language), values=language.listing(values[:MOST_NAMES]))]


def _attractive(roadmap: Roadmap, language: Language) -> list[str]:
    clear, likely = _told(roadmap, Category.ATTRACTIVE)
    others, probable = ([item for item in one if not _is_delight(item)] for one in (clear, likely))
    if len(others) + len(probable) == len(clear) + len(likely):
        sure = language.ngettext("{names} would delight.", "{names} would delight.", len(others))
    else:
        sure = language.ngettext("{names} would delight too.", "{names} would delight too.", len(others))
    perhaps = language.ngettext("{names} would probably delight.", "{names} would probably delight.", len(probable))
    return [*_sentence(others, sure, language), *_sentence(probable, perhaps, language)]


def _reverse(roadmap: Roadmap, language: Language) -> list[str]:
    """Return what people would rather not have, and what of it is planned all the same."""
    clear, likely = _told(roadmap, Category.REVERSE)
    planned = [item for item in (*clear, *likely) if item.horizon in RELEASES]
    sure = language.ngettext(
        "People would rather not have {names}.", "People would rather not have {names}.", len(clear)
    )
    perhaps = language.ngettext(
        "People would probably rather not have {names}.", "People would probably rather not have {names}.", len(likely)
    )
    if planned and len(planned) == len(clear) + len(likely):
        against = language.ngettext("It is planned all the same.", "They are planned all the same.", len(planned))
    else:
        against = language.ngettext(
            "{names} is planned all the same.", "{names} are planned all the same.", len(planned)
        )
    return [
        *_sentence(clear, sure, language),
        *_sentence(likely, perhaps, language),
        *_sentence(planned, against, language),
    ]


def _ask_again(roadmap: Roadmap, language: Language) -> str:
    unclear = {None, Category.QUESTIONABLE}
    items = [item for item in roadmap.at(Horizon.ASK_AGAIN) if item.result.category in unclear]
    if not items:
        return ""
    return language.ngettext(
        "The answers on {names} do not say enough; ask again.",
        "The answers on {names} do not say enough; ask again.",
        len(items),
    ).format(names=names_of(items, language))


def _told(roadmap: Roadmap, category: Category) -> tuple[Items, Items]:
    """Return the features of a category that is clear, and those of which it is likely."""
    items = [item for item in roadmap.items if item.result.category is category and not is_open(item.result)]
    clear = [item for item in items if not is_likely(item.result)]
    return clear, [item for item in items if is_likely(item.result)]


def _sentence(items: Items, pattern: str, language: Language) -> list[str]:
    return [pattern.format(names=names_of(items, language))] if items else []


def _is_delight(item: RoadmapItem) -> bool:
    return any(reason.kind is ReasonKind.DELIGHT for reason in item.reasons)
