"""How cells look: one format a kind of number, made once a workbook."""

from typing import Any

from kano_app.tables import Kind

_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_HEADING = {"bold": True, "bg_color": "#ECEFF3", "bottom": 1, "bottom_color": "#1B2430", "text_wrap": True}
_NUMBERS = {
    Kind.COUNT: "#,##0",
    Kind.COEFFICIENT: "0.00",
    Kind.INTERVAL: "0.00",
    Kind.SHARE: "0.0%",
    Kind.PROBABILITY: "0.000",
    Kind.AMOUNT: "#,##0.##",
}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - xlsxwriter is untyped
        """Make formats for a workbook."""
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def look(self, **properties: object) -> Any:  # noqa: ANN401 - xlsxwriter is untyped
        """Return a format with some properties, the same one each time."""
        key = tuple(sorted((_FONT | properties).items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(dict(key))
        return self._made[key]

    @property
    def title(self) -> Any:  # noqa: ANN401 - xlsxwriter is untyped
        """Return how a title looks."""
        return self.look(bold=True, font_size=16)

    @property
    def note(self) -> Any:  # noqa: ANN401 - xlsxwriter is untyped
        """Return how an explanation looks."""
        return self.look(font_color="#3B4452")

    def heading(self, **properties: object) -> Any:  # noqa: ANN401 - xlsxwriter is untyped
        """Return how a heading looks."""
        return self.look(**_HEADING, **properties)

    def number(self, kind: Kind, **properties: object) -> Any:  # noqa: ANN401 - xlsxwriter is untyped
        """Return how a number of a kind looks."""
        return self.look(num_format=_NUMBERS.get(kind, "General"), **properties)

    def text(self, text: str, **properties: object) -> Any:  # noqa: ANN401 - xlsxwriter is untyped
        """Return how a text looks; one that would begin a formula keeps the mark that it is none when it is edited."""
        quoted = {"quote_prefix": True} if text.startswith(_FORMULA_STARTS) else {}
        return self.look(**quoted, **properties)
