"""The pages that compare: segments, camps, waves, and the flipped statement."""

from collections.abc import Iterator
from functools import partial

from kano_app.analysis import Analysis
from kano_app.analysis.comparison import Comparison
from kano_app.analysis.waves import Step, Waves
from kano_app.charts.group_intervals import CHIPS_WIDTH, band_height, group_intervals, head_height
from kano_app.charts.wave_drift import drifting, wave_drift
from kano_app.i18n import Language
from kano_app.report.blocks import Block, Drawing, Heading, Note, Paragraph
from kano_app.report.views import MAP_HEIGHT, MAP_INSET, NAMES_WIDTH, footnotes, grid, legend, number_key
from kano_app.tables import differences_table, flipped_table, groups_table, waves_table
from kano_app.wording.comparisons import (
    comparison_title,
    correction_name,
    differences_sentence,
    drift_sentence,
    step_title,
)

_FIRST, _PAGE = 580.0, 620.0
"""Points of height that a drawing may take, the first one under its heading and a sentence."""


def comparison_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return segments, camps and waves, as far as they were asked for."""
    blocks: list[Block] = []
    if analysis.segments is not None:
        by = comparison_title(analysis.segments, words)
        blocks += _groups(analysis.segments, words.gettext("Segments: {traits}").format(traits=by), words)
    if analysis.camps is not None:
        blocks += _groups(analysis.camps, comparison_title(analysis.camps, words), words)
    if analysis.waves is not None:
        blocks += _waves(analysis.waves, analysis, words)
    return blocks


def _groups(comparison: Comparison, title: str, words: Language) -> list[Block]:
    differences, groups = differences_table(comparison), groups_table(comparison)
    return [
        Heading(title),
        Paragraph(differences_sentence(comparison, words)),
        *_group_drawings(comparison, words),
        grid(groups, words),
        *footnotes(groups, words),
        Heading(words.gettext(differences.title), level=2),
        grid(differences, words),
        *footnotes(differences, words),
        Note(
            words.gettext(
                "χ² of groups × M, P, A, I; by permutation where an expected count is below five. p is corrected over "
                "the features ({correction}). Cramér’s V: 0 no difference, 1 the largest there can be. People of whom "
                "a trait is not known are shown and not tested."
            ).format(correction=correction_name(comparison.correction, words))
        ),
    ]


def _group_drawings(comparison: Comparison, words: Language) -> Iterator[Block]:
    """Yield the intervals of all groups that are large enough, as many features on a page as have room."""
    if not comparison.known:
        return
    head, band = head_height(comparison), band_height(comparison)
    start, count = 0, len(comparison.features)
    while start < count:
        some = max(1, int(((_PAGE if start else _FIRST) - head) // band))
        places = list(range(start, min(start + some, count)))
        start += some
        yield Drawing(
            partial(group_intervals, comparison=comparison, language=words, names_width=NAMES_WIDTH, features=places),
            height=head + len(places) * band,
            inset=(NAMES_WIDTH, 0, CHIPS_WIDTH, 0),
            alt=words.gettext("Better and Worse of every group with their intervals; the figures stand in the table."),
        )


def _waves(found: Waves, analysis: Analysis, words: Language) -> list[Block]:
    blocks: list[Block] = [Heading(words.gettext("Waves"))]
    for step in found.steps:
        blocks += _step(step, words)
    text = words.gettext(
        "Differences are later minus earlier, with intervals at a confidence of {confidence}: Newcombe’s and the z of "
        "the pooled proportion for independent people, resampled where the same people answered twice. p is corrected "
        "over the features ({correction}), Better and Worse each for themselves. Drift runs along indifferent → "
        "attractive → performance → must-be."
    )
    settings = analysis.settings
    values = {
        "confidence": words.percent(settings.confidence),
        "correction": correction_name(settings.correction, words),
    }
    return [*blocks, Note(text.format(**values))]


def _step(step: Step, words: Language) -> list[Block]:
    table = waves_table(step)
    satisfied = table.only("name", "before", "category", "drift", "better", "better_interval", "better_adjusted_p")
    missed = table.only("name", "worse", "worse_interval", "worse_adjusted_p")
    return [
        Heading(step_title(step, words), level=2),
        Paragraph(drift_sentence(step, words)),
        *_drift_drawing(step, words),
        grid(satisfied, words),
        *footnotes(satisfied, words),
        grid(missed, words),
        *footnotes(missed, words),
    ]


def _drift_drawing(step: Step, words: Language) -> list[Block]:
    """Return the map with an arrow from where each feature was to where it is; nothing where none is in both waves."""
    shown = drifting(step)
    if not shown:
        return []
    return [
        Note(
            words.gettext(
                "Each arrow leads from where a feature was; its grey tail has the shape of the earlier category."
            )
        ),
        Drawing(
            partial(wave_drift, step=step, language=words),
            height=MAP_HEIGHT,
            inset=MAP_INSET,
            alt=words.gettext("Better and Worse of every feature in both waves; the figures stand in the table."),
        ),
        legend(words),
        *number_key([(number, after) for number, _, after in shown], words),
    ]


def flipped_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return reverse features read the other way round; nothing where no feature is reverse."""
    if not analysis.flipped:
        return []
    table = flipped_table(analysis).without_empty("tied").without("n_coefficients")
    return [
        Heading(words.gettext(table.title)),
        Note(
            words.gettext(
                "Reverse features with the halves of their question swapped, as if their absence had been the feature. "
                "These figures stand beside the results and replace none of them."
            )
        ),
        grid(table, words),
        *footnotes(table, words),
    ]
