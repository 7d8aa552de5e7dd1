"""How another survey is taken up: as a study of its own, a later wave, or more people of the same one."""

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.survey import Survey
from kano_app.ui.context import Context
from kano_app.ui.dialogs.base import Dialog
from kano_app.ui.dialogs.matching import MatchingTable
from kano_app.ui.widgets.card import Card, label
from kano_app.wording.literal import shortened, visible

_MOST_NAMED = 4
_LONGEST = 40
_WIDTH, _LOW, _HIGH = 720, 280, 600


class Way(StrEnum):
    """What becomes of the other survey."""

    STUDY = "study"
    WAVE = "wave"
    PEOPLE = "people"


class AddDialog(Dialog):
    """Asks for the way, and for the features that both have."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        title: str,
        told: str,
        project: Project,
        other: Survey,
        ways: Collection[Way],
    ) -> None:
        """Propose the likeliest of some ways."""
        super().__init__(context, parent, title, told)
        self._project, self._other = project, other
        same = edits.same_features(project.surveys, other)
        can_be_pooled = edits.can_be_pooled(project.survey, other)
        self._has_people = isinstance(other.evidence, Answers)
        self._group = QButtonGroup(self)
        self.radios: dict[Way, QRadioButton] = {}
        for way in ways:
            if way is Way.PEOPLE and not can_be_pooled:
                continue
            radio = QRadioButton(_way_text(way, context, has_people=self._has_people))
            self._group.addButton(radio)
            self.radios[way] = radio
            self.body.addWidget(radio)
        self.table = MatchingTable(context, project.survey, other, same)
        self._card = Card(context.tr("Which feature is which"))
        self._card.body.addWidget(self.table, 1)
        self._summary = label("", "muted", wrap=True)
        self._card.body.addWidget(self._summary)
        self.body.addWidget(self._card, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)
        if Way.PEOPLE in ways and not can_be_pooled:
            self.body.addWidget(
                label(
                    context.tr("People cannot be added: one of the two has counts, not answers of people."),
                    "muted",
                    wrap=True,
                )
            )
        self.confirm = self.add_confirm(context.tr("Import"))
        self._group.buttonToggled.connect(lambda *_: self._follow())
        self.table.changed.connect(self._say)
        self.radios[self._likeliest(same)].setChecked(True)
        self._follow()
        self.radios[self.way].setFocus()

    @property
    def way(self) -> Way:
        """The way that is chosen."""
        return next((way for way, radio in self.radios.items() if radio.isChecked()), next(iter(self.radios)))

    def _likeliest(self, same: dict[str, str]) -> Way:
        shared = 2 * len(same) >= len(self._other.features)
        wanted = [Way.WAVE, Way.STUDY] if shared or Way.STUDY not in self.radios else [Way.STUDY]
        if shared and _are_of_one_round(self._project.survey, self._other):
            wanted.insert(0, Way.PEOPLE)
        if Way.STUDY not in self.radios and self._project.survey.respondents == 0:
            wanted.insert(0, Way.PEOPLE)
        return next(way for way in wanted if way in self.radios)

    def _follow(self) -> None:
        tr = self.context.tr
        self._card.setVisible(self.way is not Way.STUDY)
        self._rest.setVisible(self.way is Way.STUDY)
        self.resize(_WIDTH, _LOW if self.way is Way.STUDY else _HIGH)
        if self.way is Way.PEOPLE:
            self.table.offer(tr("Add as a new feature"), tr("Leave its answers out"))
        else:
            self.table.offer(tr("Not in the earlier wave"))
        self.confirm.setText(
            {
                Way.STUDY: tr("Make a new study"),
                Way.WAVE: tr("Add the wave"),
                Way.PEOPLE: tr("Add the people") if self._has_people else tr("Add the counts"),
            }[self.way]
        )
        self._say()

    def _say(self) -> None:
        context = self.context
        matched = len(self.table.same())
        told = [
            context.ntr("{n} feature is in both.", "{n} features are in both.", matched)
            if matched
            else context.tr("No feature is in both: choose at least one.")
        ]
        only = self.table.only_here()
        if only:
            told.append(context.tr("Only in this study: {names}.", names=listed(only, context)))
        if self.way is Way.PEOPLE:
            known = edits.what_is_appended(self._project, self._other, self.table.same(), ()).known
            if known is None:
                told.append(context.tr("Nothing in the two tells people apart: whoever is in both will count twice."))
            elif known:
                told.append(
                    context.ntr(
                        "{n} person is in this study already and will be flagged as answering twice.",
                        "{n} people are in this study already and will be flagged as answering twice.",
                        known,
                    )
                )
        self._summary.setText(" ".join(told))
        self.confirm.setEnabled(self.way is Way.STUDY or (self.table.is_settled() and matched > 0))


def _are_of_one_round(survey: Survey, other: Survey) -> bool:
    """Return whether both are workshops of the same day or the next: breakout groups, or a second sitting."""
    days = [one.session.date for one in (survey, other) if one.session is not None and one.session.date is not None]
    return len(days) == 2 and abs((days[0] - days[1]).days) <= 1


def listed(names: list[str], context: Context) -> str:
    """Return the first of some names, each in quotation marks, and how many more there are."""
    quoted = [context.tr("“{name}”", name=shortened(visible(name), _LONGEST)) for name in names[:_MOST_NAMED]]
    more = len(names) - _MOST_NAMED
    if more > 0:
        quoted.append(context.ntr("{n} more", "{n} more", more))
    return context.language.listing(quoted)


def _way_text(way: Way, context: Context, *, has_people: bool) -> str:
    more = context.tr("More people of the same wave: another group or a second export")
    if not has_people:
        more = context.tr("More counts of the same wave: another group or a second export")
    texts = {
        Way.STUDY: context.tr("A new study; the one that is open stays as it is"),
        Way.WAVE: context.tr("A later wave of this study: the same features asked again"),
        Way.PEOPLE: more,
    }
    return texts[way]
