"""Robustness: between which ranks each feature falls, and how often into Now, over resamples (METHODS §8)."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.figure import Blank
from kano_app.analysis.resampling import resampled_counts
from kano_app.analysis.stability import FEWEST
from kano_app.analysis.verdict import winners
from kano_app.domain.category import CATEGORIES
from kano_app.domain.plan import RELEASES, Horizon, Plan
from kano_app.domain.settings import PlanSettings
from kano_app.roadmap.arrangement import arrange
from kano_app.roadmap.batch import planned_at_once
from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.roadmap.roadmap import Roadmap
from kano_app.roadmap.score import weighed

_WORTH_SAYING = 0.005
"""Share of resamples from which on a feature that is not planned is said to fall into Now."""


def with_robustness(roadmap: Roadmap, analysis: Analysis, work: Plan, settings: PlanSettings) -> Roadmap:
    """Return the roadmap with each item's interval of ranks and its share of resamples in Now.

    People are resampled with all their answers, so that features keep hanging together; from counts alone each feature
    is drawn by itself. Every resample is classified and planned by the same rules as the survey.
    """
    resampled = resampled_counts(analysis.survey, analysis.settings)
    if isinstance(resampled, Blank):
        return roadmap
    ranks, in_now = _planned(resampled.counts, analysis, work, settings)
    tail = (1 - analysis.settings.confidence) / 2
    low = np.quantile(ranks, tail, axis=0, method="inverted_cdf").astype(int)
    high = np.quantile(ranks, 1 - tail, axis=0, method="inverted_cdf").astype(int)
    place = {result.feature.id: position for position, result in enumerate(analysis.features)}
    items = []
    for item in roadmap.items:
        at = place[item.result.feature.id]
        share = float(in_now[:, at].mean())
        why = item.reasons
        if not isinstance(item.result.n, Blank) and item.result.n < FEWEST:
            # Resampling a handful of people would call certain what three of them happened to say.
            items.append(replace(item, rank_interval=Blank.TOO_FEW, in_now=Blank.TOO_FEW))
            continue
        if item.is_by_hand:
            # A hand put it there in every resample, too: 100 % would read as certainty.
            items.append(replace(item, rank_interval=(int(low[at]), int(high[at])), in_now=Blank.BY_HAND))
            continue
        if item.horizon in RELEASES or share >= _WORTH_SAYING:
            why = (*why, Reason(ReasonKind.IN_NOW, {"share": share}))
        items.append(replace(item, rank_interval=(int(low[at]), int(high[at])), in_now=share, reasons=why))
    return replace(roadmap, items=tuple(items), independent=resampled.independent)


def _planned(
    counts: NDArray[np.int64], analysis: Analysis, work: Plan, settings: PlanSettings
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return ranks and whether in Now of every resample and feature, both of shape (resamples, features)."""
    found = winners(counts, counts.sum(axis=2), analysis.settings)
    features = [result.feature for result in analysis.features]
    if not any(item.depends_on for item in work.items):
        return planned_at_once(counts, found, [feature.id for feature in features], work, settings)
    efforts = [work.item(feature.id).effort for feature in features]
    ranks = np.zeros(found.shape, dtype=np.int64)
    in_now = np.zeros(found.shape, dtype=np.bool_)
    for draw, (rows, categories) in enumerate(zip(counts.tolist(), found.tolist(), strict=True)):
        scores = {
            feature.id: weighed(feature.name, CATEGORIES[category] if category >= 0 else None, row, effort)
            for feature, row, category, effort in zip(features, rows, categories, efforts, strict=True)
        }
        arranged = arrange(scores, work, settings)
        rank = {feature: place for place, feature in enumerate(arranged.order, start=1)}
        ranks[draw] = [rank[feature.id] for feature in features]
        in_now[draw] = [arranged.filling.places[feature.id] is Horizon.NOW for feature in features]
    return ranks, in_now
