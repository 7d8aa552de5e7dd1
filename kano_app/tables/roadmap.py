"""The roadmap as a table: one row a feature in order of priority, with the reason for its place."""

from dataclasses import replace

from kano_app.i18n import N_
from kano_app.roadmap.roadmap import Roadmap
from kano_app.tables.cells import Why
from kano_app.tables.table import Column, Kind, Table

COLUMNS = (
    Column("rank", N_("Rank"), Kind.COUNT),
    Column("name", N_("Feature"), Kind.TEXT),
    Column("horizon", N_("Release"), Kind.HORIZON),
    Column("category", N_("Category"), Kind.CATEGORY),
    Column("effort", N_("Effort"), Kind.AMOUNT),
    Column("owner", N_("Owner"), Kind.TEXT),
    Column("reason", N_("Why"), Kind.REASONS),
)


def roadmap_table(roadmap: Roadmap) -> Table:
    """Return the roadmap as a table, in order of priority."""
    rows = tuple(
        (
            item.rank,
            item.result.feature.name,
            item.horizon,
            item.result.category,
            item.work.effort,
            item.work.owner or None,
            Why(item.reasons),
        )
        for item in roadmap.items
    )
    columns = tuple(replace(one, unit=roadmap.effort_unit) if one.key == "effort" else one for one in COLUMNS)
    return Table("roadmap", N_("Roadmap"), columns, rows)
