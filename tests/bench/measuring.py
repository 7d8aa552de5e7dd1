"""How the benchmarks measure: the best of several runs, and one line a ratio."""

import time
from collections.abc import Callable

import numpy as np

WORDINGS = ("I like it", "I expect it", "I am neutral", "I can tolerate it", "I dislike it")


def best(run: Callable[[], object], times: int = 3) -> float:
    """Return the shortest of several runs in seconds: what the machine can do when nothing disturbs it."""
    durations = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        durations.append(time.perf_counter() - start)
    return min(durations)


def in_turn(ours: Callable[[], object], bare: Callable[[], object], times: int = 9) -> float:
    """Return the median ratio of runs in turn: what the machine does besides changes from moment to moment."""
    ratios = [best(ours, 1) / best(bare, 1) for _ in range(times)]
    return float(np.median(ratios))


def say(label: str, ratio: float, limit: float) -> None:
    """Print one measurement for the table."""
    print(f"{label}\t{ratio}\t{limit}")


def codes(people: int, columns: int, seed: int = 1) -> np.ndarray:
    """Return answers 1–5 of shape (columns, people) as int8."""
    return np.random.default_rng(seed).integers(1, 6, (columns, people), dtype=np.int8)


def headings(features: int) -> list[str]:
    """Return two column headings a feature."""
    return [f"F{feature}_{half}" for feature in range(1, features + 1) for half in ("functional", "dysfunctional")]
