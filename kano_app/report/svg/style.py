"""How an element is drawn: what it says itself, what those around it say, and its colours."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from kano_app.report.svg.numbers import share
from kano_app.report.svg.shape import SvgError

_NAMED = {
    "black": "#000000", "white": "#FFFFFF", "red": "#FF0000", "green": "#008000", "blue": "#0000FF",
    "gray": "#808080", "grey": "#808080", "silver": "#C0C0C0", "navy": "#000080", "teal": "#008080",
    "maroon": "#800000", "olive": "#808000", "purple": "#800080", "yellow": "#FFFF00", "orange": "#FFA500",
    "lime": "#00FF00", "aqua": "#00FFFF", "cyan": "#00FFFF", "fuchsia": "#FF00FF", "magenta": "#FF00FF",
    "currentcolor": "#000000",
}  # fmt: skip
_KEPT = ("fill", "stroke", "stroke-width", "fill-rule", "opacity", "fill-opacity", "stroke-opacity", "display", "color")


def style_of(element: Element, above: Mapping[str, str]) -> dict[str, str]:
    """Return what holds for an element."""
    given = {name: element.get(name) for name in _KEPT}
    for part in element.get("style", "").split(";"):
        name, colon, value = part.partition(":")
        if colon and name.strip() in _KEPT:
            given[name.strip()] = value.strip()
    for name in ("filter", "mask", "clip-path"):
        if element.get(name, "none") != "none" or f"{name}:" in element.get("style", "").replace(" ", ""):
            raise SvgError(name)
    # Opacity is not handed down but multiplied; in logos both are the same.
    return {**above, **{name: value for name, value in given.items() if value is not None}}


def colour(text: str, style: Mapping[str, str]) -> str:
    """Return a colour as #RRGGBB, empty where nothing is to be drawn."""
    text = text.strip().lower()
    if text == "currentcolor":
        text = style.get("color", "black").strip().lower()
    if text in {"none", "transparent"}:
        return ""
    if re.fullmatch(r"#[0-9a-f]{6}", text):
        return text.upper()
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return "#" + "".join(2 * digit for digit in text[1:]).upper()
    if text.startswith("rgb(") and text.endswith(")"):
        parts = [one.strip() for one in text[4:-1].replace(",", " ").split()]
        if len(parts) == 3:
            values = [share(one) * 255 if one.endswith("%") else share(one) for one in parts]
            return "#" + "".join(f"{round(min(max(value, 0), 255)):02X}" for value in values)
    if text in _NAMED:
        return _NAMED[text]
    raise SvgError(text.partition("(")[0] or "fill")
