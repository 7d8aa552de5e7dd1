"""Two waves: what each feature was, what it is, and whether the change is more than chance."""

from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.analysis.waves import Change, Shift, Step
from kano_app.i18n import N_
from kano_app.tables.cells import Cell, Drift, Range
from kano_app.tables.table import Column, Kind, Table

COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    Column("before", N_("Before"), Kind.CATEGORY),
    Column("category", N_("Now it is"), Kind.CATEGORY),
    Column("drift", N_("Drift"), Kind.TEXT, N_("Along indifferent → attractive → performance → must-be.")),
    Column("better", N_("Better, change"), Kind.COEFFICIENT),
    Column("better_interval", N_("Change between"), Kind.INTERVAL),
    Column("better_z", N_("z"), Kind.COEFFICIENT),
    Column("better_p", N_("p"), Kind.PROBABILITY),
    Column("better_adjusted_p", N_("p, corrected"), Kind.PROBABILITY, N_("Corrected over the features.")),
    Column("worse", N_("Worse, change"), Kind.COEFFICIENT),
    Column("worse_interval", N_("Change between"), Kind.INTERVAL),
    Column("worse_z", N_("z"), Kind.COEFFICIENT),
    Column("worse_p", N_("p"), Kind.PROBABILITY),
    Column("worse_adjusted_p", N_("p, corrected"), Kind.PROBABILITY, N_("Corrected over the features.")),
)
_SHIFT = 5


def waves_table(step: Step) -> Table:
    """Return one row a feature that any of the two waves asked about."""
    return Table("waves", N_("What changed"), COLUMNS, tuple(map(_row, step.changes)))


def _row(change: Change) -> tuple[Cell, ...]:
    return (
        change.feature.name,
        _category(change.before),
        _category(change.after),
        _drift(change),
        *_shift(change.better),
        *_shift(change.worse),
    )


def _drift(change: Change) -> Cell:
    if change.drift is not None:
        return Drift(change.drift)
    return Blank.ONE_WAVE if change.before is None or change.after is None else Blank.OUTSIDE_CYCLE


def _category(result: FeatureResult | None) -> Cell:
    if result is None:
        return Blank.ONE_WAVE
    return result.verdict if isinstance(result.verdict, Blank) else result.verdict.category


def _shift(shift: Shift | Blank) -> tuple[Cell, ...]:
    if isinstance(shift, Blank):
        return (shift,) * _SHIFT
    one = shift.difference
    z = Blank.MATCHED_PEOPLE if one.z is None else one.z
    return (one.value, Range(one.low, one.high), z, one.p, shift.adjusted_p)
