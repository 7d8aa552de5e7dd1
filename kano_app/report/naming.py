"""Features as they are named in the sentences of the summary."""

from collections.abc import Sequence

from kano_app.i18n import Language
from kano_app.roadmap import RoadmapItem
from kano_app.wording.literal import shortened

MOST_NAMES = 4
_LONGEST_NAME = 60


def quoted(name: str, language: Language) -> str:
    """Return the name of a feature as it stands in a sentence."""
    return language.gettext("“{name}”").format(name=shortened(name, _LONGEST_NAME))


def names_of(items: Sequence[RoadmapItem], language: Language) -> str:
    """Return the names of features, the first of many."""
    return listed([quoted(item.result.feature.name, language) for item in items], language)


def listed(names: Sequence[str], language: Language) -> str:
    """Return what stands in a list, of many the first and how many more there are."""
    more = len(names) - MOST_NAMES
    shown = list(names) if more <= 1 else [*names[:MOST_NAMES], more_text(more, language)]
    return language.listing(shown)


def more_text(count: int, language: Language) -> str:
    """Return how many more there are."""
    return language.ngettext("{n} more", "{n} more", count).format(n=language.number(count))
