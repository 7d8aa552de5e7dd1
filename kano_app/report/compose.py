"""The outline of the report: which blocks stand in which order, and what each of them says."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.analysis.stability import CLEAR, LIKELY
from kano_app.charts import MOST_NAMES, category_shares, drawable, satisfaction_map
from kano_app.charts.category_shares import ROW_HEIGHT
from kano_app.charts.palette import mark
from kano_app.domain.category import CATEGORIES
from kano_app.domain.plan import Horizon
from kano_app.domain.project import Project
from kano_app.i18n import Language, language
from kano_app.report.appendix import data_blocks, fonts_blocks, method_blocks
from kano_app.report.blocks import (
    Aside,
    Block,
    Card,
    CellView,
    Document,
    Drawing,
    Entries,
    Grid,
    Heading,
    Lane,
    Lanes,
    Lead,
    Legend,
    Note,
    Title,
)
from kano_app.report.narrative import summary
from kano_app.roadmap import Release, Roadmap, RoadmapItem
from kano_app.tables import (
    Table,
    cell_text,
    features_table,
    importance_table,
    roadmap_table,
    sensitivity_table,
    sureness_table,
)
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.figures import blank_reason, footnote_marks
from kano_app.wording.reasons import card_text
from kano_app.wording.sensitivity import robust_sentence
from kano_app.wording.study import people_and_features
from kano_app.wording.sureness import sureness_text

_ROWS_PER_DRAWING = 36
"""Features on one page of shares."""
_NAMES_WIDTH = 150.0
_MAP_HEIGHT = 500.0
_TABLE_ROOM = 150.0
"""Points below a heading without which a table had better begin on a new page."""
_MOST_BESIDE = 8
"""Features that are not to be built which stand in the last lane; more get columns of their own."""


def compose(project: Project, analysis: Analysis, roadmap: Roadmap) -> Document:
    """Return the report of a project in the language its settings name."""
    words = language(project.report.language)
    settings = project.report
    day = words.date(settings.date) if settings.date else ""
    size = people_and_features(analysis.survey, words)
    blocks = (
        Title(settings.title, _joined([settings.organisation, day, size])),
        *_roadmap_blocks(analysis, roadmap, words),
        *_map_blocks(roadmap, words),
        *_reason_blocks(roadmap, words),
        *_sureness_blocks(analysis, words),
        *_shares_blocks(analysis, words),
        *_results_blocks(analysis, words),
        *_importance_blocks(analysis, words),
        *method_blocks(project, words),
        *data_blocks(project, analysis, roadmap, words),
    )
    return Document(
        title=settings.title,
        author=settings.organisation,
        subject=words.gettext("Priority roadmap"),
        footer=_joined([analysis.survey.source.file, size, day]),
        language=words,
        paper=settings.paper,
        date=settings.date,
        blocks=blocks,
        tail=partial(fonts_blocks, language=words),
    )


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)


def _roadmap_blocks(analysis: Analysis, roadmap: Roadmap, words: Language) -> list[Block]:
    lanes = [
        Lane(
            horizon_name(release.horizon, words),
            _load(release, roadmap, words),
            tuple(_card(item, words) for item in roadmap.at(release.horizon)),
            words.gettext("Nothing stands here."),
        )
        for release in roadmap.releases
    ]
    asides = _asides(roadmap, words)
    below: list[Block] = []
    if sum(len(aside.items) for aside in asides) <= _MOST_BESIDE:
        lanes[-1] = replace(lanes[-1], asides=asides)
    else:
        below = [block for aside in asides for block in (Heading(aside.title, level=2), Entries(aside.items))]
    return [
        Heading(words.gettext("What to do first")),
        Lead(summary(analysis, roadmap, words)),
        Lanes(tuple(lanes)),
        *below,
    ]


def _reason_blocks(roadmap: Roadmap, words: Language) -> list[Block]:
    return [
        Heading(words.gettext("Why each feature stands where it does"), room=_TABLE_ROOM),
        grid(roadmap_table(roadmap).only("rank", "name", "horizon", "category", "reason"), words),
    ]


def _asides(roadmap: Roadmap, words: Language) -> tuple[Aside, ...]:
    """Return what is not to be worked on."""
    return tuple(
        Aside(
            horizon_name(horizon, words),
            tuple((item.result.feature.name, card_text(item.reasons, words)) for item in roadmap.at(horizon)),
        )
        for horizon in (Horizon.DO_NOT_BUILD, Horizon.ASK_AGAIN, Horizon.NOT_PLANNED)
        if roadmap.at(horizon)
    )


def _load(release: Release, roadmap: Roadmap, words: Language) -> str:
    """Return what a release holds: its effort, and how many features in it have none."""
    unknown = sum(item.work.effort is None for item in roadmap.at(release.horizon))
    used = words.plain_number(release.effort)
    if release.capacity is not None:
        capacity = words.plain_number(release.capacity)
        load = words.gettext("effort {used} of {capacity}").format(used=used, capacity=capacity)
        return load + _without_effort(unknown, words)
    if roadmap.has_efforts:
        return words.gettext("effort {used}").format(used=used) + _without_effort(unknown, words)
    count = len(roadmap.at(release.horizon))
    return words.ngettext("{n} feature", "{n} features", count).format(n=words.number(count))


def _without_effort(count: int, words: Language) -> str:
    if not count:
        return ""
    return words.ngettext(", {n} without", ", {n} without", count).format(n=words.number(count))


def _card(item: RoadmapItem, words: Language) -> Card:
    category = item.result.category
    effort = item.work.effort
    stable = item.result.stability
    tags = [
        words.gettext("no category") if category is None else category_name(category, words),
        "" if isinstance(stable, Blank) else sureness_text(stable, words),
        "" if effort is None else words.gettext("effort {used}").format(used=words.plain_number(effort)),
        item.work.owner,
        item.result.feature.touchpoint,
    ]
    return Card(
        mark(category),
        words.number(item.rank),
        item.result.feature.name,
        card_text(item.reasons, words),
        tuple(tag for tag in tags if tag),
    )


def _map_blocks(roadmap: Roadmap, words: Language) -> list[Block]:
    features = [(item.rank, item.result) for item in roadmap.items]
    shown = drawable(features)
    if not shown:
        return []
    undefined = [one.feature.name for _, one in features if isinstance(one.better, Blank)]
    blocks: list[Block] = [
        Heading(words.gettext("Where each feature stands"), room=_MAP_HEIGHT + 100),
        Note(
            words.gettext(
                "Higher: having it satisfies more people. Further right: lacking it dissatisfies more people. "
                "The colour and shape of a mark is its category; near the middle lines it can differ from the quarter "
                "the mark stands in. The cross through it spans the intervals of both coefficients."
            )
        ),
        Drawing(
            partial(satisfaction_map, features=features, language=words),
            height=_MAP_HEIGHT,
            inset=(44, 40, 8, 8),
            alt=words.gettext("Satisfaction map: Better and Worse of every feature; the figures stand in the table."),
        ),
        _legend(words),
    ]
    if len(shown) > MOST_NAMES:
        key = tuple((f"{words.number(rank)}  {result.feature.name}", "") for rank, result in shown)
        blocks += [Heading(words.gettext("Key to the map"), level=2), Entries(key)]
    if undefined:
        names = words.listing(undefined)
        blocks.append(
            Note(words.gettext("Not on the map, because the coefficients are undefined: {names}.").format(names=names))
        )
    return blocks


def _legend(words: Language) -> Legend:
    return Legend(tuple((mark(category), category_name(category, words)) for category in CATEGORIES))


def _sureness_blocks(analysis: Analysis, words: Language) -> list[Block]:
    table = sureness_table(analysis)
    return [
        Heading(words.gettext("How sure it is"), room=_TABLE_ROOM),
        Note(
            words.gettext(
                "Counts like these could have come out a little differently: the category leads in so many of {draws} "
                "random draws. From {clear} on it is clear, from {likely} on likely, below that too close to tell; "
                "under five answers it is always too few to tell. The intervals hold the coefficient at a confidence "
                "of {confidence}. Fong’s test judges the lead of the most frequent category leniently, the binomial "
                "strictly."
            ).format(
                draws=words.number(analysis.settings.resamples),
                clear=words.percent(CLEAR),
                likely=words.percent(LIKELY),
                confidence=words.percent(analysis.settings.confidence),
            )
        ),
        grid(table, words),
        *_footnotes(table, words),
        *_sensitivity_blocks(analysis, words),
    ]


def _sensitivity_blocks(analysis: Analysis, words: Language) -> list[Block]:
    found = [result.sensitivity for result in analysis.features if not isinstance(result.sensitivity, Blank)]
    if not found:
        return []
    table = sensitivity_table(analysis)
    return [
        Heading(words.gettext("What other choices would change"), room=_TABLE_ROOM),
        Note(robust_sentence(sum(one.robust for one in found), len(found), words)),
        grid(table, words),
        *_footnotes(table, words),
    ]


def _footnotes(table: Table, words: Language) -> list[Block]:
    marks = footnote_marks(table.blanks)
    return [Note(f"{marks[blank]} {blank_reason(blank, words)}") for blank in table.blanks]


def _shares_blocks(analysis: Analysis, words: Language) -> list[Block]:
    blocks: list[Block] = [
        Heading(
            words.gettext("How the answers split"),
            room=min(len(analysis.features), _ROWS_PER_DRAWING) * ROW_HEIGHT + 90,
        ),
        Note(
            words.gettext(
                "Percent of complete answers in each category. Two long parts in one bar can mean two groups of people."
            )
        ),
        _legend(words),
    ]
    results = analysis.features
    for start in range(0, len(results), _ROWS_PER_DRAWING):
        part = results[start : start + _ROWS_PER_DRAWING]
        blocks.append(
            Drawing(
                partial(_draw_shares, results=part, words=words),
                height=len(part) * ROW_HEIGHT,
                inset=(_NAMES_WIDTH, 0, 0, 0),
                alt=words.gettext("Category shares of every feature; the figures stand in the table."),
            )
        )
    return blocks


def _draw_shares(axes: Any, results: Sequence[FeatureResult], words: Language) -> None:  # noqa: ANN401 - matplotlib is untyped
    category_shares(axes, results, words, names_width=_NAMES_WIDTH)


def _results_blocks(analysis: Analysis, words: Language) -> list[Block]:
    table = features_table(analysis)
    table = table.without("n_coefficients").without_empty("tied")
    formulas = words.gettext(
        "n counts complete pairs. Better = (A + P) / (A + P + M + I). Worse = −(P + M) / (A + P + M + I). "
        "Category strength is the share of the most frequent category minus that of the second among M, P, A, I and R; "
        "total strength is (A + P + M) / n."
    )
    return [
        Heading(words.gettext("The figures"), room=_TABLE_ROOM),
        grid(table, words),
        *_footnotes(table, words),
        Note(formulas),
    ]


def _importance_blocks(analysis: Analysis, words: Language) -> list[Block]:
    if all(isinstance(result.importance, Blank) for result in analysis.features):
        return []
    table = importance_table(analysis)
    return [
        Heading(words.gettext("What people call important"), room=_TABLE_ROOM),
        Note(
            words.gettext(
                "Means of those who stated an importance, and the coefficients weighted by it: coefficient · mean / "
                "end of the scale. The refined category splits each category by the mean importance of all features."
            )
        ),
        grid(table, words),
        *_footnotes(table, words),
    ]


def grid(table: Table, words: Language) -> Grid:
    """Return a table as it is read, with the marks of its categories."""
    marks = footnote_marks(table.blanks)
    places = [place for place, column in enumerate(table.columns) if column.key == "category"]
    rows = []
    for row in table.rows:
        views = [
            CellView(cell_text(cell, column.kind, words, marks))
            for cell, column in zip(row, table.columns, strict=True)
        ]
        for place in places:
            cell = row[place]
            views[place] = CellView(views[place].text, next((mark(one) for one in CATEGORIES if one is cell), None))
        rows.append(tuple(views))
    return Grid(
        tuple(words.gettext(column.heading) for column in table.columns),
        tuple(rows),
        tuple(column.is_number for column in table.columns),
    )
