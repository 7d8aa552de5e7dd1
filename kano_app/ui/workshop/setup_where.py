"""Parts of the setup sheet that are there only where they are needed: features to type, answers to add to."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton

from kano_app import entry
from kano_app.domain.evidence import Answers, PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Mode
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, button, label, row
from kano_app.wording.entry import carried_sentence, new_seats_sentence, same_seats_sentence


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


class WherePart(Card):
    """Where the answers go, if there are answers already: the likeliest, until somebody chooses."""

    def __init__(self, context: Context) -> None:
        """Offer both; what is likeliest depends on the way of asking."""
        tr = context.tr
        super().__init__(tr("There are answers already"))
        self._context = context
        self.add, self.wave = QRadioButton(tr("Add to them")), QRadioButton(tr("A wave of its own"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name of the wave"))
        self.name.setAccessibleName(tr("Name of the wave"))
        self.name.setMaxLength(120)
        self.told = label("", "muted", wrap=True)
        for widget in (self.add, self.wave, self.name, self.told):
            self.body.addWidget(widget)
        self._proposes = self._is_chosen = False
        self.add.toggled.connect(lambda _is_on: self._choose())
        self.wave.toggled.connect(lambda _is_on: self._choose())
        survey = context.project.survey
        has_answers = bool(survey.features) and (not isinstance(survey.evidence, Answers) or survey.evidence.people > 0)
        if not has_answers:
            self.hide()

    def follow(self, mode: Mode, people: Sequence[str]) -> None:
        """Propose what is likeliest for a way of asking, and say who is who."""
        project = self._context.project
        fits = fits_evidence(project, mode)
        if not fits or not self._is_chosen:
            self._proposes = True
            (self.add if fits and _is_likelier_to_add(project, mode) else self.wave).setChecked(True)
            self._proposes = False
        self.add.setEnabled(fits)
        self.name.setEnabled(self.wave.isChecked())
        told = self._told(mode, people)
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def _choose(self) -> None:
        """Remember that somebody has chosen."""
        self._is_chosen = self._is_chosen or not self._proposes

    def _told(self, mode: Mode, people: Sequence[str]) -> str:
        project, language = self._context.project, self._context.language
        if not isinstance(project.survey.evidence, Answers | PairTally):
            return self._context.tr("They are counts, which a workshop cannot add to.")
        if project.survey.session is None or self.wave.isChecked() or mode is Mode.CARDS:
            return ""
        if entry.same_seats(project, mode, people):
            return same_seats_sentence(language)
        return carried_sentence(language) if any(people) else new_seats_sentence(language)


def where_part(context: Context) -> tuple[WherePart, QRadioButton, QRadioButton, QLineEdit]:
    """Return where the answers go, and what it is chosen by."""
    card = WherePart(context)
    return card, card.add, card.wave, card.name


def _is_likelier_to_add(project: Project, mode: Mode) -> bool:
    """Return whether the same people are likely to go on: they have given the other kind of evidence only."""
    if project.survey.session is None:
        return True
    other = Mode.ROUND if mode is Mode.VOTES else Mode.VOTES
    return mode is not Mode.CARDS and entry.has_kind(project, other) and not entry.has_kind(project, mode)


def fits_evidence(project: Project, mode: Mode) -> bool:
    """Return whether a workshop can add to the answers that are there."""
    evidence = project.survey.evidence
    if mode is Mode.CARDS:
        return isinstance(evidence, PairTally) or (isinstance(evidence, Answers) and evidence.people == 0)
    return isinstance(evidence, Answers)
