"""How a report looks: logo, accent colour and footer, kept together under a name so that other studies can have it."""

import base64
import binascii
import colorsys
import json
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kano_app.domain.evidence import frozen

FEWEST_CONTRAST = 4.5
"""Of text against its ground: WCAG’s level AA."""
LARGEST_LOGO = 2_000_000
"""Bytes of a logo's file that are kept."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_VERSION = 1
_STEPS = 200


@dataclass(frozen=True, slots=True, eq=False)
class Logo:
    """The bytes of a PNG or SVG file as they came; two are equal if their bytes are."""

    data: NDArray[np.uint8]

    def __post_init__(self) -> None:
        """Refuse what is no row of bytes, and what is too large to travel with a study."""
        if self.data.dtype != np.uint8 or self.data.ndim != 1:
            raise ValueError("a logo is a row of bytes")
        if self.data.size > LARGEST_LOGO:
            raise ValueError("a logo is at most 2 MB")
        frozen(self, "data")

    @classmethod
    def of(cls, content: bytes) -> "Logo":
        """Return the logo of a file's content.

        Raises:
            ValueError: if it is too large.

        """
        return cls(np.frombuffer(content, dtype=np.uint8).copy())

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.data.tobytes()

    def __eq__(self, other: object) -> bool:
        """Compare the bytes."""
        return isinstance(other, Logo) and np.array_equal(self.data, other.data)

    def __hash__(self) -> int:
        """Hash the bytes."""
        return hash(self.content)


@dataclass(frozen=True, slots=True)
class Branding:
    """A named theme of reports."""

    name: str = ""
    logo: Logo | None = None
    accent: str = ""
    """"#1B4F8A"; empty: the program's own. It can be read on white, and white on it."""
    footer: str = ""
    """Stands under every page; empty: the date of the data, else the title, and n."""

    def __post_init__(self) -> None:
        """Refuse an accent that is no colour, or too light to be read."""
        if self.accent and not is_readable(self.accent):
            raise ValueError("an accent is a colour that can be read on white")


PLAIN = Branding()
"""The program's own look."""


def contrast(colour: str) -> float:
    """Return the contrast of a colour against white, 1 to 21 (WCAG 2).

    Check: #000000 → 21; #767676 → 4.54; #0072B2 → 5.19.

    Raises:
        ValueError: if it is no colour.

    """
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"no colour: {colour}")
    linear = [_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5)]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def is_readable(colour: str) -> bool:
    """Return whether something is a colour in which text can be read on white."""
    return _COLOUR.fullmatch(colour) is not None and contrast(colour) >= FEWEST_CONTRAST


def nearest_readable(colour: str) -> str:
    """Return the colour itself if it can be read on white, else the lightest of its hue that can.

    Raises:
        ValueError: if it is no colour.

    """
    if contrast(colour) >= FEWEST_CONTRAST:
        return colour.upper()
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)))
    for step in range(_STEPS, -1, -1):
        channels = colorsys.hls_to_rgb(hue, lightness * step / _STEPS, saturation)
        darker = "#" + "".join(f"{round(255 * one):02X}" for one in channels)
        if contrast(darker) >= FEWEST_CONTRAST:
            return darker
    return "#000000"


def branding_json(branding: Branding) -> str:
    """Return a theme as text that ``branding_of`` reads."""
    logo = "" if branding.logo is None else base64.b64encode(branding.logo.content).decode("ascii")
    kept = {
        "kano-app-theme": _VERSION,
        "name": branding.name,
        "accent": branding.accent,
        "footer": branding.footer,
        "logo": logo,
    }
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def branding_of(text: str) -> Branding:
    """Return the theme that a text holds.

    Raises:
        ValueError: if it holds none.

    """
    kept = json.loads(text)
    if not isinstance(kept, dict) or kept.get("kano-app-theme") != _VERSION:
        raise ValueError("no theme of a report")
    values = {name: kept.get(name, "") for name in ("name", "accent", "footer", "logo")}
    if not all(isinstance(value, str) for value in values.values()):
        raise ValueError("a theme is made of texts")
    try:
        content = base64.b64decode(values.pop("logo"), validate=True)
    except binascii.Error as error:
        raise ValueError("the logo of a theme is written in base64") from error
    return Branding(logo=Logo.of(content) if content else None, **values)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
