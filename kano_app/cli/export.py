"""``kano-app export``: workbook, web page, JSON, tables, charts and backlogs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kano_app import pipeline
from kano_app.cli.heading import heading_options, map_options, settings_of
from kano_app.cli.look import look_options, with_look
from kano_app.cli.options import choices, study_options
from kano_app.cli.outputs import refuse_to_overwrite
from kano_app.cli.progress import writing
from kano_app.cli.say import say_problems
from kano_app.domain import edits
from kano_app.i18n import Language, language
from kano_app.report.backlog import Backlog
from kano_app.report.exports import Export, export_by_key
from kano_app.report.logo import left_out
from kano_app.wording.literal import visible

_BY_ENDING = {
    ".xlsx": "workbook",
    ".html": "page",
    ".htm": "page",
    ".json": "json",
    ".csv": "figures",
    ".zip": "archive",
}
_ENDINGS = ".xlsx, .html, .json, .csv or .zip, or be a folder"


def _export_of(path: Path, backlog: Backlog | None) -> Export:
    """Return what a path becomes: its ending says it, and what has none, or is there as a folder, is a folder."""
    if path.is_dir() or not path.suffix:
        return export_by_key("folder")
    key = _BY_ENDING.get(path.suffix.lower())
    if key is None:
        raise click.BadParameter(f"{path} must end with {_ENDINGS}.", param_hint="--to")
    return export_by_key(backlog.value if key == "figures" and backlog else key)


def _refuse(targets: Sequence[Path], exports: Sequence[Export], inputs: Sequence[Path]) -> None:
    """Stop before anything is computed if a file would take the place of an input, or of a folder."""
    for path, export in zip(targets, exports, strict=True):
        if export.key == "folder" and path.exists() and not path.is_dir():
            raise click.BadParameter(f"{path} is a file; name a folder, or an ending.", param_hint="--to")
        if export.key != "folder":
            refuse_to_overwrite(path, inputs, "--to")


@click.command(short_help="Write workbook, web page, tables, charts, backlog.")
@study_options
@click.option(
    "--to",
    "targets",
    type=click.Path(path_type=Path),
    multiple=True,
    required=True,
    metavar="FILE|FOLDER",
    help="FILE.xlsx, .html, .json, .csv or .zip, or a FOLDER for all tables, charts and backlogs; may be given again.",
)
@click.option(
    "--backlog",
    type=click.Choice([one.value for one in Backlog]),
    help="Make FILE.csv the roadmap as a backlog that this tool imports.  [default: every figure]",
)
@heading_options
@map_options
@look_options
@click.pass_context
def export(
    ctx: click.Context,
    /,
    targets: tuple[Path, ...],
    backlog: str | None,
    **_: Any,  # noqa: ANN401 - options come from click
) -> None:
    """Write the figures of SURVEY for other programs and people.

    SURVEY is a file of answers, or a .kano study: then the study's own choices hold wherever no option is given.

    The ending of each --to says what it becomes: .xlsx a workbook with formulas to check the figures by, .html a page
    with the whole report, .json every figure for programs, .csv every figure or a backlog, .zip and a folder all
    tables, charts and backlogs. Preset, notes, dates and theme are those of kano-app report; they shape the page.
    """
    chosen = choices(ctx)
    tool = Backlog(backlog) if backlog else None
    exports = [_export_of(path, tool) for path in targets]
    if tool and not any(one.key == tool.value for one in exports):
        raise click.BadParameter(
            "a backlog needs --to FILE.csv; a folder and a .zip hold both.", param_hint="--backlog"
        )
    _refuse(targets, exports, chosen.inputs)
    words = language(chosen.language)
    settings = with_look(settings_of(chosen), chosen.said, words)
    project = edits.choose_report(chosen.project(), settings)
    findings = pipeline.analyse(project)
    pipeline.refuse_what_cannot_be_done(findings)
    planned = pipeline.judge_plan(project, findings, pipeline.plan(project, findings))
    for path, one in zip(targets, exports, strict=True):
        with writing(path, chosen.language) as progress:
            written = pipeline.write_export(one, project, findings, planned, path, progress)
        _say(path, written, words)
    without = left_out(settings.branding, words)
    if without and any(one.key == "page" for one in exports):
        click.echo(without, err=True)
    say_problems(pipeline.problems(project, findings, planned), words, err=True)


def _say(path: Path, written: Sequence[Path], words: Language) -> None:
    if len(written) == 1:
        click.echo(visible(words.gettext("Wrote {file}.").format(file=path)))
        return
    told = words.ngettext("Wrote {n} file to {folder}.", "Wrote {n} files to {folder}.", len(written))
    click.echo(visible(told.format(n=words.number(len(written)), folder=path)))
