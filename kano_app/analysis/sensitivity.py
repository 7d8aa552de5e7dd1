"""Sensitivity: every feature's category under every table, rule and treatment of R and Q (METHODS §10)."""

from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.tally import category_counts
from kano_app.analysis.verdict import winners
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evaluation_table import TABLES, EvaluationTable
from kano_app.domain.evidence import CategoryCounts, PairTally
from kano_app.domain.settings import AnalysisSettings, ReverseAndQuestionable, Rule


@dataclass(frozen=True, slots=True)
class Variant:
    """One set of choices and the category it gives; no ``table`` where somebody else's made the counts."""

    table: EvaluationTable | None
    rule: Rule
    treatment: ReverseAndQuestionable
    category: Category | None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """A feature under all choices."""

    own: Variant
    """The choices that were made."""
    variants: tuple[Variant, ...]
    """All sets of choices, the own among them: by table, then rule, then treatment."""

    @property
    def robust(self) -> bool:
        """Whether every set of choices gives the same category."""
        return all(variant.category is self.own.category for variant in self.variants)

    @property
    def changes(self) -> tuple[Variant, ...]:
        """The variants one choice away from the own that give another category."""
        return tuple(
            variant
            for variant in self.variants
            if variant.category is not self.own.category and _choices_apart(variant, self.own) == 1
        )


def sensitivity(evidence: PairTally | CategoryCounts, settings: AnalysisSettings) -> list[Sensitivity]:
    """Return the sensitivity of every feature.

    Tables are Berger, Pouliot and, where it is another, the one that was chosen. Counts of categories were made by one
    table, so only rules and treatments vary.
    """
    tables: list[EvaluationTable | None] = [None]
    if isinstance(evidence, PairTally):
        tables = [*(one for one in TABLES.values() if one.rows != settings.table.rows), settings.table]
    columns: list[tuple[EvaluationTable | None, Rule, ReverseAndQuestionable, NDArray[np.intp]]] = []
    for table, rule, treatment in product(tables, Rule, ReverseAndQuestionable):
        counts = category_counts(evidence, table or settings.table)
        choices = replace(settings, rule=rule, reverse_and_questionable=treatment)
        columns.append((table, rule, treatment, winners(counts, counts.sum(axis=1), choices)))
    own = (tables[-1], settings.rule, settings.reverse_and_questionable)
    return [_feature(place, columns, own) for place in range(len(evidence.counts))]


def _feature(
    place: int,
    columns: list[tuple[EvaluationTable | None, Rule, ReverseAndQuestionable, NDArray[np.intp]]],
    own: tuple[EvaluationTable | None, Rule, ReverseAndQuestionable],
) -> Sensitivity:
    variants = tuple(
        Variant(table, rule, treatment, CATEGORIES[found[place]] if found[place] >= 0 else None)
        for table, rule, treatment, found in columns
    )
    mine = next(one for one in variants if (one.table, one.rule, one.treatment) == own)
    return Sensitivity(mine, variants)


def _choices_apart(one: Variant, other: Variant) -> int:
    return (one.table != other.table) + (one.rule is not other.rule) + (one.treatment is not other.treatment)
