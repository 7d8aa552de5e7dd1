"""How a file is to be read: what every row and column of it is, as guessed, as corrected by hand, or as remembered."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kano_app.domain.answer import Answer
from kano_app.domain.category import Category
from kano_app.domain.settings import Direction, Scale


class Layout(StrEnum):
    """How the file of a survey is laid out."""

    WIDE = "wide"
    LONG = "long"
    TALLY = "tally"
    CATEGORY_TABLE = "category-table"


class Platform(StrEnum):
    """The tool a file was exported from, as far as its shape tells."""

    GOOGLE_FORMS = "google-forms"
    SURVEYMONKEY = "surveymonkey"
    QUALTRICS = "qualtrics"
    LIMESURVEY = "limesurvey"
    TYPEFORM = "typeform"
    MICROSOFT_FORMS = "microsoft-forms"
    WJX = "wjx"
    """问卷星."""
    ANSWER_SHEET = "kano-app"
    """The answer sheet of our own questionnaire."""
    OTHER = "other"


class Role(StrEnum):
    """What a column is."""

    FUNCTIONAL = "functional"
    DYSFUNCTIONAL = "dysfunctional"
    IMPORTANCE = "importance"
    RESPONDENT = "respondent"
    TRAIT = "trait"
    FEATURE = "feature"
    COUNT = "count"
    CATEGORY = "category"
    PEOPLE = "people"
    """How many people a row of a category table is of."""
    LEFT_OUT = "left-out"


HALVES = (Role.FUNCTIONAL, Role.DYSFUNCTIONAL)
OF_A_FEATURE = (*HALVES, Role.IMPORTANCE)
"""Roles that, in a wide table, each feature has at most once."""


class Confidence(StrEnum):
    """How sure a pair is."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"
    """Only the order of the columns speaks for it, or less: to be looked at."""


class PairReason(StrEnum):
    """Why two columns are taken for the halves of one feature."""

    MARKER = "marker"
    """Their headings are the same but for a marker: ``Wi-Fi (without)``, ``F1d``."""
    ITEM = "item"
    """The same item under two stems, of which one negates."""
    NUMBER = "number"
    """The same number, one of them with a condition that negates."""
    NEGATION = "negation"
    """The same question with and without a negation."""
    BLOCK = "block"
    """The same item in two blocks that say nothing of their halves: the first block is taken for the functional one."""
    ANSWERS = "answers"
    """The same item in two blocks; the answers tell which block is which."""
    BY_HAND = "by-hand"
    """Somebody said so."""


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column and what it is."""

    position: int
    """From 0."""
    heading: str
    role: Role
    feature: str = ""
    """The name of the feature, for the roles ``OF_A_FEATURE`` in a wide table."""
    category: Category | None = None
    reason: str = ""
    """A ``PairReason``, or why the column is left out."""
    confidence: Confidence | None = None
    asked: bool = False
    """The heading is the question as it was asked, worth keeping."""


@dataclass(frozen=True, slots=True)
class RowRule:
    """Rows that are left out: those with one of some texts in a column."""

    position: int
    heading: str
    texts: tuple[str, ...]
    """Compared without case and blanks; an empty one is an empty cell."""
    reason: str
    """``preview`` or ``unfinished``, or ``by-hand``."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one sheet of a file is to be read; positions count from 0, rows from 1 as a spreadsheet does."""

    layout: Layout
    columns: tuple[MappedColumn, ...]
    heading_rows: tuple[int, ...]
    first_row: int
    """The first row under the headings."""
    sheet: str = ""
    platform: Platform = Platform.OTHER
    left_out_rows: tuple[RowRule, ...] = ()
    wordings: tuple[tuple[str, Answer], ...] = ()
    """What texts mean where the file's own wordings are not the known ones."""
    scale: Scale | None = None
    """``None`` leaves it to the file's own evidence, as the directions do."""
    direction: Direction | None = None
    """Of the codes of the functional half."""
    dysfunctional_direction: Direction | None = None
    """``None``: as the functional half."""

    def __post_init__(self) -> None:
        """Refuse what cannot be read at all."""
        if len({one.position for one in self.columns}) != len(self.columns):
            raise ValueError("a column has one role")
        if self.first_row < 1 or any(row < 1 or row >= self.first_row for row in self.heading_rows):
            raise ValueError("headings stand above the first row of answers, and rows count from 1")

    def of(self, *roles: Role) -> tuple[MappedColumn, ...]:
        """Return the columns of some roles, in the order of the file."""
        return tuple(one for one in self.columns if one.role in roles)

    @property
    def features(self) -> tuple[str, ...]:
        """The features of a wide table that have a half at least, in the order of the file."""
        return tuple(dict.fromkeys(one.feature for one in self.of(*HALVES)))

    def half(self, feature: str, role: Role) -> MappedColumn | None:
        """Return the column that has a role for a feature of a wide table."""
        return next((one for one in self.of(role) if one.feature == feature), None)

    @property
    def halves_missing(self) -> tuple[tuple[str, Role], ...]:
        """Features of which only one half is mapped, each with the half that is missing."""
        return tuple(
            (feature, role) for feature in self.features for role in HALVES if self.half(feature, role) is None
        )

    def with_role(self, position: int, role: Role, feature: str = "", category: Category | None = None) -> "Mapping":
        """Return the mapping with a column told by hand; whoever had its place in the feature is left out.

        Raises:
            LookupError: if there is no such column.

        """
        if all(one.position != position for one in self.columns):
            raise LookupError(position)
        single = {Role.RESPONDENT, Role.FEATURE, Role.COUNT, Role.PEOPLE}
        if self.layout is not Layout.WIDE:
            single |= set(OF_A_FEATURE)

        def changed(one: MappedColumn) -> MappedColumn:
            if one.position == position:
                told = PairReason.BY_HAND
                return replace(
                    one, role=role, feature=feature, category=category, reason=told, confidence=Confidence.SURE
                )
            taken = one.role is role and (
                role in single
                or (role in OF_A_FEATURE and one.feature == feature)
                or (role is Role.CATEGORY and one.category is category)
            )
            return left_out(one) if taken else one

        return replace(self, columns=tuple(map(changed, self.columns)))

    def with_feature_renamed(self, old: str, new: str) -> "Mapping":
        """Return the mapping with another name of a feature of a wide table.

        Raises:
            ValueError: if another feature has that name, or it is blank.

        """
        if not new.strip() or (new != old and new in self.features):
            raise ValueError("every feature has a name of its own")
        return replace(
            self, columns=tuple(replace(one, feature=new) if one.feature == old else one for one in self.columns)
        )

    def with_halves_swapped(self, features: tuple[str, ...]) -> "Mapping":
        """Return the mapping with the functional and the dysfunctional column of some features exchanged."""
        other = {Role.FUNCTIONAL: Role.DYSFUNCTIONAL, Role.DYSFUNCTIONAL: Role.FUNCTIONAL}

        def swapped(one: MappedColumn) -> MappedColumn:
            if one.feature not in features or one.role not in other:
                return one
            return replace(one, role=other[one.role], reason=PairReason.BY_HAND, confidence=Confidence.SURE)

        return replace(self, columns=tuple(map(swapped, self.columns)))

    def with_pair(self, feature: str, functional: int, dysfunctional: int) -> "Mapping":
        """Return the mapping with two columns told to be the halves of a feature.

        Raises:
            LookupError: if there is no such column.
            ValueError: if both are the same column, or the feature has no name.

        """
        if functional == dysfunctional or not feature.strip():
            raise ValueError("a pair is two columns and a name")
        halved = self.with_role(functional, Role.FUNCTIONAL, feature)
        return halved.with_role(dysfunctional, Role.DYSFUNCTIONAL, feature)

    def without_feature(self, feature: str) -> "Mapping":
        """Return the mapping with all columns of a feature of a wide table left out."""
        return replace(
            self,
            columns=tuple(
                left_out(one) if one.role in OF_A_FEATURE and one.feature == feature else one for one in self.columns
            ),
        )

    def free_name(self, wanted: str) -> str:
        """Return a name for a feature that none has yet: the wanted one, or that with a number."""
        name, number = wanted.strip(), 1
        while not name or name in self.features:
            number += 1
            name = f"{wanted.strip()} ({number})" if wanted.strip() else f"({number})"
        return name

    def with_rule(self, rule: RowRule, *, leaves_out: bool) -> "Mapping":
        """Return the mapping with a rule for rows that are left out, or without it."""
        kept = tuple(one for one in self.left_out_rows if one != rule)
        return replace(self, left_out_rows=(*kept, rule) if leaves_out else kept)

    def with_wording(self, text: str, answer: Answer | None) -> "Mapping":
        """Return the mapping with the meaning of a text; ``None`` takes it back."""
        kept = tuple(one for one in self.wordings if one[0] != text)
        return replace(self, wordings=kept if answer is None else (*kept, (text, answer)))


def left_out(column: MappedColumn, reason: str = PairReason.BY_HAND) -> MappedColumn:
    """Return a column as one that is left out."""
    return replace(column, role=Role.LEFT_OUT, feature="", category=None, reason=reason, confidence=None)
