"""Above the question: whose turn, which feature, how far, how long."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kano_app.domain.session import Mode, Stage
from kano_app.entry import is_asked_again
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label
from kano_app.ui.widgets.tips import plain_tip
from kano_app.ui.workshop.desk import Desk
from kano_app.wording.entry import clock, mode_name, part_name, stage_name


class Short(QLabel):
    """One line of words; where they do not fit their end is left out, and the tip has them whole."""

    def __init__(self, role: str) -> None:
        """Make it empty."""
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(48)

    def put(self, text: str) -> None:
        """Show words."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self.setToolTip(plain_tip(text))
            self.updateGeometry()
            self._cut()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of all the words."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class Bar(QWidget):
    """How much is done."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._share = context, 0.0
        self.setFixedHeight(6)

    def put(self, share: float) -> None:
        """Show a share."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a thin line."""
        return QSize(200, 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and share."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(self._context.colours.raised))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setBrush(QColor(self._context.colours.accent))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, 6), 3, 3)
        painter.end()


class Head(QWidget):
    """Two lines of words over a line of progress."""

    def __init__(self, context: Context, desk: Desk) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._desk = context, desk
        self.who = Short("heading")
        self.where, self.far, self.time = label(""), label("", "muted"), label("", "muted")
        self.time.setToolTip(
            context.tr(
                "How long this sitting has taken since it began or was continued. "
                "The rest is told at the pace of the answers, long pauses left out."
            )
        )
        self.flag = _flag(context)
        self.bar = Bar(context)
        above, line = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(2 * GAP)
        above.addWidget(self.who, 1)
        above.addStretch()
        above.addWidget(self.flag)
        line.setSpacing(2 * GAP)
        line.addWidget(self.where)
        line.addWidget(self.far)
        line.addStretch(1)
        line.addWidget(self.time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addLayout(above)
        layout.addLayout(line)
        layout.addWidget(self.bar)
        self._ticks = QTimer(self, interval=1000)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()

    def follow(self) -> None:
        """Tell the moment."""
        desk, context = self._desk, self._context
        session, moment, language = desk.session, desk.view, context.language
        place = moment.place
        self.who.put(mode_name(session.mode, language))
        self.where.setText("" if session.stage is Stage.ASKING else stage_name(session.stage, language))
        if place is not None and session.stage is Stage.ASKING:
            self.who.put(desk.person(place.participant))
            of = context.tr("feature {n} of {m}", n=language.number(moment.number), m=language.number(moment.features))
            self.where.setText(f"{of} · {part_name(place.part, language)}")
        self.who.setVisible(session.mode is not Mode.CARDS or session.stage is not Stage.ASKING)
        flags = [
            (moment.catching_up and session.stage is Stage.ASKING, context.tr("catching up")),
            (place is not None and is_asked_again(desk.project, place), context.tr("voting again")),
            (session.mode is Mode.VOTES, context.tr("direct votes, not pooled")),
            (session.revealed, context.tr("the room sees results")),
            (desk.state.is_black, context.tr("the room is black")),
        ]
        told = " · ".join(text for is_so, text in flags if is_so)
        self.flag.setText(told)
        self.flag.setVisible(bool(told))
        counts_cards = session.mode is Mode.CARDS
        share = (
            (moment.number / moment.features if counts_cards and moment.features else moment.done / moment.total)
            if (moment.total)
            else 0.0
        )
        self.bar.put(share)
        self.bar.setAccessibleName(language.percent(share))
        self.far.setText(
            ""
            if counts_cards
            else context.tr("{done} of {total}", done=language.number(moment.done), total=language.number(moment.total))
        )
        self._tick()

    def _tick(self) -> None:
        desk, context = self._desk, self._context
        if not self.isVisible() or not context.project.surveys or context.project.survey.session is None:
            return
        moment = desk.view
        told = context.tr("sitting {time}", time=clock(desk.state.sitting))
        if moment.minutes_left is not None and moment.stage is Stage.ASKING and moment.done < moment.total:
            left = context.ntr("about {n} minute left", "about {n} minutes left", moment.minutes_left)
            told = f"{told} · {left}"
        self.time.setText(told)


def _flag(context: Context) -> QLabel:
    found = label("")
    colours = context.colours
    found.setStyleSheet(
        f"color: {colours.warning}; background: {colours.warning_ground}; border-radius: 6px; padding: 2px 8px;"
    )
    return found
