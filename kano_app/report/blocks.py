"""A report as neutral blocks: composed once, written by writers that know pages and nothing of the method."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kano_app.charts.palette import Mark
from kano_app.domain.branding import PLAIN, Branding
from kano_app.domain.settings import Paper
from kano_app.i18n import Language


@dataclass(frozen=True, slots=True)
class Title:
    """The study's title with what stands under it."""

    text: str
    under: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """From here on a new page, upright or on its side; nothing happens on an empty page that stands so already."""

    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: logo, title, whose it is, and what a reader has to know of the study before anything else."""

    title: str
    kind: str
    """What it is: "Priority roadmap"."""
    organisation: str
    figures: tuple[tuple[str, str], ...]
    """A few numbers, each with what it counts."""
    facts: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Links to the headings, each with its page."""

    entries: tuple[tuple[str, str], ...]
    """What it is called, and its anchor."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that is also a bookmark and a place for links; it never stands alone at the foot of a page."""

    text: str
    level: int = 1
    anchor: str = ""


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
    """Names and what they are, in two columns; each may have its mark."""

    rows: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...] = ()


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
    anchor: str = ""
    link: str = ""
    """Where a click on it leads."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A short list beside the cards: names, and a few words on each."""

    title: str
    items: tuple[tuple[str, str], ...]
    links: tuple[str, ...] = ()
    """Where each name leads; empty: nowhere."""


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
class BriefLane:
    """A lane as a list of names; ``more`` says what is not shown."""

    title: str
    note: str
    rows: tuple[tuple[Mark, str, str, str], ...]
    """Mark, name, a few words, and where the name leads."""
    more: str
    empty: str


@dataclass(frozen=True, slots=True)
class Brief:
    """Short lanes side by side, at most a part of a page."""

    lanes: tuple[BriefLane, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """The grid of both answers: a count in every cell, with the letter and the mark of what the pair means."""

    answers: tuple[str, ...]
    across: str
    down: str
    cells: tuple[tuple[tuple[str, str, Mark], ...], ...]


@dataclass(frozen=True, slots=True)
class FeatureCard:
    """Everything on one feature, compact: checked by hand in a minute."""

    mark: Mark
    number: str
    title: str
    tags: tuple[str, ...]
    about: str
    """What the feature is; may be empty."""
    lines: tuple[tuple[str, str], ...]
    """What it is about, and what is to be said of it."""
    square: Square | None
    anchor: str = ""
    link: str = ""
    link_text: str = ""
    said: "Quotes | None" = None


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people said, in their own words."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell as it is read."""

    text: str
    mark: Mark | None = None
    link: str = ""


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
    least: float = 0.0
    """A height with which it would do; 0: it takes its height. Where there is not even so much room, it is left out."""


Block = (
    Sheet
    | Cover
    | Contents
    | Title
    | Heading
    | Paragraph
    | Lead
    | Note
    | Facts
    | Bullets
    | Entries
    | Legend
    | Lanes
    | Brief
    | FeatureCard
    | Quotes
    | Grid
    | Drawing
)


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
    keywords: tuple[str, ...] = ()
    branding: Branding = PLAIN
    tail: Callable[[dict[str, int]], tuple[Block, ...]] | None = None
    """Blocks that depend on the characters no font has, known only once all others are set."""
