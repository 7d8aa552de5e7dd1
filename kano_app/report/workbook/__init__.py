"""A study as a workbook: every table as real numbers, the answers, and formulas by which anybody can check the app."""

from kano_app.report.workbook.book import workbook_of

__all__ = ["workbook_of"]
