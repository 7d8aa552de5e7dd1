"""What a chart shows, in words made from the same findings: for those who do not see it."""

from collections.abc import Iterable, Sequence
from functools import partial

from kano_app.analysis import Blank, FeatureResult
from kano_app.domain.category import CATEGORIES
from kano_app.i18n import Language
from kano_app.report.blocks import Drawing
from kano_app.wording.categories import category_name
from kano_app.wording.figures import coefficient
from kano_app.wording.literal import shortened

_MOST_NAMES, _LONGEST_NAME = 6, 60


def findings_of(block: Drawing, words: Language) -> str:
    """Return the findings a chart is drawn from as sentences; nothing where they are not known."""
    results = _results(block)
    if not results:
        return ""
    told = [_by_category(results, words), *_extremes(results, words)]
    return words.sentences(told)


def _results(block: Drawing) -> Sequence[FeatureResult]:
    """Return the features a chart is handed, with or without their ranks."""
    given = block.draw.keywords if isinstance(block.draw, partial) else {}
    for value in given.values():
        if isinstance(value, list | tuple):
            found = [one[-1] if isinstance(one, tuple) and one else one for one in value]
            if found and all(isinstance(one, FeatureResult) for one in found):
                return found
    return ()


def _by_category(results: Sequence[FeatureResult], words: Language) -> str:
    named = words.pgettext("a name and what it is", "{name}: {value}")
    groups = [
        named.format(
            name=category_name(one, words), value=_names((each for each in results if each.category is one), words)
        )
        for one in CATEGORIES
        if any(each.category is one for each in results)
    ]
    return _ended(words.pgettext("between clauses", "; ").join(groups), words) if groups else ""


def _extremes(results: Sequence[FeatureResult], words: Language) -> Iterable[str]:
    """Yield which feature pleases most where it is there, and which is missed most where it is not."""
    known = [(one, one.better, one.worse) for one in results]
    better = [(value, one) for one, value, _ in known if not isinstance(value, Blank)]
    worse = [(value, one) for one, _, value in known if not isinstance(value, Blank)]
    if len(better) > 1:
        value, one = max(better, key=lambda pair: pair[0])
        text = words.gettext("Satisfies most where it is there: “{name}” (Better {value}).")
        yield text.format(name=_short(one), value=coefficient(value, words))
    if len(worse) > 1:
        value, one = min(worse, key=lambda pair: pair[0])
        text = words.gettext("Dissatisfies most where it is missing: “{name}” (Worse {value}).")
        yield text.format(name=_short(one), value=coefficient(value, words))


def _names(results: Iterable[FeatureResult], words: Language) -> str:
    names = [words.gettext("“{name}”").format(name=_short(one)) for one in results]
    more = len(names) - _MOST_NAMES
    if more > 1:
        told = words.ngettext("{n} more", "{n} more", more).format(n=words.number(more))
        names = [*names[:_MOST_NAMES], told]
    return words.listing(names)


def _short(result: FeatureResult) -> str:
    return shortened(result.feature.name, _LONGEST_NAME)


def _ended(text: str, words: Language) -> str:
    return text + ("." if words.code == "en" else "。")
