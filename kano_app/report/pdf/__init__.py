"""The PDF writer: fonts, lines, charts, blocks and pages on a reportlab canvas."""
