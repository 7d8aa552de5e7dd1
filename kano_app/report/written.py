"""What is to be said of a report once it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Written:
    """The outcome of writing a report."""

    pages: int
    missing_characters: Mapping[str, int] = field(default_factory=dict)
    """Characters no shipped font has, shown as ``[U+…]``, with how often."""
