"""A file that is being written, and what is told once it is there or cannot be."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kano_app.domain.problem import Code, Problem
from kano_app.ui.context import Context
from kano_app.wording.literal import visible
from kano_app.wording.problems import message

if TYPE_CHECKING:
    from kano_app.report import Written
    from kano_app.ui.widgets.report_export import Export

_MOST_CHARACTERS = 12
_LOOKED_AT = {"", "workbook", "page"}
"""What people open; the rest they carry somewhere, so that its folder helps more."""


@dataclass
class Writing:
    """A file that is being written, whatever pages come and go meanwhile."""

    export: "Export"
    """The buttons that show it: those of the page as it is now."""
    key: str
    """Of a way out; empty: the PDF."""
    path: Path

    @property
    def context(self) -> Context:
        """In the language of now; a page that is no more still knows its own."""
        return self.export.context

    def done(self, value: Any) -> None:  # noqa: ANN401 - what the two kinds of work give
        """Tell that it is there."""
        if not self.key:
            self._say_written(value)
            return
        if self.path.is_dir():
            told = self.context.ntr(
                "{n} file is in the folder {file}.",
                "{n} files are in the folder {file}.",
                len(value),
                file=visible(self.path.name),
            )
        else:
            told = self.context.tr("{file} is written.", file=visible(self.path.name))
        self._notify_done(told)

    def _say_written(self, written: "Written") -> None:
        context = self.context
        told = context.ntr(
            "{file} is written: {n} page.", "{file} is written: {n} pages.", written.pages, file=visible(self.path.name)
        )
        if written.missing_characters:
            characters = list(written.missing_characters)
            names = context.language.listing(characters[:_MOST_CHARACTERS])
            more = context.ntr(
                "No font has {n} character, shown by its number: {names}.",
                "No font has {n} characters, shown by their numbers: {names}.",
                len(characters),
                names=names + (" …" if len(characters) > _MOST_CHARACTERS else ""),
            )
            told = f"{told} {more}"
        self._notify_done(f"{told} {written.without}".strip())

    def _notify_done(self, told: str) -> None:
        tr = self.context.tr
        if self.key in _LOOKED_AT:
            action = (tr("Open"), lambda: _open(self.path))
        else:
            folder = self.path if self.path.is_dir() else self.path.parent
            action = (tr("Open folder"), lambda: _open(folder))
        self.context.window.notify(told, "info", action)

    def failed(self, error: BaseException) -> None:
        """Tell why there is no file, and what helps."""
        context = self.context
        if isinstance(error, OSError):
            problem = Problem(Code.OUTPUT_UNWRITABLE, file=self.path.name, facts={"reason": error.strerror or ""})
            told = message(problem, context.language)
            if not self.path.is_dir():
                told += " " + context.tr("Nothing was changed.")
            context.window.notify(told, "error", (context.tr("Choose another name…"), self._again))
        else:
            fault = f"{type(error).__name__}: {error}"
            told = context.tr("The program met a fault of its own ({fault}); no file was written.", fault=fault)
            context.window.notify(told, "error")

    def _again(self) -> None:
        if not shiboken6.isValid(self.export):
            return
        if self.key:
            self.export.ask_way(self.key)
        else:
            self.export.ask_pdf()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
