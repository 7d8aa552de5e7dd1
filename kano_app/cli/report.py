"""``kano-app report``: the PDF roadmap."""

from pathlib import Path
from typing import Any

import click

from kano_app import pipeline
from kano_app.cli.heading import heading_options, map_options, settings_of
from kano_app.cli.look import look_options, with_look
from kano_app.cli.options import choices, study_options
from kano_app.cli.outputs import refuse_to_overwrite
from kano_app.cli.progress import writing
from kano_app.cli.say import say_problems, say_results, say_written
from kano_app.domain import edits
from kano_app.domain.settings import Paper
from kano_app.i18n import language


@click.command(short_help="Write the roadmap as a PDF.")
@study_options
@click.option("--output", "-o", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
@heading_options
@click.option(
    "--paper",
    type=click.Choice([one.value for one in Paper]),
    default=Paper.A4.value,
    show_default=True,
    help="Sheet size.",
)
@map_options
@look_options
@click.pass_context
def report(
    ctx: click.Context,
    /,
    output: Path,
    **_: Any,  # noqa: ANN401 - options come from click
) -> None:
    """Write the prioritised roadmap of SURVEY as a PDF and print the results.

    SURVEY is a file of answers, or a .kano study: then the study's own choices hold wherever no option is given.
    """
    chosen = choices(ctx)
    refuse_to_overwrite(output, chosen.inputs)
    words = language(chosen.language)
    settings = with_look(settings_of(chosen), chosen.said, words)
    project = edits.choose_report(chosen.project(), settings)
    findings = pipeline.analyse(project)
    pipeline.refuse_what_cannot_be_done(findings)
    planned = pipeline.judge_plan(project, findings, pipeline.plan(project, findings))
    with writing(output, chosen.language) as progress:
        written = pipeline.write_report(project, findings, planned, output, progress)
    say_results(findings, planned, words)
    say_problems(pipeline.problems(project, findings, planned), words)
    say_written(output, written, words)
    if written.without:
        click.echo(written.without, err=True)
