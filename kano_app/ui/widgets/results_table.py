"""The table of results: which columns are shown is chosen at its heading, and remembered until the program ends."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton

from kano_app.analysis import Analysis
from kano_app.tables import Table, overview_table
from kano_app.tables.overview import COLUMNS
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, label, row
from kano_app.ui.widgets.results_look import OverviewDelegate
from kano_app.ui.widgets.table_view import TableView
from kano_app.wording.study import people_and_features

_KEYS = [column.key for column in COLUMNS]
_FIXED = "name"
_WIDE_ENOUGH = 400
_ROW = 40
"""High enough for a name in two lines."""


class OverviewView(TableView):
    """The overview with a choice of columns."""

    shown_keys: ClassVar[set[str]] = {"name", "category", "evidence", "split", "better", "worse"}
    """For all studies and languages, until the program ends."""
    squeezable: ClassVar[Mapping[str, int]] = {"split": 64}

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        self._context = context
        super().__init__(context, Table("overview", "Results", COLUMNS, ()))
        intervals = {
            _KEYS.index("better"): _KEYS.index("better_interval"),
            _KEYS.index("worse"): _KEYS.index("worse_interval"),
        }
        self.setItemDelegate(OverviewDelegate(self, context.colours, intervals))
        self.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().customContextMenuRequested.connect(
            lambda place: self.column_menu().exec(self.horizontalHeader().mapToGlobal(place))
        )
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.show_columns()

    def show_columns(self) -> None:
        """Show the chosen columns."""
        for place, key in enumerate(_KEYS):
            self.setColumnHidden(place, key not in self.shown_keys)
        self._by_hand = False
        self.fit()

    def column_menu(self) -> QMenu:
        """Return the menu that chooses columns."""
        menu = QMenu(self)
        for column in COLUMNS:
            action = menu.addAction(self._context.tr(column.heading))
            action.setCheckable(True)
            action.setChecked(column.key in self.shown_keys)
            action.setEnabled(column.key != _FIXED)
            action.toggled.connect(lambda on, key=column.key: self._choose(key, on=on))
        return menu

    def _choose(self, key: str, *, on: bool) -> None:
        (self.shown_keys.add if on else self.shown_keys.discard)(key)
        self.show_columns()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to copy."""
        menu = QMenu(self)
        menu.addAction(self._context.icon("copy"), self._context.tr("Copy the selected row"), self.copy)
        menu.addAction(self._context.icon("copy"), self._context.tr("Copy the table"), self.copy_all)
        menu.exec(event.globalPos())


class ResultsTable(Card):
    """The overview with its size, a filter, the choice of columns and copy."""

    picked = Signal(str)
    """The id of the feature that was selected."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context = context
        self._ids: list[str] = []
        tr = context.tr
        self.view = OverviewView(context)
        self.view.chosen.connect(self._chosen)
        self.size_label = label("", "heading")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Show only rows with this text"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(70)
        self.filter.setMaximumWidth(180)
        self.filter.textChanged.connect(self.view.look_for)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)
        self._columns = self._tool("columns-3", tr("Columns"), self._ask_columns)
        self._copy = self._tool("copy", tr("Copy the table"), self.view.copy_all)
        self.body.setContentsMargins(12, 10, 12, 8)
        self.body.addWidget(row(self.size_label, None, self.filter, self._columns, self._copy))
        self.body.addWidget(self.view, 1)

    def put(self, analysis: Analysis) -> None:
        """Show results."""
        self._ids = [result.feature.id for result in analysis.features]
        self.size_label.setText(people_and_features(analysis.survey, self._context.language))
        self.view.put(overview_table(analysis))

    def choose(self, feature: str) -> None:
        """Select a feature."""
        if feature in self._ids:
            self.view.choose(self._ids.index(feature))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the size its room: copying is in the menu of the table, too."""
        super().resizeEvent(event)
        self._copy.setVisible(self.width() >= _WIDE_ENOUGH)

    def _chosen(self, place: int) -> None:
        if place < len(self._ids):
            self.picked.emit(self._ids[place])

    def _ask_columns(self) -> None:
        self.view.column_menu().exec(self._columns.mapToGlobal(QPoint(0, self._columns.height())))

    def _tool(self, icon: str, name: str, act: Callable[[], object]) -> QToolButton:
        found = QToolButton()
        found.setIcon(self._context.icon(icon))
        found.setToolTip(name)
        found.setAccessibleName(name)
        found.clicked.connect(lambda _=False: act())
        return found
