"""A million people as codes: how far memory grows over the int8 arrays, and whether time is linear."""

import resource
import sys
import time
from pathlib import Path

import numpy as np

from bench.measuring import codes, headings, say
from kano_app.analysis import analyse
from kano_app.domain.settings import AnalysisSettings, Direction, ImportSettings
from kano_app.importers import read_survey

_PEOPLE, _FEATURES = 1_000_000, 20
_KIBIBYTE = 1024


def _write(path: Path, people: int) -> None:
    """Write codes without making strings of them: every cell is a digit and a comma or the end of the line."""
    digits = codes(people, 2 * _FEATURES).T + np.int8(ord("0"))
    lines = np.full((people, 4 * _FEATURES), ord(","), dtype=np.int8)
    lines[:, ::2] = digits
    lines[:, -1] = ord("\n")
    path.write_bytes(",".join(headings(_FEATURES)).encode() + b"\n" + lines.tobytes())


def _peak() -> int:
    """Return the most memory the process has had, in bytes (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIBIBYTE


def _read(path: Path) -> float:
    start = time.perf_counter()
    survey, _ = read_survey(path, ImportSettings(direction=Direction.LIKE_FIRST))
    analyse(survey, AnalysisSettings())
    return time.perf_counter() - start


def main() -> None:
    """Measure in this process what a child wrote, so that writing leaves no peak behind."""
    folder = Path(sys.argv[1])
    small, large = folder / "small.csv", folder / "large.csv"
    if "--write" in sys.argv:
        _write(small, _PEOPLE // 10)
        _write(large, _PEOPLE)
        return
    import subprocess  # noqa: PLC0415 - used once

    subprocess.run([sys.executable, "-m", "bench.memory", str(folder), "--write"], check=True)
    warm = folder / "warm.csv"
    warm.write_text(",".join(headings(_FEATURES)) + "\n" + ("1,5," * _FEATURES).rstrip(",") + "\n", encoding="utf-8")
    _read(warm)
    short = min(_read(small) for _ in range(3))
    before = _peak()
    long = _read(large)
    growth = _peak() - before
    say("a million × 20 features: memory grown ÷ int8 arrays", growth / (_PEOPLE * 2 * _FEATURES), 4)
    say("a million people ÷ 10 × a tenth of them: time", long / (10 * short), 1.5)


if __name__ == "__main__":
    main()
