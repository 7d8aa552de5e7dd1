"""A service feature: who it is, how it was asked, and where in the service it belongs."""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a study; ``id`` never changes, everything else is the designer's text and may."""

    id: str
    name: str
    description: str = ""
    functional_question: str = ""
    dysfunctional_question: str = ""
    touchpoint: str = ""
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class FeatureDetails:
    """What a features file says of one feature; ``None`` and empty mean it says nothing."""

    key: str
    """The id or name by which the survey knows the feature."""
    row: int
    """The row of the file, counted from 1, for problems."""
    label: str = ""
    description: str = ""
    functional_question: str = ""
    dysfunctional_question: str = ""
    touchpoint: str = ""
    dimension: str = ""
    effort: float | None = None
    effort_unit: str = ""
    """In what the file counts efforts, where it says so."""
    owner: str = ""
    depends_on: tuple[str, ...] = ()


def fold_name(text: str) -> str:
    """Return ``text`` as names are compared: without case, width, doubled blanks and trailing separators."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", text).strip(" _:.-–—")
