"""The revisions of a study: name the present state, look at an older one, restore it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from kano_app.i18n import N_
from kano_app.storage import ProjectFileError, Revision
from kano_app.ui.context import Context
from kano_app.ui.dialogs.base import Dialog
from kano_app.ui.dialogs.moments import moment_of
from kano_app.ui.models.table_model import Index
from kano_app.ui.storage_words import file_error_text
from kano_app.ui.widgets.card import Card, button, label, row

if TYPE_CHECKING:
    from kano_app.ui.main_window import MainWindow

_NAME = 1
_LONGEST = 200


def show_revisions(context: Context, window: "MainWindow") -> None:
    """Show the revisions of the study that is open."""
    RevisionsDialog(context, window).open()


class _Fixed(QStyledItemDelegate):
    """The column of dates, which nobody edits."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Make none."""
        del parent, option, index
        return None  # type: ignore[return-value] # as Qt wants it


class RevisionsDialog(Dialog):
    """A list of states, and what can be done with the one that is selected."""

    def __init__(self, context: Context, window: "MainWindow") -> None:
        """Show what is kept."""
        tr = context.tr
        super().__init__(
            context,
            window,
            tr("Revisions"),
            tr("Each opening of the study keeps one; keep the present state too before you try something out."),
        )
        self._window, self._document = window, context.document
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("Name of the present state"))
        self.note.setAccessibleName(tr("Name of the present state"))
        self.note.setMaxLength(_LONGEST)
        self.keep = button(tr("Keep"), self._keep, "primary")
        self.keep.setDefault(True)
        self.body.addWidget(row(self.note, self.keep))
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([tr("Date"), tr("Name")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(tr("Revisions"))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(lambda *_: self._follow())
        self.list.itemChanged.connect(self._renamed)
        self.list.setItemDelegateForColumn(0, _Fixed(self.list))
        card = Card()
        card.body.addWidget(self.list)
        self.body.addWidget(card, 1)
        self._question = label("", wrap=True)
        self._confirmed = button(tr("Forget"), self._forget)
        self._question.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        keep_it = button(tr("Keep it"), self._follow)
        for one in (self._confirmed, keep_it):
            one.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._asked = row(self._question, self._confirmed, keep_it)
        self.body.addWidget(self._asked)
        self._told = label("", "error", wrap=True)
        self._told.hide()
        self.body.addWidget(self._told)
        self.look = self._doing(tr("Look at it"), self._look, tr("Shows it read only, with a way back"))
        self.restore = self._doing(tr("Restore"), self._restore, tr("One step, which can be undone"))
        self.rename = self._doing(tr("Rename"), self._rename, tr("F2"))
        self.forget = self._doing(tr("Forget"), self._ask_to_forget, "")
        for place, one in enumerate((self.look, self.restore, self.rename, self.forget)):
            self.foot.insertWidget(place, one)
        self.add_close()
        self.resize(640, 480)
        self._fill()
        self.note.setFocus()

    def revisions(self) -> list[Revision]:
        """Return what is kept, the newest first."""
        return list(reversed(self._document.file.revisions()))

    def _fill(self, current: int | None = None) -> None:
        try:
            revisions = self.revisions()
        except ProjectFileError as error:
            self._fail(error)
            revisions = []
        self.list.blockSignals(True)
        self.list.clear()
        for revision in revisions:
            item = QTreeWidgetItem([moment_of(revision.made, self.context.language), self._name(revision)])
            item.setData(0, Qt.ItemDataRole.UserRole, revision)
            if not self._document.read_only:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addTopLevelItem(item)
            if revision.id == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        self._follow()

    def _name(self, revision: Revision) -> str:
        if revision.note:
            return revision.note
        is_opened = revision.id == self._document.file.opened
        return self.context.tr("as it was opened now") if is_opened else self.context.tr("on opening")

    def _chosen(self) -> Revision | None:
        item = self.list.currentItem()
        found = None if item is None else item.data(0, Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Revision) else None

    def _follow(self) -> None:
        """Offer what can be done with the one that is selected."""
        chosen, writes = self._chosen(), not self._document.read_only
        self._asked.hide()
        self.keep.setEnabled(writes)
        self.note.setEnabled(writes)
        self.look.setEnabled(chosen is not None and writes)
        self.restore.setEnabled(chosen is not None and writes)
        self.rename.setEnabled(chosen is not None and writes)
        opened = chosen is not None and chosen.id == self._document.file.opened
        self.forget.setEnabled(chosen is not None and writes and not opened)
        self.forget.setToolTip(
            self.context.tr("“Revert to opened” needs it until the study is closed") if opened else ""
        )

    def _keep(self) -> None:
        note = self.note.text().strip() or self.context.tr("kept by hand")
        self._try(lambda: self._fill(self._document.file.keep(note).id))
        self.note.clear()

    def _look(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._try(lambda: self._look_at(chosen))

    def _look_at(self, chosen: Revision) -> None:
        project = self._document.file.load(chosen.id)
        # Before the window takes over: it tells its own faults.
        self.accept()
        title = chosen.note or moment_of(chosen.made, self.context.language)
        self._window.studies.look_at(project, title)

    def _restore(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._try(lambda: self._restore_to(chosen))

    def _restore_to(self, chosen: Revision) -> None:
        project = self._document.file.load(chosen.id)
        date = moment_of(chosen.made, self.context.language)
        self.context.apply(N_("Restore the revision of {date}"), lambda _: project, date=date)
        undo = self.context.undo_of_this_step()
        self.accept()
        self._window.notify(
            self.context.tr("The study is as it was on {date}.", date=date),
            "info",
            undo,
        )

    def _rename(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.setFocus()
            self.list.editItem(item, _NAME)

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        revision = item.data(0, Qt.ItemDataRole.UserRole)
        note = item.text(_NAME).strip()[:_LONGEST]
        if column == _NAME and isinstance(revision, Revision) and note != self._name(revision):
            self._try(lambda: self._document.file.name(revision.id, note))
            self._fill(revision.id)

    def _ask_to_forget(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            date = moment_of(chosen.made, self.context.language)
            self._question.setText(self.context.tr("Forget the revision of {date} for good?", date=date))
            self._asked.show()
            self._confirmed.setFocus()

    def _forget(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._try(lambda: self._document.file.forget(chosen.id))
            self._fill()

    def _doing(self, text: str, act: Callable[[], None], tip: str) -> QPushButton:
        found = button(text, act, tip=tip)
        found.setAutoDefault(False)
        return found

    def _try(self, act: Callable[[], None]) -> None:
        self._told.hide()
        try:
            act()
        except ProjectFileError as error:
            self._fail(error)

    def _fail(self, error: ProjectFileError) -> None:
        self._told.setText(file_error_text(error, self.context.language))
        self._told.show()
