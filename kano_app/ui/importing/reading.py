"""A file read off the window's thread: first looked at, then read as a mapping tells."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kano_app.domain.mapping import Mapping
from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Survey
from kano_app.ui.importing.kept import recall

if TYPE_CHECKING:
    from kano_app.importers import Examined, Source

Told = Callable[[float], None]
_LOOKED = 0.3
"""Of the way of a file, what looking at it is."""
CELLS = {Code.ANSWER_UNREAD, Code.ANSWER_OUTSIDE_SCALE, Code.IMPORTANCE_UNREAD, Code.COUNT_UNREAD}
"""Problems that are cells which were not understood."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """How a file is to be read, as it was guessed or corrected."""

    examined: "Examined"
    mapping: Mapping
    is_guess: bool = False
    """Nothing was corrected: the file's own evidence settles everything."""
    kept_on: dt.date | None = None
    """The day of the correction it was remembered from, where it is that still."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What came of a step."""

    survey: Survey | None
    problems: tuple[Problem, ...]
    refused: Problem | None = None
    """Why nothing can be imported so."""

    @property
    def unread(self) -> int:
        """How many cells were not understood."""
        return sum(_count(one) for one in self.problems if one.code in CELLS)

    @property
    def left_out_rows(self) -> int:
        """How many rows were left out."""
        return sum(_count(one) for one in self.problems if one.code is Code.ROWS_LEFT_OUT)


def look(source: "Source", salt: str, told: Told) -> tuple[Step, Step, Reading]:
    """Return how a file would be read, how it is read (as remembered, if it is), and what comes of that.

    Raises:
        Unusable: if it cannot be opened, is no table or holds no rows.

    """
    from kano_app import importers  # noqa: PLC0415 - heavy libraries wait until they are needed

    examined = importers.examine(source, ImportSettings(), lambda share: told(_LOOKED * share))
    guess = step = Step(examined, examined.mapping, is_guess=examined.problem is None)
    kept = recall(examined.shape)
    if kept is not None and (fitting := examined.remembered(kept[0])) is not None:
        step = Step(fitting, fitting.mapping, kept_on=kept[1])
    _prepare(step)
    reading = read(source, step, salt, lambda share: told(_LOOKED + (1 - _LOOKED) * share))
    return guess, step, reading


def read(source: "Source", step: Step, salt: str, told: Told) -> Reading:
    """Return what comes of reading a file so."""
    from kano_app import importers  # noqa: PLC0415

    mapping = None if step.is_guess else step.mapping
    try:
        survey, problems = importers.read_survey(source, ImportSettings(salt=salt), told, mapping)
    except Unusable as refused:
        return Reading(None, (), refused.problem)
    return Reading(survey, problems)


def _prepare(step: Step) -> None:
    """Count the texts of all columns here, where nobody waits for it."""
    step.examined.answers(step.mapping)


def _count(problem: Problem) -> int:
    count = problem.facts.get("count", 1)
    return count if isinstance(count, int) else 1
