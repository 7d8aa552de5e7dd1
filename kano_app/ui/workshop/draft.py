"""What was chosen in the setup so far: kept while its sheet is made anew in another language or look."""

from dataclasses import dataclass

from kano_app.domain.session import Mode


@dataclass(frozen=True, slots=True)
class Draft:
    """The choices of a setup sheet as they stand in its fields."""

    mode: Mode
    number: int
    names: str
    traits: str
    features: str
    shuffled: bool
    importance: bool
    practice: bool
    write_first: bool
    names_shown: bool
    language: str
    """Of the room; empty: that of the window."""
    answers: tuple[str, ...]
    """As worded by hand; an empty one is that of the language."""
    as_wave: bool
    label: str
