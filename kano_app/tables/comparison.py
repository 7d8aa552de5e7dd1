"""Groups of people side by side: what each says of a feature, and whether they differ by more than chance."""

from kano_app.analysis.comparison import Comparison
from kano_app.analysis.figure import Blank
from kano_app.i18n import N_
from kano_app.tables.cells import Cell, Members, range_or_blank
from kano_app.tables.table import Column, Kind, Table

_DIFFERENCES = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("chi_square", N_("χ²"), Kind.COEFFICIENT, N_("Groups × M, P, A, I.")),
    Column("df", N_("df"), Kind.COUNT),
    Column("p", N_("p"), Kind.PROBABILITY),
    Column("adjusted_p", N_("p, corrected"), Kind.PROBABILITY, N_("Corrected because every feature is asked about.")),
    Column("cramers_v", N_("Cramér’s V"), Kind.COEFFICIENT, N_("How strong the difference is, 0 to 1.")),
    Column("permuted", N_("By permutation"), Kind.TEXT, N_("Where a count is so small that χ² cannot be trusted.")),
)
_GROUPS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("group", N_("Group"), Kind.TEXT),
    Column("n", N_("n"), Kind.COUNT, N_("Complete pairs of answers.")),
    Column("category", N_("Category"), Kind.CATEGORY),
    Column("evidence", N_("How sure"), Kind.SURENESS),
    Column("better", N_("Better"), Kind.COEFFICIENT, N_("(A + P) / n′")),
    Column("better_interval", N_("Better between"), Kind.INTERVAL),
    Column("worse", N_("Worse"), Kind.COEFFICIENT, N_("−(P + M) / n′")),
    Column("worse_interval", N_("Worse between"), Kind.INTERVAL),
)


def differences_table(comparison: Comparison) -> Table:
    """Return for every feature whether the groups differ, in the order of the survey."""
    rows: list[tuple[Cell, ...]] = []
    for one in comparison.features:
        test = one.test
        if isinstance(test, Blank):
            rows.append((one.feature.name, *(test,) * (len(_DIFFERENCES) - 1)))
        else:
            figures = (test.chi_square, test.df, test.p, one.adjusted_p, test.cramers_v, test.permuted)
            rows.append((one.feature.name, *figures))
    return Table("differences", N_("Whether the groups differ"), _DIFFERENCES, tuple(rows))


def groups_table(comparison: Comparison) -> Table:
    """Return every group under every feature, feature after feature."""
    rows: list[tuple[Cell, ...]] = []
    for place, one in enumerate(comparison.features):
        for group in comparison.groups:
            result = group.features[place]
            verdict, stable = result.verdict, result.stability
            rows.append(
                (
                    one.feature.name,
                    Members(group, comparison),
                    result.n,
                    verdict if isinstance(verdict, Blank) else verdict.category,
                    stable if isinstance(stable, Blank) else stable.word,
                    result.better,
                    range_or_blank(result.better_interval),
                    result.worse,
                    range_or_blank(result.worse_interval),
                )
            )
    return Table("groups", N_("What each group says"), _GROUPS, tuple(rows))
