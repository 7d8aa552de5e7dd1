"""Every chart of a study as a picture of its own, for slides and documents: all features in one, SVG or PNG."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from matplotlib.patches import Polygon

from kano_app.analysis import Analysis, Blank
from kano_app.analysis.comparison import Comparison
from kano_app.analysis.waves import Step
from kano_app.charts.category_shares import ROW_HEIGHT, category_shares
from kano_app.charts.continuous_map import continuous_map, in_plane
from kano_app.charts.group_intervals import CHIPS_WIDTH, band_height, group_intervals, head_height
from kano_app.charts.map_frame import MOST_NAMES
from kano_app.charts.number_key import EDGE, LINE, draw_key
from kano_app.charts.palette import edge, mark
from kano_app.charts.satisfaction_map import drawable, satisfaction_map
from kano_app.charts.sensitivity_grid import ROBUST_WIDTH, sensitivity_grid, sensitivity_height
from kano_app.charts.stability_bars import WORDS_WIDTH, stability_bars, stability_height
from kano_app.charts.style import PRINT
from kano_app.charts.wave_drift import drifting, wave_drift
from kano_app.domain.category import CATEGORIES
from kano_app.domain.project import Project
from kano_app.i18n import Language, language
from kano_app.report.drawing import Inset, png_file, svg_file, width_in_points
from kano_app.roadmap import Roadmap
from kano_app.wording.categories import category_name
from kano_app.wording.comparisons import comparison_title
from kano_app.wording.study import n_text

_WIDTH, _MAP_SIZE = 680.0, (640.0, 560.0)
_NAMES_WIDTH = 210.0
_MARGIN = 14.0
_MAP_INSET = (52.0, 46.0, 18.0, 16.0)
_HEAD, _N_GAP = 24.0, 9.0
"""Points above a chart that hold its title and n, and between the two."""
_KEY_COLUMNS = 3
_LEGEND, _LEGEND_GAP = 24.0, 18.0
"""Points below a chart that hold the names of the categories, and between two of them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One chart; its key is the name of its file."""

    key: str
    title: str
    draw: Callable[[Any], None]
    size: tuple[float, float]
    """In points."""
    inset: Inset

    def svg(self, code: str) -> bytes:
        """Return it as lines and text."""
        return svg_file(self.draw, self.size, self.inset, code, self.title)

    def png(self, code: str) -> bytes:
        """Return it as pixels."""
        return png_file(self.draw, self.size, self.inset, code)


def pictures(project: Project, analysis: Analysis, roadmap: Roadmap) -> tuple[Picture, ...]:
    """Return the charts that the study has figures for, in the language of its report."""
    words = language(project.report.language)
    n = n_text(analysis, words)
    return (
        *_maps(project, analysis, roadmap, n, words),
        *_rows(analysis, n, words),
        *_comparisons(analysis, n, words),
    )


def _map(
    key: str, head: tuple[str, str], draw: Callable[[Any], None], numbered: Sequence[tuple[int, str]], words: Language
) -> Picture:
    """Return a map; where numbers stand for names, with their key below it."""
    (width, height), (left, bottom, right, top) = _MAP_SIZE, _MAP_INSET
    names = list(numbered) if len(numbered) > MOST_NAMES else []
    below = _LEGEND + _key_height(names)
    framed = partial(_framed, draw=draw, head=head, words=words, left=left, names=names)
    inset = (left, bottom + below, right, top + _HEAD)
    return Picture(key, head[0], framed, (width, height + below + _HEAD), inset)


def _bars(
    key: str, head: tuple[str, str], draw: Callable[[Any], None], height: float, right: float, words: Language
) -> Picture:
    framed = partial(_framed, draw=draw, head=head, words=words, left=_MARGIN)
    size = (_WIDTH, height + 2 * _MARGIN + _LEGEND + _HEAD)
    inset = (_NAMES_WIDTH + _MARGIN, _MARGIN + _LEGEND, right + _MARGIN, _MARGIN + _HEAD)
    return Picture(key, head[0], framed, size, inset)


def _framed(
    axes: Any,  # noqa: ANN401 - matplotlib is untyped
    draw: Callable[[Any], None],
    head: tuple[str, str],
    words: Language,
    left: float,
    names: Sequence[tuple[int, str]] = (),
) -> None:
    """Draw a chart, above it what it shows and of how many, and below which mark means what: it stands by itself."""
    draw(axes)
    _, height = axes.figure.get_size_inches()
    _head(_strip(axes, 1 - _HEAD / (72 * height), _HEAD), head, left, words)
    if names:
        entries = [(words.number(number), name) for number, name in sorted(names)]
        wide = (72 * axes.figure.get_size_inches()[0] - left) / _KEY_COLUMNS
        draw_key(axes.figure, entries, left, _LEGEND + _key_height(names), wide, _key_rows(names), PRINT)
    _legend(_strip(axes, 0, _LEGEND), left, words)


def _key_height(names: Sequence[tuple[int, str]]) -> float:
    return _key_rows(names) * LINE + EDGE if names else 0.0


def _key_rows(names: Sequence[tuple[int, str]]) -> int:
    return -(-len(names) // _KEY_COLUMNS)


def _strip(axes: Any, bottom: float, high: float) -> Any:  # noqa: ANN401
    """Return a strip over the whole width, measured in points."""
    width, height = (72 * inches for inches in axes.figure.get_size_inches())
    strip = axes.figure.add_axes((0, bottom, 1, high / height))
    strip.set_xlim(0, width)
    strip.set_ylim(-high / 2, high / 2)
    strip.set_axis_off()
    return strip


def _head(strip: Any, head: tuple[str, str], left: float, words: Language) -> None:  # noqa: ANN401
    title, n = head
    strip.text(left, -2, title, fontproperties=PRINT.font(), color=PRINT.ink, va="center")
    after = left + width_in_points(title, PRINT.text_size, words.code) + _N_GAP
    strip.text(after, -2, n, fontproperties=PRINT.font(), color=PRINT.muted, va="center")


def _legend(strip: Any, left: float, words: Language) -> None:  # noqa: ANN401
    at = left + PRINT.mark_size
    for category in CATEGORIES:
        outline = [(at + PRINT.mark_size * x, PRINT.mark_size * y) for x, y in mark(category).outline]
        strip.add_patch(Polygon(outline, facecolor=mark(category).color, edgecolor=edge(category), linewidth=0.6))
        name = f"{category.letter}  {category_name(category, words)}"
        strip.text(at + 2 * PRINT.mark_size, 0, name, fontproperties=PRINT.font(), color=PRINT.ink, va="center")
        at += width_in_points(name, PRINT.text_size, words.code) + 3 * PRINT.mark_size + _LEGEND_GAP


def _maps(project: Project, analysis: Analysis, roadmap: Roadmap, n: str, words: Language) -> Iterator[Picture]:
    numbered = [(item.rank, item.result) for item in roadmap.items]
    lines, confidence = project.report.quadrant_lines, analysis.settings.confidence
    if drawable(numbered):
        draw = partial(satisfaction_map, features=numbered, language=words, lines=lines)
        named = [(rank, one.feature.name) for rank, one in drawable(numbered)]
        yield _map("satisfaction-map", (words.gettext("Where each feature stands"), n), draw, named, words)
    if in_plane(numbered):
        draw = partial(continuous_map, numbered=numbered, language=words, confidence=confidence)
        named = [(rank, one.feature.name) for rank, one in in_plane(numbered)]
        yield _map("answers-as-numbers", (words.gettext("Answers as numbers"), n), draw, named, words)


def _rows(analysis: Analysis, n: str, words: Language) -> Iterator[Picture]:
    results = analysis.features
    if not results:
        return
    common: dict[str, Any] = {"results": results, "language": words, "names_width": _NAMES_WIDTH}
    title, height = words.gettext("How the answers split"), len(results) * ROW_HEIGHT
    yield _bars("category-shares", (title, n), partial(category_shares, **common), height, 0, words)
    if not all(isinstance(one.stability, Blank) for one in results):
        title, height = words.gettext("How sure it is"), stability_height(len(results))
        yield _bars("stability", (title, n), partial(stability_bars, **common), height, WORDS_WIDTH, words)
    if not all(isinstance(one.sensitivity, Blank) for one in results):
        title, height = words.gettext("What other choices would change"), sensitivity_height(results)
        yield _bars("sensitivity", (title, n), partial(sensitivity_grid, **common), height, ROBUST_WIDTH, words)


def _comparisons(analysis: Analysis, n: str, words: Language) -> Iterator[Picture]:
    found: Sequence[tuple[str, Comparison | None]] = (("segments", analysis.segments), ("camps", analysis.camps))
    for key, comparison in found:
        if comparison is not None and comparison.known:
            about = comparison_title(comparison, words)
            title = about if comparison.split else words.gettext("Segments: {traits}").format(traits=about)
            draw = partial(group_intervals, comparison=comparison, language=words, names_width=_NAMES_WIDTH)
            height = head_height(comparison) + len(comparison.features) * band_height(comparison)
            yield _bars(key, (title, n), draw, height, CHIPS_WIDTH, words)
    for place, step in enumerate(analysis.waves.steps if analysis.waves else (), start=1):
        if drifting(step):
            draw = partial(wave_drift, step=step, language=words)
            named = [(number, after.feature.name) for number, _, after in drifting(step)]
            yield _map(f"waves-{place}", (words.gettext("Waves"), _sizes(step, words) or n), draw, named, words)


def _sizes(step: Step, words: Language) -> str:
    """Return how many people answered in either wave; nothing where that is not known of both."""
    sizes = [wave.people for wave in (step.earlier, step.later) if wave.people is not None]
    return f"n = {' › '.join(map(words.number, sizes))}" if len(sizes) == 2 else ""
