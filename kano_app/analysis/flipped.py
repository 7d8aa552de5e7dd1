"""The flipped statement: a reverse feature as if its absence had been the feature (METHODS §3)."""

from collections.abc import Sequence

import numpy as np

from kano_app.analysis.features import FeatureResult, counted_results
from kano_app.domain.category import Category
from kano_app.domain.evidence import PairTally
from kano_app.domain.settings import AnalysisSettings
from kano_app.domain.survey import Survey


def flipped(
    survey: Survey, tally: PairTally, results: Sequence[FeatureResult], settings: AnalysisSettings
) -> tuple[FeatureResult, ...]:
    """Return the figures of every reverse feature with its halves swapped, in the order of the survey.

    How people feel without the feature becomes how they feel with its opposite, (f, d) → (d, f). It stands beside the
    results, labelled, and takes the place of none. Check: everybody answers (5, 1), R by Berger; flipped (1, 5), P.
    """
    places = [place for place, result in enumerate(results) if result.category is Category.REVERSE]
    if not places:
        return ()
    swapped = PairTally(
        np.ascontiguousarray(tally.counts[places].transpose(0, 2, 1)), np.ascontiguousarray(tally.incomplete[places])
    )
    features = tuple(survey.features[place] for place in places)
    return counted_results(Survey(features, swapped), swapped, settings)
