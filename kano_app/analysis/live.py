"""What is already clear while people are still being asked: which categories so few more answers could change."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.analysis.verdict import winners
from kano_app.domain.category import CATEGORIES
from kano_app.domain.settings import AnalysisSettings, ReverseAndQuestionable

_MOST = 50
"""More answers than this are not looked ahead to."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What more answers could do to the categories of features."""

    more: int
    """How many more answers of each feature are looked ahead to."""
    could_change: tuple[bool, ...]
    """Per feature, whether so many answers could give it another category than it has now, or give it its first."""
    needed: tuple[int | None, ...]
    """Per feature, how many answers at least another category needs; ``None`` where it is more than fifty."""


def outlook(counts: NDArray[np.integer], settings: AnalysisSettings, more: int = 2) -> Outlook:
    """Return which features' categories could still change.

    For each feature all further answers are put into one other category, one after the other, until the rule names
    it: no other way of answering gets there with fewer. A feature nobody has answered changes with the first answer.

    Args:
        counts: how often each category was given, shape (features, 6), in the order of ``CATEGORIES``.
        settings: the rule, its points and the treatment of R and Q.
        more: how many answers to look ahead to.

    """
    now = winners(counts, counts.sum(axis=-1), settings)
    needed: list[int | None] = []
    for row, category in zip(counts, now.tolist(), strict=True):
        needed.append(_needed(row, category, settings))
    could = tuple(one is not None and one <= more for one in needed)
    return Outlook(more, could, tuple(needed))


def _needed(row: NDArray[np.integer], category: int, settings: AnalysisSettings) -> int | None:
    competing = 4 if settings.reverse_and_questionable is ReverseAndQuestionable.BESIDE else len(CATEGORIES)
    steps = np.arange(1, _MOST + 1)
    fewest: int | None = None
    for other in range(competing):
        if other == category:
            continue
        ahead = np.repeat(row[None, :].astype(np.int64), _MOST, axis=0)
        ahead[:, other] += steps
        changed = np.flatnonzero(winners(ahead, ahead.sum(axis=-1), settings) != category)
        if changed.size and (fewest is None or steps[changed[0]] < fewest):
            fewest = int(steps[changed[0]])
    return fewest
