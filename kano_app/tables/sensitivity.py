"""What other choices would change: every feature under every table, rule and treatment of R and Q."""

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.i18n import N_
from kano_app.tables.cells import Cell, Changes
from kano_app.tables.table import Column, Kind, Table

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("category", N_("Category"), Kind.CATEGORY),
    Column("robust", N_("Robust"), Kind.TEXT, N_("Whether every table, rule and treatment gives the same category.")),
    Column("changes", N_("What would change it"), Kind.TEXT),
)


def sensitivity_table(analysis: Analysis) -> Table:
    """Return for every feature whether its category is robust, and which single choice would change it."""
    return Table("sensitivity", N_("What other choices would change"), COLUMNS, tuple(map(_row, analysis.features)))


def _row(result: FeatureResult) -> tuple[Cell, ...]:
    found, verdict = result.sensitivity, result.verdict
    category: Cell = verdict if isinstance(verdict, Blank) else verdict.category
    if isinstance(verdict, Blank):
        return (result.feature.name, verdict, verdict, verdict)
    if isinstance(found, Blank):
        return (result.feature.name, category, found, found)
    return (result.feature.name, category, found.robust, None if found.robust else Changes(found))
