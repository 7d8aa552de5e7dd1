"""What speaks against single people, and who was left out for it."""

from kano_app.analysis.flags import Flagged
from kano_app.domain.survey import Flag, Survey
from kano_app.i18n import N_
from kano_app.tables.cells import Cell
from kano_app.tables.table import Column, Kind, Table

_FLAGS = (
    Column("flag", N_("What speaks against the answers"), Kind.TEXT),
    Column("people", N_("People"), Kind.COUNT),
    Column("left_out", N_("Left out"), Kind.COUNT),
)
_PEOPLE = (
    Column("person", N_("Person"), Kind.COUNT, N_("Place among the people of the survey, from 1.")),
    Column("complete", N_("Complete pairs"), Kind.COUNT),
    Column("questionable", N_("Questionable"), Kind.SHARE, N_("Share of the person’s complete pairs.")),
    *(
        Column(flag.value, heading, Kind.TEXT)
        for flag, heading in (
            (Flag.STRAIGHT_LINE, N_("Straight line")),
            (Flag.SCALE_BACKWARDS, N_("Scale backwards")),
            (Flag.QUESTIONABLE, N_("Contradictions")),
            (Flag.DUPLICATE, N_("Answered before")),
        )
    ),
    Column("left_out", N_("Left out"), Kind.TEXT),
)


def flags_table(survey: Survey, flagged: Flagged) -> Table:
    """Return how many people each flag has, and how many of them were left out; ``survey`` has everybody in it."""
    out = {one.person for one in survey.excluded}
    rows = tuple((flag, len(flagged.people(flag)), len(out & set(flagged.people(flag)))) for flag in Flag)
    return Table("flags", N_("Quality of the answers"), _FLAGS, rows)


def people_table(survey: Survey, flagged: Flagged) -> Table:
    """Return everybody who has a flag or was left out; ``survey`` has everybody in it."""
    out = {one.person for one in survey.excluded}
    rows: list[tuple[Cell, ...]] = []
    for person in sorted(out | set(flagged.anybody)):
        complete, flags = int(flagged.complete[person]), flagged.of(person)
        share = int(flagged.questionable[person]) / complete if complete else None
        rows.append((person + 1, complete, share, *((flag in flags) or None for flag in Flag), (person in out) or None))
    return Table("people", N_("People to look at"), _PEOPLE, tuple(rows))
