"""Segments: people grouped by what is known of them (METHODS §9)."""

import re
from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.comparison import Comparison, Groups, compare
from kano_app.domain.evidence import Answers
from kano_app.domain.feature import fold_name
from kano_app.domain.problem import Code, Fact, Problem
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey, Trait

MOST_GROUPS = 20
"""Groups beyond which nothing could be read or told."""
_MOST_NUMBERS, _QUARTERS = 8, (0.25, 0.5, 0.75)
"""Different numbers (ages) up to which each is a group; beyond, people are divided into quarters."""


def segments(survey: Survey, settings: AnalysisSettings, problems: list[Problem]) -> Comparison | None:
    """Return the comparison of the groups that the chosen traits make, or ``None`` with a problem why not."""
    found = grouped(survey, settings.segments)
    if isinstance(found, Problem):
        problems.append(found)
        return None
    return compare(survey, found, settings)


def grouped(survey: Survey, names: Sequence[str]) -> Groups | Problem:
    """Return the groups that one or several traits make of the people, or the problem in the way.

    Only combinations that occur are groups. Levels stand in natural order ("9" before "10"), whatever the order of
    the people; a trait of many different numbers is divided into quarters. Whoever misses one of the traits is not
    known.
    """
    traits = []
    for name in names:
        trait = trait_of(survey, name)
        if isinstance(trait, Problem):
            return trait
        traits.append(in_quarters(trait))
    ordered = [_in_natural_order(one.levels) for one in traits]
    combinations = np.stack([one.codes for one in traits], axis=1)
    known = (combinations >= 0).all(axis=1)
    present = {tuple(row) for row in np.unique(combinations[known], axis=0).tolist()}
    if len(present) > MOST_GROUPS:
        facts: dict[str, Fact] = {"names": tuple(names), "count": len(present), "most": MOST_GROUPS}
        return Problem(Code.TRAIT_MANY_GROUPS, survey.source.file, facts=facts)
    if len(present) < 2:
        return Problem(Code.NO_GROUPS, survey.source.file, facts={"names": tuple(names)})
    codes = np.full(len(combinations), -1, dtype=np.int32)
    levels: list[tuple[str, ...]] = []
    for combination in product(*ordered):
        if combination in present:
            codes[(combinations == combination).all(axis=1)] = len(levels)
            levels.append(tuple(one.levels[level] for one, level in zip(traits, combination, strict=True)))
    return Groups(tuple(one.name for one in traits), tuple(levels), codes)


def _in_natural_order(levels: Sequence[str]) -> list[int]:
    return sorted(range(len(levels)), key=lambda place: natural(levels[place]))


def trait_of(survey: Survey, name: str) -> Trait | Problem:
    """Return a trait by its name, or the problem that there is none."""
    if not isinstance(survey.evidence, Answers):
        return Problem(Code.NEEDS_PEOPLE, survey.source.file, facts={"name": name})
    found = next((one for one in survey.traits if fold_name(one.name) == fold_name(name)), None)
    if found is None:
        known = tuple(one.name for one in survey.traits)
        return Problem(Code.TRAIT_UNKNOWN, survey.source.file, facts={"name": name, "columns": known})
    return found


def natural(text: str) -> tuple[tuple[int, float, str], ...]:
    """Return a key that sorts numbers inside texts, and whole negative numbers, by their value."""
    number = _number(text.lstrip("<≤ "))
    if number is not None:
        return ((0, number - (text[0] in "<≤") / 2, ""),)
    parts = re.findall(r"\d+(?:\.\d+)?|\D+", text)
    return tuple((0, float(part), "") if part[0].isdecimal() else (1, 0.0, part.casefold()) for part in parts)


def in_quarters(trait: Trait) -> Trait:
    """Return a trait of many numbers as four groups of about as many people, named by their ends."""
    numbers = [_number(level) for level in trait.levels]
    values = np.array([np.nan if one is None else one for one in numbers])
    if len(trait.levels) <= _MOST_NUMBERS or np.isnan(values).any():
        return trait
    given = trait.codes >= 0
    of_people = values[trait.codes[given]]
    if not of_people.size:
        return trait
    cuts = np.unique(np.quantile(of_people, _QUARTERS, method="inverted_cdf"))
    quarter = np.searchsorted(cuts, of_people)
    codes = np.full(trait.codes.shape, -1, dtype=np.int32)
    names: list[str] = []
    for place in np.unique(quarter):
        inside = of_people[quarter == place]
        codes[np.flatnonzero(given)[quarter == place]] = len(names)
        names.append(_span(inside))
    return Trait(trait.name, tuple(names), codes)


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


def _span(values: NDArray[np.float64]) -> str:
    low, high = f"{values.min():.12g}", f"{values.max():.12g}"
    return low if low == high else f"{low}–{high}"
