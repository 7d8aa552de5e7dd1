"""Pictures of a chart, drawn in a job: written beside the file they replace, or copied to the clipboard."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kano_app.placing import place
from kano_app.ui.context import Context
from kano_app.ui.widgets.chart_figure import Drawing, Size, picture
from kano_app.wording.literal import visible

What = Callable[[], tuple[Drawing, Size] | None]
"""Returns what a picture shows now, and how large."""


class ChartPictures(QObject):
    """Saves and copies the pictures of one chart."""

    def __init__(self, context: Context, owner: QWidget, name: str, what: What) -> None:
        """Take the name that pictures are offered under."""
        super().__init__(owner)
        self._context, self._owner, self._name, self._what = context, owner, name, what

    def add_to(self, menu: QMenu) -> None:
        """Offer both in a menu."""
        tr = self._context.tr
        menu.addAction(self._context.icon("copy"), tr("Copy the picture"), self.copy)
        menu.addAction(self._context.icon("image"), tr("Save the picture…"), self.ask_and_save)

    def copy(self) -> None:
        """Copy the chart to the clipboard, once it is drawn."""
        shown, language = self._what(), self._context.language.code
        if shown is not None:
            self._run("copy a picture", partial(picture, shown[0], "png", shown[1], language), self._copied, None)

    def save(self, path: Path) -> None:
        """Write the chart as PNG or SVG, by the ending of the name."""
        form = "svg" if path.suffix.lower() == ".svg" else "png"
        shown, language = self._what(), self._context.language.code
        if shown is not None:
            drawing, size = shown
            work = lambda: place(path, picture(drawing, form, size, language))  # noqa: E731 - short
            self._run(f"save a picture {path}", work, partial(self._saved, path), path)

    def ask_and_save(self) -> None:
        """Ask for a name and write the picture."""
        title = self._context.tr("Save the picture")
        name, kind = QFileDialog.getSaveFileName(self._owner, title, f"{self._name}.png", "PNG (*.png);;SVG (*.svg)")
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in {".png", ".svg"}:
            path = path.with_name(path.name + (".svg" if "svg" in kind else ".png"))
        self.save(path)

    def _run(self, key: str, work: Callable[[], object], done: Callable[[Any], None], path: Path | None) -> None:
        """Draw in a job; of jobs of one key the latest wins."""

        def begin(told: Callable[[float], None]) -> object:
            made = work()
            told(1.0)  # raises once nobody waits
            return made

        self._context.jobs.run(key, begin, done, partial(self._failed, path))

    def _copied(self, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        self._context.window.notify(self._context.tr("The picture is copied."))

    def _saved(self, path: Path, _: object) -> None:
        self._context.window.notify(self._context.tr("{file} is written.", file=visible(path.name)))

    def _failed(self, path: Path | None, error: BaseException) -> None:
        tr, window = self._context.tr, self._context.window
        if path is not None and isinstance(error, OSError):
            told = tr(
                "{file} cannot be written ({reason}): choose another folder or name.",
                file=visible(path.name),
                reason=error.strerror or str(error),
            )
            window.notify(told, "error", (tr("Choose another name…"), self._again))
        else:
            fault = f"{type(error).__name__}: {error}"
            window.notify(
                tr("The program met a fault of its own ({fault}); there is no picture.", fault=fault), "error"
            )

    def _again(self) -> None:
        if shiboken6.isValid(self):
            self.ask_and_save()
