"""A part of the setup sheet: what the room sees."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit

from kano_app.domain.session import Mode
from kano_app.i18n import LANGUAGES, language
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, label, row
from kano_app.wording.questions import answer_sentences

OWN_NAMES = {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文"}


class RoomPart(Card):
    """What the room sees: its language, the answers as they are worded, names or numbers."""

    def __init__(self, context: Context) -> None:
        """Offer the window's language and its answers."""
        super().__init__(context.tr("What the room sees"))
        tr = context.tr
        self.write_first = check(tr("“Write first, then say”"), tr("So that the first voice does not lead the others."))
        self.write_first.setChecked(True)
        self.names_shown = check(tr("Names on the room screen"), tr("Else people are called by numbers."))
        self.language = QComboBox()
        self.language.setAccessibleName(tr("Language of the room"))
        for code in LANGUAGES:
            self.language.addItem(OWN_NAMES[code], code)
        self.language.setCurrentIndex(LANGUAGES.index(context.language.code))
        self.language.currentIndexChanged.connect(lambda _at: self._word())
        self.answers = [QLineEdit() for _ in range(5)]
        self._default: tuple[str, ...] = ()
        self._own = context.language.code
        for widget in (
            self.write_first,
            self.names_shown,
            row(label(tr("Language of the room")), self.language, None),
            label(tr("The five answers, as the study words them"), "muted"),
        ):
            self.body.addWidget(widget)
        for number, one in enumerate(self.answers, start=1):
            one.setAccessibleName(tr("Answer {n}", n=context.language.number(number)))
            one.setMaxLength(60)
            line = QHBoxLayout()
            line.addWidget(label(str(number), "muted"))
            line.addWidget(one, 1)
            self.body.addLayout(line)
        self._word()

    @property
    def code(self) -> str:
        """The language of the room."""
        return str(self.language.currentData())

    @property
    def chosen_code(self) -> str:
        """The same; empty where it is that of the window."""
        return "" if self.code == self._own else self.code

    @property
    def worded(self) -> tuple[str, ...]:
        """The answers that are worded by hand; the others are empty."""
        told = (one.text().strip() for one in self.answers)
        return tuple("" if text == default else text for text, default in zip(told, self._default, strict=True))

    def take(self, code: str, worded: tuple[str, ...]) -> None:
        """Show a language and answers that were worded by hand."""
        self.language.setCurrentIndex(LANGUAGES.index(code or self._own))
        for one, text in zip(self.answers, worded, strict=True):
            if text:
                one.setText(text)

    @property
    def wording(self) -> tuple[str, ...]:
        """The answers where they are not those of the language; one left empty is that of the language."""
        typed = tuple(one.text().strip() or default for one, default in zip(self.answers, self._default, strict=True))
        return () if typed == self._default else typed

    def follow(self, mode: Mode) -> None:
        """Offer what a way of asking can show."""
        self.names_shown.setEnabled(mode is not Mode.CARDS)
        for one in self.answers:
            one.setEnabled(mode is not Mode.VOTES)

    def _word(self) -> None:
        """Word the answers in another language, those that were not worded by hand."""
        new = tuple(answer_sentences(language(self.code)).values())
        for at, one in enumerate(self.answers):
            if not self._default or one.text() == self._default[at]:
                one.setText(new[at])
        self._default = new


def check(text: str, tip: str) -> QCheckBox:
    """Return a box to tick, with what it is good for in its tip."""
    found = QCheckBox(text.replace("&", "&&"))
    found.setToolTip(tip)
    found.setAccessibleDescription(tip)
    return found
