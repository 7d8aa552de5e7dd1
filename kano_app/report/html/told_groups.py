"""What the bands of groups show, in words: on what they differ, and where they lie furthest apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kano_app.analysis import Blank, FeatureResult
from kano_app.analysis.comparison import Comparison
from kano_app.analysis.figure import Figure
from kano_app.i18n import Language
from kano_app.report.html.told import short
from kano_app.wording.comparisons import differences_sentence, group_name
from kano_app.wording.figures import coefficient


def groups_told(
    words: Language, comparison: Comparison, features: Sequence[int] | None = None, **_: object
) -> Iterator[str]:
    """Yield on which of the features drawn the groups differ by more than chance, and where they lie furthest apart."""
    places = range(len(comparison.features)) if features is None else features
    shown = [comparison.features[place] for place in places]
    named = tuple(replace(one, feature=replace(one.feature, name=short(one.feature.name))) for one in shown)
    yield differences_sentence(replace(comparison, features=named), words)
    sentence = words.gettext("Better lies furthest apart on “{name}”, from {low} ({least}) to {high} ({most}).")
    yield _furthest_apart(comparison, places, sentence, lambda one: one.better, words)
    sentence = words.gettext("Worse lies furthest apart on “{name}”, from {low} ({least}) to {high} ({most}).")
    yield _furthest_apart(comparison, places, sentence, lambda one: one.worse, words)


def _furthest_apart(
    comparison: Comparison,
    places: Sequence[int],
    sentence: str,
    figure: Callable[[FeatureResult], Figure],
    words: Language,
) -> str:
    found = []
    for place in places:
        known = [
            (float(value), group)
            for group in comparison.known
            if not isinstance(value := figure(group.features[place]), Blank)
        ]
        if len(known) > 1:
            low, high = (choose(known, key=lambda one: abs(one[0])) for choose in (min, max))
            found.append((abs(high[0] - low[0]), low, high, comparison.features[place].feature.name))
    if not found:
        return ""
    size, low, high, name = max(found, key=lambda one: one[0])
    if not size:
        return ""
    return sentence.format(
        name=short(name),
        low=coefficient(low[0], words),
        least=short(group_name(low[1], comparison, words)),
        high=coefficient(high[0], words),
        most=short(group_name(high[1], comparison, words)),
    )
