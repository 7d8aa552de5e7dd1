"""The job of ``make demo`` against importing the same libraries and nothing else."""

import subprocess
import sys
from pathlib import Path

from bench.measuring import best, say

_ROOT = Path(__file__).resolve().parents[2]
_LIBRARIES = (
    "import babel.dates, babel.lists, charset_normalizer, click, numpy, pandas, wcwidth, "
    "matplotlib.figure, matplotlib.axes, reportlab.platypus, reportlab.pdfbase.ttfonts"
)


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=_ROOT)


def main() -> None:
    """Measure."""
    sample = _ROOT / "sample_surveys" / "hotel-stay"
    job = ("-m", "kano_app", "report", f"{sample}.csv", "--features", f"{sample}-features.csv", "--capacity", "25,25")
    output = str(Path(sys.argv[1]) / "roadmap.pdf")
    ours = best(lambda: _run(*job, "--output", output), 5)
    theirs = best(lambda: _run("-c", _LIBRARIES), 5)
    say("make demo's job ÷ importing the same libraries", ours / theirs, 3)


if __name__ == "__main__":
    main()
