"""Stacks of paper forms typed on the numeric keypad: two digits a feature, Enter for the next form."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from kano_app.domain import edits
from kano_app.domain.answer import Answer
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.answers_grid import Place
from kano_app.ui.widgets.answers_settled import SettledGrid
from kano_app.ui.widgets.card import GAP, button, label
from kano_app.wording.literal import visible

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PaperBar(QWidget):
    """A line over the grid while forms are typed; it answers the keys of the grid before the grid does."""

    def __init__(self, context: Context, grid: SettledGrid, add: Callable[[int], None]) -> None:
        """Stand aside until forms are typed; ``add`` adds people."""
        super().__init__()
        self._context, self._grid, self._add = context, grid, add
        tr = context.tr
        self._made: list[int] = []
        """The people that forms have become, in the order of the forms."""
        self._asked: Place | None = None
        """The pair whose importance is awaited."""
        self._typed_before: Place | None = None
        self._refused = ""
        """What was typed and is no answer, or not one of a form."""
        self.number, self.keys = label("", "heading"), label("", "muted", wrap=True)
        self.importance = QCheckBox(tr("With importance"))
        self.importance.toggled.connect(self._ask_no_more)
        self.close_button = button(tr("Done"), self.end)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GAP)
        layout.addWidget(self.number)
        layout.addWidget(self.keys, 1)
        layout.addWidget(self.importance)
        layout.addWidget(self.close_button)
        grid.installEventFilter(self)
        grid.selectionModel().currentChanged.connect(lambda *_: self._tell())
        context.document.changed.connect(lambda *_: self._forget_those_gone())
        self.hide()

    def begin(self) -> None:
        """Type the first form, which is of a new person, whoever is there."""
        if not self._grid.writable:
            return
        if not self.isHidden():
            self.end()
        self.show()
        self._made = []
        self._add_form()
        self._ask_no_more()
        self._grid.setFocus()

    def end(self) -> None:
        """Stop typing forms; the one that was begun and has nothing on it goes."""
        self._grid.settle()
        self.hide()
        forms, self._made = self._made, []
        if edits.take_out_nobodies(self._context.project, forms) is not self._context.project:
            self._context.apply(N_("End typing forms"), lambda project: edits.take_out_nobodies(project, forms))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer the keys of forms."""
        if (
            watched is not self._grid
            or self.isHidden()
            or event.type() is not QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
        ):
            return False
        return self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        typed = unicodedata.normalize("NFKC", event.text())
        self._refused = ""
        if event.key() in _ENTER:
            self._next_form()
        elif self._asked is None and typed and typed in "123456789+-−" and not self._is_at_a_form:
            self._refused = typed
        elif self._asked is not None and typed in set("0123456789+"):
            self._state(typed)
        elif typed == "+":
            self._digit(int(Answer.ABSTAINED), both=True)
        elif typed in {"-", "−"}:
            self._back()
        elif typed and typed in "123456":
            self._digit(int(typed))
        elif typed and typed in "789":
            self._refused = typed
        else:
            self._tell()
            return False
        self._tell()
        return True

    def _digit(self, digit: int, *, both: bool = False) -> None:
        """Give a half to the grid, or what is missing of the pair."""
        place = self._grid.place
        if place is None:
            return
        at_the_end = self._is_at_the_end(place)
        is_second = self._grid.pairs.half == place
        if not is_second and at_the_end and self._typed_before == place:
            self._next_form()
            place = self._grid.place
            if place is None or not self._is_at_a_form:
                return
        self._typed_before = None
        self._grid.type_digit(digit)
        if both and not is_second:
            self._grid.type_digit(digit)
            is_second = True
        if is_second:
            self._typed_before = place
            if self.importance.isChecked() and digit != Answer.ABSTAINED:
                self._asked = place

    def _state(self, typed: str) -> None:
        """Take the importance of the pair that was typed; 0 and + say that there is none."""
        place, self._asked = self._asked, None
        if place is None or typed in {"0", "+"}:
            return
        person, feature = place
        self._context.apply(
            N_("Importance for person {person}"),
            lambda project: edits.state_importance(project, person, feature, float(typed)),
            person=str(person + 1),
        )

    def _back(self) -> None:
        """Take the last digit back."""
        if self._asked is not None:
            self._asked = None
        self._typed_before = None
        self._grid.take_back()

    def _next_form(self) -> None:
        """Go to the next form, of a new person where there is none."""
        place = self._grid.place
        self._ask_no_more()
        self._grid.settle()
        here = -1 if place is None else place[0]
        following = next((one for one in self._forms if one > here), None) if here in self._forms else None
        last = self._forms[-1] if self._forms else -1
        if following is not None:
            self._grid.go_to(following, 0)
        elif last >= 0 and not self._has_answers(last):
            self._grid.go_to(last, 0)  # an empty form is no form
        else:
            self._add_form()

    def _add_form(self) -> None:
        """Begin a form: whoever has a seat or answers is never the one."""
        before = self._people
        self._add(1)
        self._made += range(before, self._people)
        self._tell()

    def _forget_those_gone(self) -> None:
        """Know no forms that were undone."""
        self._made = [one for one in self._made if one < self._people]

    def _ask_no_more(self, *_: object) -> None:
        self._asked, self._typed_before = None, None
        self._tell()

    # telling

    def _tell(self) -> None:
        if self.isHidden():
            return
        tr, language, place = self._context.tr, self._context.language, self._grid.place
        forms = self._forms
        at = forms.index(place[0]) if place is not None and place[0] in forms else len(forms) - 1
        self.number.setText(tr("Form {n}", n=language.number(max(at, 0) + 1)))
        self.keys.setProperty("role", "warning" if self._refused else "muted")
        self.keys.style().polish(self.keys)
        if self._refused and not self._is_at_a_form:
            self.keys.setText(tr("This row is no form. Enter goes on with the forms, Done ends them."))
        elif self._refused:
            told = tr("{digit} is no answer: 1 to 5, and 6 or + where somebody abstains.", digit=self._refused)
            self.keys.setText(told)
        elif self._asked is not None:
            name = visible(self._grid.answers.feature_name(self._asked[1]))
            self.keys.setText(tr("Importance of “{name}”: 1 to 9, 0 for none", name=name))
        else:
            told = tr("Two digits a feature, with it and without it · + abstains · − back · Enter: the next form")
            self.keys.setText(told)

    @property
    def _people(self) -> int:
        return self._context.project.survey.respondents or 0

    @property
    def _forms(self) -> list[int]:
        """The people of forms; a row that somebody sits at is none."""
        session = self._context.project.survey.session
        seated = set() if session is None else {one.person for one in session.participants}
        return [one for one in self._made if one not in seated]

    @property
    def _is_at_a_form(self) -> bool:
        place = self._grid.place
        return place is not None and place[0] in self._forms

    def _is_at_the_end(self, place: Place) -> bool:
        return place[1] == self._grid.answers.columnCount() - 1

    def _has_answers(self, person: int) -> bool:
        row = self._grid.answers.row_of(person)
        columns = range(self._grid.answers.columnCount())
        return row < 0 or any(any(self._grid.answers.codes(row, column)) for column in columns)
