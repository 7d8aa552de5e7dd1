"""Blocks that several pages share: a table as it is read, its footnotes, and the legend of the categories."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.analysis.stability import Sureness
from kano_app.analysis.votes import direct_votes
from kano_app.charts.map_frame import MOST_NAMES
from kano_app.charts.palette import mark
from kano_app.domain.category import CATEGORIES
from kano_app.domain.project import Project
from kano_app.domain.survey import Survey
from kano_app.domain.turnout import turnout
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Block,
    CellView,
    Drawing,
    Entries,
    Grid,
    Heading,
    Legend,
    Note,
)
from kano_app.roadmap import Release, Roadmap, RoadmapItem
from kano_app.tables import (
    Kind,
    Table,
    cell_text,
)
from kano_app.wording.categories import category_name
from kano_app.wording.figures import blank_reason, footnote_marks
from kano_app.wording.releases import load_text, without_effort_text
from kano_app.wording.sureness import sureness_name

NAMES_WIDTH = 150.0
"""Points that drawings keep for the names of features."""
MAP_HEIGHT = 500.0
"""Points of a map that has room."""
MAP_INSET = (44.0, 40.0, 8.0, 8.0)
"""Room for the scales of a map."""
ROWS_PER_DRAWING = 36
"""Features on one page of bars."""
_ROWS_UNDER_HEADING = 30
"""Features on the first such page, which has a heading and a few words above."""


ROADMAP_ANCHOR = "roadmap"


def feature_anchor(item: RoadmapItem) -> str:
    """Return the name of the place where everything on a feature stands."""
    return f"feature-{item.rank}"


def place_anchor(item: RoadmapItem) -> str:
    """Return the name of the place where a feature stands on the roadmap."""
    return f"place-{item.rank}"


def is_answered(analysis: Analysis) -> bool:
    """Return whether there is any pair of answers, or a share of them, to make figures of."""
    return any(isinstance(one.n, Blank) or one.n > 0 for one in analysis.features)


def is_voted(analysis: Analysis) -> bool:
    """Return whether direct votes are the only evidence."""
    return bool(direct_votes(analysis.survey)) and not is_answered(analysis)


def is_one_person(survey: Survey) -> bool:
    """Return whether one person alone took part in a workshop, who is no room."""
    return survey.session is not None and turnout(survey) == 1


def held_on(project: Project) -> dt.date | None:
    """Return when the answers were given, as far as it is known."""
    session = project.survey.session
    return project.report.data_date or (None if session is None else session.date)


def sure_word(word: Sureness, words: Language) -> str:
    """Return the word for how sure a category is."""
    return sureness_name(word, words)


def load(release: Release, roadmap: Roadmap, words: Language) -> str:
    """Return what a release holds: its effort, and how many features in it have none."""
    told = (load_text(release, roadmap, words), without_effort_text(release, roadmap, words))
    return " · ".join(one for one in told if one)


def grid(table: Table, words: Language, links: Mapping[str, str] = MappingProxyType({})) -> Grid:
    """Return a table as it is read, with the marks of its categories.

    Args:
        table: what is shown.
        words: the language of the report.
        links: name of a feature → where it leads.

    """
    marks = footnote_marks(table.blanks)
    places = [place for place, column in enumerate(table.columns) if column.kind is Kind.CATEGORY]
    rows = []
    for row in table.rows:
        views = [
            CellView(
                words.percent(1)
                if column.kind is Kind.SHARE and cell == 1
                else cell_text(cell, column.kind, words, marks),
                link=links.get(cell, "") if column.key == "name" and isinstance(cell, str) else "",
            )
            for cell, column in zip(row, table.columns, strict=True)
        ]
        for place in places:
            cell = row[place]
            views[place] = CellView(views[place].text, next((mark(one) for one in CATEGORIES if one is cell), None))
        rows.append(tuple(views))
    return Grid(
        tuple(column.titled(words) for column in table.columns),
        tuple(rows),
        tuple(column.is_number for column in table.columns),
    )


def footnotes(table: Table, words: Language) -> list[Block]:
    """Return why figures of a table are undefined."""
    marks = footnote_marks(table.blanks)
    return [Note(f"{marks[blank]} {blank_reason(blank, words)}") for blank in table.blanks]


def legend(words: Language) -> Legend:
    """Return the marks of all categories."""
    return Legend(tuple((mark(category), category_name(category, words)) for category in CATEGORIES))


def number_key(numbered: Sequence[tuple[int, FeatureResult]], words: Language, *, always: bool = False) -> list[Block]:
    """Return which number on a map is which feature, where there are too many for names or ``always``."""
    if len(numbered) <= MOST_NAMES and not always:
        return []
    key = tuple((f"{words.number(rank)}  {result.feature.name}", "") for rank, result in numbered)
    return [Heading(words.gettext("Key to the map"), level=2), Entries(key)]


def paged(
    results: Sequence[FeatureResult],
    drawing: Callable[[Sequence[FeatureResult], Language], Drawing],
    words: Language,
) -> Iterator[Block]:
    """Yield a drawing of many rows as several, none higher than a page."""
    end = min(len(results), _ROWS_UNDER_HEADING)
    yield drawing(results[:end], words)
    for start in range(end, len(results), ROWS_PER_DRAWING):
        yield drawing(results[start : start + ROWS_PER_DRAWING], words)
