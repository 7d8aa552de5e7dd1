"""The page Answers: people by features, what speaks against them, and answers typed by hand."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from kano_app.domain.evidence import Answers
from kano_app.domain.survey import Flag, Survey
from kano_app.ui.context import Context
from kano_app.ui.models.answers_model import People
from kano_app.ui.pages.page import Page
from kano_app.ui.widgets.answers_counts import CountsCard, no_features, nobody, none_shown
from kano_app.ui.widgets.answers_doing import PeopleDoing, say_put_back
from kano_app.ui.widgets.answers_layout import above_each_other, column, uncut
from kano_app.ui.widgets.answers_look import FlagList, ProblemList
from kano_app.ui.widgets.answers_paper import PaperBar
from kano_app.ui.widgets.answers_settled import SettledGrid
from kano_app.ui.widgets.answers_told import Legend, WhyNot
from kano_app.ui.widgets.answers_tools import EVERYBODY, Choice, PeopleTools, ReasonBar, people_of, standing
from kano_app.ui.widgets.answers_words import heading_text, pairs_text, size_text
from kano_app.ui.widgets.card import label
from kano_app.ui.workshop.door import WorkshopWaits

_NO_FEATURES, _NOBODY, _GRID, _COUNTS = range(4)


class AnswersPage(Page):
    """The page Answers."""

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
        self.reason = ReasonBar(context)
        self.people = PeopleDoing(context, self.grid, self.reason, self._show_everybody)
        self.tools = PeopleTools(context, self.people.ask_reason, self.people.count_again, self.people.remove)
        self.problems, self.flags = ProblemList(context), FlagList(context, self._look_at)
        self.counter, self.told = label("", "muted"), WhyNot(context)
        self.counter.setToolTip(context.tr("Complete pairs of all people who are counted"))
        self.legend = Legend(context, self.counter)
        self.counts = CountsCard(context)
        self.none_shown = uncut(none_shown(context, self._show_everybody))
        self.paper, self.waits = PaperBar(context, self.grid, self.people.add), WorkshopWaits(context)
        upper = (self.waits, self.tools, self.paper, self.reason, self.told, self.grid, self.none_shown, self.legend)
        grid = above_each_other(upper, (self.grid, self.none_shown), (self.problems, self.flags))
        empty = (uncut(no_features(context)), uncut(nobody(context, self.people.add, self.type_forms)))
        for widget in (*empty, grid, column(self.counts)):
            self._stack.addWidget(widget)
        self._connect()
        self._follow(hidden=True)

    def _connect(self) -> None:
        self.grid.asked_for_person.connect(lambda: self.people.add(1))
        self.grid.ended.connect(self._ended)
        self.grid.put_back.connect(self._say_put_back)
        self.grid.wrong_key.connect(self.legend.say_wrong)
        self.grid.refused.connect(self.told.refuse)
        self.grid.selectionModel().selectionChanged.connect(self._enable)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self.legend.say_wrong(""))
        self.grid.answers.modelReset.connect(lambda: self.legend.say_wrong(""))
        self.grid.answers.modelReset.connect(self._enable)
        self.tools.added.connect(self.people.add)
        self.tools.paper.triggered.connect(self.type_forms)
        self.tools.filtered.connect(self._filter)
        self.tools.wave_chosen.connect(self._choose_wave)
        self.tools.sought.connect(self._seek)
        self.reason.given.connect(self.people.leave_out)
        self.context.document.changed.connect(self._changed)
        self.context.findings.ready.connect(self._judge)

    def left(self) -> None:
        """End a stack of forms: one with nothing on it is nobody."""
        if not self.paper.isHidden():
            self.paper.end()

    def let_go(self) -> None:
        """Be done with forms as well."""
        self.left()

    def main(self) -> QWidget | None:
        """Return the grid."""
        return self.grid

    def state(self) -> str:
        """Return how many people there are, how many are left out, and how many of those counted are flagged."""
        if not self.context.project.surveys or not self.context.project.survey.respondents:
            return ""
        return size_text(self.context, self.context.project.survey)

    def select(self, feature: str) -> None:
        """Show the column of a feature."""
        places = {one.id: place for place, one in enumerate(self._survey.features)}
        place = self.grid.place
        if feature in places and place is not None and not self.grid.hasFocus():
            self.grid.go_to(place[0], places[feature])

    def shown(self) -> None:
        """Show the study as it is now."""
        self.waits.refresh()
        self._follow()
        self._judge()
        if not self.grid.currentIndex().isValid():
            self.grid.go_to(self.grid.answers.person(0) if self.grid.answers.rowCount() else 0, 0)

    def type_forms(self, *_: object) -> None:
        """Type paper forms."""
        self.paper.begin()

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

    def _say(self) -> None:
        """Show the counters."""
        survey, shown = self._survey, self.grid.answers.rowCount()
        is_filtered = self._choice != EVERYBODY
        self.none_shown.setVisible(is_filtered and not shown)
        self.grid.setVisible(not is_filtered or bool(shown))
        self.tools.heading.setText(heading_text(self.context, survey, shown if is_filtered else None))
        self.tools.arrange()
        self.counter.setText(pairs_text(self.context, survey, self.grid.answers.answered))
        self.told.follow(is_latest=self._is_latest)
        self._enable()

    def _enable(self, *_: object) -> None:
        may = self.grid.writable
        chosen = set(self.grid.chosen()) if may else set()
        out = set(self.grid.answers.out)
        self.tools.leave_out.setEnabled(bool(chosen - out))
        self.tools.count.setEnabled(bool(chosen & out))
        self.tools.remove.setEnabled(bool(chosen))
        for widget in (self.tools.add, self.tools.several, self.tools.paper, self.tools.workshop):
            widget.setEnabled(may)

    # doing

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
        self._say()

    def _show_everybody(self) -> None:
        if self._choice != EVERYBODY:
            self._filter(EVERYBODY)

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
        if self.paper.isVisible():
            return  # Enter is what comes next there
        told = self.context.tr("That was the last pair of the last person shown. Insert adds a person.")
        self.context.window.notify(told)

    def _say_put_back(self, person: int, column: int) -> None:
        say_put_back(self.context, self._survey, person, column)
