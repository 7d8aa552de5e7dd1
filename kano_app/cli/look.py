"""Options of how a report looks: preset, dates, notes, and the theme with its parts."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from kano_app.cli.decorating import Command, decorate
from kano_app.domain.branding import PLAIN, Branding, branding_of
from kano_app.domain.settings import Preset, ReportSettings
from kano_app.i18n import Language
from kano_app.report.logo import LogoError, accent_refused, logo_fault, logo_of


class Look(NamedTuple):
    """What the options say."""

    preset: str
    data_date: dt.datetime | None
    valid_until: dt.datetime | None
    notes: bool
    theme: Path | None
    logo: Path | None
    accent: str
    footer: str


_OPTIONS = (
    click.option(
        "--preset",
        type=click.Choice([one.value for one in Preset]),
        default=Preset.FULL.value,
        show_default=True,
        help="Which sections the report has.",
    ),
    click.option("--data-date", type=click.DateTime(["%Y-%m-%d"]), help="When the answers were given."),
    click.option("--valid-until", type=click.DateTime(["%Y-%m-%d"]), help="By when the study is to be run again."),
    click.option("--notes", is_flag=True, help="Print what people said beside their answers, without names."),
    click.option("--theme", type=click.Path(path_type=Path, dir_okay=False), help="A theme: logo, accent and footer."),
    click.option("--logo", type=click.Path(path_type=Path, dir_okay=False), help="A PNG or SVG file for the cover."),
    click.option("--accent", default="", help="Colour of the titles, as #1D4E89; it has to be legible on white."),
    click.option(
        "--footer", default="", help="Text under every page.  [default: date of the data, or the title, and n]"
    ),
)


def look_options(command: Command) -> Command:
    """Give a command the options."""
    return decorate(command, _OPTIONS)


def with_look(settings: ReportSettings, look: Look, words: Language) -> ReportSettings:
    """Return the settings of a report that looks so.

    Raises:
        click.BadParameter: if a file cannot be used, or a colour cannot be read.

    """
    return replace(
        settings,
        left_out=Preset(look.preset).left_out,
        data_date=look.data_date.date() if look.data_date else None,
        valid_until=look.valid_until.date() if look.valid_until else None,
        notes=look.notes,
        branding=_branding_of(look, words),
    )


def _branding_of(look: Look, words: Language) -> Branding:
    """Return the theme of a file, with what was said beside it in the place of its parts."""
    theme, logo, accent, footer = look.theme, look.logo, look.accent, look.footer
    branding = PLAIN
    if theme is not None:
        try:
            branding = branding_of(theme.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise click.BadParameter(f"{theme} holds no theme of a report.", param_hint="--theme") from error
    if logo is not None:
        try:
            branding = replace(branding, logo=logo_of(logo.read_bytes()))
        except LogoError as error:
            raise click.BadParameter(logo_fault(error, words), param_hint="--logo") from error
        except OSError as error:
            raise click.BadParameter(f"{logo} cannot be read.", param_hint="--logo") from error
    if accent:
        refused = accent_refused(accent, words)
        if refused:
            raise click.BadParameter(refused, param_hint="--accent")
        branding = replace(branding, accent=accent.upper())
    return replace(branding, footer=footer) if footer else branding
