"""Reading a logo: what can be drawn of it, or one sentence on why nothing can."""

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kano_app.domain.branding import LARGEST_LOGO, Branding, Logo, nearest_readable
from kano_app.i18n import Language

if TYPE_CHECKING:
    from kano_app.report.svg import Shape

_MOST_PIXELS = 40_000_000
_PRINTED = 1200
"""Pixels of the longer side that are printed: 400 a inch at the largest size a logo has."""


class LogoFault(StrEnum):
    """Why a logo cannot be used."""

    TOO_LARGE = "logo-too-large"
    NO_PICTURE = "logo-no-picture"
    BROKEN = "logo-broken"
    SVG = "logo-svg"


class LogoError(ValueError):
    """Raised when a logo cannot be used; ``what`` names a part of an SVG that cannot be drawn."""

    def __init__(self, fault: LogoFault, what: str = "") -> None:
        """Keep why."""
        super().__init__(fault.value)
        self.fault, self.what = fault, what


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo that can be drawn: either pixels or shapes, which run down from the upper left corner."""

    width: float
    height: float
    png: bytes = b""
    shapes: "tuple[Shape, ...]" = ()


def logo_of(content: bytes) -> Logo:
    """Return the logo of a file's content.

    Raises:
        LogoError: if it cannot be used.

    """
    if len(content) > LARGEST_LOGO:
        raise LogoError(LogoFault.TOO_LARGE)
    logo = Logo.of(content)
    read_logo(logo)
    return logo


def read_logo(logo: Logo) -> Picture:
    """Return what can be drawn of a logo.

    Raises:
        LogoError: if that is nothing.

    """
    content = logo.content
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(content)
    if b"<svg" in content or b":svg" in content:
        from kano_app.report.svg import SvgError, read_svg  # noqa: PLC0415 - only where there is one

        try:
            width, height, shapes = read_svg(content)
        except SvgError as error:
            raise LogoError(LogoFault.SVG, str(error)) from error
        return Picture(width, height, shapes=shapes)
    raise LogoError(LogoFault.NO_PICTURE)


def logo_fault(error: LogoError, language: Language) -> str:
    """Return why a logo cannot be used, in one sentence."""
    sentences = {
        LogoFault.TOO_LARGE: language.gettext(
            "The logo is too large; a PNG or SVG file of up to 2 MB and 40 million pixels can be used."
        ),
        LogoFault.NO_PICTURE: language.gettext("The logo is neither a PNG nor an SVG file."),
        LogoFault.BROKEN: language.gettext("The logo’s file is damaged."),
        LogoFault.SVG: language.gettext("The logo’s SVG file holds what cannot be drawn here: {what}.").format(
            what=error.what
        ),
    }
    return sentences[error.fault]


def left_out(branding: Branding, language: Language) -> str:
    """Return what of a branding has to be left out, in one sentence; empty where it is used whole."""
    if branding.logo is None:
        return ""
    try:
        read_logo(branding.logo)
    except LogoError as error:
        return language.gettext("The report is without its logo. {reason}").format(reason=logo_fault(error, language))
    return ""


def accent_refused(colour: str, language: Language) -> str:
    """Return why a colour cannot be an accent, with the nearest that can; empty where it can be."""
    try:
        nearest = nearest_readable(colour)
    except ValueError:
        return language.gettext("{colour} is no colour; write one as #1D4E89.").format(colour=colour)
    if nearest == colour.upper():
        return ""
    return language.gettext("{colour} is too light to be read on white; the nearest that can be is {nearest}.").format(
        colour=colour.upper(), nearest=nearest
    )


def _png(content: bytes) -> Picture:
    """Return a PNG made anew from its pixels, so that nothing else in the file comes along."""
    from PIL import Image  # noqa: PLC0415 - only where there is a logo

    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
            width, height = image.size
            pixels = image.convert("RGBA") if 0 < width * height <= _MOST_PIXELS else None
    except Image.DecompressionBombError as error:
        raise LogoError(LogoFault.TOO_LARGE) from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise LogoError(LogoFault.BROKEN) from error
    if pixels is None:
        raise LogoError(LogoFault.TOO_LARGE)
    pixels.thumbnail((_PRINTED, _PRINTED))
    target = io.BytesIO()
    pixels.save(target, "PNG")
    return Picture(width, height, png=target.getvalue())
