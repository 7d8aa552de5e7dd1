"""Options that stand on what is written: whose study it is, its date, and where the map's middle lines are."""

import datetime as dt
from dataclasses import replace

import click

from kano_app.cli.decorating import Command, decorate
from kano_app.cli.given import Kinds, taken
from kano_app.cli.options import Choices
from kano_app.domain.settings import Paper, QuadrantLines, ReportSettings
from kano_app.wording.study import title_from_file

_KINDS: Kinds = {
    "title": str,
    "organisation": str,
    "date": dt.datetime.date,
    "paper": Paper,
    "quadrant_lines": QuadrantLines,
}


def heading_options(command: Command) -> Command:
    """Give a command title, organisation and date."""
    options = (
        click.option("--title", help="Title of the study.  [default: the study's, or from the file's name]"),
        click.option("--organisation", help="Whose study it is."),
        click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Date of the report.  [default: today]"),
    )
    return decorate(command, options)


def map_options(command: Command) -> Command:
    """Give a command what its maps are drawn by."""
    lines = click.option(
        "--quadrant-lines",
        type=click.Choice([one.value for one in QuadrantLines]),
        default=QuadrantLines.HALF.value,
        show_default=True,
        help="Where the middle lines of the map stand.",
    )
    return decorate(command, (lines,))


def settings_of(chosen: Choices) -> ReportSettings:
    """Return the study's settings of the report, or new ones, under the heading that was given."""
    own = chosen.study.report if chosen.study else ReportSettings()
    settings = replace(own, language=chosen.language, **taken(chosen.said, _KINDS))
    return replace(
        settings,
        title=settings.title or title_from_file(chosen.survey.stem),
        date=settings.date or dt.datetime.now().astimezone().date(),
    )
