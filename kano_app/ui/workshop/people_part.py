"""Who is here: how far each is, the name, what is known of them, coming and going."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QFormLayout, QVBoxLayout, QWidget

from kano_app.domain.session import Mode, Stage
from kano_app.domain.survey import Survey
from kano_app.entry.steps import Progress, sequence
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.workshop.desk import Desk
from kano_app.ui.workshop.fields import Choosing, Line


class PeoplePart(QWidget):
    """The list of people, over what can be said of the one that is chosen."""

    left = Signal()
    """Somebody is done here."""

    def __init__(self, context: Context, desk: Desk) -> None:
        """Make it empty."""
        super().__init__()
        self._context, self._desk = context, desk
        tr = context.tr
        self.list = Choosing()
        self.list.setAccessibleName(context.language.pgettext("in the room", "People"))
        self.list.currentRowChanged.connect(lambda _row: self._show_one())
        self.list.chosen.connect(self._go)
        self.name = Line()
        self.name.setPlaceholderText(tr("Name, if wanted"))
        self.name.setAccessibleName(tr("Name"))
        self.name.given.connect(self._call)
        self.name.left.connect(self.left)
        self.name.editingFinished.connect(lambda: self._call(self.name.text(), leaves=False))
        self.ask = button(tr("Ask now"), lambda: self._go(self.list.currentRow()))
        self.here = button(tr("Leaves"), self._come_or_go)
        self.join = button(tr("Somebody joins"), desk.join)
        self._traits = QFormLayout()
        self._traits.setSpacing(GAP // 2)
        self._boxes: dict[str, QComboBox] = {}
        self.hint = label("", "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.name)
        layout.addLayout(self._traits)
        layout.addWidget(row(self.ask, self.here))
        layout.addWidget(self.join)
        layout.addWidget(self.hint)
        self.hint.hide()

    @property
    def _is_looked_at(self) -> bool:
        """Whether somebody is at work here."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def follow(self) -> None:
        """Show everybody."""
        session = self._desk.session
        if session.mode is Mode.CARDS:
            self.list.put([])
            return
        language, progress = self._context.language, Progress(self._desk.project)
        done: dict[int, int] = {}
        total: dict[int, int] = {}
        for place in sequence(self._desk.project):
            total[place.participant] = total.get(place.participant, 0) + 1
            done[place.participant] = done.get(place.participant, 0) + progress.is_done(place)
        now = self._desk.view.place
        texts = []
        for at, one in enumerate(session.participants):
            of = f"{language.number(done.get(at, 0))}/{language.number(total.get(at, 0))}"
            far = of if one.here else self._context.tr("has left")
            if one.here and total.get(at) and done[at] == total[at]:
                far = "✓"
            turn = "▸ " if now is not None and now.participant == at and session.stage is Stage.ASKING else "   "
            texts.append((f"{turn}{self._desk.person(at)}", far))
        self.list.put(texts)
        if now is not None and not self._is_looked_at:
            self.choose(now.participant)
        self._show_one()

    def choose(self, participant: int) -> None:
        """Make a person the current one."""
        if 0 <= participant < self.list.count():
            self.list.setCurrentRow(participant)

    def _show_one(self) -> None:
        at, session = self.list.currentRow(), self._desk.project.survey.session
        is_one = session is not None and 0 <= at < len(session.participants)
        for widget in (self.name, self.ask, self.here):
            widget.setEnabled(is_one)
        if session is None or not is_one:
            return
        one = session.participants[at]
        if not self.name.hasFocus():
            self.name.setText(one.name)
        self.here.setText(self._context.tr("Leaves") if one.here else self._context.tr("Comes back"))
        self._show_traits(one.person)

    def _show_traits(self, person: int) -> None:
        offered = _offered(self._desk)
        if list(self._boxes) != list(offered):
            while self._traits.rowCount():
                self._traits.removeRow(0)
            self._boxes = {name: QComboBox() for name in offered}
            for name, box in self._boxes.items():
                box.setAccessibleName(name)
                box.setEditable(not offered[name])
                box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
                box.textActivated.connect(lambda text, name=name: self._tell(name, text))
                if (line := box.lineEdit()) is not None:
                    line.editingFinished.connect(lambda name=name, line=line: self._tell(name, line.text()))
                self._traits.addRow(label(name, "muted"), box)
        survey = self._desk.project.survey
        for name, box in self._boxes.items():
            value = _known(survey, name, person)
            choices = ["", *offered[name]]
            if value and value not in choices:
                choices.append(value)
            if [box.itemText(at) for at in range(box.count())] != choices:
                box.clear()
                box.addItems(choices)
            if not box.hasFocus() or not box.isEditable():
                box.setCurrentText(value)

    def _tell(self, name: str, value: str) -> None:
        at = self.list.currentRow()
        if at >= 0 and _known(self._desk.project.survey, name, self._desk.session.participants[at].person) != value:
            self._desk.tell(at, name, value)

    def _call(self, name: str, *, leaves: bool = True) -> None:
        at, session = self.list.currentRow(), self._desk.project.survey.session
        if (
            session is not None
            and 0 <= at < len(session.participants)
            and session.participants[at].name != name.strip()
        ):
            self._desk.call(at, name)
            self.name.setText(self._desk.session.participants[at].name)
        if leaves:
            self.left.emit()

    def _go(self, at: int) -> None:
        if at >= 0:
            self._desk.go_to_person(at)
            self.left.emit()

    def _come_or_go(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._desk.session.participants):
            if self._desk.session.participants[at].here:
                self._desk.leave(at)
            else:
                self._desk.come_back(at)


def _offered(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Return the traits that can be told with their choices: those of the questionnaire, and those known already."""
    found = {one.name: one.choices for one in desk.project.questionnaire.traits if one.name}
    for trait in desk.project.survey.traits:
        if trait.name not in found:
            found[trait.name] = trait.levels
    return found


def _known(survey: Survey, name: str, person: int) -> str:
    trait = next((one for one in survey.traits if one.name == name), None)
    return "" if trait is None or trait.codes[person] < 0 else trait.levels[trait.codes[person]]
