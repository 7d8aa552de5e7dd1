"""Where a survey comes from: a file, or a block of cells that was copied from a spreadsheet."""

from dataclasses import dataclass
from pathlib import Path

from kano_app.importers.findings import Findings
from kano_app.importers.readers import clipboard, files
from kano_app.importers.readers.grid import Grid, Progress
from kano_app.importers.readers.limits import RECOGNISED, too_wide


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a spreadsheet put on the clipboard."""

    text: str
    """The cells as text, columns apart by tabs."""
    html: str = ""
    """The same as a table of HTML, if there was one."""
    name: str = ""
    """What stands for the name of a file where one is told."""


Source = Path | Pasted


def open_source(source: Source, findings: Findings, progress: Progress) -> list[Grid]:
    """Return the grids of a file, or the one that was pasted.

    Raises:
        Unusable: if it cannot be opened or is no table.

    """
    if isinstance(source, Pasted):
        grids = [clipboard.grid(source.text, source.html or None, findings)]
    else:
        grids = files.open_grids(source, findings, progress)
    if any(len(row) > RECOGNISED for grid in grids for row in grid.head):
        raise too_wide(findings, most=RECOGNISED)
    return grids
