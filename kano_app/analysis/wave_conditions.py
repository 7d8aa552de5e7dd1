"""What two waves have to share so that their difference is one of time, and where they do not (METHODS §12)."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.segments import MOST_GROUPS, in_quarters
from kano_app.domain.evidence import Answers, CategoryCounts, CategoryShares
from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.problem import Code, Problem
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey, Trait
from kano_app.statistics.corrections import holm
from kano_app.statistics.independence import independence

_POPULATION_P = 0.05

Named = tuple[str, Survey]
"""A wave's label and its survey."""


def not_kept_fixed(earlier: Named, later: Named, settings: AnalysisSettings) -> Iterator[Problem]:
    """Yield what was not kept fixed between two waves: features, evidence, wording, scale, population."""
    (first_label, first), (second_label, second) = earlier, later
    waves_named = {"first": first_label, "second": second_label}
    before = {feature.id: feature for feature in first.features}
    shared = [feature for feature in second.features if feature.id in before]
    if not shared:
        yield Problem(Code.WAVE_NOTHING_COMMON, facts=waves_named)
        return
    if any(isinstance(one.evidence, CategoryCounts | CategoryShares) for one in (first, second)):
        yield Problem(Code.WAVE_EVIDENCE, facts=waves_named)
    reworded = tuple(feature.name for feature in shared if _reworded(before[feature.id], feature))
    if reworded:
        yield Problem(Code.WAVE_WORDING, facts={**waves_named, "features": reworded})
    if first.source.scale and second.source.scale and first.source.scale is not second.source.scale:
        yield Problem(Code.WAVE_SCALE, facts={**waves_named, "scales": (first.source.scale, second.source.scale)})
    others = _other_people(first, second, settings)
    if others:
        yield Problem(Code.WAVE_POPULATION, facts={**waves_named, "names": others})


def _reworded(before: Feature, after: Feature) -> bool:
    return any(
        old and new and fold_name(old) != fold_name(new)
        for old, new in (
            (before.functional_question, after.functional_question),
            (before.dysfunctional_question, after.dysfunctional_question),
        )
    )


def _other_people(first: Survey, second: Survey, settings: AnalysisSettings) -> tuple[str, ...]:
    """Return the traits in which the people of two waves differ by more than chance, corrected by Holm."""
    if not isinstance(first.evidence, Answers) or not isinstance(second.evidence, Answers):
        return ()
    before = {fold_name(trait.name): trait for trait in first.traits}
    tests: dict[str, float] = {}
    for trait in second.traits:
        if fold_name(trait.name) == fold_name(settings.wave_by):
            continue
        old = before.get(fold_name(trait.name))
        table = None if old is None else _levels_of_both(old, trait)
        found = None if table is None else independence(table, settings.resamples, (settings.seed, len(tests)))
        if found is not None:
            tests[trait.name] = found.p
    adjusted: Mapping[str, float] = dict(zip(tests, holm(list(tests.values())), strict=True))
    return tuple(name for name, p in adjusted.items() if p < _POPULATION_P)


def _levels_of_both(first: Trait, second: Trait) -> NDArray[np.int64] | None:
    """Return how many people of each wave have each level, shape (2, levels); ``None`` where levels are too many."""
    levels = tuple(dict.fromkeys((*first.levels, *second.levels)))
    codes = []
    for trait in (first, second):
        table = np.array([*(levels.index(level) for level in trait.levels), -1], dtype=np.int32)
        codes.append(table[trait.codes])
    pooled = in_quarters(Trait(first.name, levels, np.concatenate(codes)))
    if len(pooled.levels) > MOST_GROUPS:
        return None
    parts = np.split(pooled.codes, [len(first.codes)])
    return np.array([np.bincount(part[part >= 0], minlength=len(pooled.levels)) for part in parts], dtype=np.int64)
