"""Sensitivity at a glance: every feature's category under every table, rule and treatment of R and Q (METHODS §10)."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.analysis.sensitivity import Sensitivity, Variant
from kano_app.charts.bars import Parts, RoomText, box, draw_parts, no_parts, row_name, scaled, short_reason, small_text
from kano_app.charts.fitted_text import FittedText
from kano_app.charts.palette import mark
from kano_app.charts.style import PRINT, Style
from kano_app.domain.settings import ReverseAndQuestionable
from kano_app.i18n import Language
from kano_app.wording.settings import rule_name, table_name

ROW_HEIGHT = 15.0
"""Points a feature takes in height."""
ROBUST_WIDTH = 44.0
"""Points right of the axes that say which features are robust."""

_RULE_GAP, _TABLE_GAP = 0.16, 0.6
"""Room between the columns of two rules and of two tables, in columns."""
_TABLES_HEAD, _RULES_HEAD, _FLAT_HEAD, _UPRIGHT_HEAD = 14.0, 24.0, 24.0, 74.0
_FOOT = 14.0
_CELL = 0.46
_LEADING, _OVERHANG = 8.6, 3.0
_Span = tuple[float, float]
"""The left and the right end of the columns of one choice."""


def sensitivity_height(results: Sequence[FeatureResult], style: Style = PRINT) -> float:
    """Return how many points the grid of so many features takes in height."""
    return scaled(_head(_variants(results)) + len(results) * ROW_HEIGHT + _FOOT, style)


def sensitivity_grid(
    axes: Axes, results: Sequence[FeatureResult], language: Language, names_width: float, style: Style = PRINT
) -> None:
    """Draw a row a feature and a column a set of choices, the chosen one framed; robust features are called so.

    Room is kept for ``names_width`` points left of the axes and ``ROBUST_WIDTH``, ``scaled`` for the style,
    right of them.
    """
    variants = _variants(results)
    head, bottom = _head(variants), _head(variants) + len(results) * ROW_HEIGHT
    lefts = _lefts(variants)
    right = lefts[-1] + 1 if lefts else 1.0
    axes.set_facecolor("none")
    axes.set_xlim(0, right)
    axes.set_ylim(bottom + _FOOT, 0)
    axes.set_axis_off()
    if variants:
        _headings(axes, variants, lefts, language, style)
        _frame_chosen(axes, results, (head, bottom), language, style)
    parts = no_parts()
    for row, result in enumerate(results):
        y = head + (row + 0.5) * ROW_HEIGHT
        row_name(axes, y, result.feature.name, names_width, style)
        found = _comparable(result)
        if isinstance(found, Blank):
            text = small_text(axes, 0, y, short_reason(found, language), style, style.muted, "left", right=4)
            # The frame around the chosen column makes way for it.
            text.set(zorder=5, bbox={"facecolor": style.ground, "edgecolor": "none", "pad": 1.5})
            continue
        _row(axes, y, list(zip(lefts, found.variants, strict=True)), parts, style)
        if found.robust:
            small_text(axes, right, y, language.gettext("robust"), style, style.ink, "left", right=8)
    draw_parts(axes, parts, style)


def _row(axes: Axes, y: float, cells: Sequence[tuple[float, Variant]], parts: Parts, style: Style) -> None:
    """Add a feature's cells to ``parts`` and write their letters; a dash where choices leave no category."""
    half = _CELL * ROW_HEIGHT
    for left, variant in cells:
        category = variant.category
        if category is not None:
            parts[category].append(box(left, left + 1, y - half, y + half))
        letter, color = ("–", style.muted) if category is None else (category.letter, mark(category).ink)
        small_text(axes, left + 0.5, y, letter, style, color, "center")


def _comparable(result: FeatureResult) -> Sensitivity | Blank:
    """Return the feature under all choices, or why none of them gives it a category."""
    found = result.sensitivity
    if isinstance(found, Blank) or any(variant.category is not None for variant in found.variants):
        return found
    return result.verdict if isinstance(result.verdict, Blank) else Blank.NO_ANSWERS


def _variants(results: Sequence[FeatureResult]) -> tuple[Variant, ...]:
    """Return the columns, which are the same for all features of a survey."""
    found = (result.sensitivity for result in results)
    return next((one.variants for one in found if isinstance(one, Sensitivity)), ())


def _head(variants: Sequence[Variant]) -> float:
    """Return the height of the headings; counts of categories know no tables."""
    if not variants:
        return 0
    return _RULES_HEAD + (_FLAT_HEAD if variants[0].table is None else _TABLES_HEAD + _UPRIGHT_HEAD)


def _lefts(variants: Sequence[Variant]) -> list[float]:
    """Return where every column begins, one wide each, with gaps between rules and between tables."""
    lefts = [0.0][: len(variants)]
    for one, other in pairwise(variants):
        gap = _TABLE_GAP if one.table != other.table else _RULE_GAP * (one.rule is not other.rule)
        lefts.append(lefts[-1] + 1 + gap)
    return lefts


def _headings(
    axes: Axes, variants: Sequence[Variant], lefts: Sequence[float], language: Language, style: Style
) -> None:
    """Write the tables over their rules, and the rules over the treatments of R and Q.

    Of several tables the columns are narrow, so the treatments stand upright.
    """
    columns = list(zip(variants, lefts, strict=True))
    several = variants[0].table is not None
    y = 0.0
    if several:
        for table, group in groupby(columns, key=lambda one: one[0].table):
            span = _span([left for _, left in group])
            if table is not None:
                _heading(axes, span, y + _TABLES_HEAD / 2 - 2, table_name(table, language), style, style.ink)
            axes.plot(span, [y + _TABLES_HEAD - 2] * 2, color=style.line, linewidth=0.6)
        y += _TABLES_HEAD
    for (_, rule), group in groupby(columns, key=lambda one: (one[0].table, one[0].rule)):
        span = _span([left for _, left in group])
        words = rule_name(rule, language).split(" ", 1)
        _lines(axes, span, y + _RULES_HEAD / 2, words, style, style.muted if several else style.ink)
    y += _RULES_HEAD
    for variant, left in columns:
        text = _treatment(variant, language)
        if several:
            _upright(axes, left + 0.5, y + _UPRIGHT_HEAD - 5, text, style)
        else:
            _lines(axes, (left, left + 1), y + _FLAT_HEAD / 2 - 2, text.rsplit(" ", 1), style, style.muted)


def _lines(axes: Axes, span: _Span, y: float, words: Sequence[str], style: Style, color: str) -> None:
    for place, word in enumerate(words):
        _heading(axes, span, y + (place - (len(words) - 1) / 2) * _LEADING, word, style, color)


def _span(lefts: Sequence[float]) -> _Span:
    return lefts[0], lefts[-1] + 1


def _treatment(variant: Variant, language: Language) -> str:
    if variant.treatment is ReverseAndQuestionable.BESIDE:
        return language.gettext("R and Q beside")
    return language.gettext("R and Q competing")


def _heading(axes: Axes, span: _Span, y: float, text: str, style: Style, color: str) -> None:
    left, right = span
    share = (right - left + _RULE_GAP) / axes.get_xlim()[1]
    axes.add_artist(
        RoomText(
            axes,
            share,
            _OVERHANG,
            (left + right) / 2,
            y,
            text,
            color=color,
            fontproperties=style.font(small=True),
            horizontalalignment="center",
            verticalalignment="center",
            transform=axes.transData,
            clip_on=False,
        )
    )


def _upright(axes: Axes, x: float, y: float, text: str, style: Style) -> None:
    axes.add_artist(
        FittedText(
            x,
            y,
            text,
            width=scaled(_UPRIGHT_HEAD - 8, style),
            color=style.muted,
            fontproperties=style.font(small=True),
            rotation=90,
            rotation_mode="default",
            horizontalalignment="center",
            verticalalignment="bottom",
            transform=axes.transData,
            clip_on=False,
        )
    )


def _frame_chosen(axes: Axes, results: Sequence[FeatureResult], rows: _Span, language: Language, style: Style) -> None:
    """Frame the column of the choices that were made, and say so under it."""
    first = next(result.sensitivity for result in results if isinstance(result.sensitivity, Sensitivity))
    place = [_choices(one) for one in first.variants].index(_choices(first.own))
    left, (top, bottom) = _lefts(first.variants)[place], rows
    frame = Rectangle((left, top - 1), 1, bottom - top + 2, fill=False, zorder=4, clip_on=False)
    frame.set(edgecolor=style.ink, linewidth=1.2)
    axes.add_patch(frame)
    small_text(axes, left + 0.5, bottom + _FOOT / 2 + 1, language.gettext("chosen"), style, style.ink, "center")


def _choices(one: Variant) -> tuple[object, ...]:
    return one.table, one.rule, one.treatment
