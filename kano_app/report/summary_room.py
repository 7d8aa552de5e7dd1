"""What the one page has room for beside its map: cards or lists, how many names, and whether numbers stand for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Self

from matplotlib.axes import Axes
from wcwidth import wcswidth

from kano_app.charts.label_fit import names_fit
from kano_app.charts.map_frame import MOST_NAMES
from kano_app.charts.satisfaction_map import drawable
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.settings import Paper, ReportSettings, Section
from kano_app.report.views import MAP_INSET
from kano_app.roadmap import Roadmap, RoadmapItem

OTHERS = (Horizon.DO_NOT_BUILD, Horizon.ASK_AGAIN, Horizon.NOT_PLANNED)
"""Where features stand that are not planned."""
_WIDTHS = {Paper.A4: 503.0, Paper.LETTER: 520.0}
"""Points between the margins."""
_ROWS = (4, 12)
"""Features of a release that a list of names has, at least and at most."""
_FEW = (2, 4)
"""Features that are named of those that are not planned, where there is little room and else."""
_LINE, _LINE_OF_HAN = 100, 88
"""Width, in letters, of a line of the sentences above the lists."""
_WIDE = 1.4
"""So much wider than its number of letters is a text of Han characters."""
_LINES = 7
"""Lines of these sentences beside which everything has room; each more takes the room of a name."""
_LETTER = 3
"""Names that a sheet of letter size has less room for."""
_SHEETS = {Paper.A4: 724.0, Paper.LETTER: 674.0}
"""Points between the running header and the footer."""
_TITLE, _HEAD, _MAP_HEAD = 70.0, 32.0, 55.0
"""Points that the title of a report without a cover takes, that of the page, and that of the map with its legend."""
_LEAD_LINE, _FACT_LINE, _LANE_HEAD = 15.8, 15.8, 24.0
_FACT_LETTERS = 72
_LEAST_MAP = 235.0
"""Points of height, with its scales, below which the map is worth less than the words on the cards."""
_MAP_AND_KEY = {Paper.A4: 600.0, Paper.LETTER: 550.0}
"""Points of height that a map of its own page and the key below it have together."""
_KEY_HEAD, _KEY_LINE, _KEY_COLUMNS = 30.0, 15.0, 3
_LEAST_KEYED = 330.0


class Form(Enum):
    """How the features of the releases stand: as cards, in a list with a few words on each, or with their names."""

    CARDS = (4, 40, 57.0, 11.3, 27)
    TOLD = (7, 20, 15.0, 10.2, 36)
    NAMES = (10_000, 10_000, 14.2, 0.0, 1)

    def suits(self, roadmap: Roadmap) -> bool:
        """Return whether there are no more features, of one release and of all, than stand so at most."""
        of_release, of_all, *_ = self.value
        return len(roadmap.items) <= of_all and max(len(roadmap.at(one)) for one in RELEASES) <= of_release

    def height(self, roadmap: Roadmap) -> float:
        """Return about how many points the longest release takes."""
        _, _, each, line, letters = self.value
        return _LANE_HEAD + max(
            sum(each + line * _lines(item.result.feature.name, letters) for item in roadmap.at(one)) for one in RELEASES
        )


@dataclass(frozen=True, slots=True)
class Room:
    """What there is room for."""

    form: Form
    rows: int
    few: int
    map_height: float
    """About how many points the map has."""
    is_numbered: bool = False

    @classmethod
    def beside(cls, told: str, roadmap: Roadmap, report: ReportSettings) -> Self:
        """Return the room that sentences leave on a sheet."""
        marks = bool(drawable([(item.rank, item.result) for item in roadmap.items]))
        letters = _LINE if wcswidth(told) < _WIDE * len(told) else _LINE_OF_HAN
        crowded = max(_lines(told, letters) - _LINES, 0) + _LETTER * (report.paper is Paper.LETTER)
        least, most = _ROWS
        few = _FEW[crowded < _LETTER]
        head = _HEAD + _TITLE * (Section.COVER in report.left_out)
        left = _SHEETS[report.paper] - head - _LEAD_LINE * _lines(told, letters) - _facts(roadmap, few)
        left -= (_MAP_HEAD + _LEAST_MAP) * marks
        fitting = (one for one in Form if one.suits(roadmap) and one.height(roadmap) <= left)
        form, rows = next(fitting, Form.NAMES), max(least, most - crowded)
        height = form.height(roadmap) if form is not Form.NAMES else form.value[2] * rows + _LANE_HEAD
        return cls(form, rows, few, max(left + _LEAST_MAP - height, _LEAST_MAP))

    def shown(self, items: Sequence[RoadmapItem]) -> Sequence[RoadmapItem]:
        """Return the features of a release that a list names."""
        return items if len(items) <= self.rows else items[: self.rows - 1]

    def some(self, items: Sequence[RoadmapItem]) -> Sequence[RoadmapItem]:
        """Return those of the features that are not planned which are named."""
        return items if len(items) <= self.few + 1 else items[: self.few]

    def numbered(self, roadmap: Roadmap) -> frozenset[int] | None:
        """Return the numbers of the features that the page names; ``None`` where the map itself names all."""
        if not self.is_numbered:
            return None
        planned = (self.shown(roadmap.at(one)) for one in RELEASES)
        others = (self.some(roadmap.at(one)) for one in OTHERS)
        return frozenset(item.rank for items in (*planned, *others) for item in items)


def named(draw: Callable[[Axes], None], shown: Sequence[object], height: float, paper: Paper) -> bool:
    """Return whether names have room on a map that is drawn of features; else numbers stand for them."""
    return len(shown) <= MOST_NAMES and names_fit(draw, (_WIDTHS[paper], height), MAP_INSET)


def beside_key(count: int, height: float, paper: Paper) -> float:
    """Return the height of a map whose key stands on its page, too, where there is room for both."""
    less = height + _KEY_HEAD + _KEY_LINE * -(-count // _KEY_COLUMNS) - _MAP_AND_KEY[paper]
    return height - less if 0 < less <= height - _LEAST_KEYED else height


def _facts(roadmap: Roadmap, few: int) -> float:
    """Return about how many points the features take that are not planned."""
    named = ([item.result.feature.name for item in roadmap.at(one)][: few + 1] for one in OTHERS)
    return _FACT_LINE * sum(
        _lines("".join(f"{name} and " for name in names), _FACT_LETTERS) for names in named if names
    )


def _lines(text: str, letters: int) -> int:
    return max(wcswidth(text), 0) // letters + 1
