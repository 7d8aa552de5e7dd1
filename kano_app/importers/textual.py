"""A column of a small table whose texts are all wanted: names of features, efforts, shares."""

from kano_app.importers.columns import Rows, level_text
from kano_app.importers.readers.grid import Coded


class CellColumn:
    """The texts of a column, cell by cell."""

    def __init__(self) -> None:
        """Start empty."""
        self._cells: list[str] = []

    def add(self, coded: Coded, rows: Rows) -> None:  # noqa: ARG002 - all columns are added to alike
        """Add the cells of a chunk."""
        texts = [*map(level_text, coded.values), ""]
        self._cells += [texts[code] for code in coded.codes.tolist()]

    def cells(self) -> list[str]:
        """Return all texts."""
        return self._cells
