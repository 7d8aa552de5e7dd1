"""Which sheet of a file, framed and laid out in which way, holds the survey: guessed, or as a mapping tells it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kano_app.domain.mapping import HALVES, Layout, MappedColumn, Mapping, Platform, Role, RowRule, left_out
from kano_app.domain.problem import Code
from kano_app.importers import layouts
from kano_app.importers.answers import AnswerReader
from kano_app.importers.findings import Findings
from kano_app.importers.frame import Frame, plain, single, together
from kano_app.importers.head import Head
from kano_app.importers.headings import fold_heading
from kano_app.importers.layouts import Candidate
from kano_app.importers.platforms import frames
from kano_app.importers.readers.grid import Grid

_UNTOLD = "not-mapped"


def heads(grid: Grid, reader: AnswerReader) -> Iterator[Head]:
    """Yield the ways to read the head of a grid, the likeliest first."""
    return (Head(grid, frame, reader) for frame in frames(grid, reader))


def best(grid: Grid, reader: AnswerReader) -> Candidate | None:
    """Return the best reading of a grid.

    Of all frames the first under which a survey is found; where several rows may be headings together, the one under
    which the most columns hold answers that belong somewhere.
    """
    chosen: Candidate | None = None
    for head in heads(grid, reader):
        found = layouts.recognise(head, head.holds_answers)
        if found is None:
            continue
        if chosen is None or len(found.answer_columns) > len(chosen.answer_columns):
            chosen = found
        if len(head.frame.heading_rows) == 1 or head.frame.platform is not Platform.OTHER:
            break
    return chosen


def chosen_by(mapping: Mapping, grids: Sequence[Grid], reader: AnswerReader, findings: Findings) -> Candidate:
    """Return the reading that a mapping tells.

    Raises:
        Unusable: if there is no such sheet or column, or a column that the layout needs is not mapped.

    """
    grid = of_sheet(mapping.sheet, grids, findings)
    head = Head(grid, frame_of(mapping, grid, reader), reader)
    fitting = fitted(mapping, head.headings, findings)
    head = Head(grid, replace(head.frame, rules=fitting.left_out_rows), reader)
    found = layouts.from_mapping(head, fitting)
    if found is None or (mapping.layout is Layout.WIDE and not found.answer_columns):
        raise findings.unusable(Code.MAPPING_DOES_NOT_FIT, reason="roles", layout=mapping.layout.value)
    return found


def of_sheet(sheet: str, grids: Sequence[Grid], findings: Findings) -> Grid:
    """Return the sheet of a name; the only one there is, whatever it is called.

    Raises:
        Unusable: if there are several and none of that name.

    """
    if len(grids) == 1:
        return grids[0]
    found = next((grid for grid in grids if grid.sheet.strip() == sheet.strip()), None)
    if found is None:
        names = tuple(grid.sheet for grid in grids)
        raise findings.unusable(Code.SHEET_UNKNOWN, value=sheet, names=names)
    return found


def frame_of(mapping: Mapping, grid: Grid, reader: AnswerReader) -> Frame:
    """Return how a mapping frames a grid: as its platform does where that recognises it, else by its rows."""
    if mapping.platform is not Platform.OTHER:
        known = next((frame for frame in frames(grid, reader) if frame.platform is mapping.platform), None)
        if known is not None and known.first_row == mapping.first_row - 1:
            return known
    return framed(grid, [row - 1 for row in mapping.heading_rows], mapping.first_row - 1)


def framed(grid: Grid, heading_rows: Sequence[int], first_row: int) -> Frame:
    """Return a grid framed by hand; rows count from 0, and without headings columns are called by their letters."""
    rows = [row for row in heading_rows if row < len(grid.head)]
    if not rows:
        width = max((len(row) for row in grid.head[first_row:]), default=0)
        return Frame(("",) * width, (), first_row)
    headings = single(grid.head, rows[0]) if len(rows) == 1 else together(grid.head, rows)
    return Frame(headings, tuple(rows), first_row)


def fitted(mapping: Mapping, headings: Sequence[str], findings: Findings) -> Mapping:
    """Return a mapping with its columns where a file has them.

    By letter where the same heading stands there, else by heading; of several alike by their order, if there are as
    many of them as the mapping knows.

    Raises:
        Unusable: if a column that is needed, or tells which rows are left out, is not there.

    """
    places = _places(mapping, headings)
    columns: list[MappedColumn] = []
    for one in mapping.columns:
        at = places.get(one.position)
        if at is not None:
            columns.append(replace(one, position=at, heading=headings[at]))
        elif one.role in {Role.TRAIT, Role.RESPONDENT}:
            findings.say(Code.MAPPING_COLUMN_GONE, column=one.heading)
        elif one.role is not Role.LEFT_OUT:
            raise findings.unusable(Code.MAPPING_DOES_NOT_FIT, column=one.heading, reason="column")
    taken = {one.position for one in columns}
    columns += [
        left_out(MappedColumn(at, heading, Role.LEFT_OUT), _UNTOLD)
        for at, heading in enumerate(headings)
        if at not in taken
    ]
    rules = tuple(_fitted_rule(rule, places, headings, findings) for rule in mapping.left_out_rows)
    ordered = tuple(sorted(columns, key=lambda one: one.position))
    return replace(mapping, columns=ordered, left_out_rows=rules)


def _places(mapping: Mapping, headings: Sequence[str]) -> dict[int, int]:
    """Return position in the mapping → position in the file."""
    keys = [_key(heading) for heading in headings]
    wanted: dict[str, list[int]] = {}
    for one in mapping.columns:
        wanted.setdefault(_key(one.heading), []).append(one.position)
    found: dict[int, int] = {}
    for key, positions in wanted.items():
        here = [at for at, known in enumerate(keys) if known == key]
        if all(at in here for at in positions):
            found |= {at: at for at in positions}
        elif len(here) == len(positions):
            found |= dict(zip(sorted(positions), here, strict=True))
    return found


def _fitted_rule(rule: RowRule, places: dict[int, int], headings: Sequence[str], findings: Findings) -> RowRule:
    """Return a rule at its column; without it rows would be counted that are nobody's."""
    here = [at for at, heading in enumerate(headings) if _key(heading) == _key(rule.heading)]
    at = places.get(rule.position, here[0] if len(here) == 1 else None)
    if at is None or at not in here:
        raise findings.unusable(Code.MAPPING_DOES_NOT_FIT, column=rule.heading, reason="column")
    return replace(rule, position=at)


def _key(heading: str) -> str:
    return fold_heading(plain(heading))


def blank(head: Head, layout: Layout = Layout.WIDE) -> Mapping:
    """Return a mapping in which nothing is told yet."""
    frame = head.frame
    return Mapping(
        layout,
        tuple(
            MappedColumn(at, heading, Role.LEFT_OUT, reason="empty" if head.is_empty(at) else _UNTOLD)
            for at, heading in enumerate(head.headings)
        ),
        tuple(row + 1 for row in frame.heading_rows),
        frame.first_row + 1,
        head.grid.sheet,
        frame.platform,
    )


def guessed(head: Head, *, loosely: bool = False) -> Mapping:
    """Return the mapping that is likeliest for a head.

    Args:
        head: as it is framed.
        loosely: also take columns of few different texts for answers, whose wordings nobody knows yet.

    """
    holds: tuple[Callable[[int], bool], ...] = (head.holds_answers,)
    if loosely:
        holds += (head.may_hold_answers, head.is_headed_as_half)
    found = next((one for rule in holds if (one := layouts.recognise(head, rule)) is not None), None)
    return blank(head) if found is None else found.mapping


def answer_positions(mapping: Mapping) -> tuple[int, ...]:
    """Return the columns that hold answers."""
    return tuple(one.position for one in mapping.of(*HALVES))
