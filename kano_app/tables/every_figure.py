"""Every figure of the study in one table, for programs: results, how sure they are, importance, rank and release."""

from kano_app.analysis.analysis import Analysis
from kano_app.i18n import N_
from kano_app.roadmap.roadmap import Roadmap
from kano_app.tables.cells import range_or_blank
from kano_app.tables.continuous import continuous_table
from kano_app.tables.features import features_table
from kano_app.tables.importance import importance_table
from kano_app.tables.sensitivity import sensitivity_table
from kano_app.tables.sureness import sureness_table
from kano_app.tables.table import Column, Kind, Table

_PLACE = (
    Column("rank", N_("Rank"), Kind.COUNT),
    Column("rank_interval", N_("Rank between"), Kind.INTERVAL),
    Column("horizon", N_("Release"), Kind.HORIZON),
    Column("in_now", N_("In Now"), Kind.SHARE),
)


def every_figure(analysis: Analysis, roadmap: Roadmap) -> Table:
    """Return one row a feature, in the order of the survey, with every figure that has a number or a name."""
    joined = features_table(analysis)
    for table in (sureness_table(analysis), importance_table(analysis), sensitivity_table(analysis)):
        joined = joined.beside(table.without("name").without("category"))
    joined = joined.beside(continuous_table(analysis).without("name"))
    return joined.beside(_places(analysis, roadmap))


def _places(analysis: Analysis, roadmap: Roadmap) -> Table:
    items = {item.result.feature.id: item for item in roadmap.items}
    rows = tuple(
        (item.rank, range_or_blank(item.rank_interval), item.horizon, item.in_now)
        for item in (items[result.feature.id] for result in analysis.features)
    )
    return Table("places", N_("Roadmap"), _PLACE, rows)
