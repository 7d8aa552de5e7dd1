"""What the screen draws over a map: a ring around the selected feature, its name strong, and names of what is seen."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

Point = tuple[float, float]
Line = tuple[Point, Point]


def draw_overlay(
    axes: Any,  # noqa: ANN401 - matplotlib is untyped
    style: Any,  # noqa: ANN401
    named: Mapping[str, tuple[Point, str]],
    chosen: str,
    ring: str,
    more: Sequence[Line] = (),
) -> None:
    """Draw over a map.

    Args:
        axes: of a map that has been drawn.
        style: its look.
        named: key → (place in data, what stands beside it), in the order of the map.
        chosen: the key of the selected feature.
        ring: the colour of its ring.
        more: lines beside the crosses that names had better not cover.

    """
    from kano_app.charts.labels import MapLabels  # noqa: PLC0415 - matplotlib is loaded by now

    for artist in [one for one in axes.artists if isinstance(one, MapLabels)]:
        artist.remove()
    axes.add_artist(_labels(axes, style, named, chosen, more))
    if chosen in named:
        x, y = named[chosen][0]
        axes.plot(
            [x],
            [y],
            marker="o",
            markersize=2 * style.mark_size + 9,
            markerfacecolor="none",
            markeredgecolor=ring,
            markeredgewidth=1.6,
            linestyle="none",
            clip_on=False,
            zorder=4.5,
        )


def _labels(
    axes: Any,  # noqa: ANN401
    style: Any,  # noqa: ANN401
    named: Mapping[str, tuple[Point, str]],
    chosen: str,
    more: Sequence[Line],
) -> Any:  # noqa: ANN401 - an Artist, which is loaded here
    from matplotlib.artist import Artist  # noqa: PLC0415
    from matplotlib.collections import LineCollection  # noqa: PLC0415

    from kano_app.charts.labels import MapLabels  # noqa: PLC0415

    lines = [segment for one in axes.collections if isinstance(one, LineCollection) for segment in one.get_segments()]
    lines += [np.array(one) for one in more]
    avoid = [text for text in axes.texts if text.get_visible()]

    class Labels(Artist):
        """Names of the marks inside the frame, placed anew at every size and zoom."""

        def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
            box = axes.get_window_extent(renderer)
            places = axes.transData.transform([point for point, _ in named.values()]) if named else []
            seen = [key for key, (x, y) in zip(named, places, strict=True) if box.contains(x, y)]
            points, names = [named[key][0] for key in seen], [named[key][1] for key in seen]
            shown = [text for text in avoid if text.get_visible()]
            found = MapLabels(axes, points, names, style, avoid=shown, lines=lines).layout(renderer)
            for key, (text, leader) in zip(seen, found, strict=True):
                if leader is not None:
                    leader.draw(renderer)
                if key == chosen:
                    text.set_fontproperties(style.font(strong=True))
                text.draw(renderer)

    labels = Labels()
    labels.set_figure(axes.figure)
    labels.set_zorder(5)
    return labels
