"""The category table: a row per feature with how many people, or what share of them, fell into each category."""

import math
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evidence import CategoryCounts, CategoryShares
from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.mapping import Layout, MappedColumn, Mapping, Role
from kano_app.domain.problem import Code
from kano_app.domain.settings import ImportSettings
from kano_app.domain.survey import Source, Survey
from kano_app.importers.columns import Rows
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.headings import TOTALS, fold_heading
from kano_app.importers.layouts.tally import nothing_to_count, whole_number
from kano_app.importers.mapped import mapping_of
from kano_app.importers.readers.grid import Progress
from kano_app.importers.roles import Roles, roles
from kano_app.importers.stream import pour
from kano_app.importers.textual import CellColumn

_ROUNDING = 0.02 + 1e-9
"""Shares printed without decimals may sum to a little less or more than the whole."""
_PEOPLE_MORE = 1.1


@dataclass(frozen=True, slots=True)
class CategoryTable:
    """A category table, recognised."""

    head: Head
    feature: int
    categories: dict[Category, int]
    shares: bool
    """The headings speak of shares."""
    counts: bool
    """The headings speak of counts."""
    people: int | None = None
    """The column that says how many people there were."""
    score: int = 5

    @property
    def answer_columns(self) -> tuple[int, ...]:
        """None: the answers were counted by somebody else."""
        return ()

    @property
    def mapping(self) -> Mapping:
        """What every column is."""
        headings = self.head.headings
        columns = [MappedColumn(self.feature, headings[self.feature], Role.FEATURE)]
        columns += [
            MappedColumn(at, headings[at], Role.CATEGORY, category=category) for category, at in self.categories.items()
        ]
        if self.people is not None:
            columns.append(MappedColumn(self.people, headings[self.people], Role.PEOPLE))
        return mapping_of(self.head, Layout.CATEGORY_TABLE, columns)

    def read(self, settings: ImportSettings, findings: Findings, progress: Progress) -> Survey:  # noqa: ARG002 - no answers
        """Return the survey.

        Raises:
            Unusable: if there is no row with counts or shares.

        """
        self._say_columns(findings)
        columns, flow = pour(self.head, self._columns, findings, progress)
        if flow.empty:
            findings.say(Code.ROWS_EMPTY, count=flow.empty)
        cells = {at: column.cells() for at, column in columns.items() if isinstance(column, CellColumn)}
        kept = self._features(cells, flow.rows, findings)
        names = [cells[self.feature][at] for at in kept]
        texts = [[cells[at][row] if at in cells else "" for at in self._places()] for row in kept]
        people = [] if self.people is None else [whole_number(cells[self.people][at]) for at in kept]
        table, is_share = self._numbers(texts, people, flow.rows[kept], findings)
        if self.people is not None:
            reason = "shares" if is_share else "not-understood"
            findings.say(Code.COLUMN_LEFT_OUT, column=self.head.name(self.people), reason=reason)
        if not table.any():
            raise nothing_to_count(findings)
        if is_share:
            _say_off(names, table, findings)
        elif not self.counts:
            _say_hundreds(table, findings)
        evidence = CategoryShares(table) if is_share else CategoryCounts(np.rint(table).astype(np.int64))
        grid = self.head.grid
        source = Source(
            grid.file,
            grid.sheet,
            Layout.CATEGORY_TABLE,
            grid.encoding,
            len(names),
            platform=self.head.frame.platform,
        )
        return Survey(tuple(Feature(name, name) for name in names), evidence, source=source)

    def _places(self) -> list[int]:
        """Return the column of each category in the order of ``CATEGORIES``; −1 where there is none."""
        return [self.categories.get(category, -1) for category in CATEGORIES]

    def _columns(self) -> dict[int, CellColumn]:
        people = () if self.people is None else (self.people,)
        return {at: CellColumn() for at in (self.feature, *self.categories.values(), *people)}

    def _say_columns(self, findings: Findings) -> None:
        used = {*self._columns()}
        rest = roles(self.head, [at for at in range(len(self.head.headings)) if at not in used])
        not_needed = [*rest.traits] + ([] if rest.respondent is None else [rest.respondent])
        left_out = [(at, "not-understood" if reason == "free-text" else reason) for at, reason in rest.left_out]
        Roles(None, (), tuple(sorted([*left_out, *((at, "not-understood") for at in not_needed)]))).say(
            self.head, findings
        )

    def _features(self, cells: dict[int, list[str]], rows: Rows, findings: Findings) -> list[int]:
        """Return the rows that name a feature for the first time."""
        seen: set[str] = set()
        kept, nameless, totals = [], [], []
        for at, name in enumerate(cells[self.feature]):
            key = fold_name(name) or name
            if not name:
                if any(cells[column][at] for column in self.categories.values()):
                    nameless.append(at)
            elif fold_heading(name) in TOTALS:
                totals.append(at)
            elif key in seen:
                findings.say(Code.FEATURE_TWICE, row=int(rows[at]), column=self.head.name(self.feature), name=name)
            else:
                seen.add(key)
                kept.append(at)
        column = self.head.name(self.feature)
        findings.say_rows(Code.ROW_WITHOUT_FEATURE, rows[nameless], column=column)
        findings.say_rows(Code.ROWS_LEFT_OUT, rows[totals], column=column, reason="total")
        return kept

    def _numbers(
        self, texts: list[list[str]], people: list[float | None], rows: Rows, findings: Findings
    ) -> tuple[NDArray[np.float64], bool]:
        """Return the table as numbers, and whether they are shares; a cell that is no number counts as 0."""
        parsed = [[share_number(text) for text in line] for line in texts]
        numbers = np.array([[number or 0.0 for number in line] for line in parsed]).reshape(-1, len(CATEGORIES))
        signed = self.shares or any(sign in text for line in texts for text in line for sign in "%％")
        whole = _whole(numbers, signed=signed)
        if not whole and not self.counts and _sum_to_the_whole_of_others(numbers, people):
            whole = 100.0
        for line, checked, row in zip(texts, parsed, rows.tolist(), strict=True):
            for at, (text, number) in enumerate(zip(line, checked, strict=True)):
                # No share is above the whole, but for a rounding error in a row of its own.
                unread = (number is None or number > 1.02 * whole) if whole else whole_number(text) is None
                if unread:
                    findings.say(
                        Code.COUNT_UNREAD,
                        row=row,
                        column=self.head.name(self._places()[at]),
                        value=text,
                        reason="share" if whole else "count",
                    )
                    numbers[row == rows, at] = 0.0
        return (np.clip(numbers / whole, 0.0, 1.0) if whole else numbers), bool(whole)


def _whole(numbers: NDArray[np.float64], *, signed: bool) -> float:
    """Return what the shares of a row sum to, 1 or 100; 0 where the numbers are counts.

    A sign of percent decides; without one, broken numbers of which most rows sum to the whole are shares.
    """
    sums = numbers.sum(axis=1)
    sums = sums[sums > 0]
    if signed:
        return 1.0 if sums.size and float(np.median(sums)) <= 1.5 else 100.0
    if not (numbers % 1).any():
        return 0.0
    return next((whole for whole in (1.0, 100.0) if 2 * (abs(sums / whole - 1) <= _ROUNDING).sum() > sums.size), 0.0)


def _sum_to_the_whole_of_others(numbers: NDArray[np.float64], people: list[float | None]) -> bool:
    """Return whether every row sums to 100 while most rows say that there were clearly more or fewer people."""
    sums = numbers.sum(axis=1)
    if not people or not len(sums) or not (abs(sums / 100 - 1) <= _ROUNDING).all():
        return False
    stated = np.array([math.nan if number is None else number for number in people])
    # A few people more than a hundred may have answered in part; fewer than were counted there cannot be.
    differs = (stated > _PEOPLE_MORE * sums) | (stated < (1 - _ROUNDING) * sums)
    return 2 * int(np.count_nonzero(differs)) > len(sums)


def _say_off(names: list[str], shares: NDArray[np.float64], findings: Findings) -> None:
    """Note the features whose shares do not sum to the whole."""
    sums = shares.sum(axis=1)
    off = np.flatnonzero(abs(sums - 1) > _ROUNDING).tolist()
    if off:
        features = tuple(names[at] for at in off)
        findings.say(Code.SHARES_OFF, features=features, sums=tuple(round(100 * float(sums[at])) for at in off))


def _say_hundreds(counts: NDArray[np.float64], findings: Findings) -> None:
    """Note that counts which all sum to 100 may be percent."""
    if len(counts) > 1 and (counts.sum(axis=1) == 100).all():
        findings.say(Code.COUNTS_MAY_BE_SHARES)


def share_number(text: str) -> float | None:
    """Return a share or count as a number, 0 for an empty cell, ``None`` for what is no number from 0 up."""
    text = text.strip().rstrip("%％").strip()
    if not text:
        return 0.0
    if (whole := whole_number(text)) is not None:
        return whole
    match = re.fullmatch(r"\d*[.,]\d+", text)
    return float(text.replace(",", ".")) if match else None
