"""What people will be asked: every pair with what its halves differ in set off, and beside it what to look at."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kano_app.domain.project import Project
from kano_app.i18n import language
from kano_app.ui.context import Context
from kano_app.ui.icons import pixmap
from kano_app.ui.widgets.card import GAP, Card, clear, label, row
from kano_app.wording.questions import hints

if TYPE_CHECKING:
    from kano_app.report.questionnaire.document import Pair, Question

_NUMBER = 28
_ICON = 16


class Pairs(Card):
    """The list of all pairs."""

    def __init__(self, context: Context) -> None:
        """Show the pairs of the study."""
        super().__init__()
        self._context = context
        self._made_of: tuple[object, ...] = ()
        self.heading, self.doubts = label("", "heading"), label("", "warning")
        self.body.addWidget(row(self.heading, None, self.doubts))
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, GAP, 0)
        self._list.setSpacing(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(context.tr("Questions"))
        self.body.addWidget(area, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show the pairs as they are asked now."""
        project = self._context.project
        chosen = project.questionnaire
        made_of = (project.survey.features, chosen.language or project.report.language, chosen.importance)
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self._fill(project)

    def _fill(self, project: Project) -> None:
        from kano_app.report.questionnaire.document import questionnaire  # noqa: PLC0415 - waits until it is needed

        clear(self._list)
        asked, context = questionnaire(project), self._context
        words = language(asked.language.code)
        count = 0
        for number, (pair, feature) in enumerate(zip(asked.pairs, project.survey.features, strict=True), start=1):
            told = list(dict.fromkeys(one for half in hints(feature, context.language, words) for one in half))
            count += bool(told)
            self._list.addWidget(self._pair(number, pair, asked.importance, told))
        if not asked.pairs:
            self._list.addWidget(
                label(context.tr("The study has no features yet. Add them on the page Features."), "muted")
            )
        self._list.addStretch(1)
        features = context.ntr("{n} feature", "{n} features", len(asked.pairs))
        self.heading.setText(features if asked.pairs else context.tr("Questions"))
        self.doubts.setText(context.ntr("{n} question to look at", "{n} questions to look at", count) if count else "")

    def _pair(self, number: int, pair: "Pair", importance: str, told: list[str]) -> QWidget:
        found = QFrame()
        found.setObjectName("pair")
        line = self._context.colours.line
        found.setStyleSheet(f"#pair {{ border: none; border-bottom: 1px solid {line}; }}")
        grid = QGridLayout(found)
        grid.setContentsMargins(0, GAP, 0, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setColumnMinimumWidth(0, _NUMBER)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2 if told else 0)
        at = label(self._context.language.number(number), "muted")
        name = label(pair.name, wrap=True)
        name.setStyleSheet("font-weight: 600;")
        lines = [name, *(self._half(half) for half in pair.halves)]
        if importance:
            lines.append(label(importance, "muted", wrap=True))
        grid.addWidget(at, 0, 0, Qt.AlignmentFlag.AlignTop)
        asked = QVBoxLayout()
        asked.setSpacing(2)
        for widget in lines:
            asked.addWidget(widget)
        asked.addStretch(1)
        grid.addLayout(asked, 0, 1)
        if told:
            grid.addWidget(self._hints(told), 0, 2, Qt.AlignmentFlag.AlignTop)
        return found

    def _half(self, question: "Question") -> QLabel:
        """Return a question with the words in which its halves differ in bold and in the accent; all else literal."""
        accent, parts, end = self._context.colours.accent, [], 0
        for start, length in question.stressed:
            parts.append(escape(question.brief[end:start]))
            stressed = escape(question.brief[start : start + length])
            parts.append(f'<b style="color: {accent}">{stressed}</b>')
            end = start + length
        parts.append(escape(question.brief[end:]))
        found = QLabel()
        found.setTextFormat(Qt.TextFormat.RichText)
        found.setText("".join(parts))
        found.setWordWrap(True)
        return found

    def _hints(self, told: list[str]) -> QWidget:
        found = QWidget()
        grid = QGridLayout(found)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(1, 1)
        for at, text in enumerate(told):
            sign = QLabel()
            sign.setPixmap(pixmap("triangle-alert", self._context.colours.warning, _ICON, found.devicePixelRatioF()))
            grid.addWidget(sign, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(text, "warning", wrap=True), at, 1)
        return found
