"""The report as it will print: one page at once after a change, all of them soon after."""

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSpinBox, QVBoxLayout, QWidget

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.widgets.report_choosing import today
from kano_app.ui.widgets.report_files import pdf_of
from kano_app.ui.widgets.report_view import PageView, Zoom

if TYPE_CHECKING:
    from kano_app.report import Preview as SomePages

_SOON, _CALM = 20, 250
"""Milliseconds in which several changes become one page; and without a change until all pages are made."""
_QUICK = 1.0
"""Seconds up to which all pages are made at once where the page in sight is not the first."""
_PAGE, _ALL = "preview", "pages"
_MOST_TEXT = 4000


class Preview(QWidget):
    """The pages, with what turns and sizes them."""

    arrived = Signal()
    """All pages are those of the study as it is."""

    def __init__(self, context: Context) -> None:
        """Make it; pages come once it is refreshed."""
        super().__init__()
        self._context = context
        self._sources: tuple[object, ...] = ()
        """What the pages are made of, or are being made of."""
        self._took = 0.0
        self.view = PageView(context.colours, context.tr("Laying out the pages…"))
        self.page = QSpinBox()
        self.page.setKeyboardTracking(False)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setAccessibleName(context.tr("Page"))
        self.page.valueChanged.connect(lambda number: self.view.go_to(number - 1))
        self.zooms = self._zoom_buttons()
        self.told = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(row(self.page, self.told, None, *self.zooms.values(), spacing=GAP // 2))
        column.addWidget(self.view, 1)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._make_page)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._make_all)
        self.view.turned.connect(self._say_page)
        self._say_page()

    def refresh(self) -> None:
        """Make the pages anew, if what they are made of changed."""
        found = self._context.findings
        sources = (found.project, found.analysis, found.roadmap)
        if any(one is None for one in sources) or self._is_empty():
            self._sources = ()
            if self._is_empty():
                self.view.empty()
            return
        if found.is_stale:
            self.view.grey()
        if all(one is other for one, other in zip(sources, self._sources or (None,) * 3, strict=True)):
            return
        self._sources = sources
        self.view.grey()
        self._context.jobs.cancel(_ALL)
        self._calm.stop()
        self._soon.start()

    def turn_to(self, page: int) -> None:
        """Turn to a page, counted from 0."""
        self.view.go_to(page)

    def _is_empty(self) -> bool:
        project = self._context.project
        return not project.surveys or not project.survey.features

    def _zoom_buttons(self) -> dict[Zoom, QPushButton]:
        tr, group, found = self._context.tr, QButtonGroup(self), {}
        for zoom, name in ((Zoom.WIDTH, tr("Fit width")), (Zoom.PAGE, tr("Whole page")), (Zoom.FULL, tr("100 %"))):
            one = button(name, partial(self.view.set_zoom, zoom), "tab")
            one.setCheckable(True)
            one.setChecked(zoom is self.view.zoom)
            group.addButton(one)
            found[zoom] = one
        return found

    def _make_page(self) -> None:
        """Make the page in sight, which takes a few hundredths of a second where it is the first."""
        found, page = self._context.findings, self.view.current
        project, analysis, roadmap = found.project, found.analysis, found.roadmap
        if project is None or analysis is None or roadmap is None:
            return
        if page and self._took < _QUICK:
            self._make_all()
            return
        dated, total = _dated(project), self.view.pages if page else 0

        def make() -> "SomePages":
            from kano_app.report import preview  # noqa: PLC0415 - heavy libraries wait until they are needed

            return preview(dated, analysis, roadmap, page, 1, total)

        self._context.jobs.run(
            _PAGE, lambda _: make(), lambda made: self._put_page(page, made), found.failed.emit, owner=self
        )

    def _put_page(self, page: int, made: "SomePages") -> None:
        from kano_app.report.pages import Pages  # noqa: PLC0415

        if made.pdf:
            self.view.put_page(page, Pages(made.pdf))
            self._say_page()
        self._calm.start()

    def _make_all(self) -> None:
        found = self._context.findings
        project, analysis, roadmap = found.project, found.analysis, found.roadmap
        if project is None or analysis is None or roadmap is None:
            return
        dated, start = _dated(project), time.monotonic()

        def done(pdf: bytes) -> None:
            self._took = time.monotonic() - start
            self._put_all(pdf)

        self._context.jobs.run(
            _ALL, lambda progress: pdf_of(dated, analysis, roadmap, progress), done, found.failed.emit, owner=self
        )

    def _put_all(self, pdf: bytes) -> None:
        from kano_app.report.pages import Pages  # noqa: PLC0415

        self.view.put(Pages(pdf))
        self._say_page()
        self.arrived.emit()

    def _say_page(self, _page: int = 0) -> None:
        """Tell the page at hand, also to those who do not see it."""
        context, view, total = self._context, self.view, self.view.pages
        number = context.language.number
        self.page.blockSignals(True)
        self.page.setRange(1 if total else 0, total)
        self.page.setValue(view.current + 1 if total else 0)
        self.page.blockSignals(False)
        self.page.setEnabled(bool(total))
        self.told.setText(context.tr("of {n}", n=number(total)) if total else "")
        view.setAccessibleName(
            context.tr("Preview, page {page} of {n}", page=number(view.current + 1), n=number(total))
            if total
            else context.tr("Preview")
        )
        view.setAccessibleDescription(view.text()[:_MOST_TEXT] if total and self.isVisible() else "")


def _dated(project: Project) -> Project:
    """Return the project with the date that its report would get if it were written now."""
    if project.report.date is not None:
        return project
    return edits.choose_report(project, replace(project.report, date=today()))
