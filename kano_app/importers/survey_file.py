"""The whole way from a file to a survey: open it, find the sheet and layout that hold a survey, read that one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kano_app.domain.answer import LEVELS
from kano_app.domain.mapping import Mapping, Platform
from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Survey
from kano_app.importers.answers import MISSING_NUMBERS, NOT_GIVEN, OUTSIDE, UNREAD, AnswerReader, is_word, whole
from kano_app.importers.choosing import best, chosen_by, heads, of_sheet
from kano_app.importers.findings import LISTED_VALUES, Findings
from kano_app.importers.headings import is_personal
from kano_app.importers.layouts import Candidate, recognise, wide_recognition
from kano_app.importers.readers.grid import Grid, Progress
from kano_app.importers.readers.sources import Source, open_source

_NAMED_HEADINGS = 6
_RARE = 50
"""One in so many codes is rare."""
_FEW = 5
"""So many codes at least show which codes a form has."""
_THREE_CODES: dict[str, set[int]] = {
    "three-from-zero": {0, 1, 2},
    "three-around-zero": {-1, 0, 1},
    "three-by-twos": {-2, 0, 2},
}
"""How three codes run → the codes."""


def read_survey(
    source: Source,
    settings: ImportSettings = ImportSettings(),
    progress: Progress | None = None,
    mapping: Mapping | None = None,
) -> tuple[Survey, tuple[Problem, ...]]:
    """Read the answers, tally or category table of a file.

    Args:
        source: a CSV, TSV or other delimited text, or a workbook (XLSX, XLSM, XLSB, XLS, ODS); or what was pasted.
        settings: what the user says of the file, where its own evidence is not to decide.
        progress: told how much has been read, from 0 to 1.
        mapping: how it is to be read, where that is not left to guessing.

    Returns:
        The survey, and everything that was left out, assumed or not understood.

    Raises:
        Unusable: if no survey can be read from the file.
        ValueError: if the form's own answers in the settings are not three or five different ones.

    """
    told = progress or _silent
    findings = Findings(source.name)
    if mapping is not None:
        settings = _with(mapping, settings)
    reader = AnswerReader(settings, () if mapping is None else mapping.wordings)
    grids = open_source(source, findings, told)
    if mapping is None:
        chosen = _guess(grids, settings, reader, findings)
    else:
        chosen = chosen_by(mapping, grids, reader, findings)
        findings.sheet = chosen.head.grid.sheet if len(grids) > 1 else ""
    if (unusable := _codes_from_zero(chosen, findings)) is not None:
        raise unusable
    if _has_codes_below_one(chosen):
        reader.take_minus_as_code()
    try:
        survey = chosen.read(settings, findings, told)
    except OSError:
        raise findings.unusable(Code.FILE_UNREADABLE, reason="system") from None
    told(1.0)
    return survey, tuple(one for one in findings.problems if not _is_of_our_own_numbers(one, chosen))


def _is_of_our_own_numbers(problem: Problem, chosen: Candidate) -> bool:
    """Return whether a problem is of the running numbers of our answer sheet, which are formulas and no answers."""
    ours = chosen.head.frame.platform is Platform.ANSWER_SHEET
    return ours and problem.code is Code.FORMULA_WITHOUT_VALUE and problem.column == "A"


def _guess(grids: Sequence[Grid], settings: ImportSettings, reader: AnswerReader, findings: Findings) -> Candidate:
    """Return the likeliest reading: of the sheet that was named, or of the first that holds a survey."""
    wanted = [of_sheet(settings.sheet, grids, findings)] if settings.sheet else list(grids)
    candidates = [(grid, best(grid, reader)) for grid in wanted]
    chosen = next((candidate for _, candidate in candidates if candidate is not None), None)
    if chosen is None:
        raise nothing_recognised([grid for grid in wanted if _filled(grid)] or wanted, reader, findings)
    if len(grids) > 1:
        findings.sheet = chosen.head.grid.sheet
        for grid, candidate in candidates:
            if grid is not chosen.head.grid:
                code = Code.SHEET_LEFT_OUT if candidate is None else Code.SHEET_IS_SURVEY_TOO
                findings.problems.append(replace(findings.problem(code), sheet=grid.sheet))
    return chosen


def _with(mapping: Mapping, settings: ImportSettings) -> ImportSettings:
    """Return the settings with what a mapping tells where they tell nothing."""
    told = settings.direction is not None
    return replace(
        settings,
        scale=settings.scale or mapping.scale,
        direction=settings.direction or mapping.direction,
        dysfunctional_direction=settings.dysfunctional_direction if told else mapping.dysfunctional_direction,
    )


def _silent(_: float) -> None:
    """Tell nobody."""


def _filled(grid: Grid) -> bool:
    return any(cell.strip() for record in grid.head for cell in record)


def nothing_recognised(grids: list[Grid], reader: AnswerReader, findings: Findings) -> Unusable:
    """Return why no survey was found: no rows, answers in unknown words, or headings that make no pairs."""
    every = [head for grid in grids for head in heads(grid, reader)]
    for head, holds in [(head, head.may_hold_answers) for head in every] + [
        (head, head.is_headed_as_half) for head in every
    ]:
        looks_like = recognise(head, holds)
        if looks_like is None:
            continue
        findings.sheet = head.grid.sheet if len(grids) > 1 else ""
        if (unusable := _codes_from_zero(looks_like, findings)) is not None:
            return unusable
        if unknown := _unknown_answers(looks_like):
            column = next(head.name(at) for at in looks_like.answer_columns if unknown[0] in head.columns[at])
            if (unusable := _garbled(unknown, findings)) is not None:
                return unusable
            named = tuple(unknown[:LISTED_VALUES])
            return findings.unusable(Code.ANSWERS_UNKNOWN, column=column, values=named, count=len(unknown))
    first = next(heads(grids[0], reader), None)
    if first is None:
        return findings.unusable(Code.FILE_EMPTY)
    findings.sheet = first.grid.sheet if len(grids) > 1 else ""
    if not any(cell.strip() for record in first.body for cell in record):
        return findings.unusable(Code.HEADER_ONLY, row=first.frame.first_row)
    if (unusable := _garbled(first.headings, findings)) is not None:
        return unusable
    if lone := wide_recognition.lone_halves(first):
        return findings.unusable(Code.NO_PAIRS, reason="one-half", names=lone)
    named = tuple(first.name(column) for column in range(min(len(first.headings), _NAMED_HEADINGS)))
    return findings.unusable(Code.NO_PAIRS, columns=named, count=len(first.headings))


def _garbled(texts: Sequence[str], findings: Findings) -> Unusable | None:
    """Return why texts cannot be told where they stand in rows of another encoding than the rest of the file."""
    mixed = next((one for one in findings.problems if one.code is Code.ENCODING_MIXED), None)
    if mixed is None or not any("\ufffd" in text for text in texts):
        return None
    return findings.unusable(Code.FILE_UNREADABLE, row=mixed.row, reason="mixed")


def _codes_from_zero(candidate: Candidate, findings: Findings) -> Unusable | None:
    """Return why codes whose lowest is no 1 cannot be read: 0 to 4, −2 to 2, or three codes one of which is 0."""
    head = candidate.head
    if head.reader.own:
        return None
    # A column of nothing but 0 and −2 is not seen as one of answers, so all that are headed as such are looked at.
    for looks_like in (recognise(head, head.may_hold_answers), candidate):
        if looks_like is not None and (found := _three_codes(looks_like)) is not None:
            reason, values = found
            return findings.unusable(Code.CODES_FROM_ZERO, reason=reason, values=values)
    numbers, others = _numbers(candidate)
    # A zero or two among many codes are slips, and numbers among words are said to be unread.
    if numbers.total() <= others.total() or _RARE * numbers[0] < numbers.total():
        return None
    if 4 in numbers and 5 not in numbers and _most(numbers, 0, 4):
        return findings.unusable(Code.CODES_FROM_ZERO, reason="from-zero")
    if -1 in numbers and not {3, 4, 5} & numbers.keys() and _most(numbers, -2, 2):
        return findings.unusable(Code.CODES_FROM_ZERO, reason="below-zero")
    return None


def _three_codes(candidate: Candidate) -> tuple[str, tuple[str, ...]] | None:
    """Return how the codes run, and which occur, where they are among three codes that do not begin at 1."""
    slot = candidate.head.reader.slot
    numbers, others = _numbers(candidate)
    # What lies far from every form's codes, as 99 does, is no code.
    codes = sorted(number for number in numbers if -2 <= number <= LEVELS)
    words = sum(count for text, count in others.items() if slot(text) not in NOT_GIVEN)
    if any(is_word(slot(text)) for text in others) or not words < sum(numbers[code] for code in codes) >= _FEW:
        return None
    if codes[0] > 0:
        return None
    reason = next((reason for reason, three in _THREE_CODES.items() if three.issuperset(codes)), None)
    return None if reason is None else (reason, tuple(map(str, codes)))


def _has_codes_below_one(candidate: Candidate) -> bool:
    """Return whether 0 or a negative number that does not say “missing” occurs more often than by a slip."""
    numbers, _ = _numbers(candidate)
    return any(
        number <= 0 and number not in MISSING_NUMBERS and _RARE * count >= numbers.total()
        for number, count in numbers.items()
    )


def _numbers(candidate: Candidate) -> tuple[Counter[int], Counter[str]]:
    """Return how often each whole number stands among the answers, and each text that is none."""
    numbers: Counter[int] = Counter()
    others: Counter[str] = Counter()
    for column in candidate.answer_columns:
        for text, count in candidate.head.columns[column].items():
            number = whole(text)
            if candidate.head.reader.is_told(text):
                continue
            if number is None:
                others[text] += count
            else:
                numbers[number] += count
    return numbers, others


def _most(numbers: Counter[int], lowest: int, highest: int) -> bool:
    """Return whether nearly all numbers lie in a range."""
    inside = sum(count for number, count in numbers.items() if lowest <= number <= highest)
    return 10 * inside > 9 * numbers.total()


def _unknown_answers(candidate: Candidate) -> list[str]:
    """Return the different texts that are no known answer, without those that tell who somebody is."""
    head = candidate.head
    values = dict.fromkeys(value for column in candidate.answer_columns for value in head.columns[column])
    return [value for value in values if head.reader.slot(value) in {UNREAD, OUTSIDE} and not is_personal(value)]
