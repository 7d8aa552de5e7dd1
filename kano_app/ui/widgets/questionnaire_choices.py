"""The choices of the questionnaire: language, title, introduction, importance, paper."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QVBoxLayout, QWidget

from kano_app.domain import edits
from kano_app.domain.settings import Paper
from kano_app.i18n import LANGUAGES, N_, language
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, label
from kano_app.ui.widgets.features_panel import TextField
from kano_app.ui.widgets.field import Field
from kano_app.ui.widgets.questionnaire_traits import Traits
from kano_app.ui.widgets.report_words import LANGUAGE_NAMES, paper_name

_LONGEST = 200
_INTRODUCTION = 96


class QuestionnaireChoices(QWidget):
    """Every choice of the questionnaire, each one a step that can be undone."""

    def __init__(self, context: Context) -> None:
        """Make the fields as the study has them."""
        super().__init__()
        self._context = context
        self._make_fields()
        self.traits = Traits(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._form())
        column.addWidget(self.traits)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says, without touching what is being typed."""
        from kano_app.report.questionnaire.document import default_introduction  # noqa: PLC0415 - waits until needed

        project, read_only = self._context.project, self._context.document.read_only
        chosen, report = project.questionnaire, project.report
        code = chosen.language or report.language
        words = language(code)
        for field, text, stands_in in (
            (self.title, chosen.title, report.title or words.gettext("Your opinion")),
            (self.organisation, chosen.organisation, report.organisation),
        ):
            if field.text() != text:
                field.setText(text)
            field.setPlaceholderText(stands_in)
            field.setReadOnly(read_only)
        self.introduction.show_text(chosen.introduction)
        self.introduction.setPlaceholderText(default_introduction(words))
        for box, value in ((self.language, code), (self.paper, (chosen.paper or report.paper).value)):
            box.setCurrentIndex(box.findData(value))
            box.setEnabled(not read_only)
        self.importance.setChecked(chosen.importance)
        self.importance.setEnabled(not read_only)
        self.traits.refresh()

    def _make_fields(self) -> None:
        tr, words = self._context.tr, self._context.language
        self.language = _box([(code, LANGUAGE_NAMES[code]) for code in LANGUAGES])
        self.paper = _box([(one.value, paper_name(one, words)) for one in Paper])
        self.title, self.organisation = Field(), Field()
        self.introduction = TextField(self._context, tr("Introduction"), lines=True)
        self.introduction.setFixedHeight(_INTRODUCTION)
        self.importance = QCheckBox(tr("Ask how important each feature is (1–9)"))
        self.language.activated.connect(
            lambda _: self._choose(
                N_("Change the language of the questionnaire"), language=str(self.language.currentData())
            )
        )
        self.paper.activated.connect(
            lambda _: self._choose(N_("Change the paper of the questionnaire"), paper=Paper(self.paper.currentData()))
        )
        self.importance.clicked.connect(
            lambda on: self._choose(
                N_("Ask for importance") if on else N_("Do not ask for importance"), importance=bool(on)
            )
        )
        for name, message, signal in (
            ("title", N_("Change the title of the questionnaire"), self.title.textEdited),
            ("organisation", N_("Change who asks"), self.organisation.textEdited),
            ("introduction", N_("Change the introduction of the questionnaire"), self.introduction.typed),
        ):
            signal.connect(
                lambda text, name=name, message=message: self._choose(message, f"questionnaire {name}", **{name: text})
            )
        for field in (self.title, self.organisation):
            field.setMaxLength(_LONGEST)

    def _form(self) -> Card:
        tr = self._context.tr
        card, form = Card(), QFormLayout()
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (tr("Language"), self.language),
            (tr("Title"), self.title),
            (tr("Organisation"), self.organisation),
            (tr("Introduction"), self.introduction),
            (tr("Paper"), self.paper),
        ):
            field.setAccessibleName(name)
            form.addRow(label(name, "muted"), field)
        card.body.addLayout(form)
        card.body.addWidget(self.importance)
        return card

    def _choose(self, message: str, merge: str = "", /, **values: Any) -> None:  # noqa: ANN401 - fields of the settings
        old = self._context.project.questionnaire
        new = replace(old, **values)
        if new != old:
            self._context.apply(message, lambda project: edits.choose_questionnaire(project, new), merge)


def _box(entries: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    for value, name in entries:
        box.addItem(name, value)
    return box
