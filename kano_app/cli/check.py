"""``kano-app check``: what was read, what was left out and why, what is wrong."""

from pathlib import Path
from typing import Any

import click

from kano_app.cli.options import Choices, choices
from kano_app.cli.outputs import refuse_to_overwrite
from kano_app.cli.reading import as_said, reading_options
from kano_app.cli.say import say_problems, say_source
from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.i18n import Language, language
from kano_app.pipeline import analyse, guess_mapping, plan, problems, write_mapping
from kano_app.wording.literal import visible


@click.command(short_help="Say how a file is read.")
@click.option(
    "--write-map",
    type=click.Path(path_type=Path),
    metavar="FILE.json",
    help="Write what every column is taken for, to be corrected and given to --map.",
)
@reading_options
@click.pass_context
def check(ctx: click.Context, /, write_map: Path | None, **options: Any) -> None:  # noqa: ANN401 - options come from click
    """Say how SURVEY is read: what was found, what was left out and why, what is wrong."""
    chosen = choices(ctx, options)
    words = language(chosen.language)
    if write_map is not None:
        _write_map(chosen, write_map, words)
    project = chosen.project()
    findings = analyse(project)
    say_source(project.survey, findings, words)
    say_problems(problems(project, findings, plan(project, findings)), words)


def _write_map(chosen: Choices, path: Path, words: Language) -> None:
    refuse_to_overwrite(path, [chosen.survey, chosen.features], "--write-map")
    told = chosen.reading
    mapping = as_said(told.mapping or guess_mapping(chosen.survey, told.settings), told.settings)
    try:
        write_mapping(mapping, path)
    except OSError as error:
        facts = {"reason": error.strerror or ""}
        raise Unusable(Problem(Code.OUTPUT_UNWRITABLE, file=str(path), facts=facts)) from error
    click.echo(visible(words.gettext("Wrote {file}.").format(file=path)))
