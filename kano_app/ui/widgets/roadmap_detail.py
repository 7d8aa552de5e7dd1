"""The selected feature: why it stands where it does, in full, and what can be said of its work."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from kano_app.analysis import Blank
from kano_app.charts.palette import mark
from kano_app.domain import edits
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.i18n import N_
from kano_app.roadmap import RoadmapItem
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label
from kano_app.ui.widgets.field import Field
from kano_app.ui.widgets.marks import mark_pixmap
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.roadmap_fields import AmountField
from kano_app.ui.widgets.roadmap_words import breakable
from kano_app.wording.categories import horizon_name
from kano_app.wording.effort import effort_heading
from kano_app.wording.reasons import reason_text

_MARK = 14
PLACES = (*RELEASES, Horizon.NOT_PLANNED)
"""Where a menu offers to put a feature."""


@dataclass(frozen=True, slots=True)
class Doings:
    """What can be done with a feature."""

    move: Callable[[str, Horizon], None]
    by_rule: Callable[[str], None]
    close: Callable[[], None]


def place_menu(context: Context, item: RoadmapItem, doings: Doings, parent: QWidget) -> QMenu:
    """Return the menu of a feature: the other places, back to the rule, its figures."""
    tr, feature = context.tr, item.result.feature.id
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for horizon in PLACES:
        place = horizon_name(horizon, context.language)
        told = tr("Move to {place}…", place=place) if horizon in RELEASES else tr("Move to “{place}”…", place=place)
        action = QAction(told.replace("&", "&&"), menu)
        action.setEnabled(horizon is not item.horizon and not context.document.read_only)
        action.triggered.connect(lambda _=False, horizon=horizon: doings.move(feature, horizon))
        menu.addAction(action)
    if item.is_by_hand:
        back = menu.addAction(context.icon("undo-2"), tr("Back to where the rule puts it"))
        back.triggered.connect(lambda _=False: doings.by_rule(feature))
        back.setEnabled(not context.document.read_only)
    menu.addSeparator()
    results = menu.addAction(context.icon("chart-scatter"), tr("Show its figures"))
    results.triggered.connect(lambda _=False: _show_figures(context, feature))
    return menu


class Detail(Card):
    """The whole of one feature's place."""

    def __init__(self, context: Context, doings: Doings) -> None:
        """Make it, hidden until a feature is shown."""
        super().__init__()
        self._context, self._doings = context, doings
        self._item: RoadmapItem | None = None
        tr = context.tr
        self._mark, self._name = QLabel(), label("", "heading", wrap=True)
        close = QToolButton()
        close.setIcon(context.icon("x"))
        close.setProperty("role", "link")
        close.setAccessibleName(tr("Close"))
        close.setToolTip(tr("Close"))
        close.clicked.connect(self._close)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self._rank = label("", "smallmuted", wrap=True)
        self.why = label("", wrap=True, selectable=True)
        self._after = label("", "smallmuted", wrap=True)
        for widget in (self._rank, self.why, self._after):
            self.body.addWidget(widget)
        self._make_fields()
        self.body.addLayout(self._form)
        self.back = button(tr("Back to where the rule puts it"), self._by_rule, "link")
        self.move_to = QPushButton(tr("Move to…"))
        self.move_to.clicked.connect(self._menu)
        self.figures = button(tr("Show its figures"), self._figures, "link")
        self.body.addWidget(self.back)
        line = QHBoxLayout()
        line.addWidget(self.move_to)
        line.addWidget(self.figures)
        line.addStretch(1)
        self.body.addLayout(line)
        self.hide()

    def _make_fields(self) -> None:
        context, tr = self._context, self._context.tr
        self.effort = AmountField(context, tr("Effort"), may_be_empty=True)
        self.effort.setPlaceholderText(tr("not given"))
        self.effort.chosen.connect(self._effort)
        self.owner, self.reason = Field(), Field()
        self.owner.textEdited.connect(self._owner)
        self.reason.textEdited.connect(self._reason)
        self.reason.setMaxLength(500)
        self._form = QFormLayout()
        self._form.setSpacing(GAP)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = ((tr("Effort"), self.effort), (tr("Owner"), self.owner), (tr("By hand"), self.reason))
        for name, field in rows:
            field.setAccessibleName(name)
            told = label(name, "muted")
            self._form.addRow(told, field)
            if field is self.effort:
                self._effort_told = told
                self._form.addRow(self.effort.told)
        self.reason.setAccessibleName(tr("Reason for the place set by hand"))
        self.reason.setPlaceholderText(tr("no reason given"))

    @property
    def feature(self) -> str:
        """The feature that is shown, or nothing."""
        return "" if self._item is None else self._item.result.feature.id

    def show_item(self, item: RoadmapItem | None, after: str) -> None:
        """Show a feature as it is planned."""
        self._item = item
        self.setVisible(item is not None)
        if item is None:
            return
        language = self._context.language
        self._mark.setPixmap(mark_pixmap(mark(item.result.category), _MARK, self.devicePixelRatioF()))
        self._name.setText(breakable(item.result.feature.name))
        self._rank.setText(self._rank_text(item))
        why = reason_text(item.reasons, language)
        if self.why.text() != why:
            self.why.setText(why)
        self._after.setText(after)
        self._after.setVisible(bool(after))
        by_hand = item.is_by_hand
        self._form.setRowVisible(self.reason, by_hand)
        self.back.setVisible(by_hand)
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says of the feature, without touching what is being typed."""
        if self._item is None:
            return
        plan, read_only = self._context.project.plan, self._context.document.read_only
        work = plan.item(self.feature)
        self.effort.put(work.effort, self.feature)
        unit = self._context.project.planning.effort_unit
        self._effort_told.setText(effort_heading(unit, self._context.language))
        reason = next((one.reason for one in plan.overrides if one.feature == self.feature), "")
        for field, text in ((self.owner, work.owner), (self.reason, reason)):
            if field.text() != text:
                field.setText(text)
        for one in (self.effort, self.owner, self.reason):
            one.setReadOnly(read_only)
        for control in (self.move_to, self.back):
            control.setEnabled(not read_only)
        say_why(self._context, self.effort, self.owner, self.reason, self.move_to, self.back)

    def _rank_text(self, item: RoadmapItem) -> str:
        context, number = self._context, self._context.language.number
        if isinstance(item.rank_interval, Blank):
            return context.tr("Rank {rank}", rank=number(item.rank))
        low, high = (number(one) for one in item.rank_interval)
        if low == high:
            return context.tr("Rank {rank}, always {low} over resamples", rank=number(item.rank), low=low)
        return context.tr(
            "Rank {rank}, between {low} and {high} over resamples", rank=number(item.rank), low=low, high=high
        )

    def _effort(self, value: float | None) -> None:
        feature = self.feature
        self._context.apply(
            N_("Change the effort of “{name}”"),
            lambda project: edits.change_work(project, feature, effort=value),
            f"effort {feature}",
            name=self._said(),
        )

    def _owner(self, text: str) -> None:
        feature = self.feature
        self._context.apply(
            N_("Change the owner of “{name}”"),
            lambda project: edits.change_work(project, feature, owner=text),
            f"owner {feature}",
            name=self._said(),
        )

    def _reason(self, text: str) -> None:
        feature = self.feature
        place = next((one.horizon for one in self._context.project.plan.overrides if one.feature == feature), None)
        if place is not None:
            self._context.apply(
                N_("Change the reason for the place of “{name}”"),
                lambda project: edits.place_by_hand(project, feature, place, text),
                f"reason {feature}",
                name=self._said(),
            )

    def _close(self) -> None:
        self._doings.close()

    def _by_rule(self) -> None:
        self._doings.by_rule(self.feature)

    def _figures(self) -> None:
        _show_figures(self._context, self.feature)

    def _menu(self) -> None:
        if self._item is not None:
            menu = place_menu(self._context, self._item, self._doings, self)
            menu.popup(self.move_to.mapToGlobal(self.move_to.rect().bottomLeft()))

    def _said(self) -> str:
        return "" if self._item is None else self._item.result.feature.name


def _show_figures(context: Context, feature: str) -> None:
    context.window.select(feature)
    context.window.go("results")
