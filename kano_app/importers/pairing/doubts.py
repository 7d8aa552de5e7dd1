"""What the headings leave open: halves without another or claimed twice, and pairs that are to be looked at."""

from collections.abc import Callable, Sequence

from kano_app.domain.mapping import Confidence, PairReason
from kano_app.domain.problem import Code
from kano_app.importers.findings import Findings
from kano_app.importers.pairing.pairs import Pair, Pairing

_CONTRADICTED, _GUESS = "contradicted", "guess"
_DOUBTS = (PairReason.BLOCK, PairReason.ANSWERS, _CONTRADICTED, _GUESS)


def say_doubts(pairing: Pairing, names: Sequence[str], name: Callable[[int], str], findings: Findings) -> None:
    """Note which columns are half a pair only, and once for each doubt the pairs it is about.

    Args:
        pairing: what the headings say.
        names: the name of the feature of each pair.
        name: the heading of a column, or what else it is called by.
        findings: takes the problems.

    """
    for column, feature, half in pairing.single:
        findings.say(Code.HALF_MISSING, column=name(column), feature=feature, half=half)
    for column, feature, half, used in pairing.twice:
        told = "" if used is None else name(used)
        findings.say(Code.HALF_TWICE, column=name(column), feature=feature, half=half, used=told)
    for doubt in _DOUBTS:
        at = [at for at, pair in enumerate(pairing.pairs) if _doubt(pair) == doubt]
        if at:
            functional = tuple(name(pairing.pairs[one].functional) for one in at)
            dysfunctional = tuple(name(pairing.pairs[one].dysfunctional) for one in at)
            findings.say(
                Code.PAIRED_BY_BLOCK,
                first=functional[0],
                other=dysfunctional[0],
                functional=functional,
                dysfunctional=dysfunctional,
                names=tuple(names[one] for one in at),
                count=len(at),
                reason=doubt,
            )


def _doubt(pair: Pair) -> str:
    """Return why a pair is to be looked at, nothing where its headings tell."""
    if pair.contradicted:
        return _CONTRADICTED
    if pair.reason in {PairReason.BLOCK, PairReason.ANSWERS}:
        return pair.reason
    return _GUESS if pair.confidence is Confidence.GUESS else ""
