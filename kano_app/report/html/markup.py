"""Elements as text: everything a user wrote is escaped here, and nowhere else is markup made from it."""

from collections.abc import Iterable
from html import escape

from kano_app.charts.palette import Mark
from kano_app.wording.literal import visible

_SIZE = 12


def literal(text: str) -> str:
    """Return text that no browser takes for markup, control and direction characters as visible marks."""
    return escape(visible(text), quote=True)


def paragraphs(text: str) -> str:
    """Return text of several paragraphs, escaped, with line breaks between them."""
    return "<br>".join(literal(line) for line in text.split("\n"))


def element(name: str, inside: str, **attributes: str) -> str:
    """Return an element; ``inside`` is markup, attributes are text; ``class_`` and ``aria_label`` lose their ends."""
    told = "".join(f' {key.rstrip("_").replace("_", "-")}="{literal(value)}"' for key, value in attributes.items())
    return f"<{name}{told}>{inside}</{name}>"


def items(name: str, inside: Iterable[str], **attributes: str) -> str:
    """Return a list of items; nothing where there are none."""
    each = "".join(element("li", one) for one in inside)
    return element(name, each, **attributes) if each else ""


def mark(sign: Mark) -> str:
    """Return the shape of a category, which its name always stands beside."""
    corners = " ".join(f"{10 + 9 * x:.1f},{10 - 9 * y:.1f}" for x, y in sign.outline)
    shape = f'<polygon points="{corners}" fill="{sign.color}" stroke="#6B7280" stroke-width="1"/>'
    return f'<svg class="mark" viewBox="0 0 20 20" width="{_SIZE}" height="{_SIZE}" aria-hidden="true">{shape}</svg>'
