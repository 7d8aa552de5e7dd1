"""Small parts to choose with: a named list that follows the project, and problems in words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel

from kano_app.analysis import Analysis
from kano_app.domain import edits
from kano_app.domain.problem import Code
from kano_app.domain.settings import AnalysisSettings
from kano_app.ui.context import Context
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.problems import message

_ARROW, _WIDEST = 52, 290
"""Pixels beside the text, and the most a list is wide."""


class Choice(QComboBox):
    """A list of values; ``chosen`` is called when somebody picks one, not when it is shown another."""

    def __init__(self, name: str, chosen: Callable[[Any], None], *, least: int = 8, deliberate: bool = False) -> None:
        """Make it empty.

        Args:
            name: what is chosen.
            chosen: is given the value.
            least: the number of characters it keeps room for.
            deliberate: whether the value ``None`` opens something, and so is not chosen in passing by the arrow keys.

        """
        super().__init__()
        self.deliberate = deliberate
        self._now: Any = None
        self._values: list[Any] = []
        self._chosen, self._name = chosen, name
        self._in_passing = False
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(least)
        self.activated.connect(self._activated)

    def offer(self, values: Sequence[tuple[Any, str]], now: Any) -> None:  # noqa: ANN401 - any value
        """Show what can be chosen and what is."""
        texts = [text for _, text in values]
        if texts != [self.itemText(place) for place in range(self.count())]:
            self.clear()
            self.addItems(texts)
            wide = max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + _ARROW
            self.setMinimumWidth(min(wide, _WIDEST))
        self._values = [value for value, _ in values]
        self._show(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go through the values; what opens something more is opened from the list only."""
        self._in_passing = not self.view().isVisible()
        super().keyPressEvent(event)
        self._in_passing = False

    def _show(self, value: Any) -> None:  # noqa: ANN401
        self._now = value
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.setToolTip(plain_tip(f"{self._name}: {self.currentText()}") if self.currentText() else self._name)

    def _activated(self, place: int) -> None:
        value = self._values[place]
        if value is None and self.deliberate and self._in_passing:
            self._show(self._now)
        else:
            self._now = value
            self._chosen(value)

    def wheelEvent(self, event: Any) -> None:  # noqa: N802, ANN401 - Qt's name
        """Leave the wheel to what scrolls: a choice of method is not changed in passing."""
        event.ignore()


def choose(context: Context, message_id: str, merge: str = "", /, **changes: Any) -> None:  # noqa: ANN401 - any setting
    """Change choices of method by a step that can be undone; the same choice again is no step."""

    def edit(project: Any) -> Any:  # noqa: ANN401 - a Project
        new = replace(project.analysis, **changes)
        return project if new == project.analysis else edits.choose_method(project, new)

    context.apply(message_id, edit, merge)


def settings_of(context: Context) -> AnalysisSettings:
    """Return the choices of method as they are now."""
    return context.project.analysis


def tell_problems(context: Context, where: QLabel, analysis: Analysis, codes: Iterable[Code]) -> None:
    """Say the problems of some kinds, one a line; nothing where there are none."""
    wanted = set(codes)
    # There is one study on the screen: which file it came from need not stand before every sentence.
    told = [
        message(replace(one, file="", sheet=""), context.language) for one in analysis.problems if one.code in wanted
    ]
    where.setText("\n".join(f"• {one}" for one in told) if len(told) > 1 else "".join(told))
    where.setVisible(bool(told))
