"""How far the parts of a styled text reach when Chinese marks give way to each other and seams have their room."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Generic, TypeVar

from kano_app.report.pdf.punctuation import MARKS
from kano_app.report.pdf.seams import seams

Style = TypeVar("Style")
Measure = Callable[[str, Style], float]
Squeeze = Callable[[tuple[str, Style] | None, tuple[str, Style] | None], float]
"""What is taken from between two marks in their styles; ``None`` stands for the start or the end of a line."""
Room = Callable[[Style, Style], float]
"""What stands between Han and Latin characters of two styles; 0 leaves them as they are."""


def starts(
    pieces: Sequence[tuple[str, Style]], measure: Measure[Style], squeeze: Squeeze[Style], room: Room[Style]
) -> list[float]:
    """Return how far from the start of their line each of its pieces begins, and the last one ends."""
    text, styles = joined(pieces)
    reach = Reach(text, styles, measure, squeeze, room)
    whole = reach.width(0, len(text))
    ends = accumulate((len(part) for part, _ in pieces), initial=0)
    return [min(max(reach.place(end), 0.0), whole) for end in ends]


def shifts(text: str, styles: Sequence[Style], room: Room[Style]) -> Iterator[tuple[int, float]]:
    """Return the indices of what stands apart from the character before it, and how far."""
    for seam in seams(text):
        if wanted := room(styles[seam - 1], styles[seam]):
            yield seam, wanted


def joined(spans: Sequence[tuple[str, Style]]) -> tuple[str, list[Style]]:
    """Return the text of all spans, and the style of each of its characters."""
    styles = chain.from_iterable([style] * len(part) for part, style in spans)
    return "".join(part for part, _ in spans), list(styles)


class Reach(Generic[Style]):
    """How wide any part of a text is when it is a line of its own."""

    def __init__(
        self,
        text: str,
        styles: Sequence[Style],
        measure: Measure[Style],
        squeeze: Squeeze[Style] | None,
        room: Room[Style] | None,
    ) -> None:
        """Take a text, the style of each character, and what changes their widths beside each other."""
        known: dict[tuple[str, Style], float] = {}
        pairs = list(zip(text, styles, strict=True))
        for pair in pairs:
            if pair not in known:
                known[pair] = 0.0 if pair[0] == "\n" else measure(*pair)
        steps = [known[pair] for pair in pairs]
        self._first, self._last = [0.0] * (len(text) + 1), [0.0] * (len(text) + 1)
        if squeeze is not None and not MARKS.isdisjoint(text):
            for index, pair in enumerate(pairs):
                if pair[0] not in MARKS:
                    continue
                taken = squeeze(pairs[index - 1], pair) if index and pairs[index - 1][0] in MARKS else 0.0
                steps[index] -= taken
                # What a neighbour took is given back where the two stand on two lines.
                self._first[index] = taken - squeeze(None, pair)
                self._last[index] = squeeze(pair, None)
        if room is not None:
            for seam, shift in shifts(text, styles, room):
                steps[seam] += shift
                # A line that begins at the seam needs no room before it.
                self._first[seam] = -shift
        self._ends = [0.0, *accumulate(steps)]

    def place(self, index: int) -> float:
        """Return how far from the start of the text, as one line, a character begins."""
        return self._ends[index] + self._first[0]

    def width(self, begin: int, end: int) -> float:
        """Return the width of a part."""
        if begin == end:
            return 0.0
        return self._ends[end] - self._ends[begin] + self._first[begin] - self._last[end - 1]
