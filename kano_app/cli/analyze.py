"""``kano-app analyze``: every figure, as a table, JSON or CSV."""

import json
from typing import Any

import click

from kano_app import pipeline
from kano_app.cli.options import choices, study_options
from kano_app.cli.say import say_problems, say_results, say_to_programs
from kano_app.i18n import language
from kano_app.report import csv_text, json_document
from kano_app.tables import every_figure


@click.command(short_help="Print every figure.")
@study_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="What to print.",
)
@click.pass_context
def analyze(ctx: click.Context, /, form: str, **_: Any) -> None:  # noqa: ANN401 - options come from click
    """Print the category and the figures of every feature of SURVEY.

    SURVEY is a file of answers, or a .kano study: then the study's own choices hold wherever no option is given.
    """
    chosen = choices(ctx)
    words = language(chosen.language)
    project = chosen.project()
    findings = pipeline.analyse(project)
    pipeline.refuse_what_cannot_be_done(findings)
    planned = pipeline.judge_plan(project, findings, pipeline.plan(project, findings))
    if form == "json":
        document = json_document(project, findings, planned, words)
        say_to_programs(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n")
    elif form == "csv":
        say_to_programs(csv_text(every_figure(findings, planned), words))
        say_problems(pipeline.problems(project, findings, planned), words, err=True)
    else:
        say_results(findings, planned, words)
        say_problems(pipeline.problems(project, findings, planned), words)
