"""What stands still on a chart, kept as a picture over which the rest is drawn again: most of a map is its frame."""

from collections.abc import Hashable
from typing import Any


class Still:
    """The picture of a chart's frame, of one size; made by the canvas, which leaves out what moves."""

    def __init__(self, canvas: Any, axes: Any, kind: Hashable) -> None:  # noqa: ANN401 - matplotlib is untyped
        """Take axes that have their frame and nothing else yet; ``kind`` tells frames apart."""
        self._canvas, self.axes = canvas, axes
        self._kind = (kind, *_room(canvas))
        self._frame = list(axes.get_children())
        self._picture: Any = None

    def fits(self, kind: Hashable) -> bool:
        """Whether a frame of this kind would look the same on the canvas as it is now."""
        return self._kind == (kind, *_room(self._canvas))

    def clear(self) -> None:
        """Take away all but the frame."""
        for one in self._moving():
            one.remove()

    def set_apart(self) -> None:
        """Have the canvas draw the frame alone."""
        for one in self._moving():
            one.set_animated(True)

    def keep(self) -> None:
        """Keep the frame that the canvas has drawn, and draw the rest over it."""
        self._picture = self._canvas.copy_from_bbox(self._canvas.figure.bbox)
        self._draw()

    def again(self) -> bool:
        """Draw the rest over the frame that was kept; return whether there is one, else the canvas is about to."""
        if self._picture is None:
            return False
        self._canvas.restore_region(self._picture)
        self._draw()
        self._canvas.blit(self._canvas.figure.bbox)
        return True

    def _moving(self) -> list[Any]:
        return [one for one in self.axes.get_children() if one not in self._frame]

    def _draw(self) -> None:
        for one in sorted(self._moving(), key=lambda artist: artist.get_zorder()):
            self.axes.draw_artist(one)


def _room(canvas: Any) -> tuple[int, int, float]:  # noqa: ANN401
    return canvas.width(), canvas.height(), canvas.device_pixel_ratio
