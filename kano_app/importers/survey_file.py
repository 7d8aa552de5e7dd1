"""The whole way from a file to a survey: open it, find the sheet and layout that hold a survey, read that one."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Survey
from kano_app.importers.answers import OUTSIDE, UNREAD, AnswerReader, whole
from kano_app.importers.files import open_grids
from kano_app.importers.findings import LISTED_VALUES, Findings
from kano_app.importers.grid import Grid, Progress
from kano_app.importers.head import heads
from kano_app.importers.headings import is_personal
from kano_app.importers.layouts import Candidate, recognise

_NAMED_HEADINGS = 6
_RARE = 50
"""One in so many codes is rare."""


def read_survey(
    path: Path,
    settings: ImportSettings = ImportSettings(),
    progress: Progress | None = None,
) -> tuple[Survey, tuple[Problem, ...]]:
    """Read the answers, tally or category table of a file.

    Args:
        path: a CSV, TSV or other delimited text, or a workbook (XLSX, XLSM, XLSB, XLS, ODS).
        settings: what the user says of the file, where its own evidence is not to decide.
        progress: told how much has been read, from 0 to 1.

    Returns:
        The survey, and everything that was left out, assumed or not understood.

    Raises:
        Unusable: if no survey can be read from the file.
        ValueError: if the form's own answers in the settings are not three or five different ones.

    """
    reader = AnswerReader(settings)
    findings = Findings(path.name)
    grids = open_grids(path, findings)
    candidates = [(grid, _best(grid, reader)) for grid in grids]
    chosen = next((candidate for _, candidate in candidates if candidate is not None), None)
    if chosen is None:
        raise _nothing_recognised([grid for grid in grids if _filled(grid)] or grids, reader, findings)
    if len(grids) > 1:
        findings.sheet = chosen.head.grid.sheet
        for grid, candidate in candidates:
            if grid is not chosen.head.grid:
                code = Code.SHEET_LEFT_OUT if candidate is None else Code.SHEET_IS_SURVEY_TOO
                findings.problems.append(replace(findings.problem(code), sheet=grid.sheet))
    if (reason := _codes_from_zero(chosen)) is not None:
        raise findings.unusable(Code.CODES_FROM_ZERO, reason=reason)
    try:
        survey = chosen.read(settings, findings, progress or _silent)
    except OSError:
        raise findings.unusable(Code.FILE_UNREADABLE, reason="system") from None
    (progress or _silent)(1.0)
    return survey, tuple(findings.problems)


def _silent(_: float) -> None:
    """Tell nobody."""


def _best(grid: Grid, reader: AnswerReader) -> Candidate | None:
    """Return the best reading of a grid: of the records that may hold the headings, the first that does."""
    found = (recognise(head, head.holds_answers) for head in heads(grid, reader))
    return next((candidate for candidate in found if candidate is not None), None)


def _filled(grid: Grid) -> bool:
    return any(cell.strip() for record in grid.head for cell in record)


def _nothing_recognised(grids: list[Grid], reader: AnswerReader, findings: Findings) -> Unusable:
    """Return why no survey was found: no rows, answers in unknown words, or headings that make no pairs."""
    every = [head for grid in grids for head in heads(grid, reader)]
    for head, holds in [(head, head.may_hold_answers) for head in every] + [
        (head, head.is_headed_as_half) for head in every
    ]:
        looks_like = recognise(head, holds)
        if looks_like is None:
            continue
        if (reason := _codes_from_zero(looks_like)) is not None:
            findings.sheet = head.grid.sheet if len(grids) > 1 else ""
            return findings.unusable(Code.CODES_FROM_ZERO, reason=reason)
        if unknown := _unknown_answers(looks_like):
            column = next(head.name(at) for at in looks_like.answer_columns if unknown[0] in head.columns[at])
            named = tuple(unknown[:LISTED_VALUES])
            return findings.unusable(Code.ANSWERS_UNKNOWN, column=column, values=named, count=len(unknown))
    first = next(heads(grids[0], reader), None)
    if first is None:
        return findings.unusable(Code.FILE_EMPTY)
    findings.sheet = first.grid.sheet if len(grids) > 1 else ""
    if not any(cell.strip() for record in first.body for cell in record):
        return findings.unusable(Code.HEADER_ONLY, row=first.heading_row + 1)
    named = tuple(first.name(column) for column in range(min(len(first.headings), _NAMED_HEADINGS)))
    return findings.unusable(Code.NO_PAIRS, columns=named, count=len(first.headings))


def _codes_from_zero(candidate: Candidate) -> str | None:
    """Return how the codes run if their lowest is no 1: “from-zero” for 0 to 4, “below-zero” for −2 to 2."""
    head = candidate.head
    if head.reader.own:
        return None
    numbers: Counter[int] = Counter()
    cells = 0
    for column in candidate.answer_columns:
        for text, count in head.columns[column].items():
            number = whole(text)
            cells += count
            if number is not None:
                numbers[number] += count
    # A zero or two among many codes are slips, and numbers among words are said to be unread.
    if 2 * numbers.total() <= cells or _RARE * numbers[0] < numbers.total():
        return None
    if 4 in numbers and 5 not in numbers and _most(numbers, 0, 4):
        return "from-zero"
    if -1 in numbers and not {3, 4, 5} & numbers.keys() and _most(numbers, -2, 2):
        return "below-zero"
    return None


def _most(numbers: Counter[int], lowest: int, highest: int) -> bool:
    """Return whether nearly all numbers lie in a range."""
    inside = sum(count for number, count in numbers.items() if lowest <= number <= highest)
    return 10 * inside > 9 * numbers.total()


def _unknown_answers(candidate: Candidate) -> list[str]:
    """Return the different texts that are no known answer, without those that tell who somebody is."""
    head = candidate.head
    values = dict.fromkeys(value for column in candidate.answer_columns for value in head.columns[column])
    return [value for value in values if head.reader.slot(value) in {UNREAD, OUTSIDE} and not is_personal(value)]
