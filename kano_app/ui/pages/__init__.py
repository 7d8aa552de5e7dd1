"""The six pages of the window, one module each, loaded and made when they are first wanted."""

from importlib import import_module

from kano_app.ui.context import Context
from kano_app.ui.pages.page import Page

ICONS = {
    "start": "house",
    "features": "list",
    "answers": "table-2",
    "results": "chart-scatter",
    "roadmap": "kanban",
    "report": "file-text",
}
"""Name of a page → its icon, in the order of the rail."""


def make_page(name: str, context: Context) -> Page:
    """Return a page by its name; the module is called like the page."""
    module = import_module(f"kano_app.ui.pages.{name}")
    page: Page = getattr(module, f"{name.capitalize()}Page")(context)
    return page
