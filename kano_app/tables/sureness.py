"""How sure the results are: one row a feature, with intervals, stability under draws, and tests of its lead."""

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.i18n import N_
from kano_app.tables.cells import Cell, range_or_blank
from kano_app.tables.table import Column, Kind, Table

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("category", N_("Category"), Kind.CATEGORY),
    Column("evidence", N_("How sure"), Kind.SURENESS),
    Column("leads", N_("Leads in draws"), Kind.SHARE, N_("Share of draws in which the category comes out.")),
    Column("rival", N_("Rival"), Kind.CATEGORY, N_("The category that comes out most often beside it.")),
    Column("better_interval", N_("Better between"), Kind.INTERVAL),
    Column("worse_interval", N_("Worse between"), Kind.INTERVAL),
    Column("fong", N_("Fong’s test"), Kind.TEXT, N_("Whether the first category leads the second significantly.")),
    Column("binomial_p", N_("Binomial p"), Kind.PROBABILITY, N_("Exact p of the first among the first two.")),
)


def sureness_table(analysis: Analysis) -> Table:
    """Return how sure every feature's category and coefficients are, in the order of the survey."""
    return Table("sureness", N_("How sure it is"), COLUMNS, tuple(_row(result) for result in analysis.features))


def _row(result: FeatureResult) -> tuple[Cell, ...]:
    stable, lead, verdict = result.stability, result.lead, result.verdict
    return (
        result.feature.name,
        verdict if isinstance(verdict, Blank) else verdict.category,
        stable if isinstance(stable, Blank) else stable.word,
        stable if isinstance(stable, Blank) else stable.leads,
        stable if isinstance(stable, Blank) else stable.rival,
        range_or_blank(result.better_interval),
        range_or_blank(result.worse_interval),
        lead,
        lead if isinstance(lead, Blank) else lead.binomial_p,
    )
