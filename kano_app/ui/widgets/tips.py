"""Tool tips that show their text literally."""

from html import escape


def plain_tip(text: str) -> str:
    """Return a text as a tool tip that shows it literally: Qt would read markup in it."""
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>"
