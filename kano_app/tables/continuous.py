"""Answers as numbers: one row a feature with its means, their errors and the region they lie in."""

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.i18n import N_
from kano_app.tables.cells import Cell
from kano_app.tables.table import Column, Kind, Table

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("region", N_("Region"), Kind.CATEGORY, N_("Where the means lie in the plane.")),
    Column("functional", N_("Functional"), Kind.COEFFICIENT, N_("Mean of 4, 2, 0, −1, −2.")),
    Column("functional_se", N_("Error"), Kind.COEFFICIENT, N_("SD / √n")),
    Column("dysfunctional", N_("Dysfunctional"), Kind.COEFFICIENT, N_("Mean of −2, −1, 0, 2, 4.")),
    Column("dysfunctional_se", N_("Error"), Kind.COEFFICIENT, N_("SD / √n")),
)


def continuous_table(analysis: Analysis) -> Table:
    """Return the continuous analysis, in the order of the survey."""
    return Table("continuous", N_("Answers as numbers"), COLUMNS, tuple(map(_row, analysis.features)))


def _row(result: FeatureResult) -> tuple[Cell, ...]:
    means = result.continuous
    if isinstance(means, Blank):
        return (result.feature.name, *(means,) * (len(COLUMNS) - 1))
    return (
        result.feature.name,
        means.region,
        means.functional,
        means.functional_se,
        means.dysfunctional,
        means.dysfunctional_se,
    )
