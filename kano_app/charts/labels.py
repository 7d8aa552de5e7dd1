"""Names beside the marks of a map, that keep clear of each other; numbers where the names do not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.text import Text

from kano_app.charts import label_drawing
from kano_app.charts.boxes import Floats, boxes_at, overlap
from kano_app.charts.fitted_text import fitted
from kano_app.charts.label_drawing import Label, Placed
from kano_app.charts.label_placement import Placement, place_labels
from kano_app.charts.label_room import LabelRoom
from kano_app.charts.map_frame import MOST_NAMES
from kano_app.charts.style import Style

_WIDEST = (0.34, 0.24)
"""Shares of the map's width that names may take; the second where there is no room at the first and no numbers."""
_WIDEST_ALONE = 0.6
"""Share that one name among numbers may take."""
_FARTHEST = 0.3
"""Share of the map's width from which on a name is too far from its mark, if numbers may stand for it."""
_FULL = 0.3
"""Share of the map's area that names may take, if numbers may stand for them."""
_KEPT = 24
_GROUND = 2.8
"""Above lines and crosses, below marks."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Where labels found their places: good for the next drawing of the same names in the same room, for a moment."""

    names: tuple[str, ...]
    numbered: bool
    room: tuple[float, float, float, float]
    labels: Mapping[int, tuple[str, float, float, bool]]
    """Place among the names → what is written, how far from its mark in pixels, and whether it is strong."""


class MapLabels(Artist):
    """Names beside the marks of a map, placed anew for whatever size and part of it is drawn."""

    def __init__(
        self,
        axes: Axes,
        points: Sequence[tuple[float, float]],
        names: Sequence[str],
        style: Style,
        avoid: Sequence[Text] = (),
        lines: Sequence[Any] = (),
        numbers: Sequence[str] = (),
        *,
        is_numbered: bool = False,
    ) -> None:
        """Keep the marks in data coordinates and their names; names wider than a third of the map are shortened.

        Labels keep clear of the texts to ``avoid``, too, and off the lines, in data coordinates, where there is room.
        ``numbers`` stand for the names of more than ``MOST_NAMES`` marks, and after ``may_number`` wherever the names
        do not fit; ``is_numbered`` is that they always do. A mark whose number is empty then has no label.
        """
        super().__init__()
        self._axes = axes
        self.set_figure(axes.figure)
        self.set_zorder(5)
        self._points, self._names, self._style = list(points), list(names), style
        self._avoid, self._lines, self._numbers = list(avoid), list(lines), list(numbers)
        self._numbering, self._strong, self._selected = False, False, -1
        self._around = 0.0
        self._always = is_numbered
        self.is_numbered = False
        """Whether numbers stood for names when it was last laid out."""
        self.settled: Settled | None = None
        """The places that were found when it was last laid out."""
        self._hurried: Settled | None = None
        self._drawn: tuple[LabelRoom, list[Label]] | None = None
        axes.add_artist(_Ground(self))

    def hurry(self, settled: Settled | None) -> None:
        """Take over the places of an earlier drawing instead of looking for new ones, where they are of the same map.

        Labels then follow their marks at once and may cover each other until they are laid out without hurry.
        """
        self._hurried = settled

    @property
    def points(self) -> list[tuple[float, float]]:
        """The marks in data coordinates."""
        return self._points

    def may_number(self) -> None:
        """Let numbers stand for the names where the names do not fit; whoever shows the map shows their key."""
        self._numbering = bool(self._numbers)

    def select(self, place: int, around: float) -> None:
        """Write one name strong, by its place among the names or −1 for none, and keep points free around marks."""
        self._strong, self._selected, self._around = True, place, around

    def fit(self, renderer: Any) -> bool:  # noqa: ANN401 - any renderer
        """Return whether the names stand so that none can be taken for another mark's; numbers would stand for them."""
        self.may_number()
        self.layout(renderer)
        return not self.is_numbered

    def key(self) -> list[tuple[str, str]]:
        """Return numbers and names, if numbers stand for names."""
        return list(zip(self._numbers, self._names, strict=True)) if self.is_numbered else []

    def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
        """Draw the names where they were placed when their ground was drawn."""
        if self._points:
            room, labels = self._drawn or self._laid_out(renderer)
            self._drawn = None
            label_drawing.draw(renderer, labels, room, self._style)

    def draw_ground(self, renderer: Any) -> None:  # noqa: ANN401 - any renderer
        """Place the names and draw what lies under them; the names themselves come after the marks."""
        if self._points:
            room, labels = self._drawn = self._laid_out(renderer)
            label_drawing.draw_ground(renderer, labels, room, self._style)

    def _laid_out(self, renderer: Any) -> tuple[LabelRoom, list[Label]]:  # noqa: ANN401
        room = self._room(renderer)
        return room, self._arranged(room)

    def layout(self, renderer: Any) -> list[Placed]:  # noqa: ANN401 - any renderer
        """Return the text and, where it stands far off, the line of every label."""
        if not self._points:
            return []
        room = self._room(renderer)
        figure = self._axes.figure
        return [label_drawing.artist(label, room, self._style, figure) for label in self._arranged(room)]

    def _room(self, renderer: Any) -> LabelRoom:  # noqa: ANN401
        return LabelRoom(renderer, self._axes, self._points, self._avoid, self._lines)

    def _arranged(self, room: LabelRoom) -> list[Label]:
        self.is_numbered = False
        if self._may_hurry(room):
            return self._followed(room)
        if self._numbers and (self._always or len(room.seen) > MOST_NAMES):
            return self._with_numbers(room)
        font = self._style.font(strong=self._strong)
        for widest in _WIDEST[:1] if self._numbering else _WIDEST:
            texts = [fitted(self._names[place], widest * room.width, room.measuring(font)) for place in room.seen]
            sizes = room.sizes(texts, font)
            if self._numbering and sizes.prod(axis=1).sum() > _FULL * room.area:
                continue
            found = self._place(room, room.anchors, sizes)
            if found.clear.all() and not (self._numbering and _is_far(found, room)):
                break
        else:
            if self._numbering:
                return self._with_numbers(room)
        every = range(len(room.seen))
        return self._settle(room, [(one, texts[one], found.centres[one]) for one in every])

    def _may_hurry(self, room: LabelRoom) -> bool:
        known = self._hurried
        return known is not None and known.names == tuple(self._names) and known.room == room.bounds

    def _followed(self, room: LabelRoom) -> list[Label]:
        """Return the labels as far from their marks as they were."""
        known = self._hurried
        assert known is not None  # noqa: S101 - the caller looked
        self.is_numbered, self.settled = known.numbered, known
        found = []
        for at, (x, y) in zip(room.seen, room.anchors.tolist(), strict=True):
            if at in known.labels:
                text, right, up, strong = known.labels[at]
                found.append(Label(text, (x, y), (x + right, y + up), strong))
        return found

    def _settle(self, room: LabelRoom, found: Sequence[tuple[int, str, Any]]) -> list[Label]:
        """Return labels at the places that were found, and remember these: place among the seen, text and centre."""
        kept: dict[int, tuple[str, float, float, bool]] = {}
        labels = []
        for one, text, centre in found:
            at, (x, y), (right, up) = room.seen[one], room.anchors[one].tolist(), centre.tolist()
            strong = at == self._selected
            kept[at] = (text, right - x, up - y, strong)
            labels.append(Label(text, (x, y), (right, up), strong))
        self.settled = Settled(tuple(self._names), self.is_numbered, room.bounds, kept)
        return labels

    def _radius(self, room: LabelRoom) -> float:
        return (self._style.mark_size + self._around) * room.point

    def _place(self, room: LabelRoom, anchors: Floats, sizes: Floats, more: Sequence[Any] = ()) -> Placement:
        taken = np.array([*room.taken, *more], dtype=np.float64).reshape(-1, 4)
        crossed = np.array(room.crossed, dtype=np.float64).reshape(-1, 4)
        given = (one.tobytes() for one in (anchors, sizes, taken, crossed))
        return _remembered(*given, self._radius(room), room.bounds)

    def _with_numbers(self, room: LabelRoom) -> list[Label]:
        """Return the numbers that fit, and the name of the selected mark if that fits among them."""
        self.is_numbered = True
        texts, font = [self._numbers[place] for place in room.seen], self._style.font(strong=True)
        sizes = room.sizes(texts, font)
        sizes[[not text for text in texts]] = 0.0
        found = self._place(room, room.anchors, sizes)
        boxes = boxes_at(found.centres, sizes)
        kept = [one for one in _apart(boxes, found) if texts[one]]
        named = list[tuple[int, str, Any]]()
        if self._selected in room.seen:
            at = room.seen.index(self._selected)
            others = [one for one in kept if one != at]
            marks = boxes_at(room.anchors, np.full((1, 2), 2 * self._radius(room)))
            name = fitted(self._names[self._selected], _WIDEST_ALONE * room.width, room.measuring(font))
            size = room.sizes([name], font)
            alone = self._place(room, room.anchors[at : at + 1], size, [*marks, *boxes[others]])
            if alone.clear.all():
                kept = others
                named = [(at, name, alone.centres[0])]
        return self._settle(room, [*named, *((one, texts[one], found.centres[one]) for one in kept)])


class _Ground(Artist):
    """What lies under the labels, and under the marks."""

    def __init__(self, labels: MapLabels) -> None:
        super().__init__()
        self._labels = labels
        self.set_zorder(_GROUND)

    def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
        self._labels.draw_ground(renderer)


@lru_cache(maxsize=_KEPT)
def _remembered(
    anchors: bytes, sizes: bytes, taken: bytes, crossed: bytes, radius: float, bounds: tuple[float, float, float, float]
) -> Placement:
    """Place labels; a map is often drawn again with nothing moved."""
    two, four = (-1, 2), (-1, 4)
    pairs = [np.frombuffer(one).reshape(two) for one in (anchors, sizes)]
    obstacles, lines = (np.frombuffer(one).reshape(four) for one in (taken, crossed))
    return place_labels(pairs[0], pairs[1], radius, bounds, obstacles, lines)


def _is_far(found: Placement, room: LabelRoom) -> bool:
    """Return whether names stand so that one has to search whose they are."""
    return bool(found.crossed or found.astray or found.struck) or found.farthest > _FARTHEST * room.width


def _apart(boxes: Floats, found: Placement) -> list[int]:
    """Return the labels that are left once those are put away that cover something."""
    kept: list[int] = []
    hits = overlap(boxes, boxes) > 0
    np.fill_diagonal(hits, val=False)
    for one in np.argsort(hits.sum(axis=1), kind="stable"):
        if found.free[one] and not hits[one, kept].any():
            kept.append(int(one))
    return kept
