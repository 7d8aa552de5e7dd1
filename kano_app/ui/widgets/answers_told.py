"""Told in place while somebody types: which keys count, and why nothing can be changed here."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kano_app.domain.answer import Answer
from kano_app.ui.context import Context
from kano_app.ui.looking import look_of
from kano_app.ui.widgets.answers_grid import ANSWERS
from kano_app.ui.widgets.card import GAP, button, label
from kano_app.wording.answers import answer_name
from kano_app.wording.literal import visible


class Legend(QWidget):
    """The answers with their digits and the keys around them; in their place, for a while, what a wrong key was."""

    def __init__(self, context: Context, counter: QLabel) -> None:
        """Make it, with a counter at its end."""
        super().__init__()
        self._context = context
        tr, language = context.tr, context.language
        parts = [f"{answer:d} {answer_name(answer, language)}" for answer in ANSWERS]
        keys = " · ".join([*parts, tr("0 clears"), tr("two digits a pair: with it, without it")])
        self.keys, self.wrong = label(keys, "muted", wrap=True), label("", "warning", wrap=True)
        self.wrong.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GAP)
        layout.addWidget(self.keys, 1)
        layout.addWidget(self.wrong, 1)
        layout.addWidget(counter)

    def say_wrong(self, typed: str) -> None:
        """Tell which keys count after one that does not; without one show the keys again."""
        if typed:
            told = self._context.tr(
                "“{key}” is no answer. The keys 1 to 5 are answers, 6 is “{nothing}”, 0 clears.",
                key=visible(typed),
                nothing=answer_name(Answer.ABSTAINED, self._context.language),
            )
            if told != self.wrong.text() or self.wrong.isHidden():
                self.wrong.setText(told)
                announce(self, told)
        self.keys.setVisible(not typed)
        self.wrong.setVisible(bool(typed))


class WhyNot(QWidget):
    """Why nothing can be changed: at once of an earlier wave, of a read-only study when somebody types."""

    def __init__(self, context: Context) -> None:
        """Make it, hidden."""
        super().__init__()
        self._context = context
        self.text = label("", "warning", wrap=True)
        self.save = button(context.tr("Save under a name…"), lambda: context.window.run("save_as"), "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.save)
        self.hide()

    def follow(self, *, is_latest: bool) -> None:
        """Tell that a wave is an earlier one."""
        earlier = "" if is_latest else self._context.tr("This is an earlier wave: it can be looked at, not changed.")
        if not earlier and self.save.isVisibleTo(self):
            return  # somebody typed into a study that is read only, and that it still is
        self._put(earlier, saves=False)

    def refuse(self) -> None:
        """Answer somebody who types where nothing can be changed."""
        if self._context.document.read_only:
            self._put(read_only_text(self._context), saves=True)
        announce(self, self.text.text())

    def _put(self, text: str, *, saves: bool) -> None:
        self.text.setText(text)
        self.save.setVisible(saves)
        self.setVisible(bool(text))


def read_only_text(context: Context) -> str:
    """Return what is open that cannot be changed, and what to do to work on it."""
    tr, look = context.tr, look_of(context.document)
    if look is None:
        told = [tr("This study is read only."), tr("Save it under a name to work on the copy.")]
    elif look.error is None:
        how = tr("Restore it under Revisions… in the study itself, or save it under a name to work on the copy.")
        told = [look.told(context.language), how]
    else:
        told = [look.told(context.language)]
    return context.language.sentences(told)


def announce(widget: QWidget, told: str) -> None:
    """Let a screen reader say something."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, told))
