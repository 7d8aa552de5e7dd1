"""What a block pasted from a spreadsheet makes of the features; a row of headings says which column is what."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kano_app.domain import edits
from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.project import Project
from kano_app.ui.widgets.features_cells import FIELDS, Cell, Refused, one_line, with_cell

Block = Sequence[Sequence[str]]

_NAMING = ("label", "name", "id")
"""Fields of a file that can name a feature, the one to be shown first."""
_WORDED = ("description", "functional_question", "dysfunctional_question")
"""Fields that have no column and can be pasted under a heading."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The first row of a block, where it is one of headings."""

    places: Mapping[str, int]
    """Field of a feature → column of the block."""
    known: tuple[str, ...]
    """Headings that were understood, as they stand."""
    unknown: tuple[str, ...]
    """Headings of columns that were left out."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a pasted block."""

    project: Project
    headings: Headings | None = None
    refused: dict[Cell, str] = field(default_factory=dict)
    """Texts that their cells cannot take."""
    left_over: int = 0
    """Rows below the last feature that brought no name."""
    twice: tuple[str, ...] = ()
    """Names that came with the block and that other features have too."""


def headings_of(block: Block, column: int = 0) -> Headings | None:
    """Return what the first row of a block says of its columns; nothing where it is no row of headings.

    Args:
        block: the cells.
        column: where the block is put; a single column is headed only by what names features, or that very column.

    """
    if len(block) < 2:
        return None
    from kano_app.importers.features_file import heading_field  # noqa: PLC0415 - only who pastes pays for it

    texts = [one_line(text) for text in block[0]]
    found: dict[str, int] = {}
    for at, text in enumerate(texts):
        if one := heading_field(text):
            found.setdefault(one, at)
    given = [text for text in texts if text]
    if len(given) == 1:
        fits = any(one in _NAMING or FIELDS.index(one) == column for one in found if one in (*_NAMING, *FIELDS))
    else:
        fits = len(found) > 1 and 2 * len(found) >= len(given)
    return _headings(texts, found) if fits else None


def _headings(texts: Sequence[str], found: Mapping[str, int]) -> Headings | None:
    places = {one: at for one, at in found.items() if one in (*FIELDS, *_WORDED)}
    name = next((found[one] for one in _NAMING if one in found), None)
    if name is not None:
        places["name"] = name
    if not places:
        return None
    used = sorted(places.values())
    left = tuple(text for at, text in enumerate(texts) if text and at not in used)
    return Headings(places, tuple(texts[at] for at in used), left)


def pasted(project: Project, row: int, column: int, block: Block) -> Pasted:
    """Return what a block of cells makes of the study; names below the last feature make features."""
    headings = headings_of(block, column)
    places = headings.places if headings else {one: at for at, one in enumerate(FIELDS[column:])}
    refused: dict[Cell, str] = {}
    named: list[str] = []
    left_over = 0
    for place, line in enumerate(block[1:] if headings else block, start=row):
        cells = {one: one_line(_live(line[at])) for one, at in places.items() if at < len(line)}
        if place < len(project.survey.features):
            feature = project.survey.features[place].id
        elif cells.get("name"):
            project = edits.add_features(project, [cells["name"]])
            feature = project.survey.features[-1].id
        else:
            left_over += any(cells.values())
            continue
        if cells.get("name"):
            named.append(cells["name"])
        project = _filled(project, feature, cells, refused)
    # What depends on a feature further down the block is known only now.
    for cell in [one for one in refused if one[1] == "depends_on"]:
        text = refused.pop(cell)
        project = _filled(project, cell[0], {"depends_on": text}, refused)
    return Pasted(project, headings, refused, left_over, _twice(project, named))


def _filled(project: Project, feature: str, cells: Mapping[str, str], refused: dict[Cell, str]) -> Project:
    for name, text in cells.items():
        if name == "name" and not text:
            continue
        try:
            project = with_cell(project, feature, name, text)
        except Refused:
            refused[feature, name] = text
    return project


def _twice(project: Project, named: Sequence[str]) -> tuple[str, ...]:
    counts = Counter(fold_name(one.name) for one in project.survey.features)
    found = {fold_name(name): name for name in reversed(named) if counts[fold_name(name)] > 1}
    return tuple(found.values())[::-1]


def same_named(features: Sequence[Feature]) -> dict[str, int]:
    """Return id → how many other features are called the same, after folding blanks and case."""
    counts = Counter(fold_name(one.name) for one in features)
    return {one.id: counts[fold_name(one.name)] - 1 for one in features if counts[fold_name(one.name)] > 1}


def _live(text: str) -> str:
    """Return a text without the apostrophe that keeps spreadsheets from running it."""
    return text[1:] if re.match(r"'[=+\-@\t\r]", text) else text
