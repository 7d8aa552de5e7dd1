"""Text that is shortened to a width it knows only when it is drawn."""

from collections.abc import Callable
from typing import Any

from matplotlib.text import Text

from kano_app.wording.literal import shortened

Measure = Callable[[str], float]


def fitted(text: str, width: float, measure: Measure) -> str:
    """Return text with its middle cut out so that it takes at most ``width``, as ``measure`` sees it."""
    if measure(text) <= width:
        return text
    low, high = 1, len(text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(shortened(text, middle)) <= width:
            low = middle
        else:
            high = middle - 1
    return shortened(text, low)


def measuring(renderer: Any, font: Any) -> Measure:  # noqa: ANN401 - a renderer has no type of its own
    """Return what measures the width of a text in a font."""
    return lambda text: float(renderer.get_text_width_height_descent(text, font, ismath=False)[0])


class FittedText(Text):
    """A text that is shortened to a width in points when it is drawn."""

    def __init__(self, *args: Any, width: float, **kwargs: Any) -> None:  # noqa: ANN401 - handed on to matplotlib
        """Take what ``Text`` takes, and the width."""
        super().__init__(*args, parse_math=False, **kwargs)
        self._whole = self.get_text()
        self._width_in_points = width

    def draw(self, renderer: Any) -> None:  # noqa: ANN401 - matplotlib's signature
        """Shorten, then draw."""
        measure = measuring(renderer, self.get_fontproperties())
        self.set_text(fitted(self._whole, renderer.points_to_pixels(self._width_in_points), measure))
        super().draw(renderer)
