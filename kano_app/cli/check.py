"""``kano-app check``: what was read, what was left out and why, what is wrong."""

import json
from pathlib import Path
from typing import Any

import click

from kano_app.analysis import Analysis
from kano_app.cli.options import Choices, choices
from kano_app.cli.outputs import refuse_to_overwrite
from kano_app.cli.reading import as_said, reading_options
from kano_app.cli.say import say_problems, say_source, say_study, say_to_programs
from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.domain.survey import Survey
from kano_app.i18n import Language, language
from kano_app.pipeline import analyse, guess_mapping, plan, problems, write_mapping
from kano_app.report.json_writer import VERSION, problem_list
from kano_app.tables import reading_table
from kano_app.tables.cells import raw_cell
from kano_app.wording.literal import visible


@click.command(short_help="Say how a file is read.")
@click.option(
    "--write-map",
    type=click.Path(path_type=Path),
    metavar="FILE.json",
    help="Write what every column is taken for, to be corrected and given to --map.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="What to print.",
)
@reading_options
@click.pass_context
def check(ctx: click.Context, /, write_map: Path | None, form: str, **_: Any) -> None:  # noqa: ANN401 - options come from click
    """Say how SURVEY is read: what was found, what was left out and why, what is wrong.

    SURVEY is a file of answers, or a .kano study: then what it holds is said too.
    """
    chosen = choices(ctx)
    words = language(chosen.language)
    if write_map is not None:
        _write_map(chosen, write_map, words, to_programs=form == "json")
    project = chosen.project()
    findings = analyse(project)
    met = problems(project, findings, plan(project, findings))
    if form == "json":
        document = {**_source(project.survey, findings, words), "problems": problem_list(met, words)}
        say_to_programs(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n")
    else:
        if chosen.study is not None:
            say_study(project, findings, words)
        say_source(project.survey, findings, words)
        say_problems(met, words)


def _source(survey: Survey, analysis: Analysis, words: Language) -> dict[str, Any]:
    """Return how a survey was read, for programs; the features with the keys of the table."""
    source, table = survey.source, reading_table(survey, analysis)
    keys = [column.key for column in table.columns]
    return {
        "version": VERSION,
        "survey": {"respondents": survey.respondents, "features": len(survey.features)},
        "source": {
            "file": source.file,
            "sheet": source.sheet or None,
            "platform": source.platform,
            "layout": source.layout,
            "encoding": source.encoding or None,
            "scale": source.scale,
            "direction": source.direction,
            "dysfunctional_direction": source.dysfunctional_direction,
            "traits": [trait.name for trait in survey.traits],
        },
        "features": [dict(zip(keys, (raw_cell(cell, words) for cell in row), strict=True)) for row in table.rows],
    }


def _write_map(chosen: Choices, path: Path, words: Language, *, to_programs: bool) -> None:
    refuse_to_overwrite(path, [chosen.survey, chosen.said.get("features")], "--write-map")
    told = chosen.reading
    mapping = as_said(told.mapping or guess_mapping(chosen.survey, told.settings), told.settings)
    try:
        write_mapping(mapping, path)
    except OSError as error:
        facts = {"reason": error.strerror or ""}
        raise Unusable(Problem(Code.OUTPUT_UNWRITABLE, file=str(path), facts=facts)) from error
    click.echo(visible(words.gettext("Wrote {file}.").format(file=path)), err=to_programs)
