"""A move: where a feature would stand under another choice of method."""

from dataclasses import dataclass

from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.plan import Horizon
from kano_app.domain.settings import ReverseAndQuestionable, Rule

Choice = EvaluationTable | Rule | ReverseAndQuestionable


@dataclass(frozen=True, slots=True)
class Move:
    """A feature that would stand elsewhere."""

    name: str
    here: Horizon
    there: Horizon


@dataclass(frozen=True, slots=True)
class Alternative:
    """The roadmap under one other choice, as far as it differs."""

    choice: Choice
    """What is chosen instead; all else stays as it is."""
    moves: tuple[Move, ...]
    """In order of priority; empty where the choice moves nothing."""
