"""Numbers as an SVG file writes them."""

import re

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def numbers(text: str) -> list[float]:
    """Return all numbers of a text."""
    return [float(one) for one in NUMBER.findall(text)]


def length(text: str) -> float:
    """Return a length, 0 where there is none or it is a share."""
    found = NUMBER.match(text.strip())
    return float(found[0]) if found and "%" not in text else 0.0


def share(text: str) -> float:
    """Return a number, be it written as a percentage; 1 where there is none."""
    found = NUMBER.match(text.strip())
    if not found:
        return 1.0
    return float(found[0]) / (100 if text.strip().endswith("%") else 1)
