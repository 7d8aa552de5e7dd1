"""Two columns that are the halves of one feature, and what becomes of the rest."""

from dataclasses import dataclass, field

from kano_app.domain.mapping import Confidence, PairReason


@dataclass(frozen=True, slots=True)
class Pair:
    """The two columns of a feature."""

    name: str
    functional: int
    dysfunctional: int
    asked: bool
    """The headings are the questions themselves."""
    question: bool
    """The name is a whole question, of which the part all features share may still be taken away."""
    reason: PairReason
    confidence: Confidence
    scheme: tuple[str, ...] = ()
    """The way in which the headings were read."""
    plain: bool = False
    """A marker says so that means a half of a Kano pair and nothing else."""
    contradicted: bool = False
    """The answers say that the halves stand the wrong way round."""


@dataclass(slots=True)
class Pairing:
    """What the headings say of all columns."""

    pairs: list[Pair] = field(default_factory=list)
    single: list[tuple[int, str, str]] = field(default_factory=list)
    """Columns whose other half is missing: column, feature, half."""
    twice: list[tuple[int, str, str, int | None]] = field(default_factory=list)
    """Columns that claim a half already taken: column, feature, half, the column used instead."""
