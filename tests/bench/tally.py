"""The tally against one numpy.bincount a feature on the same codes."""

import numpy as np

from bench.measuring import best, codes, say
from kano_app.analysis.tally import tally
from kano_app.domain.evidence import AnswerPair, Answers

_PEOPLE, _FEATURES = 100_000, 30


def main() -> None:
    """Measure."""
    columns = codes(_PEOPLE, 2 * _FEATURES)
    answers = Answers(
        tuple(AnswerPair(columns[2 * one].copy(), columns[2 * one + 1].copy()) for one in range(_FEATURES)), _PEOPLE
    )
    cells = [pair.functional * np.int8(5) + pair.dysfunctional - np.int8(6) for pair in answers.pairs]
    ours = best(lambda: tally(answers), 15)
    theirs = best(lambda: [np.bincount(cell, minlength=25) for cell in cells], 15)
    say("tally of 100,000 × 30 pairs ÷ numpy.bincount", ours / theirs, 2)


if __name__ == "__main__":
    main()
