"""What is ticked on paper: boxes with their names in one row, a pair of questions that is never torn, a line."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from kano_app.report.pdf import theme
from kano_app.report.pdf.fonts import FontBook
from kano_app.report.pdf.text import Span, TextBlock, natural_width
from kano_app.report.questionnaire.document import IMPORTANCES, Pair, Question, Questionnaire

NAME_SIZE = 10.5
QUESTION_SIZE = 9.5
LABEL_SIZE = 8.3
_INDENT = 22.0
"""Room for a question's number."""
_GAP = 5.0
_TICK = 9.5
"""Side of the square that is ticked."""
_PADDING = 5.5
_ABOVE = 3.8
"""Between a label and its frame."""
_LOWEST = 21.0
"""Height of a box with one line in it."""
_ROUND = 3.0
_CAPTION = 50.0
"""Width up to which a caption stands in one line."""
_AROUND = 6.0
"""Above and below a question."""
_LINE_TO_WRITE_ON = 26.0
_MOST_LINES = 12
"""Lines of one text; a longer one would not fit on any page with the rest of its pair."""


class BoxRow(Flowable):  # type: ignore[misc] # reportlab is untyped
    """Labelled boxes of one width beside each other; captions may stand before and after them."""

    def __init__(self, book: FontBook, labels: Sequence[str], ends: tuple[str, str] = ("", "")) -> None:
        """Keep the labels."""
        super().__init__()
        self._labels = [_text(book, label, LABEL_SIZE, leading=1.2, most=6) for label in labels]
        self._ends = [_caption(book, end) for end in ends]
        self._room = [_room_of(book, end) for end in ends]

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Give every box the same share of the width, and the height of the tallest."""
        self._cell = (available_width - sum(self._room) + _GAP) / len(self._labels) - _GAP
        inside = self._cell - 3 * _PADDING - _TICK + _PADDING
        tallest = max(label.wrap(inside, 1000)[1] for label in self._labels)
        self.width, self.height = available_width, max(tallest + 2 * _ABOVE, _LOWEST)
        for end, room in zip(self._ends, self._room, strict=True):
            if end is not None:
                self.height = max(self.height, end.wrap(room - _GAP, 1000)[1])
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes from the left."""
        first, last = self._ends
        if first is not None:
            first.drawOn(self.canv, 0, (self.height - first.height) / 2)
        x = self._room[0]
        for label in self._labels:
            _frame(self.canv, x, 0, self._cell, self.height)
            _tick(self.canv, x + _PADDING, (self.height - _TICK) / 2)
            label.drawOn(self.canv, x + 2 * _PADDING + _TICK - 0.5, (self.height - label.height) / 2)
            x += self._cell + _GAP
        if last is not None:
            last.drawOn(self.canv, x, (self.height - last.height) / 2)


class Choices(Flowable):  # type: ignore[misc] # reportlab is untyped
    """Boxes as wide as their labels, in as many rows as they need; without labels a line to write on."""

    def __init__(self, book: FontBook, labels: Sequence[str]) -> None:
        """Keep the labels."""
        super().__init__()
        self._book = book
        self._labels = labels

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Lay the boxes out."""
        self.width, self.height = available_width, _LINE_TO_WRITE_ON
        self._placed: list[tuple[TextBlock, float, float, float]] = []
        x = y = tallest = 0.0
        for label in self._labels:
            block = _text(self._book, label, LABEL_SIZE, leading=1.2, most=6)
            natural = natural_width(self._book, [Span(label, LABEL_SIZE)]) + 0.5
            inside = min(natural, available_width - 4 * _PADDING - _TICK)
            height = block.wrap(inside, 1000)[1] + 2 * _PADDING
            width = inside + 4 * _PADDING + _TICK
            if x and x + width > available_width:
                x, y, tallest = 0.0, y + tallest + _GAP, 0.0
            self._placed.append((block, x, y, width))
            x, tallest = x + width + _GAP, max(tallest, height)
        if self._labels:
            self.height = y + tallest
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rows from the top."""
        if not self._labels:
            self.canv.setStrokeColor(HexColor(theme.FAINT))
            self.canv.setLineWidth(0.6)
            self.canv.line(0, 4, self.width, 4)
        for block, x, y, width in self._placed:
            height = block.height + 2 * _PADDING
            bottom = self.height - y - height
            _frame(self.canv, x, bottom, width, height)
            _tick(self.canv, x + _PADDING, bottom + (height - _TICK) / 2)
            block.drawOn(self.canv, x + 2 * _PADDING + _TICK, bottom + _PADDING)


class Block(Flowable):  # type: ignore[misc] # reportlab is untyped
    """A question with its number, and what belongs to it, together on one page; an entry of the outline."""

    def __init__(self, title: TextBlock, number: TextBlock, parts: Sequence[tuple[Flowable, float]], mark: str) -> None:
        """Keep the parts, each with the room above it."""
        super().__init__()
        self._title, self._number, self._parts, self._mark = title, number, parts, mark

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the height of all parts under each other."""
        inside = available_width - _INDENT
        self._number.wrap(_INDENT, 1000)
        height = self._title.wrap(inside, 1000)[1]
        for part, above in self._parts:
            height += above + part.wrap(inside, 1000)[1]
        self.width, self.height = available_width, height + 2 * _AROUND
        return self.width, self.height

    def draw(self) -> None:
        """Draw a thin line, the number, the title, and the parts under it."""
        canvas = self.canv
        canvas.setStrokeColor(HexColor(theme.LINE))
        canvas.setLineWidth(0.6)
        canvas.line(0, self.height, self.width, self.height)
        key = f"question-{self._mark}"
        canvas.bookmarkHorizontal(key, 0, self.height)
        canvas.addOutlineEntry(self._mark, key, 0, closed=False)
        y = self.height - _AROUND - self._title.height
        self._number.drawOn(canvas, 0, y + self._title.height - self._number.height)
        self._title.drawOn(canvas, _INDENT, y)
        for part, above in self._parts:
            y -= above + part.height
            part.drawOn(canvas, _INDENT, y)


def pair_block(book: FontBook, pair: Pair, number: int, asked: Questionnaire) -> Block:
    """Return both questions on a feature, each with its five boxes."""
    parts: list[tuple[Flowable, float]] = []
    for place, half in enumerate(pair.halves):
        question = TextBlock(book, _spans(half), leading=1.3, max_lines=_MOST_LINES)
        parts += [(question, 3 if place == 0 else 6), (BoxRow(book, asked.answers), 3)]
    if asked.importance:
        question = _text(book, asked.importance, QUESTION_SIZE, leading=1.3)
        parts += [(question, 6), (BoxRow(book, IMPORTANCES, asked.importance_ends), 3)]
    return _block(book, pair.name, number, parts)


def trait_block(book: FontBook, question: str, choices: Sequence[str], number: int) -> Block:
    """Return a question about the person."""
    return _block(book, question, number, [(Choices(book, choices), 5)])


def _block(book: FontBook, name: str, number: int, parts: Sequence[tuple[Flowable, float]]) -> Block:
    title = _text(book, name, NAME_SIZE, weight="semibold", leading=1.3, most=_MOST_LINES // 2)
    told = _text(book, str(number), NAME_SIZE, weight="semibold", color=theme.MUTED, leading=1.3)
    return Block(title, told, parts, f"{number} {name}")


def _spans(question: Question) -> list[Span]:
    """Return a question with the words in which its halves differ set off."""
    spans, end = [], 0
    for start, length in question.stressed:
        spans.append(Span(question.brief[end:start], QUESTION_SIZE, "regular", theme.INK))
        spans.append(Span(question.brief[start : start + length], QUESTION_SIZE, "semibold", theme.INK))
        end = start + length
    spans.append(Span(question.brief[end:], QUESTION_SIZE, "regular", theme.INK))
    return [span for span in spans if span.text]


def _text(
    book: FontBook,
    text: str,
    size: float,
    *,
    weight: str = "regular",
    color: str = theme.INK,
    leading: float = 1.4,
    most: int = _MOST_LINES,
) -> TextBlock:
    return TextBlock(book, [Span(text, size, weight, color)], leading=leading, max_lines=most)


def _room_of(book: FontBook, end: str) -> float:
    """Return the room a caption takes beside the boxes; a long one is broken into two lines."""
    if not end:
        return 0.0
    natural = natural_width(book, [Span(end, theme.SMALL_SIZE)]) + 1
    return _GAP + (natural if natural <= _CAPTION else max(0.7 * natural, _CAPTION))


def _caption(book: FontBook, end: str) -> TextBlock | None:
    return _text(book, end, theme.SMALL_SIZE, color=theme.MUTED, leading=1.2) if end else None


def _frame(canvas: Any, x: float, y: float, width: float, height: float) -> None:  # noqa: ANN401 - reportlab is untyped
    canvas.setStrokeColor(HexColor(theme.LINE))
    canvas.setLineWidth(0.7)
    canvas.roundRect(x, y, width, height, _ROUND, stroke=1, fill=0)


def _tick(canvas: Any, x: float, y: float) -> None:  # noqa: ANN401 - reportlab is untyped
    canvas.setStrokeColor(HexColor(theme.MUTED))
    canvas.setLineWidth(0.9)
    canvas.rect(x, y, _TICK, _TICK, stroke=1, fill=0)
