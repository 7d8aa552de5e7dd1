"""The layouts a survey can have, one module each; the one that recognises a head best reads the file."""

from collections.abc import Callable
from typing import Protocol

from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Survey
from kano_app.importers.findings import Findings
from kano_app.importers.grid import Progress
from kano_app.importers.head import Head
from kano_app.importers.layouts import category_table, long, tally, wide

Holds = Callable[[int], bool]


class Candidate(Protocol):
    """A head as one layout understands it."""

    @property
    def head(self) -> Head:
        """The head that was recognised."""

    @property
    def score(self) -> int:
        """How much of the head must be as it is for this layout; the highest score reads the file."""

    @property
    def answer_columns(self) -> tuple[int, ...]:
        """The columns that hold answers."""

    def read(self, settings: ImportSettings, findings: Findings, progress: Progress) -> Survey:
        """Read the whole file."""


_LAYOUTS: tuple[Callable[[Head, Holds], Candidate | None], ...] = (
    wide.recognise,
    long.recognise,
    tally.recognise,
    category_table.recognise,
)


def recognise(head: Head, holds: Holds) -> Candidate | None:
    """Return the best reading of a head, or ``None``.

    Args:
        head: the first records of a grid.
        holds: whether a column holds answers; with a looser rule, what a file looks like by its headings alone.

    """
    found = [candidate for layout in _LAYOUTS if (candidate := layout(head, holds))]
    return max(found, key=lambda candidate: candidate.score, default=None)
