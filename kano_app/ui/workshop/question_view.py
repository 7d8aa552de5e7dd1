"""The question as the facilitator reads it out, large, with the contrast stressed."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kano_app.ui.context import Context
from kano_app.ui.workshop.fit import Block, stacked
from kano_app.ui.workshop.question import Question

_LARGEST, _SMALL, _LAST_RESORT = 60.0, 17.0, 11.0
"""The most a question has, what it has where there is any room, and what a long pair has rather than be cut."""
_OF_WIDTH = 0.054
_LEAST = 96


class QuestionView(QWidget):
    """Paints a question as large as its room allows."""

    def __init__(self, context: Context, language: str) -> None:
        """Make it empty; ``language`` is the one the question is worded in."""
        super().__init__()
        self._context, self._language = context, language
        self._question = Question(())
        self.setMinimumHeight(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, question: Question, language: str) -> None:
        """Show a question."""
        if (question, language) != (self._question, self._language):
            self._question, self._language = question, language
            self.setAccessibleName(" / ".join(one.text for one in question.texts))
            self.update()

    @property
    def text(self) -> str:
        """What is shown."""
        return "\n".join(one.text for one in self._question.texts)

    def blocks(self) -> list[Block]:
        """Return the question in lines, as large as its room allows."""
        largest = max(_SMALL, min(_LARGEST, self.width() * _OF_WIDTH))
        room = (float(self.width()), float(self.height()))
        accent = self._context.colours.accent
        return stacked(self._question.texts, self._language, room, largest, _LAST_RESORT, accent)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of three lines."""
        return QSize(600, 190)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it, a little above the middle of its height."""
        del event
        if not self._question.texts:
            return
        colours = self._context.colours
        painter = QPainter(self)
        blocks = self.blocks()
        gap = blocks[0].size / 2
        y = max(0.0, (self.height() - sum(one.height for one in blocks) - gap * (len(blocks) - 1)) * 0.4)
        for block in blocks:
            block.draw(painter, 0, y, colours.ink)
            y += block.height + gap
        painter.end()
