"""Traits and what is left out: columns to be ticked or not, and rows that can be read after all."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem

from kano_app.domain.mapping import Layout, MappedColumn, Role, RowRule
from kano_app.domain.problem import Code
from kano_app.ui.context import Context
from kano_app.ui.importing.choice import frame_list
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.part import Part
from kano_app.ui.importing.words import column_name
from kano_app.ui.widgets.card import label
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.literal import visible
from kano_app.wording.mapping import left_out_reason

_ROW, _MOST = 32, 8
_POSITION = Qt.ItemDataRole.UserRole


class ColumnList(QListWidget):
    """Columns that are ticked or not; as high as they need up to a point."""

    def __init__(self, context: Context, name: str) -> None:
        """Show none."""
        super().__init__()
        frame_list(self, context.colours)
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def put(self, columns: Sequence[tuple[MappedColumn, str]], *, ticked: bool) -> None:
        """Show columns, each with what is said of it."""
        self.blockSignals(True)
        at = self.currentRow()
        self.clear()
        for one, told in columns:
            name = column_name(one.position, one.heading)
            item = QListWidgetItem(f"{name}  ({told})" if told else name)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setData(_POSITION, one.position)
            item.setToolTip(plain_tip(f"{visible(one.heading)}\n{told}"))
            item.setSizeHint(QSize(0, _ROW))
            self.addItem(item)
        self.setCurrentRow(min(max(at, 0), self.count() - 1))
        if not self.hasFocus():
            self.clearSelection()
        self.setFixedHeight(min(len(columns), _MOST) * _ROW + 10)
        self.blockSignals(False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show which line a key goes to."""
        super().focusInEvent(event)
        if self.currentItem() is not None:
            self.currentItem().setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show it no more."""
        super().focusOutEvent(event)
        self.clearSelection()


class ColumnsPart(Part):
    """What is known of people, and what is not taken."""

    def __init__(self, context: Context, draft: Draft) -> None:
        """Show the columns of the present step."""
        super().__init__(context, draft, context.tr("Beside the answers"))
        tr = context.tr
        self.who = label("", wrap=True)
        self._traits_told = label(tr("Traits of people, by which groups can be compared"), "muted", wrap=True)
        self.traits = ColumnList(context, tr("Traits of people"))
        self._left_told = label(tr("Left out; tick what is to be read as a trait"), "muted", wrap=True)
        self.left_out = ColumnList(context, tr("Left out"))
        self._rows_told = label(tr("Rows left out; tick what is to be read"), "muted", wrap=True)
        for widget in (self.who, self._traits_told, self.traits, self._left_told, self.left_out, self._rows_told):
            self.body.addWidget(widget)
        self.rules: dict[RowRule, QCheckBox] = {}
        self.traits.itemChanged.connect(self._leave_out)
        self.left_out.itemChanged.connect(self._take)

    def follow(self) -> None:
        """Show what every other column is."""
        mapping, context = self.mapping, self.context
        has_people = mapping.layout in {Layout.WIDE, Layout.LONG}
        who = next((one for one in mapping.of(Role.RESPONDENT)), None)
        self.who.setVisible(has_people and who is not None)
        if who is not None:
            self.who.setText(
                context.tr(
                    "Who answered stands in {column}. Only a hash of it is kept, to find people who answered twice.",
                    column=column_name(who.position, who.heading),
                )
            )
        traits = [(one, "") for one in mapping.of(Role.TRAIT)]
        out = [
            (one, "" if one.reason == "not-mapped" else left_out_reason(one.reason, context.language))
            for one in mapping.of(Role.LEFT_OUT)
        ]
        for shown, told, columns, ticked in (
            (self.traits, self._traits_told, traits, True),
            (self.left_out, self._left_told, out, False),
        ):
            shown.put(columns, ticked=ticked)
            shown.setVisible(bool(columns))
            told.setVisible(bool(columns))
        self._left_told.setText(
            context.tr("Left out; tick what is to be read as a trait") if has_people else context.tr("Left out")
        )
        self._follow_rules()
        self.setVisible(bool(traits or out or who or self.rules))

    def refresh(self) -> None:
        """Show how many rows were left out."""
        counts: dict[tuple[str, str], int] = {}
        for one in self.draft.reading.problems:
            if one.code is Code.ROWS_LEFT_OUT and isinstance(one.facts.get("count"), int):
                counts[str(one.facts.get("reason", "")), one.column] = int(str(one.facts["count"]))
        tr, shown = self.context.tr, 0
        for rule, box in self.rules.items():
            words = {
                "preview": tr("Previews and tests"),
                "unfinished": tr("Not finished"),
                "total": tr("Totals and means"),
                "legend": tr("Explanations of the scale"),
            }
            text = words.get(rule.reason, tr("Left out by hand"))
            count = counts.get((rule.reason, rule.heading), 0)
            is_on = rule in self.mapping.left_out_rows
            box.setVisible(not is_on or count > 0)
            if count and is_on:
                text = self.context.ntr("{what}: {n} row", "{what}: {n} rows", count, what=text)
            shown += box.isVisibleTo(self)
            box.setText(f"{text} ({column_name(rule.position, rule.heading)})".replace("&", "&&"))
        self._rows_told.setVisible(shown > 0)

    def _follow_rules(self) -> None:
        known = dict.fromkeys((*self.draft.guess.mapping.left_out_rows, *self.mapping.left_out_rows))
        if list(known) != list(self.rules):
            for box in self.rules.values():
                box.setParent(None)
                box.deleteLater()
            self.rules = {rule: self._box(rule) for rule in known}
        for rule, box in self.rules.items():
            box.setChecked(rule not in self.mapping.left_out_rows)
        self.refresh()

    def _box(self, rule: RowRule) -> QCheckBox:
        box = QCheckBox()
        box.clicked.connect(lambda on, told=rule: self.draft.correct(self.mapping.with_rule(told, leaves_out=not on)))
        self.body.addWidget(box)
        return box

    def _leave_out(self, item: QListWidgetItem) -> None:
        self._change(item, Role.LEFT_OUT)

    def _take(self, item: QListWidgetItem) -> None:
        self._change(item, Role.TRAIT)

    def _change(self, item: QListWidgetItem, role: Role) -> None:
        position = int(item.data(_POSITION))
        # Later: the list is filled anew, and the item is still at work.
        QTimer.singleShot(0, self, lambda: self.draft.correct(self.mapping.with_role(position, role)))
