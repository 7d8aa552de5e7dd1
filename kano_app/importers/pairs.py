"""Two columns that are the halves of one feature."""

from dataclasses import dataclass

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
