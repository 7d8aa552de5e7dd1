"""What is done with people and with a pair that was put back; every one a step with a way back."""

from collections.abc import Callable

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.survey import Exclusion, Survey
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.answers_settled import SettledGrid
from kano_app.ui.widgets.answers_tools import ReasonBar
from kano_app.wording.flags import reason_name
from kano_app.wording.literal import visible


class PeopleDoing:
    """Adds people, removes them, leaves them out and counts them again."""

    def __init__(
        self, context: Context, grid: SettledGrid, reason: ReasonBar, show_everybody: Callable[[], None]
    ) -> None:
        """Serve a grid; ``show_everybody`` lifts its filter."""
        self._context, self._grid, self._reason = context, grid, reason
        self._show_everybody = show_everybody

    def add(self, count: int) -> None:
        """Add people at the end and go to the first of them."""
        grid, context = self._grid, self._context
        grid.settle()
        if not grid.writable:
            return
        first = context.project.survey.respondents or 0
        self._show_everybody()
        step = N_("Add a person") if count == 1 else N_("Add {n} people")
        context.apply(step, lambda project: edits.add_people(project, count), n=context.language.number(count))
        grid.go_to(first, 0)
        grid.setFocus()

    def remove(self) -> None:
        """Remove the selected people and their answers."""
        people, context = self._grid.chosen(), self._context
        if not people:
            return
        step = N_("Remove a person") if len(people) == 1 else N_("Remove {n} people")
        n = context.language.number(len(people))
        context.apply(step, lambda project: entry.remove_people(project, people), n=n)
        told = context.ntr(
            "{n} person is removed, with all answers.", "{n} people are removed, with all answers.", len(people)
        )
        self._tell(told)

    def ask_reason(self) -> None:
        """Ask why the selected people are left out."""
        people = set(self._grid.chosen()) - set(self._grid.answers.out)
        if people:
            self._reason.ask(len(people))

    def leave_out(self, reason: str) -> None:
        """Leave the selected people out."""
        grid, context = self._grid, self._context
        out = [Exclusion(person, reason) for person in grid.chosen() if person not in grid.answers.out]
        if not out:
            return
        step, name = N_("Leave people out: {reason}"), reason_name(reason, context.language)
        context.apply(step, lambda project: edits.exclude_people(project, out), reason=name)
        self._tell(context.ntr("{n} person is left out.", "{n} people are left out.", len(out)))
        grid.setFocus()

    def count_again(self) -> None:
        """Count the selected people again."""
        people = [person for person in self._grid.chosen() if person in self._grid.answers.out]
        if people:
            step = N_("Count people again")
            self._context.apply(step, lambda project: edits.include_people(project, people))

    def _tell(self, told: str) -> None:
        self._context.window.notify(told, "info", self._context.undo_of_this_step())


def say_put_back(context: Context, survey: Survey, person: int, column: int) -> None:
    """Tell that a pair is as it was, and offer to have none."""
    if context.window.document is not context.document:
        return  # another study came in place of this one
    codes, feature = _codes(survey, person, column), survey.features[column]
    told = context.tr(
        "Only one digit was typed, so person {person} keeps “{pair}” for “{name}”.",
        person=context.language.number(person + 1),
        pair="{} {}".format(*map(context.language.number, codes)),
        name=visible(feature.name),
    )
    act = (context.tr("Clear it"), lambda: _clear_pair(context, person, feature.id, codes))
    context.window.notify(told, "info", act)


def _clear_pair(context: Context, person: int, feature: str, codes: tuple[int, int]) -> None:
    """Clear a pair that was put back, unless something else stands there by now."""
    survey = context.project.survey
    column = next((at for at, one in enumerate(survey.features) if one.id == feature), -1)
    if _codes(survey, person, column) == codes:
        step = N_("Clear answers")
        context.apply(step, lambda project: edits.answer(project, {(person, column): (0, 0)}))


def _codes(survey: Survey, person: int, column: int) -> tuple[int, int]:
    """Return the pair of a person; nothing where there is none."""
    evidence = survey.evidence
    if not isinstance(evidence, Answers) or column < 0 or person >= evidence.people:
        return 0, 0
    pair = evidence.pairs[column]
    return int(pair.functional[person]), int(pair.dysfunctional[person])
