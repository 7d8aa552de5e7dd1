"""Every table of a study that has something in it, in the order in which it is read: for the workbook and for CSV."""

from collections.abc import Iterator
from dataclasses import dataclass

from kano_app.analysis import Analysis, Blank
from kano_app.analysis.comparison import Comparison
from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.roadmap import Roadmap
from kano_app.tables import (
    Table,
    alternatives_table,
    answers_at_hand,
    continuous_table,
    descriptions_table,
    differences_table,
    every_figure,
    features_table,
    flags_table,
    flipped_table,
    groups_table,
    importance_table,
    overview_table,
    people_table,
    reading_table,
    roadmap_table,
    sensitivity_table,
    sizes_table,
    sureness_table,
    votes_table,
    waves_table,
    widths_table,
)
from kano_app.wording.comparisons import comparison_title, step_title


@dataclass(frozen=True, slots=True)
class StudyTable:
    """A table with the name of its file and of its sheet."""

    key: str
    """Of ours alone: never made of what the user wrote."""
    name: str
    """As it is read; may hold what the user wrote."""
    table: Table
    about: str = ""
    """What is compared in it."""


def study_tables(project: Project, analysis: Analysis, roadmap: Roadmap, words: Language) -> tuple[StudyTable, ...]:
    """Return the tables; what the survey does not know has none."""
    return (
        *_results(project, analysis, roadmap, words),
        *_comparisons(analysis, words),
        *_data(project, analysis, words),
    )


def _named(key: str, table: Table, words: Language) -> StudyTable:
    return StudyTable(key, words.gettext(table.title), table)


def _results(project: Project, analysis: Analysis, roadmap: Roadmap, words: Language) -> Iterator[StudyTable]:
    yield _named("roadmap", roadmap_table(roadmap), words)
    yield _named("results", features_table(analysis), words)
    yield StudyTable("overview", words.gettext("At a glance"), overview_table(analysis).without("split"))
    if not all(isinstance(one.stability, Blank) for one in analysis.features):
        yield _named("sureness", sureness_table(analysis), words)
    if not all(isinstance(one.sensitivity, Blank) for one in analysis.features):
        yield _named("sensitivity", sensitivity_table(analysis), words)
    if roadmap.alternatives:
        yield _named("alternatives", alternatives_table(roadmap), words)
    if not all(isinstance(one.importance, Blank) for one in analysis.features):
        yield _named("importance", importance_table(analysis), words)
    if not all(isinstance(one.continuous, Blank) for one in analysis.features):
        yield _named("continuous", continuous_table(analysis), words)
    votes = votes_table(analysis)
    if votes.rows:
        yield _named("votes", votes, words)
    if analysis.flipped:
        yield _named("flipped", flipped_table(analysis), words)
    descriptions = descriptions_table(analysis, project.plan, words)
    if len(descriptions.columns) > 1:
        yield _named("features", descriptions, words)
    yield StudyTable("every-figure", words.gettext("Every figure"), every_figure(analysis, roadmap))


def _comparisons(analysis: Analysis, words: Language) -> Iterator[StudyTable]:
    compared: tuple[tuple[str, str, Comparison | None], ...] = (
        ("segments", words.gettext("Segments"), analysis.segments),
        ("camps", words.gettext("Camps"), analysis.camps),
    )
    for key, name, comparison in compared:
        if comparison is not None:
            about = comparison_title(comparison, words)
            tested = words.gettext("{name}, tested").format(name=name)
            yield StudyTable(key, name, groups_table(comparison), about)
            yield StudyTable(f"{key}-tested", tested, differences_table(comparison), about)
    for place, step in enumerate(analysis.waves.steps if analysis.waves else (), start=1):
        name = words.gettext("Waves, {step}").format(step=step_title(step, words))
        yield StudyTable(f"waves-{place}", name, waves_table(step), step_title(step, words))


def _data(project: Project, analysis: Analysis, words: Language) -> Iterator[StudyTable]:
    if analysis.flagged is not None:
        yield _named("quality", flags_table(project.survey, analysis.flagged), words)
        people = people_table(project.survey, analysis.flagged)
        if people.rows:
            yield _named("people", people, words)
    yield _named("reading", reading_table(project.survey, analysis), words)
    at_hand = answers_at_hand(analysis)
    if at_hand is not None:
        confidence = analysis.settings.confidence
        yield _named("sizes", sizes_table(confidence, at_hand), words)
        yield _named("answers-needed", widths_table(confidence), words)
