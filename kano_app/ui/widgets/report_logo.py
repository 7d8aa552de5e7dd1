"""The logo of reports: chosen from a file, shown small as it will print, or taken away."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from kano_app.domain.branding import LARGEST_LOGO, Logo
from kano_app.i18n import N_, language
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, row
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.report_choosing import brand
from kano_app.wording.literal import visible

if TYPE_CHECKING:
    from kano_app.i18n import Language

_BOX = QSize(220, 56)
_ROOM = 6
_JOB, _PICTURE = "logo", "logo picture"


class LogoRefusedError(Exception):
    """Raised where a file cannot be a logo, with one sentence on why."""


class LogoField(QWidget):
    """A small picture, and buttons to choose and to remove."""

    def __init__(self, context: Context) -> None:
        """Make it as the study has it."""
        super().__init__()
        self._context = context
        self._shown: Logo | None = None
        self.picture = QLabel()
        self.picture.setFixedSize(_BOX)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.picture.setStyleSheet(
            f"background: #FFFFFF; color: #565F6C; border: 1px solid {context.colours.line}; border-radius: 6px;"
        )
        self.choose = button(context.tr("Choose a logo…"), self.ask)
        self.remove = button(context.tr("Remove"), self._remove, tip=context.tr("Remove the logo"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.picture)
        column.addWidget(row(self.choose, self.remove, None))
        self._say_none()
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says."""
        logo, read_only = self._context.project.report.branding.logo, self._context.document.read_only
        self.choose.setEnabled(not read_only)
        self.remove.setEnabled(logo is not None and not read_only)
        say_why(self._context, self.choose, self.remove)
        if logo == self._shown:
            return
        self._shown = logo
        if logo is None:
            self._say_none()
            return
        self._context.jobs.run(
            _PICTURE,
            lambda _: _small(logo),
            lambda pdf: self._show_picture(logo, pdf),
            self._context.findings.failed.emit,
            owner=self,
        )

    def ask(self) -> None:
        """Ask for a file and take it over, if it can be a logo."""
        tr = self._context.tr
        kinds = tr("Logos") + " (*.png *.svg *.PNG *.SVG)"
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a logo"), "", kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Take a file over, if it can be a logo."""
        words = self._context.language
        self._context.jobs.run(
            _JOB, lambda _: read_file(path, words), self._taken, lambda error: self._refused(path, error), owner=self
        )

    def _taken(self, logo: Logo) -> None:
        brand(self._context, N_("Choose the logo"), logo=logo)

    def _refused(self, path: Path, error: BaseException) -> None:
        tr = self._context.tr
        if isinstance(error, LogoRefusedError):
            told = f"{visible(path.name)}: {error}"
        elif isinstance(error, OSError):
            told = tr("{file} cannot be read: {reason}.", file=visible(path.name), reason=error.strerror or str(error))
        else:
            self._context.findings.failed.emit(error)
            return
        self._context.window.notify(told, "error", (tr("Choose another file…"), self.ask))

    def _remove(self) -> None:
        brand(self._context, N_("Remove the logo"), logo=None)
        self.choose.setFocus()

    def _say_none(self) -> None:
        self.picture.setPixmap(QPixmap())
        self.picture.setText(self._context.tr("No logo"))
        self.picture.setAccessibleName(self._context.tr("No logo"))

    def _show_picture(self, logo: Logo, pdf: bytes) -> None:
        if logo != self._context.project.report.branding.logo:
            return
        if not pdf:
            self._say_none()
            self.picture.setText(self._context.tr("This logo cannot be drawn"))
            return
        from kano_app.report.pages import Pages  # noqa: PLC0415

        ratio = self.devicePixelRatioF()
        with Pages(pdf) as pages:
            found = pages.picture(0, ratio)
        image = QImage(found.pixels, found.width, found.height, found.stride, QImage.Format.Format_RGBX8888).copy()
        image.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.picture.setAccessibleName(self._context.tr("The logo, as it will print"))


def read_file(path: Path, words: "Language") -> Logo:
    """Return the logo of a file.

    Raises:
        LogoRefusedError: if it cannot be used, with why.
        OSError: if it cannot be read.

    """
    from kano_app.report.logo import LogoError, logo_fault, logo_of  # noqa: PLC0415

    try:
        with path.open("rb") as file:  # never more of it than is needed to see that it is too large
            return logo_of(file.read(LARGEST_LOGO + 1))
    except LogoError as error:
        raise LogoRefusedError(logo_fault(error, language(words.code))) from error


def _small(logo: Logo) -> bytes:
    from kano_app.report.pages import logo_pdf  # noqa: PLC0415 - heavy libraries wait until they are needed

    return logo_pdf(logo, _BOX.width() - 2 * _ROOM, _BOX.height() - 2 * _ROOM)
