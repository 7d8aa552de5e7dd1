"""``kano-app check``: what was read, what was left out and why, what is wrong."""

from typing import Any

import click

from kano_app.cli.options import choices, reading_options
from kano_app.cli.say import say_problems, say_source
from kano_app.i18n import language
from kano_app.pipeline import analyse, plan, problems


@click.command(short_help="Say how a file is read.")
@reading_options
@click.pass_context
def check(ctx: click.Context, /, **options: Any) -> None:  # noqa: ANN401 - options come from click
    """Say how SURVEY is read: what was found, what was left out and why, what is wrong."""
    chosen = choices(ctx, options)
    words = language(chosen.language)
    project = chosen.project()
    findings = analyse(project)
    say_source(project.survey, findings, words)
    say_problems(problems(project, findings, plan(project, findings)), words)
