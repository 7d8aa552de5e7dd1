"""What the program is, its version, and the licences of all it is made of."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from kano_app import assets
from kano_app.ui.context import Context
from kano_app.ui.dialogs.base import Dialog
from kano_app.ui.dialogs.licences import Licence, licences, version
from kano_app.ui.widgets.card import GAP, Card, label

_ICON = 56


def show_about(context: Context, parent: QWidget) -> None:
    """Show it."""
    AboutDialog(context, parent).open()


class AboutDialog(Dialog):
    """Name and version above, licences below."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Make it."""
        tr = context.tr
        super().__init__(context, parent, tr("About Kano App"))
        self.body.addLayout(self._head())
        card = Card(tr("Licences"))
        both = QHBoxLayout()
        both.setSpacing(2 * GAP)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Licences"))
        self.list.setFixedWidth(264)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text of the licence"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.text.setStyleSheet(f'font-family: "{fixed.family()}"; font-size: 12px;')
        self._licences = licences(tr("the fonts"), tr("the icons"))
        for one in self._licences:
            self.list.addItem(f"{one.name} ({one.terms})" if one.terms else one.name)
        self.list.currentRowChanged.connect(lambda at: self._show(self._licences[at]))
        both.addWidget(self.list)
        both.addWidget(self.text, 1)
        card.body.addLayout(both, 1)
        self.body.addWidget(card, 1)
        self.add_close()
        self.resize(880, 620)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _head(self) -> QHBoxLayout:
        tr = self.context.tr
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        picture = QSvgWidget(str(assets.resource("icons", "kano-app.svg")))
        picture.setFixedSize(_ICON, _ICON)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GAP)
        number = version()
        told = tr("Version {version}", version=number) if number else tr("Run from its source")
        words.addWidget(label(told, "heading", selectable=True))
        words.addWidget(
            label(
                tr(
                    "Kano App turns paired survey answers into the six categories of the Kano method and a prioritised "
                    "roadmap. Every figure can be followed back to the answers it was made of."
                ),
                wrap=True,
            )
        )
        words.addWidget(label(tr("It works offline and sends nothing: all data stay on this machine."), wrap=True))
        head.addLayout(words, 1)
        return head

    def _show(self, one: Licence) -> None:
        self.text.setPlainText(
            one.text()
            or self.context.tr("{name} is under the terms of {terms}.", name=one.name, terms=one.terms or "–")
        )
