"""The pages on how sure it is: draws, tests, what other choices change, answers as numbers, people flagged."""

from collections.abc import Sequence
from functools import partial

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.analysis.stability import CLEAR, LIKELY, Sureness
from kano_app.charts.continuous_map import continuous_map, in_plane
from kano_app.charts.sensitivity_grid import ROBUST_WIDTH, sensitivity_grid, sensitivity_height
from kano_app.charts.stability_bars import WORDS_WIDTH, stability_bars, stability_height
from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Block,
    Drawing,
    Heading,
    Note,
    Paragraph,
)
from kano_app.report.views import (
    MAP_HEIGHT,
    MAP_INSET,
    NAMES_WIDTH,
    footnotes,
    grid,
    legend,
    number_key,
    paged,
)
from kano_app.roadmap import Roadmap
from kano_app.tables import continuous_table, flags_table, sensitivity_table, sureness_table
from kano_app.wording.sensitivity import robust_sentence


def sureness_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return how sure every category and coefficient is, and what other choices would change."""
    if all(isinstance(one.better_interval, Blank) and isinstance(one.stability, Blank) for one in analysis.features):
        return []
    table = sureness_table(analysis).without_empty("rival")
    return [
        Heading(words.gettext("How sure it is")),
        Note(
            words.gettext(
                "Counts like these could have come out a little differently: the category leads in so many of {draws} "
                "random draws. From {clear} on it is clear, from {likely} on likely, below that too close to tell; "
                "under five answers it is always too few to tell. The intervals hold the coefficient at a confidence "
                "of {confidence}. Fong’s test judges the lead of the most frequent category leniently, the binomial "
                "strictly."
            ).format(
                draws=words.number(analysis.settings.resamples),
                clear=words.percent(CLEAR),
                likely=words.percent(LIKELY),
                confidence=words.percent(analysis.settings.confidence),
            )
        ),
        *_stability(analysis, words),
        grid(table, words),
        *footnotes(table, words),
        *_sensitivity_blocks(analysis, words),
    ]


def _stability(analysis: Analysis, words: Language) -> list[Block]:
    """Return the bars of all features; one sentence where there would be nothing to see on them."""
    found = [one.stability for one in analysis.features]
    if all(not isinstance(one, Blank) and one.word is Sureness.CLEAR for one in found):
        return [Paragraph(words.gettext("The category of every feature is clear."))]
    return [legend(words), *paged(analysis.features, _stability_drawing, words)]


def _stability_drawing(results: Sequence[FeatureResult], words: Language) -> Drawing:
    return Drawing(
        partial(stability_bars, results=results, language=words, names_width=NAMES_WIDTH),
        height=stability_height(len(results)),
        inset=(NAMES_WIDTH, 0, WORDS_WIDTH, 0),
        alt=words.gettext("Share of draws in which each category comes out; the figures stand in the table."),
    )


def _sensitivity_drawing(results: Sequence[FeatureResult], words: Language) -> Drawing:
    return Drawing(
        partial(sensitivity_grid, results=results, language=words, names_width=NAMES_WIDTH),
        height=sensitivity_height(results),
        inset=(NAMES_WIDTH, 0, ROBUST_WIDTH, 0),
        alt=words.gettext("Category of every feature under every choice; what changes it stands in the table."),
    )


def _sensitivity_blocks(analysis: Analysis, words: Language) -> list[Block]:
    found = [
        result.sensitivity
        for result in analysis.features
        if not isinstance(result.sensitivity, Blank) and result.category is not None
    ]
    if not found:
        return []
    table = sensitivity_table(analysis).only_where("changes").without("robust")
    return [
        Heading(words.gettext("What other choices would change")),
        Note(robust_sentence(found, words)),
        *paged(analysis.features, _sensitivity_drawing, words),
        *([grid(table, words), *footnotes(table, words)] if table.rows else []),
    ]


def continuous_blocks(analysis: Analysis, roadmap: Roadmap, words: Language) -> list[Block]:
    """Return the answers as numbers; nothing where the evidence has no pairs."""
    if all(isinstance(result.continuous, Blank) for result in analysis.features):
        return []
    table = continuous_table(analysis)
    numbered = [(item.rank, item.result) for item in roadmap.items]
    return [
        Heading(words.gettext(table.title)),
        Note(
            words.gettext(
                "Functional answers count 4, 2, 0, −1, −2 and dysfunctional ones −2, −1, 0, 2, 4; means of all "
                "complete pairs, reverse and questionable ones included, with their standard errors. The region is "
                "where the means lie, not how the answers were counted. Crosses are the intervals of the means."
            )
        ),
        legend(words),
        Drawing(
            partial(continuous_map, numbered=numbered, language=words, confidence=analysis.settings.confidence),
            height=MAP_HEIGHT,
            inset=MAP_INSET,
            alt=words.gettext("Functional and dysfunctional means of every feature; the figures stand in the table."),
        ),
        *number_key(in_plane(numbered), words),
        grid(table, words),
        *footnotes(table, words),
    ]


def quality_blocks(project: Project, analysis: Analysis, words: Language) -> list[Block]:
    """Return how many people are flagged and how many were left out; nothing where nobody is."""
    flagged = analysis.flagged
    if flagged is None or not (flagged.anybody or project.survey.excluded):
        return []
    table = flags_table(project.survey, flagged)
    return [
        Heading(words.gettext(table.title), level=2),
        Note(
            words.gettext(
                "A flag is a proposal. Whoever has one is counted all the same, unless somebody decided to leave the "
                "person out."
            )
        ),
        grid(table, words),
    ]
