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
from kano_app.ui.widgets.card import Card, button, label, row
from kano_app.ui.widgets.results_look import OverviewDelegate
from kano_app.ui.widgets.table_view import TableView, footnotes
from kano_app.wording.literal import shortened
from kano_app.wording.study import people_and_features

_KEYS = [column.key for column in COLUMNS]
_FIXED = "name"
_WIDE_ENOUGH = 440
_YIELDS = "evidence"
"""The column that gives way to the others where they have no room; its words stand in the tab of stability, too."""
_NAMES = 96
"""Pixels that names keep beside what is seen at all times."""
_TWO_LINES = 136
"""Pixels that most names need in two lines: for these the names of categories give way to their letters."""
_LONGEST = 40
"""Characters of what was looked for that are said again."""
_ROW = 40
"""High enough for a name in two lines."""


class OverviewView(TableView):
    """The overview with a choice of columns."""

    shown_keys: ClassVar[set[str]] = {"name", "category", "evidence", "split", "better", "worse"}
    """For all studies and languages, until the program ends."""
    wanted: ClassVar[set[str]] = set()
    """Columns that somebody asked for: those give way to nothing."""
    squeezable: ClassVar[Mapping[str, int]] = {"category": 48, "split": 64}
    least_text: ClassVar[int] = _TWO_LINES

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
            action.setChecked(not self.isColumnHidden(_KEYS.index(column.key)))
            action.setEnabled(column.key != _FIXED)
            action.toggled.connect(lambda on, key=column.key: self._choose(key, on=on))
        return menu

    def _choose(self, key: str, *, on: bool) -> None:
        (self.shown_keys.add if on else self.shown_keys.discard)(key)
        (self.wanted.add if on else self.wanted.discard)(key)
        self.show_columns()

    def _fit_columns(self) -> None:
        """Hide what may give way where the others have no room."""
        if _YIELDS in self.shown_keys - self.wanted and not self._by_hand:
            place = _KEYS.index(_YIELDS)
            self._fitting = True
            self.setColumnHidden(place, self.viewport().width() < self._least() + self._least_of(place))
            self._fitting = False
        super()._fit_columns()
        self._letters_only()
        self._no_wider()

    def _letters_only(self) -> None:
        """Name all categories by their letters where one name has no room, and give the rest to the features."""
        place, name = _KEYS.index("category"), _KEYS.index(_FIXED)
        left = self.columnWidth(place) - self._least_of(place)
        if self._by_hand or self.isColumnHidden(place) or left <= 0:
            return
        if self.columnWidth(place) < self._needed.get(place, 0):
            self._fitting = True
            self.setColumnWidth(place, self._least_of(place))
            self.setColumnWidth(name, self.columnWidth(name) + left)
            self._fitting = False

    def _no_wider(self) -> None:
        """Let names give way before anything has to be scrolled to."""
        name, over = _KEYS.index(_FIXED), self.horizontalHeader().length() - self.viewport().width()
        if over > 0 and not self._by_hand:
            self._fitting = True
            self.setColumnWidth(name, max(self.columnWidth(name) - over, _NAMES))
            self._fitting = False

    def _least(self) -> int:
        """Return the width that all columns but the one that may give way need."""
        places = [_KEYS.index(key) for key in self.shown_keys if key not in {_YIELDS, _FIXED}]
        return _NAMES + sum(map(self._least_of, places))

    def _least_of(self, place: int) -> int:
        if place not in self._needed:
            self._needed[place] = max(self._heading_width(place), self.sizeHintForColumn(place))
        key, heading = _KEYS[place], self._heading_width(place)
        return max(self.squeezable[key], heading) if key in self.squeezable else self._needed[place]

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
        self.filter.textChanged.connect(self._look_for)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.filter)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.filter.clear)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)
        self._columns = self._tool("columns-3", tr("Columns"), self._ask_columns)
        self._copy = self._tool("copy", tr("Copy the table"), self.view.copy_all)
        self.body.setContentsMargins(12, 10, 12, 8)
        self.body.addWidget(row(self.size_label, None, self.filter, self._columns, self._copy))
        self.notes = label("", "muted", wrap=True)
        self.notes.hide()  # without a parent yet, a visible label would be a window of its own
        self.nothing = label("", "muted", wrap=True)
        clear = button(tr("Clear the filter"), self.clear_filter, "link")
        self.none = row(self.nothing, clear, None)
        self.none.hide()
        self.body.addWidget(self.none)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.notes)

    def put(self, analysis: Analysis) -> None:
        """Show results."""
        self._ids = [result.feature.id for result in analysis.features]
        self.size_label.setText(people_and_features(analysis.survey, self._context.language))
        table = overview_table(analysis)
        self.view.put(table)
        told = footnotes(table, self._context.language)
        self.notes.setText(told)
        self.notes.setVisible(bool(told))
        self._say_nothing()

    def clear_filter(self) -> None:
        """Show all rows again."""
        self.filter.clear()
        self.filter.setFocus()

    def _look_for(self, text: str) -> None:
        self.view.look_for(text)
        self._say_nothing()

    def _say_nothing(self) -> None:
        """Say so where no row has the text that is looked for."""
        text = " ".join(self.filter.text().split())
        is_none = bool(text) and not self.view.proxy.rowCount()
        self.nothing.setText(self._context.tr("Nothing here contains “{text}”.", text=shortened(text, _LONGEST)))
        self.none.setVisible(is_none)

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
