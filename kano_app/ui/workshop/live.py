"""What the answers come to so far: counted off the window's thread, the latest state only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import Mode

if TYPE_CHECKING:
    from kano_app.analysis.live import Outlook


@dataclass(frozen=True, slots=True)
class Row:
    """One feature."""

    name: str
    counts: dict[Category, int]
    category: Category | None = None
    """What most of them come to, by the study's rule; only where no other leads with as many."""
    is_tie: bool = False
    """Whether several categories lead with the same count, as the results and the report tell it."""
    needed: int | None = None
    """How many more answers another category needs at least; ``None`` is more than is looked ahead to."""
    could_change: bool = False

    @property
    def n(self) -> int:
        """How many answered."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Live:
    """All features, and how many of them few more answers could change."""

    rows: tuple[Row, ...] = ()
    more: int = 2
    are_votes: bool = False

    @property
    def open(self) -> int:
        """How many could change."""
        return sum(one.could_change for one in self.rows)


def live(project: Project) -> Live:
    """Return the figures of a workshop as it stands."""
    session = project.survey.session
    if session is not None and session.mode is Mode.VOTES:
        return _votes(project)
    from kano_app.analysis.live import outlook  # noqa: PLC0415 - loaded in a job's thread
    from kano_app.analysis.tally import category_counts, pairs_counted  # noqa: PLC0415
    from kano_app.analysis.verdict import verdict  # noqa: PLC0415
    from kano_app.domain.category import CATEGORIES  # noqa: PLC0415

    survey = project.survey.counted
    evidence = pairs_counted(survey.evidence)
    if evidence is None:
        return Live()
    counts = category_counts(evidence, project.analysis.table)
    ahead: Outlook = outlook(counts, project.analysis)
    rows = []
    for at, (feature, row) in enumerate(zip(survey.features, counts.tolist(), strict=True)):
        told = dict(zip(CATEGORIES, map(int, row), strict=True))
        found = verdict(told, sum(row), project.analysis)
        is_tie = found is not None and found.category in found.tied[:1]
        category = found.category if found is not None and not is_tie else None
        rows.append(Row(feature.name, told, category, is_tie, ahead.needed[at], ahead.could_change[at]))
    return Live(tuple(rows), ahead.more)


def _votes(project: Project) -> Live:
    session = project.survey.session
    assert session is not None  # noqa: S101 - the caller looked
    rows = []
    for feature in project.survey.features:
        told = [one.category for one in session.votes if one.feature == feature.id]
        counts = {category: told.count(category) for category in Category}
        most = [one for one, count in counts.items() if told and count == max(counts.values())]
        rows.append(Row(feature.name, counts, most[0] if len(most) == 1 else None, is_tie=len(most) > 1))
    return Live(tuple(rows), are_votes=True)
