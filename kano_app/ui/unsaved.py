"""A study that cannot be saved: said at once, and asked about before it is left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from kano_app.storage import ProjectFileError
from kano_app.ui.document import Document
from kano_app.ui.storage_words import file_error_text

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow


class Unsaved(QObject):
    """Watches whether the study of a window reaches the disk."""

    def __init__(self, window: "MainWindow") -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._error: ProjectFileError | None = None

    def follow(self, document: Document) -> None:
        """Watch a document from now on."""
        self._error = None
        document.failed.connect(self._failed)
        document.saved.connect(self._saved)

    def say(self) -> None:
        """Say it anew where the notices were made anew."""
        window = self._window
        if self._error is not None and not window.document.is_saved:
            window.notify(self._told(), "error", (window.context.tr("Save elsewhere…"), window.studies.rescue))

    def may_leave(self) -> bool:
        """Return whether nothing would be lost; where saving fails, ask what is to become of it."""
        window, document = self._window, self._window.document
        if not (document.is_saved or document.read_only):
            document.save_again()
        if document.is_saved or document.read_only:
            return True
        tr, box = window.context.tr, QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("The last changes are not saved: the file of the study cannot be written."))
        elsewhere = box.addButton(tr("Save elsewhere…"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(tr("Discard the changes"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is elsewhere:
            window.studies.rescue()
            return document.is_saved
        return box.clickedButton() is discard

    def _told(self) -> str:
        error = self._error
        return "" if error is None else file_error_text(error, self._window.context.language, unsaved=True)

    @Slot(object)
    def _failed(self, error: ProjectFileError) -> None:
        self._take_back()
        self._error = error
        self.say()

    @Slot()
    def _saved(self) -> None:
        """Say no longer what is true no longer."""
        self._take_back()
        self._error = None

    def _take_back(self) -> None:
        told, notices = self._told(), self._window.frame.notices
        for one in notices.findChildren(QWidget, "notice") if told else []:
            if one.property("text") == told:
                notices.remove(one)
