"""Options of how a report looks: preset, dates, notes, and the theme with its parts."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from kano_app.cli.decorating import Command, decorate
from kano_app.cli.given import Kinds, Said, taken
from kano_app.domain.branding import Branding, Logo, branding_of
from kano_app.domain.settings import Preset, ReportSettings
from kano_app.i18n import Language
from kano_app.report.logo import LogoError, accent_refused, logo_fault, logo_of

_KINDS: Kinds = {"data_date": dt.datetime.date, "valid_until": dt.datetime.date, "notes": bool}
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
    click.option("--notes/--no-notes", help="Print what people said beside their answers, without names."),
    click.option("--theme", type=click.Path(path_type=Path, dir_okay=False), help="A theme: logo, accent and footer."),
    click.option("--logo", type=click.Path(path_type=Path, dir_okay=False), help="A PNG or SVG file for the cover."),
    click.option("--accent", help="Colour of the titles, as #1D4E89; it has to be legible on white."),
    click.option("--footer", help="Text under every page.  [default: date of the data, or the title, and n]"),
)


def look_options(command: Command) -> Command:
    """Give a command the options."""
    return decorate(command, _OPTIONS)


def with_look(settings: ReportSettings, said: Said, words: Language) -> ReportSettings:
    """Return the settings of a report that looks as was said.

    Raises:
        click.BadParameter: if a file cannot be used, or a colour cannot be read.

    """
    left_out = Preset(said["preset"]).left_out if "preset" in said else settings.left_out
    branding = _branding_of(settings.branding, said, words)
    return replace(settings, left_out=left_out, branding=branding, **taken(said, _KINDS))


def _branding_of(branding: Branding, said: Said, words: Language) -> Branding:
    """Return the theme of a file, or the one there is, with what was said beside it in the place of its parts."""
    if "theme" in said:
        branding = _theme_of(said["theme"])
    if "logo" in said:
        branding = replace(branding, logo=_logo_of(said["logo"], words))
    if "accent" in said:
        branding = replace(branding, accent=_accent_of(said["accent"], words))
    return replace(branding, footer=said["footer"]) if "footer" in said else branding


def _theme_of(path: Path) -> Branding:
    try:
        return branding_of(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise click.BadParameter(f"{path} holds no theme of a report.", param_hint="--theme") from error


def _logo_of(path: Path, words: Language) -> Logo:
    try:
        return logo_of(path.read_bytes())
    except LogoError as error:
        raise click.BadParameter(logo_fault(error, words), param_hint="--logo") from error
    except OSError as error:
        raise click.BadParameter(f"{path} cannot be read.", param_hint="--logo") from error


def _accent_of(colour: str, words: Language) -> str:
    """Return a colour that can be read; an empty one is the program's own."""
    refused = accent_refused(colour, words) if colour else ""
    if refused:
        raise click.BadParameter(refused, param_hint="--accent")
    return colour.upper()
