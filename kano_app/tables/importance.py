"""What people call important: one row a feature that was asked about."""

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.i18n import N_
from kano_app.tables.cells import Cell
from kano_app.tables.table import Column, Kind, Table

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("category", N_("Category"), Kind.CATEGORY),
    Column("importance", N_("Importance"), Kind.COEFFICIENT, N_("Mean of those who stated it.")),
    Column("importance_n", N_("n"), Kind.COUNT),
    Column("weighted_better", N_("Weighted Better"), Kind.COEFFICIENT, N_("Better · mean / end of the scale")),
    Column("weighted_worse", N_("Weighted Worse"), Kind.COEFFICIENT, N_("Worse · mean / end of the scale")),
    Column("refined", N_("Refined"), Kind.TEXT, N_("Yang’s category: split by the mean importance of all features.")),
)


def importance_table(analysis: Analysis) -> Table:
    """Return stated importance, weighted coefficients and refined categories, in the order of the survey."""
    return Table("importance", N_("What people call important"), COLUMNS, tuple(map(_row, analysis.features)))


def _row(result: FeatureResult) -> tuple[Cell, ...]:
    stated, verdict = result.importance, result.verdict
    category: Cell = verdict if isinstance(verdict, Blank) else verdict.category
    if isinstance(stated, Blank):
        return (result.feature.name, category, stated, stated, stated, stated, stated)
    return (
        result.feature.name,
        category,
        stated.mean,
        stated.n,
        stated.weighted(result.better),
        stated.weighted(result.worse),
        stated.refined(result.category),
    )
