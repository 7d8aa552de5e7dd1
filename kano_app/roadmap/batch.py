"""Many plans at once, where no feature depends on another: the same rules as ``arrange``, whole arrays at a time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.plan import RELEASES, Horizon, Plan
from kano_app.domain.settings import PlanSettings
from kano_app.roadmap.releases import fits
from kano_app.roadmap.score import WEIGHED_BANDS

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_M, _P, _A, _I, _R = (CATEGORIES.index(one) for one in list(Category)[:5])
_NOW, _NEXT, _LATER = range(len(RELEASES))


def planned_at_once(
    counts: Ints, categories: Ints, features: list[str], work: Plan, settings: PlanSettings
) -> tuple[Ints, Mask]:
    """Return the rank of every feature and whether it stands in Now, both of shape (plans, features).

    Args:
        counts: the six counts, shape (plans, features, 6).
        categories: places in ``CATEGORIES``, −1 for none, shape (plans, features).
        features: their ids.
        work: efforts and places set by hand; its dependencies are not looked at.
        settings: capacity and delights.

    """
    efforts = np.array([work.item(one).effort or np.nan for one in features])
    bands = np.where(categories < 0, len(CATEGORIES), categories)
    order = _order(bands, _values(counts, bands), efforts)
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, len(features) + 1)[None], axis=1)
    delights = counts[..., _A] + counts[..., _P] > counts[..., _R]
    filling = _Filling(
        np.take_along_axis(bands, order, 1), efforts[order], np.take_along_axis(delights, order, 1), settings
    )
    by_hand = {one.feature: one.horizon for one in work.overrides}
    for place, feature in enumerate(features):
        if feature in by_hand:
            filling.by_hand(order == place, by_hand[feature])
    in_now = np.empty(order.shape, dtype=np.bool_)
    np.put_along_axis(in_now, order, filling.filled() == _NOW, axis=1)
    return ranks, in_now


def _values(counts: Ints, bands: Ints) -> Floats:
    """Return what each feature is worth in its band, as ``score.weighed`` does."""
    m, p, a, i = (counts[..., place].astype(np.float64) for place in (_M, _P, _A, _I))
    base, total = np.maximum(m + p + a + i, 1), np.maximum(counts.sum(axis=2), 1)
    own = np.take_along_axis(counts, np.minimum(bands, len(CATEGORIES) - 1)[..., None], 2)[..., 0]
    values: Floats = np.select(
        [bands == _M, bands == _P, bands == _A, bands < len(CATEGORIES)],
        [(p + m) / base, (a + 2 * p + m) / base, (a + p) / base, own / total],
        0.0,
    )
    return values


def _order(bands: Ints, values: Floats, efforts: Floats) -> Ints:
    """Return the features of every plan in order of priority, as ``score.ranked`` does."""
    keys = values.copy()
    for band in range(WEIGHED_BANDS):
        inside = bands == band
        all_known = ~(inside & np.isnan(efforts)).any(axis=1, keepdims=True)
        keys = np.where(inside & all_known, values / efforts, keys)
    return np.lexsort((-np.round(keys, 12), bands), axis=1)


@dataclass
class _Filling:
    """The releases of all plans while they are being filled; arrays of shape (plans, features) in order of priority."""

    bands: Ints
    efforts: Floats
    delights: Mask
    settings: PlanSettings

    def __post_init__(self) -> None:
        """Start with nothing placed."""
        self.places = np.full(self.bands.shape, -1)
        self.used = np.zeros((len(self.bands), len(RELEASES)))

    def by_hand(self, where: Mask, horizon: Horizon) -> None:
        """Place one feature of every plan; outside the releases it only takes no room."""
        release = RELEASES.index(horizon) if horizon in RELEASES else len(RELEASES)
        self.places[where] = release
        if horizon in RELEASES:
            self.used[:, release] += np.nan_to_num(self.efforts[where])

    def filled(self) -> Ints:
        """Place must-be features, then the delights, then everything else that is planned."""
        columns = range(self.bands.shape[1])
        for column in columns:
            self._place(column, self.bands[:, column] == _M)
        taken = np.zeros(len(self.bands), dtype=np.int64)
        for column in columns:
            taken += self._delight(column, taken)
        for column in columns:
            self._place(column, self.bands[:, column] < WEIGHED_BANDS)
        return self.places

    def _delight(self, column: int, taken: Ints) -> Mask:
        effort = np.nan_to_num(self.efforts[:, column])
        goes: Mask = (self.places[:, column] < 0) & (self.bands[:, column] == _A) & self.delights[:, column]
        goes &= (taken < self.settings.delights_in_now) & self._fits(effort, _NOW)
        self._put(column, goes, _NOW)
        return goes

    def _place(self, column: int, wanted: Mask) -> None:
        wanted = wanted & (self.places[:, column] < 0)
        # The order of the bands is that of the releases: without room to count, must-be Now, performance Next …
        as_wished = wanted if self.settings.capacity is None else wanted & np.isnan(self.efforts[:, column])
        for release in (_NOW, _NEXT, _LATER):
            self._put(column, as_wished & (self.bands[:, column] == release), release)
        left = wanted & ~as_wished
        for release in (_NOW, _NEXT, _LATER):
            goes = left & self._fits(self.efforts[:, column], release)
            self._put(column, goes, release)
            left &= ~goes

    def _fits(self, effort: Floats, release: int) -> Mask:
        if self.settings.capacity is None or release == _LATER:
            return np.ones(effort.shape, dtype=np.bool_)
        enough: Mask = fits(effort, self.settings.capacity[release] - self.used[:, release])
        return enough

    def _put(self, column: int, goes: Mask, release: int) -> None:
        self.places[goes, column] = release
        self.used[goes, release] += np.nan_to_num(self.efforts[goes, column])
