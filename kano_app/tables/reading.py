"""How a file was read: which columns became which feature and why, and how many complete pairs each has."""

from kano_app.analysis.analysis import Analysis
from kano_app.domain.mapping import Confidence, PairReason
from kano_app.domain.survey import Survey
from kano_app.i18n import N_, Language
from kano_app.tables.cells import worded
from kano_app.tables.table import Column, Kind, Table
from kano_app.wording.mapping import confidence_name, pair_sign

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("functional", N_("Functional column"), Kind.TEXT),
    Column("dysfunctional", N_("Dysfunctional column"), Kind.TEXT),
    Column("reason", N_("Paired by"), Kind.TEXT),
    Column("confidence", N_("How sure"), Kind.TEXT),
    Column("n", N_("Complete pairs"), Kind.COUNT),
)


@worded.register
def _(value: PairReason, language: Language) -> str:
    return pair_sign(value, language)


@worded.register
def _(value: Confidence, language: Language) -> str:
    return confidence_name(value, language)


def reading_table(survey: Survey, analysis: Analysis) -> Table:
    """Return one row a feature; the columns are named where a feature had columns of its own."""
    columns, pairing = survey.source.columns, survey.source.pairing
    headings = columns or ((None, None),) * len(survey.features)
    # Where the columns are forgotten, as those of widened surveys are, so is why they were pairs.
    told = pairing if columns and pairing else ((None, None),) * len(headings)
    rows = tuple(
        (result.feature.name, *halves, *why, result.n)
        for result, halves, why in zip(analysis.features, headings, told, strict=True)
    )
    table = Table("reading", N_("How the file was read"), COLUMNS, rows)
    for key in ("functional", "dysfunctional", "reason", "confidence"):
        table = table.without_empty(key)
    return table
