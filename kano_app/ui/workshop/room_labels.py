"""What stands beside the marks of the map that the room sees: one text a place, however many features share it."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from kano_app.i18n import Language
from kano_app.wording.literal import visible

if TYPE_CHECKING:
    from kano_app.charts.satisfaction_map import Numbered

_WIDE_FROM = 0x2E7F
_MOST_NAMES, _LONGEST_NAME, _LONGEST_LIST = 6, 22, 18
"""Up to how many features, of how long names, and how long names of one place together (Chinese letters count twice),
the map shows names; else numbers."""
_RUN = 3
"""From how many numbers in a row on they are told by their ends."""
_LONGEST_NUMBERS, _MORE = 17, "…"
"""Letters of the numbers that stand beside one mark."""


def room_labels(features: "Numbered", words: Language) -> tuple[dict[int, str], bool]:
    """Return the texts by the first number of each place, and whether numbers stand for names."""
    from kano_app.charts.satisfaction_map import drawable  # noqa: PLC0415 - heavy

    places: dict[tuple[float, float], list[int]] = {}
    for number, one in drawable(features):
        places.setdefault((round(float(one.worse), 6), round(float(one.better), 6)), []).append(number)
    names = {number: visible(one.feature.name) for number, one in features}
    if not _wants_numbers(names, list(places.values())):
        return {here[0]: words.listing([names[one] for one in here]) for here in places.values()}, False
    return {here[0]: _numbers(here, words) for here in places.values()}, True


def _wants_numbers(names: Mapping[int, str], places: Sequence[Sequence[int]]) -> bool:
    """Return whether names would not be read on the map."""
    if len(names) > _MOST_NAMES or any(_length(one) > _LONGEST_NAME for one in names.values()):
        return True
    return any(sum(_length(names[one]) + 2 for one in here) > _LONGEST_LIST for here in places if len(here) > 1)


def _length(name: str) -> int:
    return sum(2 if ord(letter) > _WIDE_FROM else 1 for letter in name)


def _numbers(here: Sequence[int], words: Language) -> str:
    """Return the numbers of a place: "2", "2, 5", "2–5, 8", the first few only of very many."""
    told: list[str] = []
    for _, run in groupby(enumerate(here), lambda one: one[1] - one[0]):
        row = [words.number(number) for _, number in run]
        told += [f"{row[0]}–{row[-1]}"] if len(row) >= _RUN else row
    while len(", ".join(told)) > _LONGEST_NUMBERS:
        told = [*told[: -2 if told[-1] == _MORE else -1], _MORE]
    return ", ".join(told)
