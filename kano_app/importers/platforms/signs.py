"""What tells a platform: the headings it writes by itself, compared without case and width."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from kano_app.importers.headings import fold_heading
from kano_app.importers.readers.grid import Grid


def first_filled(grid: Grid) -> int | None:
    """Return the first record in which anything stands."""
    return next((at for at, row in enumerate(grid.head) if any(cell.strip() for cell in row)), None)


def folded(row: Sequence[str]) -> list[str]:
    """Return the cells of a record as headings are compared."""
    return [fold_heading(cell) for cell in row]


def told(headings: Sequence[str], kinds: Mapping[str, frozenset[str]]) -> Mapping[int, str]:
    """Return position → kind of the columns with one of the platform's own headings; of two respondents the first."""
    found: dict[int, str] = {}
    for at, heading in enumerate(headings):
        for kind, names in kinds.items():
            if heading in names and not (kind == "respondent" and kind in found.values()):
                found[at] = kind
                break
    return MappingProxyType(found)


def share(present: Iterable[str], expected: Iterable[str]) -> float:
    """Return which share of the expected headings is there."""
    wanted = set(expected)
    return len(wanted & set(present)) / len(wanted)
