"""Parts of the setup sheet: how, who, what is asked, what the room sees."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
)

from kano_app import entry
from kano_app.domain.feature import fold_name
from kano_app.domain.questionnaire import TraitQuestion
from kano_app.domain.session import Mode
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, label, row
from kano_app.ui.workshop.draft import trait_line
from kano_app.ui.workshop.setup_room import check
from kano_app.wording.entry import mode_meaning, mode_name
from kano_app.wording.literal import visible

MOST_PEOPLE = 60
_USUAL = 8
_LINES = 92
_INDENT = 3 * GAP + 2


class ModePart(Card):
    """The four ways of asking, each with a line of its own."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        """Offer the interview first."""
        super().__init__(context.tr("How the room is asked"))
        self._group = QButtonGroup(self)
        self.buttons: dict[Mode, QRadioButton] = {}
        for mode in Mode:
            one = QRadioButton(mode_name(mode, context.language))
            one.setStyleSheet("font-weight: 600;")
            told = label(mode_meaning(mode, context.language), "muted", wrap=True)
            told.setContentsMargins(_INDENT, 0, 0, 4)
            one.setAccessibleDescription(told.text())
            self._group.addButton(one)
            self.body.addWidget(one)
            self.body.addWidget(told)
            self.buttons[mode] = one
        self.body.setSpacing(0)
        self.buttons[Mode.INTERVIEW].setChecked(True)
        self._group.buttonToggled.connect(lambda _one, is_on: self.changed.emit() if is_on else None)

    @property
    def mode(self) -> Mode:
        """What is chosen."""
        return next(mode for mode, one in self.buttons.items() if one.isChecked())


class PeoplePart(Card):
    """How many, or who by name; and what is to be told of them."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        """Offer a usual number and the traits the study asks for."""
        super().__init__(context.tr("Who is in the room"))
        self._context = context
        tr = context.tr
        self.number = QSpinBox()
        self.number.setRange(1, MOST_PEOPLE)
        self.number.setValue(entry.seats_of(context.project) or _USUAL)
        self.number.setAccessibleName(tr("Number of people"))
        self.names = _lines(tr("Names, a line each. Left empty, people are P1, P2, P3…"), tr("Names, a line each"))
        self.wrong = label("", "warning", wrap=True)
        self.wrong.hide()
        self.traits = _lines(tr("Role: guest, staff"), tr("Traits to be told, a line each"))
        self.traits.setPlainText("\n".join(trait_line(one) for one in context.project.questionnaire.traits))
        self.traits.setFixedHeight(_LINES * 2 // 3)
        for widget in (
            row(label(tr("Number of people")), self.number, None),
            self.names,
            self.wrong,
            label(tr("Traits to be told, a line each, choices after a colon"), "muted"),
            self.traits,
        ):
            self.body.addWidget(widget)
        self.names.textChanged.connect(self._typed)
        self.number.valueChanged.connect(lambda _n: self.changed.emit())

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.people)

    @property
    def people(self) -> tuple[str, ...]:
        """Names; empty ones where only the number is known."""
        return tuple(self._names()) or ("",) * self.number.value()

    @property
    def twice(self) -> list[str]:
        """Names that stand here more than once."""
        seen: set[str] = set()
        found = []
        for name in self._names():
            key = fold_name(name)
            if key in seen and name not in found:
                found.append(name)
            seen.add(key)
        return found

    def questions(self) -> tuple[TraitQuestion, ...]:
        """Return the traits to be told; the wording of one that was asked before stays."""
        before = {one.name: one for one in self._context.project.questionnaire.traits}
        found: dict[str, TraitQuestion] = {}
        for line in self.traits.toPlainText().splitlines():
            name, _, rest = (part.strip() for part in re.sub("：", ":", line).partition(":"))
            choices = tuple(one.strip() for one in re.split(r"[,，、;；|]", rest) if one.strip())
            if name:
                asked = before[name].question if name in before else ""
                found[name] = TraitQuestion(name, asked, choices)
        return tuple(found.values())

    def _names(self) -> list[str]:
        return [line.strip() for line in self.names.toPlainText().splitlines() if line.strip()]

    def _typed(self) -> None:
        names = self._names()
        self.number.setEnabled(not names)
        if names:
            self.number.setValue(min(len(names), MOST_PEOPLE))
        twice = self.twice
        told = self._context.language.listing([f"“{visible(one)}”" for one in twice]) if twice else ""
        self.wrong.setText(self._context.tr("More than once: {names}. Give them different names.", names=told))
        self.wrong.setVisible(bool(twice))
        self.changed.emit()


class AskingPart(Card):
    """What is asked, and in which order."""

    def __init__(self, context: Context) -> None:
        """Offer practice, and nothing else that takes time."""
        super().__init__(context.tr("What is asked"))
        tr = context.tr
        self.shuffled = check(tr("Another order for each person"), tr("So that no feature is always the last."))
        self.importance = check(tr("Importance of each feature, 1 to 9"), tr("One more key a feature."))
        self.practice = check(tr("A practice question first"), tr("It counts nowhere."))
        self.practice.setChecked(True)
        for one in (self.practice, self.shuffled, self.importance):
            self.body.addWidget(one)

    def follow(self, mode: Mode) -> None:
        """Offer what a way of asking can do."""
        self.shuffled.setEnabled(mode is Mode.INTERVIEW)
        self.importance.setEnabled(mode in {Mode.INTERVIEW, Mode.ROUND})
        self.practice.setEnabled(mode is not Mode.VOTES)


def _lines(placeholder: str, name: str) -> QPlainTextEdit:
    found = QPlainTextEdit()
    found.setPlaceholderText(placeholder)
    found.setAccessibleName(name)
    found.setTabChangesFocus(True)
    found.setFixedHeight(_LINES)
    return found
