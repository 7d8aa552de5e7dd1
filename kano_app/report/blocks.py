"""A report as neutral blocks: composed once, written by writers that know pages and nothing of the method."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kano_app.charts.palette import Mark
from kano_app.domain.settings import Paper
from kano_app.i18n import Language


@dataclass(frozen=True, slots=True)
class Title:
    """The study's title with what stands under it."""

    text: str
    under: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that is also a bookmark; it begins a page of its own if less than ``room`` points are left on this."""

    text: str
    level: int = 1
    room: float = 90.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The few sentences that must be read if nothing else is."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Small text under a table or a chart."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are, in two columns."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Items under each other."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Short entries in three columns, read down each: a name with a few words on it."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """Marks with their names, in one line where they fit."""

    entries: tuple[tuple[Mark, str], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to do."""

    mark: Mark
    number: str
    title: str
    text: str
    tags: tuple[str, ...]
    """The first tag names the mark."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A short list beside the cards: names, and a few words on each."""

    title: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Cards under one name; ``empty`` stands where there are none, asides stand below."""

    title: str
    note: str
    cards: tuple[Card, ...]
    empty: str
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes side by side."""

    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell as it is read."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is read; ``right`` says which columns are set to the right."""

    heading: tuple[str, ...]
    rows: tuple[tuple[CellView, ...], ...]
    right: tuple[bool, ...]
    even: bool = False
    """Whether all columns are of one width, as in a square of cells."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: ``draw`` is given Axes; height and inset (left, bottom, right, top of the axes) are in points."""

    draw: Callable[[Any], None]
    height: float
    inset: tuple[float, float, float, float]
    alt: str


Block = Title | Heading | Paragraph | Lead | Note | Facts | Bullets | Entries | Legend | Lanes | Grid | Drawing


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    title: str
    author: str
    subject: str
    footer: str
    """Under every page, left."""
    language: Language
    paper: Paper
    date: dt.date | None
    blocks: tuple[Block, ...]
    tail: Callable[[dict[str, int]], tuple[Block, ...]] | None = None
    """Blocks that depend on the characters no font has, known only once all others are set."""
