"""What the features are: one row a feature with what the designer wrote of it."""

from kano_app.analysis.analysis import Analysis
from kano_app.domain.plan import Plan
from kano_app.i18n import N_, Language
from kano_app.tables.table import Column, Kind, Table

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("description", N_("Description"), Kind.TEXT),
    Column("touchpoint", N_("Touchpoint"), Kind.TEXT),
    Column("dimension", N_("Quality dimension"), Kind.TEXT),
    Column("depends_on", N_("Depends on"), Kind.TEXT),
)


def descriptions_table(analysis: Analysis, plan: Plan, language: Language) -> Table:
    """Return what is known of the features beside their figures; columns in which nothing stands are left out."""
    names = {feature.id: feature.name for feature in analysis.survey.features}
    rows = tuple(
        (
            feature.name,
            feature.description or None,
            feature.touchpoint or None,
            feature.dimension or None,
            language.listing([names[need] for need in plan.item(feature.id).depends_on if need in names]) or None,
        )
        for feature in analysis.survey.features
    )
    table = Table("descriptions", N_("The features"), COLUMNS, rows)
    for column in COLUMNS[1:]:
        table = table.without_empty(column.key)
    return table
