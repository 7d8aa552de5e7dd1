"""Reading a CSV of answer wordings against pandas alone."""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

from bench.measuring import WORDINGS, best, codes, headings, say
from kano_app.importers import read_survey

_PEOPLE, _FEATURES = 100_000, 30


def main() -> None:
    """Measure."""
    path = Path(sys.argv[1]) / "wordings.csv"
    words = np.array(WORDINGS, dtype=object)[codes(_PEOPLE, 2 * _FEATURES) - 1]
    pd.DataFrame(words.T, columns=headings(_FEATURES)).to_csv(path, index=False)
    ours = best(lambda: read_survey(path))
    theirs = best(lambda: pd.read_csv(path))
    say("100,000 × 60 wordings, CSV → Survey ÷ pandas.read_csv", ours / theirs, 3)


if __name__ == "__main__":
    main()
