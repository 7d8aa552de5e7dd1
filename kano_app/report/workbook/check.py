"""Formulas that compute counts, coefficients and strengths anew, beside the app's figures, for anybody to check."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.settings import ReverseAndQuestionable, Rule
from kano_app.i18n import Language
from kano_app.report.workbook.figures import Figure, coefficients, own_most_frequent, strengths
from kano_app.report.workbook.sheets import Sheet
from kano_app.report.workbook.tally import Laid
from kano_app.tables import Kind
from kano_app.wording.figures import blank_reason
from kano_app.wording.settings import rule_sentence

_GROUPS, _HEADS, _FIRST = 1, 2, 3
_SIX = len(CATEGORIES)
_APART: dict[str, Any] = {"align": "left", "indent": 1}


def write_check(sheet: Sheet, analysis: Analysis, laid: Laid | None, words: Language) -> None:
    """Write a row of formulas for every feature.

    Args:
        sheet: what is written on.
        analysis: the app's figures.
        laid: where the 25 counts stand; ``None`` where the survey gives counts of categories, or shares.
        words: the language.

    """
    _Check(sheet, analysis, laid, words).write()


class _Check:
    def __init__(self, sheet: Sheet, analysis: Analysis, laid: Laid | None, words: Language) -> None:
        self._sheet, self._analysis, self._laid, self._words = sheet, analysis, laid, words
        self._shares = bool(analysis.features) and analysis.features[0].counts is None
        self._agrees, self._differs = words.gettext("agrees"), words.gettext("differs")
        self._wrong = 0
        self._last = _FIRST + len(analysis.features)
        # Without a tally the counts are those of the file: there is nothing to recompute them from.
        self._counts_end = 1 + (2 * _SIX + 1 if laid else _SIX)

    def write(self) -> None:
        titles = self._titles()
        self._headings(titles)
        for place, result in enumerate(self._analysis.features):
            self._row(place, result)
        self._sheet.close((_FIRST, 1))
        self._explain()
        self._colour()

    def _titles(self) -> list[str]:
        gettext = self._words.gettext
        titles = [gettext("Better"), gettext("Worse"), gettext("Most frequent")]
        return titles if self._shares else [*titles, gettext("Total strength"), gettext("Category strength")]

    def _headings(self, titles: Sequence[str]) -> None:
        sheet, gettext = self._sheet, self._words.gettext
        letters = [category.letter for category in CATEGORIES]
        ours, theirs, same = gettext("by formula"), "Kano App", gettext("the same?")
        sheet.heading(_GROUPS, 0, "")
        sheet.heading(_HEADS, 0, gettext("Feature"))
        group = (
            gettext("Shares") if self._shares else gettext("Counts, by formula") if self._laid else gettext("Counts")
        )
        self._group(1, _SIX, group)
        for place, letter in enumerate(letters, start=1):
            sheet.heading(_HEADS, place, letter, align="right")
        if self._laid:
            self._group(1 + _SIX, _SIX + 1, gettext("Counts, Kano App"))
            for place, letter in enumerate(letters, start=1 + _SIX):
                sheet.heading(_HEADS, place, letter, align="right")
            sheet.heading(_HEADS, 2 * _SIX + 1, same, **_APART)
        column = self._counts_end
        self._group(column, 2, gettext("Sums"))
        sheet.heading(_HEADS, column, gettext("n"), align="right")
        sheet.heading(_HEADS, column + 1, gettext("n′"), align="right")
        column += 2
        for title in titles:
            self._group(column, 3, title)
            for place, heading in enumerate((ours, theirs, same)):
                sheet.heading(_HEADS, column + place, heading, **(_APART if place == 2 else {"align": "right"}))
            column += 3
        sheet.heading(_GROUPS, column, "")
        sheet.heading(_HEADS, column, gettext("Empty because"))

    def _group(self, column: int, wide: int, title: str) -> None:
        look = self._sheet.looks.heading(align="left", left=1, left_color="#B4BCC8")
        self._sheet.sheet.merge_range(_GROUPS, column, _GROUPS, column + wide - 1, "", look)
        self._sheet.sheet.write_string(_GROUPS, column, title, look)

    def _row(self, place: int, result: FeatureResult) -> None:
        row, sheet = _FIRST + place, self._sheet
        sheet.text(row, 0, result.feature.name)
        given = self._counts(row, place, result)
        at = {category: _cell(row, 1 + index) for index, category in enumerate(CATEGORIES)}
        n, base = _cell(row, self._counts_end), _cell(row, self._counts_end + 1)
        kind = Kind.SHARE if self._shares else Kind.COUNT
        total, four = sum(given.values()), sum(given[one] for one in CATEGORIES[:4])
        sheet.formula(row, self._counts_end, f"=SUM({_cell(row, 1)}:{_cell(row, _SIX)})", total, kind)
        sheet.formula(row, self._counts_end + 1, f"=SUM({_cell(row, 1)}:{_cell(row, 4)})", four, kind)
        column = self._counts_end + 2
        figures = [*coefficients(result, given, at, base), self._most_frequent(row, result, given)]
        if not self._shares:
            figures += strengths(result, given, at, n)
        for figure in figures:
            self._figure(row, column, figure)
            column += 3
        reasons = dict.fromkeys(blank_reason(one.own, self._words) for one in figures if isinstance(one.own, Blank))
        sheet.text(row, column, self._words.sentences(reasons))

    def _counts(self, row: int, place: int, result: FeatureResult) -> Mapping[Category, float]:
        """Write the six counts and return them as the formulas give them."""
        sheet = self._sheet
        if self._laid is None or self._analysis.tally is None:
            shares = {} if isinstance(result.shares, Blank) else result.shares
            given: Mapping[Category, float] = dict.fromkeys(CATEGORIES, 0.0) | dict(result.counts or shares)
            for column, one in enumerate(CATEGORIES, start=1):
                sheet.number(row, column, given[one], Kind.SHARE if self._shares else Kind.COUNT)
            return given
        cells, table = self._analysis.tally.counts[place].ravel(), self._analysis.settings.table.indices().ravel()
        given = {one: int(cells[np.flatnonzero(table == index)].sum()) for index, one in enumerate(CATEGORIES)}
        own = result.counts or {}
        for column, one in enumerate(CATEGORIES, start=1):
            letter = _cell(_HEADS, column, fixed_row=True)
            formula = f"=SUMPRODUCT(({self._laid.letters}={letter})*{self._laid.counts(place)})"
            sheet.formula(row, column, formula, given[one])
            sheet.number(row, column + _SIX, own[one], Kind.COUNT)
        computed, theirs = f"{_cell(row, 1)}:{_cell(row, _SIX)}", f"{_cell(row, 1 + _SIX)}:{_cell(row, 2 * _SIX)}"
        self._same(row, 2 * _SIX + 1, f"SUMPRODUCT(({computed}<>{theirs})*1)=0", found=given == dict(own))
        return given

    def _most_frequent(self, row: int, result: FeatureResult, given: Mapping[Category, float]) -> Figure:
        """Return the most frequent category of those that compete; the order of the columns breaks ties."""
        settings = replace(self._analysis.settings, rule=Rule.MODE)
        beside = settings.reverse_and_questionable is ReverseAndQuestionable.BESIDE
        competing = CATEGORIES[:4] if beside else CATEGORIES
        last = len(competing)
        counts = f"{_cell(row, 1)}:{_cell(row, last)}"
        letters = f"{_cell(_HEADS, 1, fixed_row=True)}:{_cell(_HEADS, last, fixed_row=True)}"
        formula = f'=IF(MAX({counts})=0,"",INDEX({letters},1,MATCH(MAX({counts}),{counts},0)))'
        most = max(competing, key=lambda one: (given[one], -CATEGORIES.index(one)))
        value = most.letter if given[most] else ""
        return Figure(formula, value, own_most_frequent(result, settings), Kind.TEXT)

    def _figure(self, row: int, column: int, figure: Figure) -> None:
        sheet = self._sheet
        sheet.formula(row, column, figure.formula, figure.value, figure.kind, align="right")
        if isinstance(figure.own, str) and not isinstance(figure.own, Blank):
            sheet.text(row, column + 1, figure.own, align="right")
        elif not isinstance(figure.own, Blank):
            sheet.number(row, column + 1, figure.own, figure.kind)
        one, other = _cell(row, column), _cell(row, column + 1)
        near = f"{one}={other}" if figure.kind is Kind.TEXT else f"ABS({one}-{other})<0.000000001"
        condition = f'IF(OR({one}="",{other}=""),AND({one}="",{other}=""),{near})'
        self._same(row, column + 2, condition, found=figure.agrees)

    def _same(self, row: int, column: int, condition: str, *, found: bool) -> None:
        self._wrong += not found
        formula = f"=IF({condition},{_quoted(self._agrees)},{_quoted(self._differs)})"
        self._sheet.formula(row, column, formula, self._agrees if found else self._differs, Kind.TEXT, **_APART)

    def _explain(self) -> None:
        """Say at the top whether everything agrees, and below by which formulas."""
        gettext, sheet = self._words.gettext, self._sheet
        area = f"{_cell(_FIRST, 1)}:{_cell(max(self._last - 1, _FIRST), 40)}"
        differing = f"COUNTIF({area},{_quoted(self._differs)})"
        fine, wrong = gettext("Every figure agrees with Kano App."), gettext("Figures that differ from Kano App: ")
        # The program stores what its own formulas give; whoever opens the workbook has them computed again.
        formula = f"=IF({differing}=0,{_quoted(fine)},{_quoted(wrong)}&{differing})"
        sheet.sheet.write_formula(0, 0, formula, sheet.looks.look(bold=True), self._summary(fine, wrong))
        notes = [
            "Better = (A + P) / n′; Worse = −(P + M) / n′; n′ = M + P + A + I.",
            gettext(
                "Total strength = (M + P + A) / n; category strength = (the largest − the second of M, P, A, I, R) / n."
            ),
            gettext("The most frequent category; exact ties are broken by M > P > A > I > R > Q."),
        ]
        if self._analysis.settings.rule is not Rule.MODE:
            notes.append(
                gettext("The study’s own rule is another, and its categories stand with the results:")
                + " "
                + rule_sentence(self._analysis.settings, self._words)
            )
        for row, note in enumerate(notes, start=self._last + 1):
            sheet.line(row, note)

    def _summary(self, fine: str, wrong: str) -> str:
        return f"{wrong}{self._wrong}" if self._wrong else fine

    def _colour(self) -> None:
        """Make what differs stand out; it says so in words as well."""
        look = self._sheet.looks.look(bold=True, font_color="#9C0006", bg_color="#FFC7CE")
        rule = {"type": "cell", "criteria": "==", "value": _quoted(self._differs), "format": look}
        self._sheet.sheet.conditional_format(_FIRST, 1, max(self._last - 1, _FIRST), 40, rule)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _cell(row: int, column: int, *, fixed_row: bool = False) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - only where a workbook is written

    return str(xl_rowcol_to_cell(row, column, row_abs=fixed_row))
