"""The category table: a row per feature with how many people, or what share of them, fell into each category."""

import math
import re
from collections.abc import Callable
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
from kano_app.importers.answers import looks_numeric
from kano_app.importers.columns import Rows, level_text
from kano_app.importers.findings import Findings
from kano_app.importers.head import Head
from kano_app.importers.headings import COUNTS, FEATURES, IDS, TOTALS, fold_heading
from kano_app.importers.layouts.tally import nothing_to_count, whole_number
from kano_app.importers.mapped import mapping_of, only
from kano_app.importers.readers.grid import Progress
from kano_app.importers.roles import Roles, roles
from kano_app.importers.stream import pour
from kano_app.importers.textual import CellColumn

_NAMES = {
    Category.MUST_BE: """m | mb | must-be | must be | mustbe | must | must-have | must have | basic | basic need
    basic needs | threshold
        expected | dissatisfier | basis | basisfaktor | basismerkmal | 必备属性 | 必备 | 必備 | 必備屬性 | 基本型
        必备型 | 当然品質 | 當然品質 | 当然属性 | 必须
        必备质量 | 基本属性 | 基本屬性 | 必备需求 | 必備品質 | 当然 | 當然 | 当たり前品質 | 必須""",
    Category.PERFORMANCE: """p | o | performance | one-dimensional | one dimensional | onedimensional
    one-dimension | linear | satisfier
        od | leistung | leistungsfaktor | leistungsmerkmal | 期望属性 | 期望 | 期望屬性 | 期望型 | 一维品质
        一維品質 | 一元品質 | 一维属性 | 一維屬性 | 一维 | 一維
        一元 | 线性 | 期望需求 | 绩效""",
    Category.ATTRACTIVE: """a | attractive | excitement | exciter | exciters | delighter | delighters | delight
    excite
        begeisterung | begeisterungsfaktor | 魅力属性 | 魅力屬性 | 魅力品質 | 魅力品质 | 魅力型 | 魅力 | 兴奋型
        魅力需求 | 魅力的品質""",
    Category.INDIFFERENT: """i | indifferent | neutral | indifference | unerheblich | indifferente | 无差异属性
    无差异 | 無差異 | 無差異屬性 | 無差異品質
        无差异品质 | 无差异型 | 無關心品質 | 无关紧要 | 无关 | 无差异需求 | 無関心品質 | 無関心""",
    Category.REVERSE: """r | reverse | reversal | reversed | rückweisung | inverse | 反向属性 | 反向屬性
    反向品質 | 反向品质 | 反向型 | 反向 | 逆向 | 反转
        逆向品質 | 反向需求 | 逆品質""",
    Category.QUESTIONABLE: """q | questionable | question | doubtful | sceptical | skeptical | fragwürdig
    可疑结果 | 可疑結果 | 可疑 | 可疑属性 | 可疑屬性
        可疑品質 | 疑问 | 有问题 | 懷疑 | 存疑 | 可疑型 | 懐疑的""",
}
_BY_NAME = {
    fold_heading(name): category
    for category, names in _NAMES.items()
    for line in names.splitlines()
    for name in line.split("|")
}
_NEEDED = (Category.MUST_BE, Category.PERFORMANCE, Category.ATTRACTIVE, Category.INDIFFERENT)
_SAMPLE = """sample | sample size | respondents | participants | total | base | 样本量 | 樣本量 | 样本数 | 樣本數
样本 | 樣本 | 总数 | 總數 | 合计 | 合計 | 有效人数 | 有效人數 | 有效样本 | 有效樣本"""
_PEOPLE = (COUNTS - IDS) | {fold_heading(name) for line in _SAMPLE.splitlines() for name in line.split("|")}
"""Headings of the column that says how many people there were."""
_ROUNDING = 0.02 + 1e-9
"""Shares printed without decimals may sum to a little less or more than the whole."""
_PEOPLE_MORE = 1.1
_PERCENT = re.compile(
    r"%|％|\b(?:percent|percentage|per cent|share|pct|anteil|prozent)\b|占比|百分比|比例|比率|份额|份額", re.IGNORECASE
)
_COUNT = re.compile(r"\b(?:count|counts|n|number|frequency|answers)\b|人数|人數|频数|頻數|次数|次數", re.IGNORECASE)


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


def from_mapping(head: Head, mapping: Mapping) -> CategoryTable | None:
    """Return the category table as a mapping tells it."""
    feature = only(mapping, Role.FEATURE)
    categories = {one.category: one.position for one in mapping.of(Role.CATEGORY) if one.category is not None}
    if feature is None or not categories:
        return None
    headings = [head.headings[at].replace("_", " ") for at in categories.values()]
    shares, counts = (any(pattern.search(one) for one in headings) for pattern in (_PERCENT, _COUNT))
    return CategoryTable(head, feature, categories, shares, counts, only(mapping, Role.PEOPLE))


def recognise(head: Head, _: Callable[[int], bool]) -> CategoryTable | None:
    """Return the head as a category table, or ``None`` if a feature column or one of A, P, M, I is missing."""
    found: dict[Category, int] = {}
    shares = counts = False
    for at, heading in enumerate(head.headings):
        bare = fold_heading(_COUNT.sub("", _PERCENT.sub("", heading.replace("_", " "))).strip(" ()（）[]"))
        category = _BY_NAME.get(fold_heading(heading)) or _BY_NAME.get(bare)
        if category and category not in found and _mostly_numbers(head, at):
            found[category] = at
            shares = shares or bool(_PERCENT.search(heading.replace("_", " ")))
            counts = counts or bool(_COUNT.search(heading.replace("_", " ")))
    if any(category not in found for category in _NEEDED):
        return None
    feature = _feature_column(head, set(found.values()))
    if feature is None:
        return None
    return CategoryTable(head, feature, found, shares, counts, _people_column(head, {feature, *found.values()}))


def _people_column(head: Head, taken: set[int]) -> int | None:
    """Return the column of numbers that is headed as one of people."""
    free = (at for at in range(len(head.headings)) if at not in taken and not head.is_empty(at))
    return next((at for at in free if fold_heading(head.headings[at]) in _PEOPLE and _mostly_numbers(head, at)), None)


def _mostly_numbers(head: Head, column: int) -> bool:
    texts = head.columns[column]
    numbers = sum(
        count for text, count in texts.items() if looks_numeric(text.rstrip("%％ ")) or share_number(text) is not None
    )
    return 2 * numbers > texts.total()


def _feature_column(head: Head, taken: set[int]) -> int | None:
    """Return the column named for features, else the first whose texts are all different and no numbers."""
    free = [at for at in range(len(head.headings)) if at not in taken and not head.is_empty(at)]
    for at in free:
        if fold_heading(head.headings[at]) in FEATURES - {"id", "编号", "編號"}:
            return at
    for at in free:
        texts = [level_text(text) for text in head.columns[at]]
        if len(texts) == head.columns[at].total() and not all(map(looks_numeric, texts)):
            return at
    return None
