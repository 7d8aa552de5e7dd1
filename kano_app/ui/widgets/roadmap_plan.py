"""The choices of planning, what is amiss with the plan, and what other choices would move."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QVBoxLayout

from kano_app.domain import edits
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.problem import Code, Problem
from kano_app.domain.settings import PlanSettings
from kano_app.i18n import N_
from kano_app.roadmap import Alternative, Roadmap
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, clear, label
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.roadmap_fields import AmountField
from kano_app.ui.widgets.roadmap_unit import UnitChoice
from kano_app.ui.widgets.roadmap_words import breakable, quoted
from kano_app.wording.categories import horizon_name
from kano_app.wording.comparisons import moves_text
from kano_app.wording.problems import message
from kano_app.wording.settings import choice_name

_USUAL = 10.0
"""Capacity to begin with where no effort is known."""
_MOST_DELIGHTS = 99
_MOST_MOVES = 4


class PlanPanel(Card):
    """Capacity of Now and Next, and the delights in Now."""

    def __init__(self, context: Context) -> None:
        """Make it as the study has it."""
        super().__init__(context.tr("Plan"))
        self._context = context
        self.limited = QCheckBox(context.tr("Fill by capacity"))
        self.limited.setToolTip(
            context.tr("With a capacity each release takes what fits; without one the category alone decides.")
        )
        self.limited.clicked.connect(self._limit)
        self.amounts = {
            horizon: AmountField(context, self._capacity_of(horizon), may_be_empty=False)
            for horizon in (Horizon.NOW, Horizon.NEXT)
        }
        self._form = QFormLayout()
        self._form.setSpacing(GAP)
        for horizon, field in self.amounts.items():
            field.chosen.connect(lambda value, horizon=horizon: self._amount(horizon, value))
            self._form.addRow(label(self._capacity_of(horizon), "muted"), field)
            self.body.addWidget(field.told)
        self.delights = QSpinBox()
        self.delights.setRange(0, _MOST_DELIGHTS)
        self.delights.setMaximumWidth(96)
        told = context.tr("Delights in Now")
        self.delights.setAccessibleName(told)
        self.delights.setToolTip(
            context.tr("How many attractive features go into Now before any performance feature, if they fit.")
        )
        self.delights.valueChanged.connect(self._delights)
        self.unit = UnitChoice(context)
        below = QFormLayout()
        below.addRow(label(context.tr("Effort in"), "muted"), self.unit)
        below.addRow(label(told, "muted"), self.delights)
        self.body.insertWidget(1, self.limited)
        self.body.insertLayout(2, self._form)
        self.body.addLayout(below)
        self.roadmap: Roadmap | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says."""
        planning, read_only = self._context.project.planning, self._context.document.read_only
        self.limited.setChecked(planning.capacity is not None)
        self.limited.setEnabled(not read_only)
        for place, field in enumerate(self.amounts.values()):
            self._form.setRowVisible(field, planning.capacity is not None)
            field.put(planning.capacity[place] if planning.capacity else None)
            if planning.capacity is None:
                field.told.hide()
            field.setReadOnly(read_only)
        if self.delights.value() != planning.delights_in_now:
            self.delights.blockSignals(True)
            self.delights.setValue(planning.delights_in_now)
            self.delights.blockSignals(False)
        self.unit.refresh()
        self.delights.setReadOnly(read_only)
        self.delights.setEnabled(not read_only)
        say_why(self._context, self.limited, *self.amounts.values(), self.unit, self.delights)

    def _capacity_of(self, horizon: Horizon) -> str:
        return self._context.tr("Capacity of {place}", place=horizon_name(horizon, self._context.language))

    def _limit(self) -> None:
        capacity = self._first_capacity() if self.limited.isChecked() else None
        self._choose(N_("Change the capacity"), capacity=capacity)

    def _first_capacity(self) -> tuple[float, float]:
        """Return a third of all effort for each release, as a beginning."""
        effort = sum(release.effort for release in self.roadmap.releases) if self.roadmap else 0.0
        share = float(-(-effort // len(RELEASES))) or _USUAL
        return share, share

    def _amount(self, horizon: Horizon, value: float | None) -> None:
        capacity = self._context.project.planning.capacity
        if capacity is not None and value is not None:
            now, following = (value, capacity[1]) if horizon is Horizon.NOW else (capacity[0], value)
            self._choose(N_("Change the capacity"), f"capacity {horizon}", capacity=(now, following))

    def _delights(self, value: int) -> None:
        self._choose(N_("Change the delights in Now"), "delights", delights_in_now=value)

    def _choose(self, message: str, merge: str = "", /, **values: tuple[float, float] | int | None) -> None:
        self._context.apply(
            message, lambda project: edits.choose_planning(project, _changed(project.planning, values)), merge
        )


class Problems(Card):
    """What is amiss with the plan; hidden where nothing is."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context = context
        self._heading = label("", "heading")
        self.body.addWidget(self._heading)
        self._shown: tuple[tuple[str, bool], ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP)
        self.body.addLayout(self._lines)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is said."""
        return tuple(text for text, _ in self._shown)

    def put(self, problems: Sequence[Problem], features: int = 0) -> None:
        """Show problems; what only asks for efforts is an invitation while most of so many features have none."""
        told = tuple((message(one, self._context.language), _invites(one, features)) for one in problems)
        if told == self._shown:
            return
        self._shown = told
        clear(self._lines)
        for text, invites in told:
            self._lines.addWidget(label(breakable(text), "smallmuted" if invites else "smallwarning", wrap=True))
        tr = self._context.tr
        self._heading.setText(tr("To complete the plan") if all(one for _, one in told) else tr("To look at"))
        self.setVisible(bool(told))


class Alternatives(Card):
    """What other choices of method would move; hidden where the figures do not tell."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self.body.addWidget(label(context.tr("What other choices would move"), "heading", wrap=True))
        self._context = context
        self._shown: tuple[Alternative, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP)
        self.body.addLayout(self._lines)
        self.hide()

    def put(self, alternatives: tuple[Alternative, ...]) -> None:
        """Show what moves, and name together the choices that move nothing."""
        if alternatives == self._shown:
            return
        self._shown = alternatives
        clear(self._lines)
        language = self._context.language
        for one in alternatives:
            if one.moves:
                self._say(choice_name(one.choice, language), self._moves(one))
        quiet = [quoted(choice_name(one.choice, language), language) for one in alternatives if not one.moves]
        if quiet:
            self._say("", self._context.tr("Nothing moves by {names}.", names=language.listing(quiet)))
        self.setVisible(bool(alternatives))

    def _moves(self, one: Alternative) -> str:
        told = moves_text(one.moves[:_MOST_MOVES], self._context.language)
        more = len(one.moves) - _MOST_MOVES
        return told if more <= 0 else f"{told} · " + self._context.ntr("{n} more", "{n} more", more)

    def _say(self, name: str, text: str) -> None:
        if name:
            self._lines.addWidget(label(name, "cardname", wrap=True))
        self._lines.addWidget(label(breakable(text), "smallmuted", wrap=True))


def _invites(problem: Problem, features: int) -> bool:
    """Return whether a problem says no more than that somebody has not got to the efforts yet."""
    missing = problem.facts.get("features", ()) if problem.code is Code.EFFORT_MISSING else ()
    few_known = isinstance(missing, tuple) and 2 * len(missing) > features
    return problem.code is Code.CAPACITY_UNUSED or (problem.code is Code.EFFORT_MISSING and few_known)


def _changed(planning: PlanSettings, values: dict[str, tuple[float, float] | int | None]) -> PlanSettings:
    new = replace(planning, **values)  # type: ignore[arg-type] # the callers name fields of their types
    return planning if new == planning else new
