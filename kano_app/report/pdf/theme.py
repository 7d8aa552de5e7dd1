"""Sizes, inks and distances of the printed page, in points: every measure the PDF knows stands here."""

from reportlab.lib.pagesizes import A4, LETTER

from kano_app.domain.settings import Paper

INK = "#1B2430"
MUTED = "#5B6573"
FAINT = "#98A2B1"
"""Of lines and boxes; too faint for text."""
LINE = "#D5DAE1"
PALE = "#F4F6F8"
GROUND = "#FFFFFF"
ACCENT = "#1D4E89"
"""Unless a branding has another."""

SHEETS: dict[Paper, tuple[float, float]] = {Paper.A4: A4, Paper.LETTER: LETTER}
MARGIN = 46.0
TOP = 62.0
BOTTOM = 56.0
HEADER = 40.0
"""From the sheet's edge to the running header's line."""
FOOTER = 40.0

COVER_SIZE = 30.0
TITLE_SIZE = 22.0
HEADING_SIZES = {1: 16.0, 2: 10.5}
LEAD_SIZE = 10.5
TEXT_SIZE = 9.0
SMALL_SIZE = 7.5
CARD_TITLE_SIZE = 8.8
CARD_TEXT_SIZE = 7.4
TABLE_SIZE = 7.8
