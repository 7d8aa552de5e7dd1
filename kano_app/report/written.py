"""What is to be said of a report once it is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Progress = Callable[[float], None]
"""Told how much of a file is written, 0 to 1."""


def silent(_: float) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Written:
    """The outcome of writing a report."""

    pages: int
    missing_characters: Mapping[str, int] = field(default_factory=dict)
    """Characters no shipped font has, shown as ``[U+…]``, with how often."""
    without: str = ""
    """One sentence on what had to be left out, such as a logo that cannot be read; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Some pages of a report."""

    pdf: bytes
    """A PDF of just these pages; empty where the report is shorter."""
    total: int
    """How many pages the whole report has; 0 where not all of them had to be laid out."""
