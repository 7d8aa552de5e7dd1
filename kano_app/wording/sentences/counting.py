"""How many things a problem speaks of, which decides between one and many."""

from collections.abc import Sequence

from kano_app.domain.problem import Fact, Problem


def count(problem: Problem) -> int:
    """Return how many things a problem counts; 1 where it counts none."""
    found = problem.facts.get("count", 1)
    return found if isinstance(found, int) else 1


def length(problem: Problem, name: str) -> int:
    """Return how many names a fact lists."""
    fact: Fact | Sequence[str] = problem.facts.get(name, ())
    return len(fact) if isinstance(fact, tuple) else 1
