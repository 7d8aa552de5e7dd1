"""How many names the one page has room for beside its map, and whether numbers stand for them there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from wcwidth import wcswidth

from kano_app.charts.satisfaction_map import drawable
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.settings import Paper
from kano_app.roadmap import Roadmap, RoadmapItem

OTHERS = (Horizon.DO_NOT_BUILD, Horizon.ASK_AGAIN, Horizon.NOT_PLANNED)
"""Where features stand that are not planned."""
_MOST_NAMED = 24
"""Features whose names have room on the small map; numbers stand for more."""
_ROWS = (4, 12)
"""Features of a release that a list names, at least and at most."""
_FEW = (2, 4)
"""Features that are named of those that are not planned, where there is little room and else."""
_LINE = 100
"""Width, in letters, of a line of the sentences above the lists."""
_LINES = 7
"""Lines of these sentences beside which everything has room; each more takes the room of a name."""
_LETTER = 3
"""Names that a sheet of letter size has less room for."""


@dataclass(frozen=True, slots=True)
class Room:
    """What there is room for."""

    rows: int
    few: int
    is_numbered: bool

    @classmethod
    def beside(cls, told: str, roadmap: Roadmap, paper: Paper) -> Self:
        """Return the room that sentences leave on a sheet."""
        numbered = len(drawable([(item.rank, item.result) for item in roadmap.items])) > _MOST_NAMED
        crowded = max(wcswidth(told) // _LINE + 1 - _LINES, 0) + _LETTER * (paper is Paper.LETTER)
        least, most = _ROWS
        return cls(max(least, most - crowded), _FEW[crowded < _LETTER], numbered)

    def shown(self, items: Sequence[RoadmapItem]) -> Sequence[RoadmapItem]:
        """Return the features of a release that a list names."""
        return items if len(items) <= self.rows else items[: self.rows - 1]

    def some(self, items: Sequence[RoadmapItem]) -> Sequence[RoadmapItem]:
        """Return those of the features that are not planned which are named."""
        return items if len(items) <= self.few + 1 else items[: self.few]

    def named(self, roadmap: Roadmap) -> frozenset[int] | None:
        """Return the numbers of the features that the page names; ``None`` where the map itself names all."""
        if not self.is_numbered:
            return None
        planned = (self.shown(roadmap.at(one)) for one in RELEASES)
        others = (self.some(roadmap.at(one)) for one in OTHERS)
        return frozenset(item.rank for items in (*planned, *others) for item in items)
