"""The pages of figures: how answers split, the figures, importance, and the features."""

from collections.abc import Sequence
from functools import partial

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.charts.category_shares import ROW_HEIGHT, category_shares
from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Block,
    Drawing,
    Heading,
    Note,
)
from kano_app.report.views import NAMES_WIDTH, footnotes, grid, legend, paged
from kano_app.tables import (
    descriptions_table,
    features_table,
    importance_table,
)


def shares_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return the bars of all features, on as many pages as they need."""
    blocks: list[Block] = [
        Heading(words.gettext("How the answers split")),
        Note(
            words.gettext(
                "Percent of complete answers in each category. Two long parts in one bar can mean two groups of people."
            )
        ),
        legend(words),
    ]
    return [*blocks, *paged(analysis.features, _shares_drawing, words)]


def _shares_drawing(results: Sequence[FeatureResult], words: Language) -> Drawing:
    return Drawing(
        partial(category_shares, results=results, language=words, names_width=NAMES_WIDTH),
        height=len(results) * ROW_HEIGHT,
        inset=(NAMES_WIDTH, 0, 0, 0),
        alt=words.gettext("Category shares of every feature; the figures stand in the table."),
    )


def results_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return the result table with its formulas."""
    table = features_table(analysis)
    table = table.without("n_coefficients").without_empty("tied")
    formulas = words.gettext(
        "n counts complete pairs. Better = (A + P) / (A + P + M + I). Worse = −(P + M) / (A + P + M + I). "
        "Category strength is the share of the most frequent category minus that of the second among M, P, A, I and R; "
        "total strength is (A + P + M) / n."
    )
    return [
        Heading(words.gettext("The figures")),
        grid(table, words),
        *footnotes(table, words),
        Note(formulas),
        *_combinations(analysis, words),
    ]


def _combinations(analysis: Analysis, words: Language) -> list[Block]:
    """Name the features that matter and that no one category describes."""
    names = [result.feature.name for result in analysis.features if result.is_combination]
    if not names:
        return []
    text = words.gettext(
        "A combination of the two most frequent categories (category strength below 6 %, total strength of 60 % or "
        "more): {names}."
    )
    return [Note(text.format(names=words.listing(names)))]


def importance_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return stated importance; nothing where the survey did not ask for it."""
    if all(isinstance(result.importance, Blank) for result in analysis.features):
        return []
    table = importance_table(analysis)
    return [
        Heading(words.gettext("What people call important")),
        Note(
            words.gettext(
                "Means of those who stated an importance, and the coefficients weighted by it: coefficient · mean / "
                "end of the scale. The refined category splits each category by the mean importance of all features."
            )
        ),
        grid(table, words),
        *footnotes(table, words),
    ]


def description_blocks(project: Project, analysis: Analysis, words: Language) -> list[Block]:
    """Return what the designer wrote of the features; nothing where there is nothing."""
    table = descriptions_table(analysis, project.plan, words)
    if len(table.columns) == 1:
        return []
    return [Heading(words.gettext("The features")), grid(table, words)]
