"""What the texts beside charts are put together from: names, groups of names, the extremes of a figure."""

from collections.abc import Callable, Iterable, Sequence

from kano_app.analysis import Blank, FeatureResult
from kano_app.analysis.figure import Figure
from kano_app.domain.category import CATEGORIES, Category
from kano_app.i18n import Language
from kano_app.report.naming import more_text, quoted
from kano_app.wording.categories import category_name
from kano_app.wording.figures import coefficient
from kano_app.wording.literal import shortened

_MOST_NAMES, _LONGEST_NAME = 6, 60


def short(name: str) -> str:
    """Return a name, cut where it is long."""
    return shortened(name, _LONGEST_NAME)


def listed(entries: Sequence[str], words: Language) -> str:
    """Return entries as a list in a sentence, of many the first and how many there are besides."""
    more = len(entries) - _MOST_NAMES
    if more > 1:
        entries = [*entries[:_MOST_NAMES], more_text(more, words)]
    return words.listing(entries)


def clauses(parts: Iterable[str], words: Language) -> str:
    """Return parts of a sentence after each other."""
    return words.pgettext("between clauses", "; ").join(parts)


def by_category(found: Iterable[tuple[str, Category | None]], words: Language) -> str:
    """Return names under their categories, in the order of the categories."""
    pairs = list(found)
    named = words.pgettext("a name and what it is", "{name}: {value}")
    return clauses(
        (
            named.format(
                name=category_name(one, words),
                value=listed([quoted(name, words) for name, category in pairs if category is one], words),
            )
            for one in CATEGORIES
            if any(category is one for _, category in pairs)
        ),
        words,
    )


def furthest(
    results: Sequence[FeatureResult],
    figure: Callable[[FeatureResult], Figure],
    sentence: str,
    words: Language,
    *,
    lowest: bool = False,
) -> str:
    """Return a sentence on the feature whose figure is furthest out; nothing where fewer than two have one."""
    found = [(float(value), one) for one in results if not isinstance(value := figure(one), Blank)]
    if len(found) < 2:
        return ""
    value, one = (min if lowest else max)(found, key=lambda pair: pair[0])
    return sentence.format(name=short(one.feature.name), value=coefficient(value, words))


def category_or_none(category: Category | None, words: Language) -> str:
    """Return the name of a category, or that there is none."""
    return words.gettext("no category") if category is None else category_name(category, words)
