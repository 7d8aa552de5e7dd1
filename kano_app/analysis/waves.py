"""Waves: the same features asked again, what changed, and whether it is more than chance (METHODS §12)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.comparison import corrected
from kano_app.analysis.features import FeatureResult, feature_results
from kano_app.analysis.figure import Blank, Figure
from kano_app.analysis.matched import matched_people, resampled_shares
from kano_app.analysis.segments import MOST_GROUPS, natural, trait_of
from kano_app.analysis.stability import Sureness
from kano_app.analysis.wave_conditions import not_kept_fixed
from kano_app.domain.category import Category
from kano_app.domain.feature import Feature
from kano_app.domain.problem import Code, Fact, Problem
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey
from kano_app.statistics.differences import (
    Difference,
    independent_difference,
    resampled_difference,
    unanimous_difference,
)

LIFE_CYCLE = (Category.INDIFFERENT, Category.ATTRACTIVE, Category.PERFORMANCE, Category.MUST_BE)
"""How features age: nobody cares, then it delights, then it is compared, then it is taken for granted."""
_FEWEST_MATCHED = 10
"""Answers below which resampling people would call anything certain."""


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave with every figure of it."""

    label: str
    people: int | None
    features: tuple[FeatureResult, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A difference of a coefficient, later minus earlier, with its p corrected over the features."""

    difference: Difference
    adjusted_p: float


@dataclass(frozen=True, slots=True)
class Change:
    """One feature in two waves; ``None`` where a wave did not ask about it."""

    feature: Feature
    before: FeatureResult | None
    after: FeatureResult | None
    better: Shift | Blank
    worse: Shift | Blank

    @property
    def drift(self) -> int | None:
        """Steps along I → A → P → M, negative against it; ``None`` where a category stands outside or is missing."""
        if self.before is None or self.after is None:
            return None
        first, second = self.before.category, self.after.category
        if first not in LIFE_CYCLE or second not in LIFE_CYCLE:
            return None
        return LIFE_CYCLE.index(second) - LIFE_CYCLE.index(first)

    @property
    def is_likely(self) -> bool:
        """Whether both categories are at least likely, so that a drift between them is more than a close call."""
        known = [one for one in (self.before, self.after) if one is not None]
        return all(
            not isinstance(one.stability, Blank) and one.stability.word in {Sureness.CLEAR, Sureness.LIKELY}
            for one in known
        )


@dataclass(frozen=True, slots=True)
class Step:
    """Two waves compared."""

    earlier: Wave
    later: Wave
    matched: int
    """People who answered in both."""
    changes: tuple[Change, ...]
    """All features of the later wave in its order, then those that only the earlier one has."""


@dataclass(frozen=True, slots=True)
class Waves:
    """All waves, the first first, and the steps between neighbours; of three or more also first to last."""

    waves: tuple[Wave, ...]
    steps: tuple[Step, ...]

    @property
    def whole(self) -> Step:
        """The step from the first wave to the last."""
        return self.steps[-1]


def waves(surveys: Sequence[Survey], settings: AnalysisSettings, problems: list[Problem]) -> Waves | None:
    """Return the comparison of waves: of the surveys, or of the groups that a dating trait makes of the last one.

    Independent waves: differences of Better and Worse with Newcombe's interval and z of the pooled proportion. Where
    the waves share people, people are resampled with what they said in both. p is corrected over the features, Better
    and Worse each for themselves.
    """
    if settings.wave_by:
        surveys = _by_trait(surveys[-1], settings.wave_by, problems)
    if len(surveys) < 2:
        return None
    found = [
        Wave(_label(one, place), one.respondents, feature_results(one, settings)) for place, one in enumerate(surveys)
    ]
    pairs = list(pairwise(range(len(surveys))))
    if len(surveys) > 2:
        pairs.append((0, len(surveys) - 1))
    steps = []
    for first, second in pairs:
        steps.append(_step((found[first], surveys[first]), (found[second], surveys[second]), settings))
        named = [(found[one].label, surveys[one]) for one in (first, second)]
        problems += not_kept_fixed(named[0], named[1], settings)
    return Waves(tuple(found), tuple(steps))


def _label(survey: Survey, place: int) -> str:
    return survey.label or survey.source.file or str(place + 1)


def _by_trait(survey: Survey, name: str, problems: list[Problem]) -> list[Survey]:
    """Return the people of each level of a trait as a survey of their own, in natural order."""
    trait = trait_of(survey, name)
    if isinstance(trait, Problem):
        problems.append(trait)
        return []
    file = survey.source.file
    present = [level for level in range(len(trait.levels)) if (trait.codes == level).any()]
    if len(present) > MOST_GROUPS:
        facts: dict[str, Fact] = {"names": (name,), "count": len(present), "most": MOST_GROUPS}
        problems.append(Problem(Code.TRAIT_MANY_GROUPS, file, facts=facts))
        return []
    if len(present) < 2:
        problems.append(Problem(Code.NO_GROUPS, file, facts={"names": (name,)}))
        return []
    undated = int((trait.codes < 0).sum())
    if undated:
        problems.append(Problem(Code.WAVE_UNDATED, file, facts={"count": undated, "name": name}))
    return [
        replace(survey.of(trait.codes == level), label=trait.levels[level])
        for level in sorted(present, key=lambda level: natural(trait.levels[level]))
    ]


def _step(first: tuple[Wave, Survey], second: tuple[Wave, Survey], settings: AnalysisSettings) -> Step:
    (earlier, early_survey), (later, late_survey) = first, second
    before = {result.feature.id: result for result in earlier.features}
    after = {result.feature.id: result for result in later.features}
    shared = [one for one in after if one in before]
    people = matched_people(early_survey, late_survey) if shared else None
    if people is not None:
        places = [_places(one, shared) for one in (early_survey, late_survey)]
        draws = resampled_shares(early_survey, late_survey, people, places, settings)
        both = [(before[one], after[one]) for one in shared]
        better = [_resampled(one, column, 1, settings) for one, column in zip(both, draws.better.T, strict=True)]
        worse = [_resampled(one, column, -1, settings) for one, column in zip(both, draws.worse.T, strict=True)]
    else:
        better = [_independent(before[one], after[one], Category.ATTRACTIVE, settings) for one in shared]
        worse = [_independent(before[one], after[one], Category.MUST_BE, settings) for one in shared]
    better_shifts, worse_shifts = _corrected(better, settings), _corrected(worse, settings)
    changes = []
    for one in [*after, *(one for one in before if one not in after)]:
        known = after.get(one) or before[one]
        at = shared.index(one) if one in shared else None
        changes.append(
            Change(
                known.feature,
                before.get(one),
                after.get(one),
                Blank.ONE_WAVE if at is None else better_shifts[at],
                Blank.ONE_WAVE if at is None else worse_shifts[at],
            )
        )
    return Step(earlier, later, 0 if people is None else len(people[0]), tuple(changes))


def _places(survey: Survey, ids: Sequence[str]) -> list[int]:
    known = {feature.id: place for place, feature in enumerate(survey.features)}
    return [known[one] for one in ids]


def _independent(
    before: FeatureResult, after: FeatureResult, with_performance: Category, settings: AnalysisSettings
) -> Difference | Blank:
    """Return the difference of (A + P) / n', or of −(P + M) / n', between people who do not know each other."""
    proportions = []
    for result in (before, after):
        if result.counts is None:
            return Blank.NEEDS_COUNTS
        if not result.n_coefficients or isinstance(result.n_coefficients, Blank):
            return Blank.NO_COEFFICIENT_ANSWERS
        given = result.counts[with_performance] + result.counts[Category.PERFORMANCE]
        proportions.append((given, result.n_coefficients))
    found = independent_difference(proportions[0], proportions[1], settings.confidence)
    if found is None:
        return Blank.NO_COEFFICIENT_ANSWERS
    return found if with_performance is Category.ATTRACTIVE else _negated(found)


def _negated(one: Difference) -> Difference:
    return Difference(-one.value, -one.high, -one.low, one.p, None if one.z is None else -one.z)


def _resampled(
    results: tuple[FeatureResult, FeatureResult], draws: NDArray[np.float64], sign: int, settings: AnalysisSettings
) -> Difference | Blank:
    before, after = results
    sizes = [one.n_coefficients for one in results]
    if any(not isinstance(size, Blank) and 0 < size < _FEWEST_MATCHED for size in sizes):
        return Blank.TOO_FEW
    values = (before.better, after.better) if sign > 0 else (before.worse, after.worse)
    if isinstance(values[0], Blank) or isinstance(values[1], Blank):
        return Blank.NO_COEFFICIENT_ANSWERS
    if np.nanmax(draws, initial=-np.inf) == np.nanmin(draws, initial=np.inf):
        # Everybody changed alike: resampling them would call it certain for everybody else.
        smallest = min(size for size in sizes if not isinstance(size, Blank))
        return unanimous_difference(values[1] - values[0], smallest, settings.confidence)
    found = resampled_difference(values[1] - values[0], sign * draws, settings.confidence)
    return Blank.NO_COEFFICIENT_ANSWERS if found is None else found


def _corrected(differences: Sequence[Difference | Blank], settings: AnalysisSettings) -> list[Shift | Blank]:
    p: list[Figure] = [one if isinstance(one, Blank) else one.p for one in differences]
    adjusted = corrected(p, settings)
    return [
        one if isinstance(one, Blank) else Shift(one, float(fixed))
        for one, fixed in zip(differences, adjusted, strict=True)
    ]
