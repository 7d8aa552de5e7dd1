"""The layouts a survey can have, one module each; the one that recognises a head best reads the file."""

from collections.abc import Callable
from typing import Protocol

from kano_app.domain.mapping import Layout, Mapping
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Survey
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.layouts import category_recognition, long, tally, wide, wide_recognition
from kano_app.importers.readers.grid import Progress

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

    @property
    def mapping(self) -> Mapping:
        """What every column is."""

    def read(self, settings: ImportSettings, findings: Findings, progress: Progress) -> Survey:
        """Read the whole file."""


_LAYOUTS: tuple[Callable[[Head, Holds], Candidate | None], ...] = (
    wide_recognition.recognise,
    long.recognise,
    tally.recognise,
    category_recognition.recognise,
)


def recognise(head: Head, holds: Holds) -> Candidate | None:
    """Return the best reading of a head, or ``None``.

    Args:
        head: the first records of a grid.
        holds: whether a column holds answers; with a looser rule, what a file looks like by its headings alone.

    """
    found = [candidate for layout in _LAYOUTS if (candidate := layout(head, holds))]
    return max(found, key=lambda candidate: candidate.score, default=None)


_FROM_MAPPING: dict[Layout, Callable[[Head, Mapping], Candidate | None]] = {
    Layout.WIDE: wide.from_mapping,
    Layout.LONG: long.from_mapping,
    Layout.TALLY: tally.from_mapping,
    Layout.CATEGORY_TABLE: category_recognition.from_mapping,
}


def from_mapping(head: Head, mapping: Mapping) -> Candidate | None:
    """Return the reading of a head that a mapping tells, or ``None`` if it lacks a column that the layout needs."""
    return _FROM_MAPPING[mapping.layout](head, mapping)
