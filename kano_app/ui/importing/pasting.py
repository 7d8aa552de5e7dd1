"""What a spreadsheet put on the clipboard, as an import."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow


def paste_answers(window: "MainWindow") -> None:
    """Import what is on the clipboard: cells of a spreadsheet, or files."""
    from kano_app.importers import Pasted  # noqa: PLC0415 - heavy libraries wait until they are needed
    from kano_app.ui.dialogs.importing import import_survey  # noqa: PLC0415

    found, context = QGuiApplication.clipboard().mimeData(), window.context
    if found is None:
        found = QMimeData()
    files = [Path(url.toLocalFile()) for url in found.urls() if url.isLocalFile()] if found.hasUrls() else []
    if files:
        window.take(files)
        return
    text = found.text() if found.hasText() else ""
    html = found.html() if found.hasHtml() else ""
    if not text.strip() and not html.strip():
        window.notify(
            context.tr("There are no cells on the clipboard. Copy them in a spreadsheet, headings included."), "warning"
        )
        return
    import_survey(window, Pasted(text, html, context.tr("Pasted answers")))
