"""What the commands print for people."""

from collections.abc import Sequence
from pathlib import Path

import click

from kano_app.analysis import Analysis
from kano_app.cli.terminal import table_text
from kano_app.domain.problem import Problem, Severity
from kano_app.domain.survey import Survey
from kano_app.i18n import Language
from kano_app.report import Written
from kano_app.roadmap import Roadmap
from kano_app.tables import features_table, reading_table, roadmap_table, sureness_table
from kano_app.wording.literal import visible
from kano_app.wording.problems import message
from kano_app.wording.settings import (
    direction_text,
    layout_name,
    rule_sentence,
    scale_name,
    table_name,
    treatment_sentence,
)
from kano_app.wording.study import people_and_features


def say_results(analysis: Analysis, roadmap: Roadmap, language: Language) -> None:
    """Print the result table and the roadmap."""
    table = features_table(analysis)
    sure = sureness_table(analysis)
    click.echo(visible(people_and_features(analysis.survey, language)))
    method = language.gettext("Evaluation table: {table}. {rule}").format(
        table=table_name(analysis.settings.table, language), rule=rule_sentence(analysis.settings, language)
    )
    click.echo(visible(method))
    click.echo(visible(treatment_sentence(analysis.settings, language)) + "\n")
    click.echo(table_text(table.without_empty("tied"), language) + "\n")
    click.echo(
        table_text(sure.only("name", "evidence", "leads", "rival", "better_interval", "worse_interval"), language)
    )
    click.echo()
    planned = roadmap_table(roadmap)
    wanted = ["rank", "name", "horizon", "category", *(["effort"] if roadmap.has_efforts else [])]
    click.echo(table_text(planned.only(*wanted), language))


def say_to_programs(text: str) -> None:
    """Print text for another program: UTF-8, whatever the terminal speaks."""
    click.echo(text.encode("utf-8"), nl=False)


def say_source(survey: Survey, analysis: Analysis, language: Language) -> None:
    """Print how a survey was read, and which columns became which feature."""
    source = survey.source
    click.echo(visible(people_and_features(survey, language)))
    lines = [(language.gettext("File"), source.file), (language.gettext("Sheet"), source.sheet)]
    if source.layout:
        lines.append((language.gettext("Layout"), layout_name(source.layout, language)))
    lines.append((language.gettext("Encoding"), source.encoding))
    if source.scale:
        lines.append((language.gettext("Answers"), scale_name(source.scale, language)))
    lines.append((language.gettext("Direction"), direction_text(source, language)))
    lines.append((language.gettext("Traits"), language.listing([trait.name for trait in survey.traits])))
    for name, value in lines:
        if value:
            click.echo(_told(name, visible(value), language))
    click.echo()
    click.echo(table_text(reading_table(survey, analysis), language))


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
