"""The six pages of the window, one module each, loaded and made when they are first wanted."""

from dataclasses import dataclass
from importlib import import_module

from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """A page as the rail and the menu know it before it is made; the title is a message id."""

    name: str
    title: str
    icon: str


PLACES = (
    Place("start", N_("Start"), "house"),
    Place("features", N_("Features"), "list"),
    Place("answers", N_("Answers"), "table-2"),
    Place("results", N_("Results"), "chart-scatter"),
    Place("roadmap", N_("Roadmap"), "kanban"),
    Place("report", N_("Report"), "file-text"),
)
"""The pages in the order of the rail."""


def make_page(name: str, context: Context) -> Page:
    """Return a page by its name; module and class are called like the page."""
    module = import_module(f"kano_app.ui.pages.{name}")
    page: Page = getattr(module, f"{name.capitalize()}Page")(context)
    return page
