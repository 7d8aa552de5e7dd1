"""How a file was read: which columns became which feature, and how many complete pairs each has."""

from kano_app.analysis.analysis import Analysis
from kano_app.domain.survey import Survey
from kano_app.i18n import N_
from kano_app.tables.table import Column, Kind, Table

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("functional", N_("Functional column"), Kind.TEXT),
    Column("dysfunctional", N_("Dysfunctional column"), Kind.TEXT),
    Column("n", N_("Complete pairs"), Kind.COUNT),
)


def reading_table(survey: Survey, analysis: Analysis) -> Table:
    """Return one row a feature; the columns are named where a feature had columns of its own."""
    headings = survey.source.columns or ((None, None),) * len(survey.features)
    rows = tuple(
        (result.feature.name, functional, dysfunctional, result.n)
        for result, (functional, dysfunctional) in zip(analysis.features, headings, strict=True)
    )
    table = Table("reading", N_("How the file was read"), COLUMNS, rows)
    return table.without_empty("functional").without_empty("dysfunctional")
