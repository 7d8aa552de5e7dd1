"""Above the grid of answers: who is shown, and what can be done with people."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from kano_app.analysis.flags import Flagged
from kano_app.domain.survey import Flag, Survey
from kano_app.ui.context import Context
from kano_app.ui.models.answers_model import People
from kano_app.ui.widgets.card import GAP, button, label
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.flags import flag_name

Choice = tuple[str, int, int]
"""What is shown: "all", "flagged", "out", or a "trait" with its place and that of its level; or a "flag"."""

EVERYBODY: Choice = ("all", 0, 0)
_MOST_LEVELS = 60
_SEVERAL = (5, 10, 30)
_WIDEST_WAVE = 340


class PeopleTools(QWidget):
    """Counters, filter, person number, and the buttons for people."""

    filtered = Signal(object)
    """A ``Choice``."""
    wave_chosen = Signal(int)
    sought = Signal(int)
    """A person, from 0."""
    added = Signal(int)
    """So many people are wanted."""

    def __init__(
        self, context: Context, leave_out: Callable[[], None], count: Callable[[], None], remove: Callable[[], None]
    ) -> None:
        """Make them."""
        super().__init__()
        self._context = context
        tr = context.tr
        self.heading = label("", "heading")
        self.wave, self.filter = QComboBox(), QComboBox()
        self.wave.setAccessibleName(tr("Wave"))
        self.wave.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.wave.setMaximumWidth(_WIDEST_WAVE)
        self.wave.activated.connect(self.wave_chosen.emit)
        self.filter.setAccessibleName(tr("Who is shown"))
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.setMinimumContentsLength(14)
        self.filter.activated.connect(lambda at: self.filtered.emit(self.filter.itemData(at)))
        self.person = QLineEdit()
        self.person.setPlaceholderText(tr("Person no."))
        self.person.setAccessibleName(tr("Go to the person with this number"))
        self.person.setToolTip(tr("Go to the person with this number"))
        self.person.setValidator(QIntValidator(1, 2_000_000_000, self.person))
        self.person.setFixedWidth(100)
        self.person.returnPressed.connect(lambda: self.sought.emit(int(self.person.text() or 0) - 1))
        self.leave_out = self._tool("user-x", tr("Leave the selected people out of the counts…"), leave_out)
        self.count = self._tool("user-check", tr("Count the selected people again"), count)
        self.remove = self._tool("trash-2", tr("Remove the selected people and their answers"), remove)
        self.workshop = self._tool(
            "presentation", tr("Ask people in a workshop…"), lambda: self._context.window.run("workshop")
        )
        self.add = button(tr("Add a person"), lambda: self.added.emit(1), "primary", tip=tr("Add a person (Insert)"))
        self.several = self._tool("chevron-down", tr("Add several people"), lambda: None)
        menu = QMenu(self.several)
        for number in _SEVERAL:
            text = context.ntr("Add {n} person", "Add {n} people", number)
            menu.addAction(text).triggered.connect(lambda _=False, number=number: self.added.emit(number))
        menu.addSeparator()
        self.paper = menu.addAction(tr("Type paper forms…"))
        self.several.setMenu(menu)
        self.several.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.several.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        doing = (self.leave_out, self.count, self.remove, self.workshop, self.add, self.several)
        self._tools = (self.filter, self.person, *doing)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        for line in (self._upper, self._lower):
            line.setSpacing(GAP)
            lines.addLayout(line)
        lines.setSpacing(0)
        self._upper.addWidget(self.heading)
        self._upper.addStretch(1)
        for widget in (self.wave, *self._tools):
            self._upper.addWidget(widget)
        self._lower.addStretch(1)
        self._choices: list[tuple[str, Choice]] = []

    def arrange(self) -> None:
        """Set the tools under the counters where one line has no room for both."""
        line = (self.heading, *(() if self.wave.isHidden() else (self.wave,)), *self._tools)
        wanted = sum(max(one.sizeHint().width(), one.minimumWidth()) + GAP for one in line)
        to = self._lower if wanted > self.width() else self._upper
        if to.indexOf(self.filter) < 0:
            for widget in self._tools:
                (self._upper if to is self._lower else self._lower).removeWidget(widget)
                to.addWidget(widget)
            lines = self.layout()
            if lines is not None:
                lines.setSpacing(GAP if to is self._lower else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of its widest line when there are two."""
        wide = sum(max(one.minimumSizeHint().width(), one.minimumWidth()) + GAP for one in self._tools)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Use the width there is."""
        super().resizeEvent(event)
        self.arrange()

    def _tool(self, icon: str, tip: str, act: Callable[[], None]) -> QToolButton:
        found = QToolButton()
        found.setIcon(self._context.icon(icon))
        found.setToolTip(tip)
        found.setAccessibleName(tip)
        found.clicked.connect(lambda _=False: act())
        return found

    def offer(self, survey: Survey, choice: Choice) -> None:
        """Offer what of a survey can be shown."""
        tr = self._context.tr
        choices: list[tuple[str, Choice]] = [
            (tr("Everybody"), EVERYBODY), (tr("Flagged only"), ("flagged", 0, 0)), (tr("Left out only"), ("out", 0, 0))
        ]  # fmt: skip
        if choice[0] == "flag":
            flag = list(Flag)[choice[1]]
            choices.append((tr("Flag: {flag}", flag=flag_name(flag, self._context.language)), choice))
        for place, trait in enumerate(survey.traits):
            levels = trait.levels[:_MOST_LEVELS]
            choices += [
                (tr("{trait}: {level}", trait=trait.name, level=level), ("trait", place, at))
                for at, level in enumerate(levels)
            ]
        if choices != self._choices:
            self._choices = choices
            self.filter.clear()
            for text, data in choices:
                self.filter.addItem(text, data)
        at = next((at for at, (_, data) in enumerate(choices) if data == choice), 0)
        self.filter.setCurrentIndex(at)

    def offer_waves(self, surveys: Sequence[Survey], wave: int) -> None:
        """Offer the waves, if there are several."""
        tr, last = self._context.tr, len(surveys) - 1
        names = [one.label or tr("Wave {n}", n=str(at)) for at, one in enumerate(surveys, start=1)]
        texts = [tr("{wave} (latest)", wave=name) if at == last else name for at, name in enumerate(names)]
        if [self.wave.itemText(at) for at in range(self.wave.count())] != texts:
            self.wave.clear()
            self.wave.addItems(texts)
        self.wave.setCurrentIndex(wave)
        self.wave.setToolTip(plain_tip(texts[wave]))
        self.wave.setVisible(last > 0)
        self.arrange()


class ReasonBar(QWidget):
    """Why people are left out, asked in place."""

    given = Signal(str)
    """A flag's value, or the user's own words."""

    def __init__(self, context: Context) -> None:
        """Make it, hidden."""
        super().__init__()
        self._context = context
        tr = context.tr
        self._asked = label("")
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason.setAccessibleName(tr("Reason"))
        self._flags = {flag_name(flag, context.language): flag.value for flag in Flag}
        self.reason.addItems(list(self._flags))
        line = self.reason.lineEdit()
        assert line is not None  # noqa: S101 - it is editable
        line.setPlaceholderText(tr("Choose a reason or write your own"))
        line.setMaxLength(200)
        self.confirm = button(tr("Leave out"), self._give, "primary")
        line.returnPressed.connect(self._give)
        line.textChanged.connect(lambda text: self.confirm.setEnabled(bool(text.strip())))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._asked)
        layout.addWidget(self.reason, 1)
        layout.addWidget(self.confirm)
        layout.addWidget(button(tr("Cancel"), self.hide))
        self.hide()

    def ask(self, count: int) -> None:
        """Ask for the reason."""
        self._asked.setText(self._context.ntr("Why is {n} person left out?", "Why are {n} people left out?", count))
        self.reason.setCurrentIndex(-1)
        self.reason.setEditText("")
        self.confirm.setEnabled(False)
        self.show()
        self.reason.setFocus()

    def _give(self) -> None:
        text = self.reason.currentText().strip()
        if text and self.isVisible():
            self.hide()
            self.given.emit(self._flags.get(text, text))


def people_of(survey: Survey, choice: Choice, flagged: Flagged | None) -> People | None:
    """Return who a choice shows; ``None`` is everybody."""
    kind, place, level = choice
    people = survey.respondents or 0
    mask = np.zeros(people, dtype=np.bool_)
    if kind == "all":
        return None
    if kind == "trait":
        mask = survey.traits[place].codes == level
    elif kind == "out":
        mask[[one.person for one in survey.excluded]] = True
    elif flagged is not None:
        some = flagged.anybody if kind == "flagged" else flagged.people(list(Flag)[place])
        mask[[one for one in some if one < people]] = True
    return np.flatnonzero(mask)


def standing(choice: Choice, survey: Survey) -> Choice:
    """Return a choice, or everybody where the survey has no such group."""
    kind, place, level = choice
    gone = kind == "trait" and (place >= len(survey.traits) or level >= len(survey.traits[place].levels))
    return EVERYBODY if gone else choice
