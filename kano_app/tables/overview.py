"""The table of the results on the screen: one row a feature, everything somebody may want to sort by."""

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.domain.category import Category
from kano_app.i18n import N_
from kano_app.tables.cells import Cell, Split, range_or_blank
from kano_app.tables.table import Column, Kind, Table

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("category", N_("Category"), Kind.CATEGORY),
    Column("evidence", N_("How sure"), Kind.SURENESS, N_("In how many random draws the category leads.")),
    Column("split", "A P M I R Q", Kind.SPLIT, N_("How the answers split over the six categories.")),
    Column("better", N_("Better"), Kind.COEFFICIENT, N_("(A + P) / n′")),
    Column("worse", N_("Worse"), Kind.COEFFICIENT, N_("−(P + M) / n′")),
    Column("better_interval", N_("Better between"), Kind.INTERVAL),
    Column("worse_interval", N_("Worse between"), Kind.INTERVAL),
    Column(
        "category_strength", N_("Category strength"), Kind.SHARE, N_("Share of the first category minus the second.")
    ),
    Column("total_strength", N_("Total strength"), Kind.SHARE, N_("(A + P + M) / N")),
    Column("leads", N_("Leads in draws"), Kind.SHARE, N_("Share of draws in which the category comes out.")),
    Column("rival", N_("Rival"), Kind.CATEGORY, N_("The category that comes out most often beside it.")),
    Column("reverse", N_("Reverse"), Kind.SHARE, N_("Share of n.")),
    Column("questionable", N_("Questionable"), Kind.SHARE, N_("Share of n.")),
    Column("n", N_("n"), Kind.COUNT, N_("Complete pairs of answers.")),
    Column("incomplete", N_("Incomplete"), Kind.COUNT, N_("Pairs with one half only; they count nowhere.")),
)


def overview_table(analysis: Analysis) -> Table:
    """Return the results as they are looked through on the screen, in the order of the survey."""
    return Table("overview", N_("Results"), COLUMNS, tuple(map(_row, analysis.features)))


def _row(result: FeatureResult) -> tuple[Cell, ...]:
    verdict, stable, shares = result.verdict, result.stability, result.shares
    return (
        result.feature.name,
        verdict if isinstance(verdict, Blank) else verdict.category,
        stable if isinstance(stable, Blank) else stable.word,
        shares if isinstance(shares, Blank) else Split(shares),
        result.better,
        result.worse,
        range_or_blank(result.better_interval),
        range_or_blank(result.worse_interval),
        result.category_strength,
        result.total_strength,
        stable if isinstance(stable, Blank) else stable.leads,
        stable if isinstance(stable, Blank) else stable.rival,
        result.share(Category.REVERSE),
        result.share(Category.QUESTIONABLE),
        result.n,
        result.incomplete,
    )
