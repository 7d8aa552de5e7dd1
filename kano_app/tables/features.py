"""The result table: one row a feature, with its category, its counts and its coefficients."""

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.domain.category import CATEGORIES
from kano_app.i18n import N_
from kano_app.tables.cells import Cell, Tie
from kano_app.tables.table import Column, Kind, Table

_COUNTS = tuple(Column(category.value, category.letter, Kind.COUNT) for category in CATEGORIES)

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("category", N_("Category"), Kind.CATEGORY),
    Column("tied", N_("Tie"), Kind.TIE, N_("Categories that were given equally often.")),
    Column("n", N_("n"), Kind.COUNT, N_("Complete pairs of answers.")),
    *_COUNTS,
    Column("n_coefficients", N_("n′"), Kind.COUNT, N_("A + P + M + I, the answers the coefficients speak of.")),
    Column("better", N_("Better"), Kind.COEFFICIENT, N_("(A + P) / n′")),
    Column("worse", N_("Worse"), Kind.COEFFICIENT, N_("−(P + M) / n′")),
    Column(
        "category_strength", N_("Category strength"), Kind.SHARE, N_("Share of the first category minus the second.")
    ),
    Column("total_strength", N_("Total strength"), Kind.SHARE, N_("(A + P + M) / N")),
)


def features_table(analysis: Analysis) -> Table:
    """Return the result table of an analysis, in the order of the survey."""
    return Table("features", N_("Results"), COLUMNS, tuple(_row(result) for result in analysis.features))


def flipped_table(analysis: Analysis) -> Table:
    """Return the reverse features with their statement read the other way round."""
    rows = tuple(_row(result) for result in analysis.flipped)
    return Table("flipped", N_("The flipped statement"), COLUMNS, rows)


def _row(result: FeatureResult) -> tuple[Cell, ...]:
    verdict = result.verdict
    strength = result.category_strength
    counts: tuple[Cell, ...] = (
        (Blank.NEEDS_COUNTS,) * len(CATEGORIES)
        if result.counts is None
        else tuple(result.counts[one] for one in CATEGORIES)
    )
    return (
        result.feature.name,
        verdict if isinstance(verdict, Blank) else verdict.category,
        None if isinstance(verdict, Blank) or not verdict.tied else Tie(verdict.tied),
        result.n,
        *counts,
        result.n_coefficients,
        result.better,
        result.worse,
        strength,
        result.total_strength,
    )
