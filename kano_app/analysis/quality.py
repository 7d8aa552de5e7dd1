"""What the answers themselves leave to be said: pairs of which only one half was answered."""

from collections.abc import Sequence

from kano_app.domain.evidence import PairTally
from kano_app.domain.feature import Feature
from kano_app.domain.problem import Code, Problem


def incomplete_pairs(features: Sequence[Feature], tally: PairTally | None, file: str) -> tuple[Problem, ...]:
    """Return one note on all pairs with a missing half and how many each feature has; nothing if there are none."""
    if tally is None:
        return ()
    found = [(one.name, int(count)) for one, count in zip(features, tally.incomplete, strict=True) if count]
    if not found:
        return ()
    names, counts = zip(*found, strict=True)
    return (Problem(Code.PAIR_INCOMPLETE, file, facts={"features": names, "counts": counts, "count": sum(counts)}),)
