"""What the maps show, in words: which feature lies where, what lies furthest out, what lies apart from its category."""

from collections.abc import Callable, Iterator, Sequence

from kano_app.analysis import Blank, FeatureResult
from kano_app.analysis.continuous import Continuous
from kano_app.analysis.figure import Figure
from kano_app.analysis.waves import Change, Step
from kano_app.charts.continuous_map import in_plane
from kano_app.charts.satisfaction_map import Numbered, drawable, quadrant_lines
from kano_app.charts.wave_drift import drifting
from kano_app.domain.category import Category
from kano_app.domain.settings import QuadrantLines
from kano_app.i18n import Language
from kano_app.report.html.told import by_category, category_or_none, furthest, listed, short
from kano_app.wording.figures import coefficient

_QUARTERS = {
    (False, False): Category.INDIFFERENT,
    (False, True): Category.ATTRACTIVE,
    (True, True): Category.PERFORMANCE,
    (True, False): Category.MUST_BE,
}
"""By whether its absence dissatisfies, and its presence satisfies, more than the middle lines."""


def map_told(
    words: Language, features: Numbered, lines: QuadrantLines = QuadrantLines.HALF, **_: object
) -> Iterator[str]:
    """Yield what the satisfaction map shows."""
    shown = [result for _, result in drawable(features)]
    if not shown:
        return
    worse, better = quadrant_lines(features, lines)
    places = [(one, _QUARTERS[float(one.worse) < worse, float(one.better) > better]) for one in shown]
    told = by_category(((one.feature.name, place) for one, place in places), words)
    yield words.gettext("In the quarters of the map – {groups}.").format(groups=told)
    yield from _apart(places, words.gettext("In another quarter than that of its own category: {names}."), words)
    yield furthest(
        shown,
        lambda one: one.better,
        words.gettext("Satisfies most where it is there: “{name}” (Better {value})."),
        words,
    )
    yield furthest(
        shown,
        lambda one: one.worse,
        words.gettext("Dissatisfies most where it is missing: “{name}” (Worse {value})."),
        words,
        lowest=True,
    )


def plane_told(words: Language, numbered: Numbered, **_: object) -> Iterator[str]:
    """Yield what the map of the means shows."""
    shown = [result for _, result in in_plane(numbered)]
    if not shown:
        return
    places = [(one, one.continuous.region) for one in shown if isinstance(one.continuous, Continuous)]
    told = by_category(((one.feature.name, place) for one, place in places), words)
    yield words.gettext("By the region of their means – {groups}.").format(groups=told)
    yield from _apart(places, words.gettext("In another region than that of its own category: {names}."), words)
    yield furthest(shown, _mean("functional"), words.gettext("Highest functional mean: “{name}” ({value})."), words)
    yield furthest(
        shown, _mean("dysfunctional"), words.gettext("Highest dysfunctional mean: “{name}” ({value})."), words
    )


def drift_told(words: Language, step: Step, **_: object) -> Iterator[str]:
    """Yield what the map of two waves shows."""
    shown = drifting(step)
    moved = [
        words.gettext("“{name}” from {before} to {after}").format(
            name=short(after.feature.name),
            before=category_or_none(before.category, words),
            after=category_or_none(after.category, words),
        )
        for _, before, after in shown
        if before.category is not after.category
    ]
    if moved:
        yield words.gettext("Another category than before: {names}.").format(names=listed(moved, words))
    else:
        yield words.gettext("Every feature has the category it had before.")
    sentence = words.gettext("Better changed most on “{name}”, from {before} to {after}.")
    yield _most_changed(step.changes, sentence, lambda one: one.better, words)
    sentence = words.gettext("Worse changed most on “{name}”, from {before} to {after}.")
    yield _most_changed(step.changes, sentence, lambda one: one.worse, words)


def _apart(places: Sequence[tuple[FeatureResult, Category]], sentence: str, words: Language) -> Iterator[str]:
    """Yield which features lie elsewhere than their category would have it, and which category that is."""
    named = words.gettext("“{name}” ({category})")
    apart = [
        named.format(
            name=short(one.feature.name),
            category=category_or_none(one.category, words),
        )
        for one, place in places
        if one.category is not place
    ]
    if apart:
        yield sentence.format(names=listed(apart, words))


def _mean(half: str) -> Callable[[FeatureResult], Figure]:
    def of(result: FeatureResult) -> Figure:
        found = result.continuous
        return found if isinstance(found, Blank) else float(getattr(found, half))

    return of


def _most_changed(
    changes: Sequence[Change], sentence: str, figure: Callable[[FeatureResult], Figure], words: Language
) -> str:
    found = []
    for change in changes:
        if change.before is not None and change.after is not None:
            before, after = figure(change.before), figure(change.after)
            if not isinstance(before, Blank) and not isinstance(after, Blank):
                found.append((abs(after - before), before, after, change.feature.name))
    if not found:
        return ""
    size, before, after, name = max(found, key=lambda one: one[0])
    if not size:
        return ""
    return sentence.format(name=short(name), before=coefficient(before, words), after=coefficient(after, words))
