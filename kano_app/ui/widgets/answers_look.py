"""What to look at: problems met in the file and in the answers, and flags with what can be done about them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kano_app.analysis.flags import Flagged
from kano_app.domain import edits
from kano_app.domain.problem import Problem, Severity
from kano_app.domain.survey import Flag
from kano_app.i18n import N_
from kano_app.roadmap import all_problems
from kano_app.ui.context import Context
from kano_app.ui.icons import pixmap
from kano_app.ui.widgets.card import GAP, Card, button, clear, label
from kano_app.wording.flags import flag_name
from kano_app.wording.problems import message

_MOST = 200
"""Problems that are listed one by one."""
_KINDS = (
    (Severity.ERROR, "circle-alert", N_("Cannot be used")),
    (Severity.WARNING, "triangle-alert", N_("Look at this")),
    (Severity.NOTE, "info", N_("For your information")),
)


class ProblemList(Card):
    """The problems, the gravest first."""

    def __init__(self, context: Context) -> None:
        """List none yet."""
        super().__init__(context.tr("Met while reading and counting"))
        self._context = context
        self._shown: tuple[Problem, ...] | None = None
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, GAP, 0)
        self._list.setSpacing(6)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setAccessibleName(context.tr("Met while reading and counting"))
        self.body.addWidget(area, 1)

    def refresh(self) -> None:
        """Show the problems of the latest figures."""
        findings, tr = self._context.findings, self._context.tr
        if findings.analysis is None or findings.roadmap is None or findings.project is None:
            return
        problems = all_problems(findings.project, findings.analysis, findings.roadmap)
        if problems == self._shown:
            return
        self._shown = problems
        clear(self._list)
        for severity, icon, heading in _KINDS:
            some = [one for one in problems if one.severity is severity]
            if some:
                self._list.addWidget(label(tr(heading), "muted"))
            for one in some[:_MOST]:
                self._list.addWidget(self._line(icon, severity, message(one, self._context.language)))
            if len(some) > _MOST:
                self._list.addWidget(label(tr("{n} more", n=self._context.language.number(len(some) - _MOST)), "muted"))
        if not problems:
            self._list.addWidget(label(tr("Everything was read and counted; nothing is to be looked at."), wrap=True))
        self._list.addStretch(1)

    def texts(self) -> list[str]:
        """Return what is listed."""
        return [one.text() for one in self.findChildren(QLabel) if one.text()]

    def _line(self, icon: str, severity: Severity, text: str) -> QWidget:
        colours = self._context.colours
        colour = {Severity.ERROR: colours.error, Severity.WARNING: colours.warning}.get(severity, colours.muted)
        found = QFrame()
        layout = QGridLayout(found)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(GAP)
        picture = QLabel()
        picture.setPixmap(pixmap(icon, colour, 16, self.devicePixelRatioF()))
        layout.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(text, wrap=True, selectable=True), 0, 1)
        layout.setColumnStretch(1, 1)
        return found


class FlagList(Card):
    """What speaks against people, and leaving them out for it."""

    def __init__(self, context: Context, look: Callable[[Flag], None]) -> None:
        """List none yet; ``look`` shows the people of a flag."""
        super().__init__(context.tr("Answers to doubt"))
        self._context, self._look = context, look
        self._shown: object = None
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, GAP, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.body.addWidget(area, 1)

    def refresh(self) -> None:
        """Show the flags of the latest figures."""
        analysis, project = self._context.findings.analysis, self._context.findings.project
        if analysis is None or project is None or analysis.flagged is None:
            return
        flagged, out = analysis.flagged, {one.person for one in project.survey.excluded}
        counts = {flag: (people := flagged.people(flag), len(out & set(people))) for flag in Flag}
        shown = tuple((flag, len(people), left_out) for flag, (people, left_out) in counts.items())
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        some = [one for one in shown if one[1]]
        for row, one in enumerate(some):
            self._row(row, *one)
        if not some:
            told = label(self._context.tr("Nothing speaks against anybody’s answers."), "muted", wrap=True)
            self._grid.addWidget(told, 0, 0)
        self._grid.setRowStretch(max(len(some), 1), 1)
        self._grid.setColumnStretch(0, 1)

    def _row(self, row: int, flag: Flag, people: int, left_out: int) -> None:
        tr, ntr = self._context.tr, self._context.ntr
        name = flag_name(flag, self._context.language)
        name = name[:1].upper() + name[1:]
        told = ntr("{n} person", "{n} people", people)
        if left_out:
            told = tr("{people}, {n} left out", people=told, n=self._context.language.number(left_out))
        look = button(told, lambda: self._look(flag), "link", tip=tr("Show these people"))
        self._grid.addWidget(label(name, wrap=True), row, 0)
        self._grid.addWidget(look, row, 1)
        if left_out < people:
            act = button(tr("Leave these out"), lambda: self._leave_out(flag))
        else:
            act = button(tr("Count them again"), lambda: self._count_again(flag))
        act.setAccessibleName(f"{act.text()}: {name}")
        act.setEnabled(not self._context.document.read_only)
        self._grid.addWidget(act, row, 2)

    def _flagged(self) -> Flagged | None:
        """Return the flags, if they are of the study as it is."""
        findings = self._context.findings
        return None if findings.is_stale or findings.analysis is None else findings.analysis.flagged

    def _leave_out(self, flag: Flag) -> None:
        flagged = self._flagged()
        if flagged is not None:
            proposals = flagged.proposals((flag,))
            step = N_("Leave people out: {reason}")
            reason = flag_name(flag, self._context.language)
            self._context.apply(step, lambda project: edits.exclude_people(project, proposals), reason=reason)
            told = self._context.ntr("{n} person is left out.", "{n} people are left out.", len(proposals))
            self._context.window.notify(told, "info", self._context.undo_of_this_step())

    def _count_again(self, flag: Flag) -> None:
        flagged = self._flagged()
        if flagged is not None:
            people = flagged.people(flag)
            self._context.apply(N_("Count people again"), lambda project: edits.include_people(project, people))
