"""The frames of the maps, equal where they look the same: they are drawn once for many drawings of what is in them."""

from dataclasses import dataclass
from typing import Any

from kano_app.i18n import Language


@dataclass(frozen=True)
class MapFrame:
    """The frame of the satisfaction map, with its lines at ``middle``, on Worse and on Better."""

    words: Language
    middle: tuple[float, float]

    def __call__(self, axes: Any, style: Any) -> None:  # noqa: ANN401 - matplotlib is untyped
        """Draw it."""
        from kano_app.charts.map_frame import satisfaction_frame  # noqa: PLC0415 - heavy

        satisfaction_frame(axes, self.words, style, *self.middle)


@dataclass(frozen=True)
class PlaneFrame:
    """The frame of the plane of means."""

    words: Language

    def __call__(self, axes: Any, style: Any) -> None:  # noqa: ANN401
        """Draw it."""
        from kano_app.charts.continuous_map import plane_frame  # noqa: PLC0415 - heavy

        plane_frame(axes, self.words, style)
