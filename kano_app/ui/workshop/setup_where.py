"""Parts of the setup sheet that are there only where they are needed: features to type, answers to add to."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton

from kano_app.domain.evidence import Answers, PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, button, label, row
from kano_app.wording.entry import carried_sentence


def features_part(context: Context) -> tuple[Card, QPlainTextEdit]:
    """Return where features are typed, if the study has none."""
    tr = context.tr
    card = Card(tr("The features"))
    lines = QPlainTextEdit()
    lines.setPlaceholderText(tr("Free Wi-Fi"))
    lines.setAccessibleName(tr("Features, a line each"))
    lines.setTabChangesFocus(True)
    lines.setFixedHeight(92)
    card.body.addWidget(
        label(tr("There are no features yet. Type them here, a line each, or describe them first."), "muted", wrap=True)
    )
    card.body.addWidget(lines)
    card.body.addWidget(row(button(tr("Go to Features"), lambda: context.window.go("features"), "link"), None))
    if context.project.survey.features:
        card.hide()
    return card, lines


def where_part(context: Context) -> tuple[Card, QRadioButton, QRadioButton, QLineEdit]:
    """Return where the answers go, if there are answers already."""
    tr = context.tr
    card = Card(tr("There are answers already"))
    add = QRadioButton(tr("Add to them"))
    wave = QRadioButton(tr("A wave of its own"))
    name = QLineEdit()
    name.setPlaceholderText(tr("Name of the wave"))
    name.setAccessibleName(tr("Name of the wave"))
    name.setMaxLength(120)
    survey = context.project.survey
    before = survey.session
    add.setChecked(True)
    for one in (add, wave, name):
        card.body.addWidget(one)
    if before is not None:
        wave.setChecked(True)
        card.body.addWidget(label(carried_sentence(context.language), "muted", wrap=True))
    elif not isinstance(survey.evidence, Answers | PairTally):
        card.body.addWidget(label(tr("They are counts, which a workshop cannot add to."), "muted", wrap=True))
    has_answers = bool(survey.features) and (not isinstance(survey.evidence, Answers) or survey.evidence.people > 0)
    if not has_answers:
        card.hide()
    return card, add, wave, name


def fits_evidence(project: Project, mode: Mode) -> bool:
    """Return whether a workshop can add to the answers that are there."""
    evidence = project.survey.evidence
    if mode is Mode.CARDS:
        return isinstance(evidence, PairTally) or (isinstance(evidence, Answers) and evidence.people == 0)
    return isinstance(evidence, Answers)
