"""What was met while reading, each with its place; a click shows it in the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from kano_app.domain.mapping import Role
from kano_app.domain.problem import Code, Problem, Severity
from kano_app.ui.context import Context
from kano_app.ui.icons import pixmap
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.part import Part
from kano_app.ui.importing.words import located
from kano_app.ui.widgets.card import GAP, clear, label

_MOST = 40
_TOLD_ELSEWHERE = {Code.DIRECTION_ASSUMED, Code.SCALE_ASSUMED}
"""What other cards say already, with what can be done about it."""


class ProblemsPart(Part):
    """The problems of the reading, those to look at first."""

    chosen = Signal(object)

    def __init__(self, context: Context, draft: Draft) -> None:
        """Show what was met."""
        super().__init__(context, draft, "")
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self.body.addWidget(inside)
        self._shown: tuple[Problem, ...] | None = None
        self.lines: list[ProblemLine] = []

    def refresh(self) -> None:
        """Show the problems of the latest reading."""
        head = self.draft.step.examined.head
        out = {head.name(one.position) for one in self.mapping.of(Role.LEFT_OUT)}
        found = tuple(
            one
            for one in self.draft.reading.problems
            if one.code not in _TOLD_ELSEWHERE and not (one.code is Code.COLUMN_LEFT_OUT and one.column in out)
        )
        if found == self._shown:
            return
        self._shown = found
        clear(self._list)
        self.lines = []
        ordered = sorted(found, key=lambda one: list(Severity).index(one.severity))
        doubts = sum(one.severity is not Severity.NOTE for one in found)
        context = self.context
        self.heading.setText(
            context.ntr("{n} thing to look at", "{n} things to look at", doubts)
            if doubts
            else context.tr("For your information")
        )
        for one in ordered[:_MOST]:
            line = ProblemLine(context, one)
            line.pressed.connect(self.chosen)
            self._list.addWidget(line)
            self.lines.append(line)
        if len(ordered) > _MOST:
            self._list.addWidget(
                label(context.tr("{n} more", n=context.language.number(len(ordered) - _MOST)), "muted")
            )
        self.setVisible(bool(found))
        self.mark(doubt=doubts > 0)


class ProblemLine(QFrame):
    """One problem, pressed to go to its place."""

    pressed = Signal(object)

    def __init__(self, context: Context, problem: Problem) -> None:
        """Show it."""
        super().__init__()
        self.problem = problem
        colours = context.colours
        text = located(problem, context)
        is_note = problem.severity is Severity.NOTE
        self.setObjectName("line")
        layout = QGridLayout(self)
        layout.setContentsMargins(GAP // 2, GAP // 2, GAP // 2, GAP // 2)
        layout.setHorizontalSpacing(GAP)
        picture = QLabel()
        picture.setPixmap(
            pixmap(
                "info" if is_note else "triangle-alert",
                colours.muted if is_note else colours.warning,
                16,
                self.devicePixelRatioF(),
            )
        )
        layout.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(text, wrap=True), 0, 1)
        layout.setColumnStretch(1, 1)
        hover = ""
        if problem.row is not None or problem.column:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(context.tr("Show the place in the file"))
            hover = f"#line:hover {{ background: {colours.raised}; }}"
        self.setAccessibleName(text)
        self.setStyleSheet(
            "#line { border: 2px solid transparent; border-radius: 6px; }"
            f"#line:focus {{ border: 2px solid {colours.accent}; }}{hover}"
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the place."""
        self.pressed.emit(self.problem)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the place by key."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pressed.emit(self.problem)
            return
        super().keyPressEvent(event)
