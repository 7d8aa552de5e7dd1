import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_app.charts.label_placement import place_labels

_BOUNDS = (0.0, 0.0, 450.0, 450.0)
_RADIUS = 4.0


def _overlaps(centres: np.ndarray, sizes: np.ndarray, anchors: np.ndarray) -> int:
    """Count labels that cover another label or any mark."""
    low, high = centres - sizes / 2, centres + sizes / 2
    count = 0
    for one in range(len(centres)):
        for other in range(one + 1, len(centres)):
            count += bool((np.minimum(high[one], high[other]) - np.maximum(low[one], low[other]) > 1e-9).all())
        for anchor in anchors:
            touching = np.minimum(high[one], anchor + _RADIUS) - np.maximum(low[one], anchor - _RADIUS)
            count += bool((touching > 1e-9).all())
    return count


@given(st.integers(0, 10_000), st.integers(1, 40), st.floats(0.05, 0.5))
@settings(max_examples=25, deadline=None)
def test_forty_labels_never_cover_each_other_even_in_a_crowd(seed: int, count: int, spread: float) -> None:
    random = np.random.default_rng(seed)
    anchors = np.clip(random.normal(225, 450 * spread, (count, 2)), 5, 445)
    sizes = np.stack([random.uniform(30, 110, count), np.full(count, 10.0)], axis=1)
    centres = place_labels(anchors, sizes, _RADIUS, _BOUNDS).centres
    # Where marks crowd into one place a label cannot stand clear of every one of them; it never lies on a label.
    assert _overlaps(centres, sizes, np.empty((0, 2))) == 0


def test_labels_of_marks_that_stand_apart_cover_no_mark() -> None:
    anchors = np.array([[x, y] for x in range(40, 450, 74) for y in range(40, 450, 74)], dtype=float)
    sizes = np.full((len(anchors), 2), (90.0, 10.0))
    assert _overlaps(place_labels(anchors, sizes, _RADIUS, _BOUNDS).centres, sizes, anchors) == 0


@given(st.integers(0, 10_000), st.integers(1, 40))
@settings(max_examples=25, deadline=None)
def test_labels_stay_inside_the_frame(seed: int, count: int) -> None:
    random = np.random.default_rng(seed)
    anchors = random.uniform(0, 450, (count, 2))
    sizes = np.stack([random.uniform(30, 150, count), np.full(count, 10.0)], axis=1)
    centres = place_labels(anchors, sizes, _RADIUS, _BOUNDS).centres
    assert (centres - sizes / 2 >= -1e-9).all()
    assert (centres + sizes / 2 <= 450 + 1e-9).all()


def test_a_label_alone_stands_close_to_the_right_of_its_mark() -> None:
    centre = place_labels(np.array([[200.0, 200.0]]), np.array([[60.0, 10.0]]), _RADIUS, _BOUNDS).centres[0]
    assert centre[1] == 200
    assert 0 < centre[0] - 30 - (200 + _RADIUS) < 6


def test_a_name_stands_nearer_to_its_own_mark_than_to_any_other() -> None:
    anchors = np.array([[200.0, 200.0], [206.0, 190.0], [196.0, 209.0]])
    found = place_labels(anchors, np.array([[90.0, 10.0], [60.0, 10.0], [120.0, 10.0]]), _RADIUS, _BOUNDS)
    half = np.array([[45.0, 5.0], [30.0, 5.0], [60.0, 5.0]])
    away = np.maximum(np.abs(found.centres[:, None] - anchors[None]) - half[:, None], 0)
    ways = np.hypot(away[..., 0], away[..., 1])
    assert (ways.argmin(axis=1) == range(3)).all()
    assert (found.astray, found.struck, found.crossed) == (0, 0, 0)


def test_it_is_said_where_names_cannot_be_told_apart() -> None:
    anchors = np.array([[200 + 9.0 * x, 200 + 9.0 * y] for x in range(5) for y in range(5)])
    found = place_labels(anchors, np.full((25, 2), (90.0, 10.0)), _RADIUS, _BOUNDS)
    assert found.astray > 0
    assert found.struck > 0


def test_no_marks_give_no_places() -> None:
    assert place_labels(np.empty((0, 2)), np.empty((0, 2)), _RADIUS, _BOUNDS).centres.shape == (0, 2)
