"""A problem is a value: what it is, how grave, where, and the facts its sentence needs; ``wording`` gives it words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

Fact = str | int | float | tuple[str, ...] | tuple[int, ...]


class Severity(StrEnum):
    """How grave a problem is."""

    ERROR = "error"
    """The input, or a part that was asked for, cannot be used."""
    WARNING = "warning"
    """Something was not read, or read on an assumption: look at it."""
    NOTE = "note"
    """Left out or counted as it should be, and said so."""


class Code(StrEnum):
    """What a problem is about. The values are part of the JSON contract."""

    # the file as a whole
    FILE_MISSING = "file-missing"
    FILE_IS_FOLDER = "file-is-folder"
    FILE_EMPTY = "file-empty"
    FILE_UNREADABLE = "file-unreadable"
    FILE_NOT_A_TABLE = "file-not-a-table"
    FILE_TOO_LARGE = "file-too-large"
    WORKBOOK_PROTECTED = "workbook-protected"
    WORKBOOK_BROKEN = "workbook-broken"
    ENCODING_ASSUMED = "encoding-assumed"
    ENCODING_MIXED = "encoding-mixed"
    SHEET_LEFT_OUT = "sheet-left-out"
    SHEET_IS_SURVEY_TOO = "sheet-is-survey-too"
    HEADER_ONLY = "header-only"
    # columns
    NO_PAIRS = "no-pairs"
    HALF_MISSING = "half-missing"
    HALF_TWICE = "half-twice"
    COLUMN_LEFT_OUT = "column-left-out"
    PAIRED_BY_BLOCK = "paired-by-block"
    MAPPING_UNREADABLE = "mapping-unreadable"
    MAPPING_DOES_NOT_FIT = "mapping-does-not-fit"
    MAPPING_COLUMN_GONE = "mapping-column-gone"
    SHEET_UNKNOWN = "sheet-unknown"
    # rows
    ROW_TOO_LONG = "row-too-long"
    ROWS_EMPTY = "rows-empty"
    ROWS_HIDDEN = "rows-hidden"
    ROWS_LEFT_OUT = "rows-left-out"
    ROW_WITHOUT_FEATURE = "row-without-feature"
    ROW_WITHOUT_RESPONDENT = "row-without-respondent"
    RESPONDENT_TWICE = "respondent-twice"
    ANSWER_TWICE = "answer-twice"
    PEOPLE_WITHOUT_PAIR = "people-without-pair"
    PAIR_INCOMPLETE = "pair-incomplete"
    WORDING_DOUBTFUL = "wording-doubtful"
    STRAIGHT_LINES = "straight-lines"
    SCALE_BACKWARDS = "scale-backwards"
    PEOPLE_QUESTIONABLE = "people-questionable"
    PEOPLE_EXCLUDED = "people-excluded"
    # cells
    FORMULA_WITHOUT_VALUE = "formula-without-value"
    ANSWERS_UNKNOWN = "answers-unknown"
    ANSWER_UNREAD = "answer-unread"
    ANSWER_OUTSIDE_SCALE = "answer-outside-scale"
    ANSWERS_MISSING_WORDS = "answers-missing-words"
    WORDS_AND_CODES = "words-and-codes"
    CODES_FROM_ZERO = "codes-from-zero"
    SCALE_UNKNOWN = "scale-unknown"
    SCALE_ASSUMED = "scale-assumed"
    SCALE_MAY_BE_LIKERT = "scale-may-be-likert"
    DIRECTION_ASSUMED = "direction-assumed"
    IMPORTANCE_UNREAD = "importance-unread"
    COUNT_UNREAD = "count-unread"
    COUNTS_UNKNOWN = "counts-unknown"
    COUNTS_MAY_BE_SHARES = "counts-may-be-shares"
    SHARES_OFF = "shares-off"
    NO_ANSWERS = "no-answers"
    # other files
    OUTPUT_UNWRITABLE = "output-unwritable"
    TABLE_UNREADABLE = "table-unreadable"
    FEATURES_WITHOUT_KEY = "features-without-key"
    FEATURE_UNKNOWN = "feature-unknown"
    FEATURE_TWICE = "feature-twice"
    EFFORT_UNREAD = "effort-unread"
    TABLE_CORNER = "table-corner"
    TABLE_ASYMMETRIC = "table-asymmetric"
    # comparisons
    TRAIT_UNKNOWN = "trait-unknown"
    TRAIT_MANY_GROUPS = "trait-many-groups"
    NEEDS_PEOPLE = "needs-people"
    NO_GROUPS = "no-groups"
    EXCLUDE_NEEDS_PEOPLE = "exclude-needs-people"
    CAMPS_FEATURE_UNKNOWN = "camps-feature-unknown"
    CAMPS_EMPTY = "camps-empty"
    CAMPS_SMALL = "camps-small"
    WAVE_FEATURES = "wave-features"
    WAVE_UNDATED = "wave-undated"
    WAVE_NOTHING_COMMON = "wave-nothing-common"
    WAVE_WORDING = "wave-wording"
    WAVE_SCALE = "wave-scale"
    WAVE_POPULATION = "wave-population"
    WAVE_EVIDENCE = "wave-evidence"
    # the plan
    DEPENDENCY_UNKNOWN = "dependency-unknown"
    DEPENDENCY_CYCLE = "dependency-cycle"
    DEPENDENCY_NOT_PLANNED = "dependency-not-planned"
    DEPENDENCY_LATER = "dependency-later"
    EFFORT_MISSING = "effort-missing"
    EFFORT_OVER_CAPACITY = "effort-over-capacity"
    CAPACITY_UNUSED = "capacity-unused"


_ERRORS = {
    Code.FILE_MISSING,
    Code.FILE_IS_FOLDER,
    Code.FILE_EMPTY,
    Code.FILE_UNREADABLE,
    Code.FILE_NOT_A_TABLE,
    Code.FILE_TOO_LARGE,
    Code.WORKBOOK_PROTECTED,
    Code.WORKBOOK_BROKEN,
    Code.HEADER_ONLY,
    Code.NO_PAIRS,
    Code.MAPPING_UNREADABLE,
    Code.MAPPING_DOES_NOT_FIT,
    Code.SHEET_UNKNOWN,
    Code.ANSWERS_UNKNOWN,
    Code.CODES_FROM_ZERO,
    Code.SCALE_UNKNOWN,
    Code.COUNTS_UNKNOWN,
    Code.NO_ANSWERS,
    Code.OUTPUT_UNWRITABLE,
    Code.TABLE_UNREADABLE,
    Code.FEATURES_WITHOUT_KEY,
    Code.TRAIT_UNKNOWN,
    Code.TRAIT_MANY_GROUPS,
    Code.NEEDS_PEOPLE,
    Code.NO_GROUPS,
    Code.EXCLUDE_NEEDS_PEOPLE,
    Code.CAMPS_FEATURE_UNKNOWN,
    Code.CAMPS_EMPTY,
}
_NOTES = {
    Code.SHEET_LEFT_OUT,
    Code.ANSWERS_MISSING_WORDS,
    Code.COLUMN_LEFT_OUT,
    Code.ROWS_EMPTY,
    Code.ROWS_LEFT_OUT,
    Code.PEOPLE_WITHOUT_PAIR,
    Code.PAIR_INCOMPLETE,
    Code.FEATURE_UNKNOWN,
    Code.PEOPLE_EXCLUDED,
    Code.WAVE_FEATURES,
    Code.WAVE_UNDATED,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One located problem. Rows count from 1 as a spreadsheet shows them; identities never stand in ``value``."""

    code: Code
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str | None = None
    facts: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))
    """Names and numbers for the sentence; each code's sentence in ``wording.problems`` says which."""

    def __post_init__(self) -> None:
        """Take the facts over as a mapping that nobody can change."""
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))

    @property
    def severity(self) -> Severity:
        """How grave it is; a property of its code."""
        if self.code in _ERRORS:
            return Severity.ERROR
        return Severity.NOTE if self.code in _NOTES else Severity.WARNING


class Unusable(Exception):  # noqa: N818 - reads as what it says: raise Unusable(problem)
    """Raised when an input cannot be used at all; holds the one problem to tell."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem; words come from ``wording``."""
        super().__init__(problem.code.value)
        self.problem = problem
