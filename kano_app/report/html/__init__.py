"""The report as one HTML file that a screen reader can read: no scripts, nothing loaded from anywhere."""

from kano_app.report.html.page import html_of

__all__ = ["html_of"]
