"""How charts look apart from the categories: inks, lines and sizes, one value for paper and one for each theme."""

from dataclasses import dataclass
from functools import lru_cache

from matplotlib.font_manager import FontProperties


@dataclass(frozen=True, slots=True)
class Style:
    """Inks as colour names, sizes in points."""

    ink: str
    muted: str
    line: str
    grid: str
    ground: str
    text_size: float
    small_size: float
    mark_size: float
    """Half the width of a mark."""
    families: tuple[str, ...] = ()
    """Font families in order of preference; none where the renderer chooses the face."""

    def font(self, *, small: bool = False, strong: bool = False) -> FontProperties:
        """Return the properties of a text."""
        size, weight = self.small_size if small else self.text_size, 600 if strong else 400
        return _font(self.families, size, weight)


@lru_cache
def _font(families: tuple[str, ...], size: float, weight: int) -> FontProperties:
    """Return properties that are looked up once; matplotlib copies what it changes."""
    return FontProperties(family=list(families) or None, size=size, weight=weight)


PRINT = Style(
    ink="#1B2430",
    muted="#5B6573",
    line="#AEB6C2",
    grid="#E1E5EB",
    ground="#FFFFFF",
    text_size=8.0,
    small_size=7.0,
    mark_size=3.9,
)
"""For paper."""
