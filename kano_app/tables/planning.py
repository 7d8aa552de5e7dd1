"""Planning under uncertainty: what other choices would move, and what so many answers can tell."""

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.figure import Blank
from kano_app.i18n import N_
from kano_app.roadmap.roadmap import Roadmap
from kano_app.statistics.sample_size import answers_for_half_width, half_width_of, leader_found
from kano_app.tables.cells import Cell, Moves
from kano_app.tables.table import Column, Kind, Table

_ALTERNATIVES = (
    Column("choice", N_("Choice"), Kind.TEXT),
    Column("moved", N_("Features moved"), Kind.COUNT),
    Column("moves", N_("What it would move"), Kind.TEXT),
)
_SIZES = (
    Column("answers", N_("Number of answers"), Kind.COUNT, N_("Complete pairs that are not reverse or questionable.")),
    Column("half_width", N_("Better within ±"), Kind.COEFFICIENT, N_("Half of Wilson’s interval at one half.")),
    Column(
        "leader",
        N_("Leader found"),
        Kind.SHARE,
        N_("How often the most frequent category is the true one where it has 40 % and the others 25, 20 and 15 %."),
    ),
)
_WIDTHS = (
    Column("half_width", N_("Better within ±"), Kind.COEFFICIENT),
    Column("answers", N_("Answers needed"), Kind.COUNT, N_("z² / 4h²")),
)
_USUAL = (5, 12, 20, 50, 100, 200, 400)
_DRAWS, _SEED = 20_000, 1
"""Surveys drawn for each size: it is a property of the method, not of the study's own draws."""
_WANTED = (0.20, 0.15, 0.10, 0.05)


def alternatives_table(roadmap: Roadmap) -> Table:
    """Return what every single other choice of method would move on the roadmap."""
    rows = tuple((one.choice, len(one.moves), Moves(one.moves)) for one in roadmap.alternatives)
    return Table("alternatives", N_("What other choices would move"), _ALTERNATIVES, rows)


def sizes_table(confidence: float, at_hand: int | None = None) -> Table:
    """Return what so many answers can tell: usual sizes, and the number at hand among them."""
    sizes = sorted({*_USUAL, *([at_hand] if at_hand else [])})
    rows: list[tuple[Cell, ...]] = [
        (size, half_width_of(size, confidence), leader_found(size, _DRAWS, _SEED)) for size in sizes
    ]
    return Table("sizes", N_("What so many answers can tell"), _SIZES, tuple(rows))


def widths_table(confidence: float, wanted: tuple[float, ...] = _WANTED) -> Table:
    """Return how many answers a wanted precision needs."""
    rows = tuple((width, answers_for_half_width(width, confidence)) for width in wanted)
    return Table("widths", N_("How many answers are needed"), _WIDTHS, rows)


def answers_at_hand(analysis: Analysis) -> int | None:
    """Return the fewest answers that any feature's coefficients rest on; ``None`` where no feature has any."""
    sizes = [one.n_coefficients for one in analysis.features if not isinstance(one.n_coefficients, Blank)]
    return min((size for size in sizes if size), default=None)
