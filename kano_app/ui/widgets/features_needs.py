"""What a feature depends on: a small list of all the others, each with a box."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kano_app.domain import edits
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, label

_MANY = 12
"""Features from which on a search is worth its room."""
_ID = Qt.ItemDataRole.UserRole


class NeedsPopup(QFrame):
    """The list; each box is stored as it is set."""

    def __init__(self, context: Context, feature: str, parent: QWidget) -> None:
        """List what a feature may depend on."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("card")
        self._context, self._feature = context, feature
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addWidget(label(context.tr("Which features must stand first?"), "muted"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(context.tr("Search"))
        self.search.setAccessibleName(context.tr("Search"))
        self.search.textChanged.connect(self._look)
        self.list = QListWidget()
        self.list.setAccessibleName(context.tr("Depends on"))
        needs = context.project.plan.item(feature).depends_on
        others = [one for one in context.project.survey.features if one.id != feature]
        for one in others:
            item = QListWidgetItem(one.name, self.list)
            item.setData(_ID, one.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.id in needs else Qt.CheckState.Unchecked)
        self.list.setStyleSheet("QListWidget::item { padding: 5px 4px; }")
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._store)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        if not others:
            layout.addWidget(label(context.tr("There is no other feature yet."), "muted"))
            self.list.hide()
        self.search.setVisible(len(others) >= _MANY)
        self.search.installEventFilter(self)

    def open_at(self, place: QPoint, width: int) -> None:
        """Show the list under a cell, on the screen."""
        self.list.setFixedHeight(min(max(self.list.count(), 1), 9) * 28 + 8)
        self.setMinimumWidth(max(width, 300))
        self.adjustSize()
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(place.x(), room.right() - self.width())
        self.move(max(left, room.left()), min(place.y(), room.bottom() - self.height()))
        self.show()
        (self.search if self.search.isVisible() else self.list).setFocus()

    def _look(self, text: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _store(self, item: QListWidgetItem) -> None:
        ids = [self.list.item(row) for row in range(self.list.count())]
        chosen = [str(one.data(_ID)) for one in ids if one.checkState() is Qt.CheckState.Checked]
        before = self._context.project.plan.item(self._feature).depends_on
        needs = (*(one for one in before if one in chosen), *(one for one in chosen if one not in before))
        name = next(one.name for one in self._context.project.survey.features if one.id == self._feature)
        self._context.apply(
            N_("Dependencies of “{name}”"),
            lambda project: edits.change_work(project, self._feature, depends_on=needs),
            f"needs {id(self)}",
            name=name,
        )
        del item

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # noqa: N802 - Qt's name
        """Go from the search into the list by the arrow."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Close by Escape and by Enter."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
        else:
            super().keyPressEvent(event)
