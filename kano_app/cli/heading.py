"""Options that stand on what is written: whose study it is, its date, and where the map's middle lines are."""

import datetime as dt
from typing import NamedTuple

import click

from kano_app.cli.decorating import Command, decorate
from kano_app.cli.options import Choices
from kano_app.domain.settings import QuadrantLines, ReportSettings
from kano_app.wording.study import title_from_file


class Heading(NamedTuple):
    """What the options say."""

    title: str
    organisation: str
    date: dt.datetime | None
    quadrant_lines: str


def heading_options(command: Command) -> Command:
    """Give a command title, organisation and date."""
    options = (
        click.option("--title", default="", help="Title of the study.  [default: from the file's name]"),
        click.option("--organisation", default="", help="Whose study it is."),
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


def settings_of(heading: Heading, chosen: Choices) -> ReportSettings:
    """Return the settings of a report under this heading, as they are without any other option."""
    return ReportSettings(
        title=heading.title or title_from_file(chosen.survey.stem),
        organisation=heading.organisation,
        date=heading.date.date() if heading.date else dt.datetime.now().astimezone().date(),
        language=chosen.language,
        quadrant_lines=QuadrantLines(heading.quadrant_lines),
    )
