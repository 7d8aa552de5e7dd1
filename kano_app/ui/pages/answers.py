"""The page Answers: people by features, what speaks against them, and answers typed by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.survey import Exclusion, Flag, Survey
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.models.answers_model import People
from kano_app.ui.pages.page import Page
from kano_app.ui.widgets.answers_counts import CountsCard, no_features, nobody
from kano_app.ui.widgets.answers_look import FlagList, ProblemList
from kano_app.ui.widgets.answers_settled import SettledGrid
from kano_app.ui.widgets.answers_tools import (
    EVERYBODY,
    Choice,
    PeopleTools,
    ReasonBar,
    column,
    legend,
    people_of,
    standing,
)
from kano_app.ui.widgets.card import GAP, Card, label
from kano_app.wording.flags import reason_name
from kano_app.wording.literal import visible

_NO_FEATURES, _NOBODY, _GRID, _COUNTS = range(4)


class AnswersPage(Page):
    """The page Answers."""

    name = "answers"
    icon = "table-2"
    topic = "answers"

    def __init__(self, context: Context) -> None:
        """Show the answers of the latest wave."""
        super().__init__(context)
        self._shown: Survey | None = None
        self._wave, self._waves = -1, 0
        self._choice: Choice = EVERYBODY
        self._rows: People | None = None
        self._stack = QStackedLayout(self)
        self.grid = SettledGrid(context)
        self.tools = PeopleTools(context, self._ask_reason, self._count_again, self._remove)
        self.reason = ReasonBar(context)
        self.problems, self.flags = ProblemList(context), FlagList(context, self._look_at)
        self.counter, self.told = label("", "muted"), label("", "warning", wrap=True)
        self.counts = CountsCard(context)
        for widget in (no_features(context), nobody(context, self.add_people), self._people(), column(self.counts)):
            self._stack.addWidget(widget)
        self._connect()
        self._follow(hidden=True)

    def _connect(self) -> None:
        self.grid.asked_for_person.connect(lambda: self.add_people(1))
        self.grid.ended.connect(self._ended)
        self.grid.put_back.connect(self._say_put_back)
        self.grid.selectionModel().selectionChanged.connect(self._enable)
        self.grid.answers.modelReset.connect(self._enable)
        self.tools.added.connect(self.add_people)
        self.tools.filtered.connect(self._filter)
        self.tools.wave_chosen.connect(self._choose_wave)
        self.tools.sought.connect(self._seek)
        self.reason.given.connect(self._leave_out)
        self.context.document.changed.connect(self._changed)
        self.context.findings.ready.connect(self._judge)

    def title(self) -> str:
        """Return the name in the rail."""
        return self.context.tr("Answers")

    def state(self) -> str:
        """Return how many people there are, and how many of those counted are flagged."""
        if not self.context.project.surveys or not self.context.project.survey.respondents:
            return ""
        return self._size(self.context.project.survey)

    def select(self, feature: str) -> None:
        """Show the column of a feature."""
        places = {one.id: place for place, one in enumerate(self._survey.features)}
        place = self.grid.place
        if feature in places and place is not None and not self.grid.hasFocus():
            self.grid.go_to(place[0], places[feature])

    def shown(self) -> None:
        """Show the study as it is now."""
        self._follow()
        self._judge()
        if not self.grid.currentIndex().isValid():
            self.grid.go_to(self.grid.answers.person(0) if self.grid.answers.rowCount() else 0, 0)

    # making

    def _people(self) -> QWidget:
        upper = Card()
        for widget in (self.tools, self.reason, self.told, self.grid, legend(self.context, self.counter)):
            upper.body.addWidget(widget, int(widget is self.grid))
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.addWidget(self.problems)
        beside.addWidget(self.flags)
        beside.setSizes([500, 500])
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(upper)
        split.addWidget(beside)
        for one in (split, beside):
            one.setHandleWidth(2 * GAP)
            one.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        split.setSizes([500, 170])
        self.told.hide()
        return column(split)

    # following

    @property
    def _survey(self) -> Survey:
        return self.context.project.surveys[self._wave]

    @property
    def _is_latest(self) -> bool:
        return self._wave in {-1, len(self.context.project.surveys) - 1}

    def _follow(self, *, hidden: bool = False) -> None:
        """Show the study as it is now, if anybody looks."""
        surveys = self.context.project.surveys
        if not surveys or not (hidden or self.isVisible()):
            return
        if len(surveys) != self._waves:
            self._waves, self._wave = len(surveys), -1
        survey = self._survey
        self.grid.pairs.use(self.context.project.analysis.table)
        if survey is self._shown:
            return
        before, self._shown = self._shown, survey
        self._stack.setCurrentIndex(self._part(survey))
        if before is None or before.traits is not survey.traits or before.respondents != survey.respondents:
            self._choice = standing(self._choice, survey)
            self.tools.offer(survey, self._choice)
        self.tools.offer_waves(surveys, self._wave % len(surveys))
        self._put(survey, before)
        self._say()

    def _changed(self, *_: object) -> None:
        # No lambda: only what is bound to the page goes with it when the page is made anew.
        self._follow()

    def _part(self, survey: Survey) -> int:
        if not survey.features:
            return _NO_FEATURES
        if not isinstance(survey.evidence, Answers):
            return _COUNTS
        return _GRID if survey.evidence.people else _NOBODY

    def _put(self, survey: Survey, before: Survey | None) -> None:
        place = self.grid.place
        other_people = before is None or before.respondents != survey.respondents
        if before is None or other_people or before.excluded != survey.excluded:
            if other_people:
                self.grid.answers.flag(None)
            self._rows = people_of(survey, self._choice, self.grid.answers.flagged)
        self.grid.writable = self._is_latest and not self.context.document.read_only
        self.grid.answers.put(survey, self._rows)
        if place is not None and not self.grid.currentIndex().isValid():
            last = max((survey.respondents or 1) - 1, 0)
            self.grid.go_to(min(place[0], last), min(place[1], max(len(survey.features) - 1, 0)))

    def _judge(self) -> None:
        """Show what the latest figures say of people and answers."""
        findings = self.context.findings
        if findings.analysis is None or not self.isVisible():
            return
        if not self._is_latest:
            self.grid.answers.flag(None)
        elif not findings.is_stale:
            self.grid.answers.flag(findings.analysis.flagged)
        self.problems.refresh()
        self.flags.refresh()
        self._say()
        if self._stack.currentIndex() == _COUNTS:
            self.counts.refresh(self._survey.evidence, is_latest=self._is_latest)

    def _size(self, survey: Survey) -> str:
        tr, ntr, number = self.context.tr, self.context.ntr, self.context.language.number
        told = ntr("{n} person", "{n} people", survey.respondents or 0)
        analysis = self.context.findings.analysis
        if analysis is None or analysis.flagged is None or survey is not self.context.project.survey:
            return told
        flagged = len(set(analysis.flagged.anybody) - {one.person for one in survey.excluded})
        return tr("{people}, {m} flagged", people=told, m=number(flagged)) if flagged else told

    def _say(self) -> None:
        """Show the counters."""
        survey, tr, number = self._survey, self.context.tr, self.context.language.number
        told = self._size(survey)
        if survey.excluded:
            told = tr("{people}, {n} left out", people=told, n=number(len(survey.excluded)))
        self.tools.heading.setText(told)
        total = (survey.respondents or 0) * len(survey.features)
        answered = number(self.grid.answers.answered)
        self.counter.setText(tr("{n} of {total} pairs", n=answered, total=number(total)))
        older = "" if self._is_latest else tr("This is an earlier wave: it can be looked at, not changed.")
        self.told.setText(older)
        self.told.setVisible(bool(older))
        self._enable()

    def _enable(self, *_: object) -> None:
        may = self.grid.writable
        chosen = set(self.grid.chosen()) if may else set()
        out = set(self.grid.answers.out)
        self.tools.leave_out.setEnabled(bool(chosen - out))
        self.tools.count.setEnabled(bool(chosen & out))
        self.tools.remove.setEnabled(bool(chosen))
        for widget in (self.tools.add, self.tools.several):
            widget.setEnabled(may)

    # doing

    def add_people(self, count: int) -> None:
        """Add people at the end and go to the first of them."""
        self.grid.settle()
        if not self.grid.writable:
            return
        first = self.context.project.survey.respondents or 0
        if self._choice != EVERYBODY:
            self._filter(EVERYBODY)
        n = self.context.language.number(count)
        step = N_("Add a person") if count == 1 else N_("Add {n} people")
        self.context.apply(step, lambda project: edits.add_people(project, count), n=n)
        self.grid.go_to(first, 0)
        self.grid.setFocus()

    def _remove(self) -> None:
        people, context = self.grid.chosen(), self.context
        if not people:
            return
        n = context.language.number(len(people))
        step = N_("Remove a person") if len(people) == 1 else N_("Remove {n} people")
        context.apply(step, lambda project: edits.remove_people(project, people), n=n)
        told = context.ntr(
            "{n} person is removed, with all answers.", "{n} people are removed, with all answers.", len(people)
        )
        self._tell(told)

    def _tell(self, told: str) -> None:
        self.context.window.notify(told, "info", self.context.undo_of_this_step())

    def _ask_reason(self) -> None:
        people = set(self.grid.chosen()) - set(self.grid.answers.out)
        if people:
            self.reason.ask(len(people))

    def _leave_out(self, reason: str) -> None:
        out = [Exclusion(person, reason) for person in self.grid.chosen() if person not in self.grid.answers.out]
        if not out:
            return
        step, context = N_("Leave people out: {reason}"), self.context
        context.apply(
            step, lambda project: edits.exclude_people(project, out), reason=reason_name(reason, context.language)
        )
        told = context.ntr("{n} person is left out.", "{n} people are left out.", len(out))
        self._tell(told)
        self.grid.setFocus()

    def _count_again(self) -> None:
        people = [person for person in self.grid.chosen() if person in self.grid.answers.out]
        if people:
            step = N_("Count people again")
            self.context.apply(step, lambda project: edits.include_people(project, people))

    def _filter(self, choice: Choice) -> None:
        """Show some of the people."""
        self.grid.settle()
        place = self.grid.place
        self._choice = (choice[0], choice[1], choice[2])
        self._rows = people_of(self._survey, self._choice, self.grid.answers.flagged)
        self.tools.offer(self._survey, self._choice)
        self.grid.answers.put(self._survey, self._rows)
        rows = self.grid.answers.rowCount()
        if (place is None or not self.grid.go_to(*place)) and rows:
            self.grid.go_to(self.grid.answers.person(0), 0)

    def _look_at(self, flag: Flag) -> None:
        self._filter(("flag", list(Flag).index(flag), 0))

    def _choose_wave(self, wave: int) -> None:
        self.grid.settle()
        self._wave = wave
        self._choice, self._rows, self._shown = EVERYBODY, None, None
        self._follow()
        self._judge()

    def _seek(self, person: int) -> None:
        people = self._survey.respondents or 0
        if not 0 <= person < people:
            told = self.context.tr(
                "There are people with the numbers 1 to {n}.", n=self.context.language.number(people)
            )
            self.context.window.notify(told, "warning")
            return
        if self.grid.answers.row_of(person) < 0:
            self._filter(EVERYBODY)
        self.grid.go_to(person, max(self.grid.currentIndex().column(), 0))
        self.grid.setFocus()

    def _ended(self) -> None:
        told = self.context.tr("That was the last pair of the last person shown. Insert adds a person.")
        self.context.window.notify(told)

    def _say_put_back(self, person: int, column: int) -> None:
        """Tell that a pair is as it was, and offer to have none."""
        context, codes = self.context, _codes(self._survey, person, column)
        if context.window.document is not context.document:
            return  # another study came in place of this one
        feature = self._survey.features[column].id
        told = context.tr(
            "Only one digit was typed, so person {person} keeps “{pair}” for “{name}”.",
            person=context.language.number(person + 1),
            pair="{} {}".format(*map(context.language.number, codes)),
            name=visible(self._survey.features[column].name),
        )
        context.window.notify(told, "info", (context.tr("Clear it"), lambda: self._clear_pair(person, feature, codes)))

    def _clear_pair(self, person: int, feature: str, codes: tuple[int, int]) -> None:
        """Clear a pair that was put back, unless something else stands there by now."""
        survey = self.context.project.survey
        column = next((at for at, one in enumerate(survey.features) if one.id == feature), -1)
        if _codes(survey, person, column) == codes:
            step = N_("Clear answers")
            self.context.apply(step, lambda project: edits.answer(project, {(person, column): (0, 0)}))


def _codes(survey: Survey, person: int, column: int) -> tuple[int, int]:
    """Return the pair of a person; nothing where there is none."""
    evidence = survey.evidence
    if not isinstance(evidence, Answers) or column < 0 or person >= evidence.people:
        return 0, 0
    pair = evidence.pairs[column]
    return int(pair.functional[person]), int(pair.dysfunctional[person])
