"""The selected feature in words: both halves of its question, and its description."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout

from kano_app.domain import edits
from kano_app.domain.feature import Feature
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label
from kano_app.ui.widgets.features_questions import contrast, halves, hints
from kano_app.ui.widgets.features_remarks import name_remark
from kano_app.wording.literal import shortened

_FIELDS = ("functional_question", "dysfunctional_question", "description")
_LONGEST = 90
_HEAD = 24
_LINES = (2, 5)
"""The fewest and the most lines for which a field is high enough; of more it scrolls."""
_EDGES = 10
"""Pixels above and below the lines."""
_STEPS = {
    "functional_question": N_("Wording of “{name}”"),
    "dysfunctional_question": N_("Wording of “{name}”"),
    "description": N_("Description of “{name}”"),
}


class TextField(QPlainTextEdit):
    """A text of a few lines; undo is the study's."""

    typed = Signal(str)

    def __init__(self, context: Context, name: str, *, lines: bool = False) -> None:
        """Make it; ``lines``: it may have more than one."""
        super().__init__()
        self._context, self._lines = context, lines
        self._quiet = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setReadOnly(context.document.read_only)
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays where it is while the text says the same."""
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)

    def stress(self, spans: list[tuple[int, int]]) -> None:
        """Set parts of the text in bold and in the accent: what the halves differ in."""
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setForeground(QColor(self._context.colours.accent))
        found = []
        for start, length in spans:
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            one.cursor, one.format = cursor, look
            found.append(one)
        self.setExtraSelections(found)

    def _tell(self) -> None:
        if not self._quiet:
            self.typed.emit(self.toPlainText())

    def make_room(self) -> None:
        """Be high enough for the text, within bounds."""
        lines = min(max(round(self.document().size().height()), _LINES[0]), _LINES[1])
        # Of the style, which has the last word on the least height.
        style = f"QPlainTextEdit {{ min-height: {lines * self.fontMetrics().lineSpacing() + _EDGES}px; }}"
        if style != self.styleSheet():
            self.setStyleSheet(style)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of four lines."""
        return QSize(200, 4 * self.fontMetrics().lineSpacing() + 16)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste plain text, in one line where there is one."""
        self.insertPlainText(source.text() if self._lines else " ".join(source.text().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave undo and redo to the study, and Enter to fields of several lines."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._context.window.run("undo")
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._context.window.run("redo")
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or self._lines:
            super().keyPressEvent(event)


class FeaturePanel(Card):
    """Both halves beside each other, and what the feature is."""

    def __init__(self, context: Context) -> None:
        """Show no feature."""
        super().__init__()
        self._context = context
        self._feature: Feature | None = None
        self._room_later = QTimer(self, singleShot=True, interval=0)  # once the fields have their width
        self._room_later.timeout.connect(self._make_room)
        tr = context.tr
        self.heading = label("", "heading")
        self.remark = label("", "warning", wrap=True)
        self.remark.hide()
        self.back = button(tr("Use the drafts again"), self._draft, "link")
        top = QHBoxLayout()
        top.setSpacing(2 * GAP)
        top.addWidget(self.heading)
        top.addWidget(self.remark, 1)
        top.addWidget(self.back)
        self.body.addLayout(top)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(4)
        names = (tr("Question with it (functional)"), tr("Question without it (dysfunctional)"), tr("Description"))
        self.fields = {
            field: TextField(context, name, lines=field == "description")
            for field, name in zip(_FIELDS, names, strict=True)
        }
        self.drafts: dict[str, QLabel] = {}
        self.hints: dict[str, QLabel] = {}
        for column, (field, name) in enumerate(zip(_FIELDS, names, strict=True)):
            head, draft, hint = label(name, "muted"), label(tr("Draft"), "muted"), label("", "warning", wrap=True)
            draft.setToolTip(tr("Made from the name. It is stored once you change it."))
            draft.setStyleSheet(f"border: 1px solid {context.colours.line}; border-radius: 4px; padding: 0 6px;")
            head.setBuddy(self.fields[field])
            line = QHBoxLayout()
            head.setMinimumHeight(_HEAD)
            line.addWidget(head)
            line.addWidget(draft)
            line.addStretch(1)
            cell = QVBoxLayout()
            cell.setSpacing(4)
            cell.addLayout(line)
            cell.addWidget(self.fields[field], 1)
            cell.addWidget(hint)
            grid.addLayout(cell, 0, column)
            grid.setColumnStretch(column, 1)
            self.drafts[field], self.hints[field] = draft, hint
            self.fields[field].typed.connect(self._store(field))
        self.body.addLayout(grid, 1)
        self.refresh("")

    def refresh(self, feature: str) -> None:
        """Show a feature of the study as it is now; without one the fields are empty."""
        features = self._context.project.survey.features
        found = next((one for one in features if one.id == feature), None)
        self.remark.setText(name_remark(feature, features, self._context))
        self.remark.setVisible(bool(self.remark.text()))
        if found is not None and found is self._feature:
            return
        self._feature = found
        for field in self.fields.values():
            field.setEnabled(found is not None)
        self.heading.setText(
            shortened(found.name, _LONGEST) if found else self._context.tr("Select a feature to word its question")
        )
        if found is None:
            self._empty()
            return
        shown, told = halves(found, self._context.language), hints(found, self._context.language)
        spans = contrast(shown[0].text, shown[1].text)
        for half, hint, span, name in zip(shown, told, spans, _FIELDS, strict=False):
            self.fields[name].show_text(half.text)
            self.fields[name].stress(span)
            self.drafts[name].setVisible(half.is_draft)
            self.hints[name].setText("\n".join(hint))
            self.hints[name].setVisible(bool(hint))
        self.fields["description"].show_text(found.description)
        self.back.setVisible(not all(half.is_draft for half in shown) and not self._context.document.read_only)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep texts and hints whole at another width."""
        super().resizeEvent(event)
        self._room_later.start()

    def _make_room(self) -> None:
        """Grow until every text and every hint is seen; what is above gives way."""
        for name, field in self.fields.items():
            field.make_room()
            hint = self.hints[name]
            hint.setMinimumHeight(0 if hint.isHidden() else hint.heightForWidth(max(field.width(), 1)))

    def _empty(self) -> None:
        for field in self.fields.values():
            field.show_text("")
            field.stress([])
        self.back.hide()
        for told in (*self.drafts.values(), *self.hints.values()):
            told.hide()
        self.drafts["description"].hide()

    def _store(self, field: str) -> Callable[[str], None]:
        def store(text: str) -> None:
            if self._feature is None:
                return
            feature, name = self._feature.id, self._feature.name
            if field != "description":
                drafts = halves(_without_words(self._feature), self._context.language)
                if text == drafts[_FIELDS.index(field)].text:
                    text = ""
            self._context.apply(
                _STEPS[field],
                lambda project: edits.change_feature(project, feature, **{field: text}),
                f"{field} {feature}",
                name=name,
            )

        return store

    def _draft(self) -> None:
        if self._feature is not None:
            feature = self._feature.id
            self._context.apply(
                N_("Wording of “{name}”"),
                lambda project: edits.change_feature(
                    project, feature, functional_question="", dysfunctional_question=""
                ),
                name=self._feature.name,
            )


def _without_words(feature: Feature) -> Feature:
    return Feature(feature.id, feature.name)
