"""Headings of a sheet of answers that the importer recognises when it returns."""

from collections.abc import Sequence

from kano_app.domain.feature import Feature, fold_name
from kano_app.report import inert
from kano_app.ui.widgets.features_cells import one_line


def sheet_headings(features: Sequence[Feature]) -> list[str]:
    """Return the headings of a sheet of answers; features of the same name are told apart by a number."""
    taken: set[str] = set()
    found = ["respondent"]
    for feature in features:
        base = one_line(feature.name) or feature.id
        name, number = base, 2
        while fold_name(name) in taken:
            name, number = f"{base} {number}", number + 1
        taken.add(fold_name(name))
        found += [_heading(name, half) for half in ("functional", "dysfunctional")]
    return found


def _heading(name: str, half: str) -> str:
    """Return the heading of one half, so that no spreadsheet runs it; an apostrophe would be read as of the name."""
    if inert(name) == name:
        return f"{name} ({half})"
    # A dash behind the marker would be read as what joins them.
    return f" {name} ({half})" if name.startswith("-") else f"{half}: {name}"
