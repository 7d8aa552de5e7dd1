"""What the commands print for people."""

from collections.abc import Sequence
from pathlib import Path

import click

from kano_app.analysis import Analysis
from kano_app.cli.terminal import table_text
from kano_app.domain.problem import Problem, Severity
from kano_app.domain.project import Project
from kano_app.domain.survey import Survey
from kano_app.i18n import Language
from kano_app.report import Written
from kano_app.roadmap import Roadmap
from kano_app.tables import (
    Table,
    alternatives_table,
    differences_table,
    features_table,
    flipped_table,
    groups_table,
    reading_table,
    roadmap_table,
    sizes_table,
    sureness_table,
    waves_table,
    widths_table,
)
from kano_app.wording.comparisons import comparison_title, sizes_note, step_title
from kano_app.wording.literal import visible
from kano_app.wording.problems import message
from kano_app.wording.settings import (
    direction_text,
    layout_name,
    rule_sentence,
    scale_name,
    table_told,
    treatment_sentence,
)
from kano_app.wording.study import people_and_features


def say_results(analysis: Analysis, roadmap: Roadmap, language: Language) -> None:
    """Print the result table and the roadmap."""
    table = features_table(analysis)
    sure = sureness_table(analysis)
    click.echo(visible(people_and_features(analysis.survey, language)))
    _say_method(analysis, language)
    click.echo(table_text(table.without_empty("tied"), language) + "\n")
    click.echo(
        table_text(sure.only("name", "evidence", "leads", "rival", "better_interval", "worse_interval"), language)
    )
    click.echo()
    _say_comparisons(analysis, language)
    planned = roadmap_table(roadmap)
    wanted = ["rank", "name", "horizon", "category", *(["effort"] if roadmap.has_efforts else [])]
    click.echo(table_text(planned.only(*wanted), language))
    if any(one.moves for one in roadmap.alternatives):
        _say_table(alternatives_table(roadmap).without("moved"), language, before=True)


def _say_method(analysis: Analysis, language: Language) -> None:
    method = language.gettext("Evaluation table: {table}. {rule}").format(
        table=table_told(analysis, language), rule=rule_sentence(analysis.settings, language)
    )
    click.echo(visible(method))
    click.echo(visible(treatment_sentence(analysis.settings, language)) + "\n")


def _say_comparisons(analysis: Analysis, language: Language) -> None:
    """Print segments, camps, waves and flipped statements, where there are any."""
    for comparison in (analysis.segments, analysis.camps):
        if comparison is not None:
            heading = comparison_title(comparison, language)
            _say_table(differences_table(comparison), language, heading)
            _say_table(groups_table(comparison), language, heading)
    for step in () if analysis.waves is None else analysis.waves.steps:
        shifts = waves_table(step).without("better_z").without("worse_z").without("better_p").without("worse_p")
        _say_table(shifts, language, step_title(step, language))
    if analysis.flipped:
        _say_table(flipped_table(analysis).without_empty("tied"), language)


def _say_table(table: Table, language: Language, about: str = "", *, before: bool = False) -> None:
    """Print a table under its title, what it is about after it."""
    title = language.gettext(table.title)
    click.echo(("\n" if before else "") + visible(_told(title, about, language) if about else title))
    click.echo(table_text(table, language) + ("" if before else "\n"))


def say_sample_size(confidence: float, half_width: float | None, language: Language) -> None:
    """Print how many answers a precision needs and what so many answers can tell."""
    wanted = widths_table(confidence) if half_width is None else widths_table(confidence, (half_width,))
    _say_table(wanted, language)
    _say_table(sizes_table(confidence).without_empty("leader"), language)
    click.echo(visible(sizes_note(language)))


def say_to_programs(text: str) -> None:
    """Print text for another program: UTF-8, whatever the terminal speaks."""
    click.echo(text.encode("utf-8"), nl=False)


def say_study(project: Project, analysis: Analysis, language: Language) -> None:
    """Print what a study holds besides its answers: its title, its waves, what was placed by hand, its method."""
    placed = {one.feature for one in project.plan.overrides}
    waves = [one.label for one in project.surveys] if project.earlier else []
    facts = [
        (language.gettext("Title"), project.report.title),
        (language.gettext("Waves"), language.listing(waves)),
        (
            language.gettext("Placed by hand"),
            language.listing([one.name for one in project.survey.features if one.id in placed]),
        ),
    ]
    _say_facts(facts, language)
    _say_method(analysis, language)


def say_source(survey: Survey, analysis: Analysis, language: Language) -> None:
    """Print how a survey was read, and which columns became which feature."""
    source = survey.source
    click.echo(visible(people_and_features(survey, language)))
    lines = [(language.gettext("File"), source.file), (language.gettext("Sheet"), source.sheet)]
    if source.layout:
        lines.append((language.gettext("Layout"), layout_name(source.layout, language)))
    lines.append((language.gettext("Encoding"), source.encoding))
    if source.scale:
        lines.append((language.gettext("Answer scale"), scale_name(source.scale, language)))
    lines.append((language.gettext("Direction"), direction_text(source, language)))
    lines.append((language.gettext("Traits"), language.listing([trait.name for trait in survey.traits])))
    _say_facts(lines, language)
    click.echo()
    click.echo(table_text(reading_table(survey, analysis), language))


def _say_facts(facts: Sequence[tuple[str, str]], language: Language) -> None:
    """Print names and what they are, where that is known."""
    for name, value in facts:
        if value:
            click.echo(_told(name, visible(value), language))


def say_problems(problems: Sequence[Problem], language: Language, *, err: bool = False) -> None:
    """Print problems, the gravest first."""
    names = {
        Severity.ERROR: language.gettext("Error"),
        Severity.WARNING: language.gettext("Check"),
        Severity.NOTE: language.gettext("Note"),
    }
    if problems:
        click.echo(err=err)
    for problem in sorted(problems, key=lambda one: list(Severity).index(one.severity)):
        click.echo(_told(names[problem.severity], message(problem, language), language), err=err)


def _told(name: str, value: str, language: Language) -> str:
    return language.pgettext("a name and what it is", "{name}: {value}").format(name=name, value=value)


def say_written(path: Path, written: Written, language: Language) -> None:
    """Print where the report is."""
    if written.missing_characters:
        text = language.ngettext(
            "No font has {count} of the characters; it is shown by its number: {characters}",
            "No font has {count} of the characters; they are shown by their numbers: {characters}",
            len(written.missing_characters),
        ).format(count=len(written.missing_characters), characters=" ".join(written.missing_characters))
        click.echo(f"\n{visible(text)}")
    done = language.ngettext("Wrote {file}, {pages} page.", "Wrote {file}, {pages} pages.", written.pages)
    click.echo(f"\n{visible(done.format(file=path, pages=written.pages))}")
