"""Live results for the facilitator: what is clear, what needs more voices."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.workshop.live import Live, live
from kano_app.ui.workshop.share_bars import ShareBars

_CALM = 15
"""Milliseconds in which several keys become one count."""


class LivePart(QWidget):
    """A sentence over a bar a feature; follows only while it is seen."""

    counted = Signal()
    """New figures are shown."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context = context
        self.told = label("", wrap=True)
        self.note = label("", "muted", wrap=True)
        self.bars = ShareBars(context.colours, context.language, 12)
        self.bars.setAccessibleName(context.tr("Live results"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.bars)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.told)
        layout.addWidget(self.note)
        layout.addWidget(area, 1)
        self._is_ready = False
        self._timer = QTimer(self, singleShot=True, interval=_CALM)
        self._timer.timeout.connect(self._count)

    def follow(self) -> None:
        """Count anew, soon."""
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Count what changed while nobody looked."""
        del event
        self._timer.start()

    def _count(self) -> None:
        """Count here, where it takes a moment, once the libraries are loaded."""
        if self._is_ready:
            self._put(live(self._context.project))
        else:
            project = self._context.project
            self._context.jobs.run("workshop", lambda _: live(project), self._counted_first, self._failed, owner=self)

    def _counted_first(self, found: Live) -> None:
        self._is_ready = True
        self._put(found)
        self.follow()

    def _failed(self, _error: BaseException) -> None:
        """Say nothing: what fails here fails in the figures of the study, and is told there."""

    def _put(self, found: Live) -> None:
        context, number = self._context, self._context.language.number
        self.bars.put(found, tells_needs=not found.are_votes)
        if found.are_votes:
            self.told.setText(context.tr("Direct votes, not pooled with paired answers."))
            self.note.setText("")
        elif not any(one.n for one in found.rows):
            self.told.setText(context.tr("No complete pair of answers yet."))
            self.note.setText("")
        else:
            self.told.setText(
                context.ntr(
                    "{n} more answer could change {open} of {total}.",
                    "{n} more answers could change {open} of {total}.",
                    found.more,
                    open=number(found.open),
                    total=number(len(found.rows)),
                )
            )
            self.note.setText(context.tr("Beside each: answers so far, and how many more another category needs."))
        self.counted.emit()
