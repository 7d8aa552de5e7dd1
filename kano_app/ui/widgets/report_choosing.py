"""Changing one choice of the report, as a step that can be undone."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kano_app.domain import edits
from kano_app.domain.branding import PLAIN
from kano_app.ui.context import Context


def choose(
    context: Context,
    message: str,
    merge: str = "",
    /,
    *,
    words: Mapping[str, str] | None = None,
    **values: Any,  # noqa: ANN401 - fields of ReportSettings
) -> None:
    """Change fields of the settings of the report; nothing happens where they are so already."""
    report = context.project.report
    new = replace(report, **values)
    if new != report:
        context.apply(message, lambda project: edits.choose_report(project, new), merge, **(words or {}))


def brand(context: Context, message: str, merge: str = "", /, **values: Any) -> None:  # noqa: ANN401 - of Branding
    """Change fields of the look; one that is the program's own again has no name."""
    branding = replace(context.project.report.branding, **values)
    if branding == replace(PLAIN, name=branding.name):
        branding = PLAIN
    choose(context, message, merge, branding=branding)


def today() -> dt.date:
    """Return the day it is here."""
    return dt.datetime.now().astimezone().date()


def in_a_year(day: dt.date) -> dt.date:
    """Return the same day of the next year; the last of February for its 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
