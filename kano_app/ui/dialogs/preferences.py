"""What a person prefers: language, look, and the defaults of new studies."""

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from kano_app.domain.evaluation_table import TABLES
from kano_app.domain.settings import AnalysisSettings, Paper, ReverseAndQuestionable, Rule
from kano_app.i18n import LANGUAGES
from kano_app.ui.context import Context
from kano_app.ui.dialogs.base import Dialog
from kano_app.ui.preferences import Preferences, Theme
from kano_app.ui.widgets.card import GAP, Card, label
from kano_app.wording.settings import choice_name, rule_sentence, table_name, treatment_sentence

LANGUAGE_NAMES = {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文"}
"""Each in itself."""
_LONGEST = 120

_Choice = TypeVar("_Choice", bound=StrEnum)


def ask_preferences(context: Context, parent: QWidget) -> Preferences | None:
    """Return the preferences as somebody wants them, ``None`` if they are to stay as they are."""
    dialog = PreferencesDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    chosen = dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return chosen


class PreferencesDialog(Dialog):
    """A form of all preferences."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Show them as they are now."""
        tr, self._old = context.tr, context.window.preferences
        super().__init__(context, parent, tr("Preferences"))
        old = self._old
        self.language = _combo(
            {"": tr("As the system"), **{code: LANGUAGE_NAMES[code] for code in LANGUAGES}}, old.language
        )
        themes = {Theme.SYSTEM: tr("As the system"), Theme.LIGHT: tr("Light"), Theme.DARK: tr("Dark")}
        self.theme = _combo(themes, old.theme)
        self.table = _combo({name: table_name(one, context.language) for name, one in TABLES.items()}, old.table)
        self.rule = _combo({rule: choice_name(rule, context.language) for rule in Rule}, old.rule)
        self.reverse = _combo(
            {choice: choice_name(choice, context.language) for choice in ReverseAndQuestionable},
            old.reverse_and_questionable,
        )
        self.organisation = QLineEdit(old.organisation)
        self.organisation.setMaxLength(_LONGEST)
        self.paper = _combo({Paper.A4: tr("A4"), Paper.LETTER: tr("Letter")}, old.paper)
        self.body.addWidget(
            _form(tr("The window"), (tr("Language"), self.language), (tr("Appearance"), self.theme)),
        )
        method = _form(
            tr("Method of new studies"),
            (tr("Evaluation table"), self.table),
            (tr("Rule"), self.rule),
            (tr("Reverse and questionable"), self.reverse),
        )
        self.told = label("", "muted", wrap=True)
        self.told.setMinimumHeight(4 * self.told.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        method.body.addWidget(self.told)
        self.body.addWidget(method)
        self.body.addWidget(
            _form(tr("Report of new studies"), (tr("Organisation"), self.organisation), (tr("Paper"), self.paper))
        )
        self.body.addStretch(1)
        self.confirm = self.add_confirm(tr("Save"))
        for combo in (self.rule, self.reverse):
            combo.currentIndexChanged.connect(lambda _: self._tell())
        self._tell()
        self.setMinimumWidth(560)
        self.language.setFocus()

    def chosen(self) -> Preferences:
        """Return the preferences as the form says."""
        return replace(
            self._old,
            language=str(self.language.currentData()),
            theme=Theme(self.theme.currentData()),
            table=str(self.table.currentData()),
            rule=Rule(self.rule.currentData()),
            reverse_and_questionable=ReverseAndQuestionable(self.reverse.currentData()),
            organisation=self.organisation.text().strip(),
            paper=Paper(self.paper.currentData()),
        )

    def _tell(self) -> None:
        """Say what the choices of method do."""
        settings = AnalysisSettings(
            rule=Rule(self.rule.currentData()),
            reverse_and_questionable=ReverseAndQuestionable(self.reverse.currentData()),
        )
        words = self.context.language
        self.told.setText(f"{rule_sentence(settings, words)} {treatment_sentence(settings, words)}")


def _combo(texts: dict[_Choice, str] | dict[str, str], chosen: str) -> QComboBox:
    found = QComboBox()
    for value, text in texts.items():
        found.addItem(text, str(value))
    found.setCurrentIndex(max(found.findData(str(chosen)), 0))
    return found


def _form(heading: str, *rows: tuple[str, QWidget]) -> Card:
    card = Card(heading)
    form = QFormLayout()
    form.setHorizontalSpacing(2 * GAP)
    form.setVerticalSpacing(GAP)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for text, widget in rows:
        widget.setAccessibleName(text)
        named = label(text)
        named.setMinimumWidth(180)
        form.addRow(named, widget)
    card.body.addLayout(form)
    return card
