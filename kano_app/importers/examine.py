"""A file looked at before anything is counted: what stands in it, how it would be read, which answers it holds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from kano_app.domain.answer import Answer
from kano_app.domain.mapping import HALVES, Layout, Mapping, Role
from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.domain.settings import ImportSettings
from kano_app.importers.answers import CODES, AnswerReader, is_code
from kano_app.importers.choosing import best, blank, chosen_by, fitted, framed, guessed, heads, of_sheet
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.headings import fold_heading, is_personal
from kano_app.importers.readers.grid import Grid, Progress
from kano_app.importers.readers.sources import Source, open_source
from kano_app.importers.survey_file import nothing_recognised

_LIKELY = 2
"""So many ways to frame a sheet are looked at where no answer is known."""


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """A text that stands in columns of answers."""

    text: str
    count: int
    """How often, as far as the head goes."""
    answer: Answer | None
    """What it means; ``None`` for a code, whose meaning depends on the scale, and for what is not understood."""
    code: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """One sheet of a file, and how it would be read."""

    grids: tuple[Grid, ...]
    head: Head
    mapping: Mapping
    problem: Problem | None = None
    """Why nothing was recognised, where nothing was; the mapping is then the likeliest there is."""

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets."""
        return tuple(grid.sheet for grid in self.grids)

    @property
    def shape(self) -> str:
        """What files of the same form have in common, in whatever order: a hash of platform and headings."""
        headings = sorted(fold_heading(one.heading) for one in self.mapping.columns)
        parts = [self.mapping.platform.value, *headings]
        return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def of_sheet(self, sheet: str) -> "Examined":
        """Return another sheet, looked at anew."""
        return _examined(self.grids, of_sheet(sheet, self.grids, Findings("")), self.head.reader)

    def framed(self, heading_rows: Sequence[int], first_row: int) -> "Examined":
        """Return the sheet with other rows as headings, and what is guessed under them.

        Args:
            heading_rows: the rows of headings, counted from 1.
            first_row: the first row of answers, counted from 1.

        """
        frame = framed(self.head.grid, [row - 1 for row in heading_rows], first_row - 1)
        head = Head(self.head.grid, frame, self.head.reader)
        return replace(self, head=head, mapping=guessed(head, loosely=True), problem=None)

    def laid_out(self, layout: Layout) -> "Examined":
        """Return the sheet with nothing told but another layout."""
        return replace(self, mapping=blank(self.head, layout), problem=None)

    def remembered(self, mapping: Mapping) -> "Examined | None":
        """Return the sheet as a mapping of an earlier file reads it, or ``None`` if it does not fit."""
        try:
            found = chosen_by(mapping, self.grids, self.head.reader, Findings(""))
            kept = fitted(mapping, found.head.headings, Findings(""))
        except Unusable:
            return None
        # Headings of columns that were left out are not remembered: why they are is told by the file itself.
        guess = {(one.position, one.heading): one for one in self.mapping.of(Role.LEFT_OUT)}
        columns = tuple(
            guess.get((one.position, one.heading), one) if one.role is Role.LEFT_OUT else one for one in kept.columns
        )
        kept = replace(kept, columns=columns, sheet=found.head.grid.sheet)
        return replace(self, head=found.head, mapping=kept, problem=None)

    def answers(self, mapping: Mapping) -> tuple[FoundAnswer, ...]:
        """Return the different texts in the columns of answers, the most frequent first; none that tells of whom."""
        counts: Counter[str] = Counter()
        for one in mapping.of(*HALVES):
            counts.update(self.head.columns[one.position])
        reader = AnswerReader(ImportSettings(), mapping.wordings)
        found = []
        for text, count in counts.most_common():
            if is_personal(text):
                continue
            slot = reader.slot(text)
            known = slot <= Answer.ABSTAINED
            found.append(
                FoundAnswer(text, count, Answer(slot) if known else None, slot - CODES if is_code(slot) else None)
            )
        return tuple(found)

    def unused(self, mapping: Mapping) -> tuple[int, ...]:
        """Return the columns with answers in words that no feature has."""
        return tuple(one.position for one in mapping.of(Role.LEFT_OUT) if self.head.holds_words(one.position))


def examine(source: Source, settings: ImportSettings = ImportSettings(), progress: Progress | None = None) -> Examined:
    """Look at a file.

    Args:
        source: a file, or what was pasted.
        settings: what the user says of it.
        progress: told how much was read, 0 to 1; what it raises ends the reading.

    Raises:
        Unusable: if it cannot be opened, is no table, holds no rows, or has no such sheet.

    """
    findings = Findings(source.name)
    reader = AnswerReader(settings)
    grids = tuple(open_source(source, findings, progress or (lambda _: None)))
    if settings.sheet:
        return _examined(grids, of_sheet(settings.sheet, grids, findings), reader)
    chosen = next((grid for grid in grids if best(grid, reader) is not None), None)
    if chosen is None:
        filled = [grid for grid in grids if any(cell.strip() for row in grid.head for cell in row)]
        why = nothing_recognised(filled or list(grids), reader, findings)
        if why.problem.code in {Code.FILE_EMPTY, Code.HEADER_ONLY}:
            raise why
        return replace(_examined(grids, filled[0], reader), problem=why.problem)
    return _examined(grids, chosen, reader)


def _examined(grids: tuple[Grid, ...], grid: Grid, reader: AnswerReader) -> Examined:
    chosen = best(grid, reader)
    if chosen is not None:
        return Examined(grids, chosen.head, chosen.mapping)
    # Where no answer is known, any row may seem to be one of headings: the first is, unless a tool says otherwise.
    likely = [head for head in heads(grid, reader) if len(head.frame.heading_rows) == 1 or head.frame.score]
    found = [Examined(grids, head, guessed(head, loosely=True)) for head in likely[:_LIKELY]]
    likeliest = next((one for one in found if one.mapping.of(*HALVES)), found[0] if found else None)
    if likeliest is None:
        head = Head(grid, framed(grid, (0,), 1), reader)
        return Examined(grids, head, blank(head))
    return likeliest
