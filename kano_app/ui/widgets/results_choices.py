"""Small parts to choose with: a named list that follows the project, and problems in words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel

from kano_app.analysis import Analysis
from kano_app.domain import edits
from kano_app.domain.problem import Code
from kano_app.domain.settings import AnalysisSettings
from kano_app.ui.context import Context
from kano_app.wording.problems import message


class Choice(QComboBox):
    """A list of values; ``chosen`` is called when somebody picks one, not when it is shown another."""

    def __init__(self, name: str, chosen: Callable[[Any], None], *, least: int = 8) -> None:
        """Make it empty; ``least`` is the number of characters it keeps room for."""
        super().__init__()
        self._values: list[Any] = []
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(least)
        self.activated.connect(lambda place: chosen(self._values[place]))

    def offer(self, values: Sequence[tuple[Any, str]], now: Any) -> None:  # noqa: ANN401 - any value
        """Show what can be chosen and what is."""
        texts = [text for _, text in values]
        if texts != [self.itemText(place) for place in range(self.count())]:
            self.clear()
            self.addItems(texts)
        self._values = [value for value, _ in values]
        self.setCurrentIndex(self._values.index(now) if now in self._values else -1)

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
