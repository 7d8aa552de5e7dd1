"""The sections of the report: a preset or one's own choice, and beside each the page on which it begins."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QLabel, QPushButton, QSizePolicy

from kano_app.domain.settings import Preset, Section, preset_of
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label, row
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.report_choosing import choose
from kano_app.ui.widgets.report_outline import Part, begins, told
from kano_app.ui.widgets.report_words import preset_name, section_name, why_empty
from kano_app.ui.widgets.tips import plain_tip

_INDENT = 28
_LINK = 36


class _Tick(QCheckBox):
    """A box whose Enter shows the page of its section; a name too long for its place is shortened."""

    def __init__(self, text: str, show: Callable[[], None]) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._name, self._show = text, show
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as much of the name as there is room for."""
        super().resizeEvent(event)
        room = self.width() - _INDENT - 4
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Show the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show()
        else:
            super().keyPressEvent(event)


class Sections(Card):
    """Presets, and a box for each section, with its page as a link."""

    def __init__(self, context: Context, show_page: Callable[[int], None]) -> None:
        """Make them; what the sections hold is told later."""
        super().__init__(context.tr("Sections"))
        self._context, self._show_page = context, show_page
        self._parts: tuple[Part, ...] = ()
        self._headings: tuple[tuple[str, int], ...] = ()
        self.begins: Mapping[Section, int] = {}
        """The page of each section that is in the report, counted from 0."""
        self.presets = self._make_presets()
        self.body.addWidget(row(*self.presets.values(), None, spacing=GAP // 2))
        self.ticks: dict[Section, QCheckBox] = {}
        self.pages: dict[Section, QPushButton] = {}
        self.reasons: dict[Section, QLabel] = {}
        lines = QGridLayout()
        lines.setVerticalSpacing(0)
        lines.setHorizontalSpacing(0)
        lines.setColumnStretch(0, 1)
        for place, section in enumerate(Section):
            self._make_line(section, lines, 2 * place)
        self.body.addLayout(lines)
        self.refresh()

    @property
    def is_known(self) -> bool:
        """Whether it was found out what the sections hold."""
        return bool(self._parts)

    @property
    def count(self) -> int:
        """How many sections the report has."""
        left_out = self._context.project.report.left_out
        empty = {part.section for part in self._parts if part.is_empty}
        return sum(one not in left_out and one not in empty for one in Section)

    def put(self, parts: tuple[Part, ...]) -> None:
        """Tell what the sections hold."""
        self._parts = parts
        self._find_pages()
        self.refresh()

    def put_headings(self, headings: tuple[tuple[str, int], ...]) -> None:
        """Tell the bookmarks of the report as it is now."""
        self._headings = headings
        self._find_pages()
        self.refresh()

    def refresh(self) -> None:
        """Show the choices as they are now."""
        report, read_only = self._context.project.report, self._context.document.read_only
        current = preset_of(report.left_out)
        for preset, one in self.presets.items():
            one.setChecked(preset is current)
            one.setEnabled(not read_only if preset is not None else current is None)
        parts = {part.section: part for part in self._parts}
        for section, tick in self.ticks.items():
            tick.setChecked(section not in report.left_out)
            tick.setEnabled(not read_only)
            self._say(section, parts.get(section))
        say_why(self._context, *self.ticks.values(), *self.presets.values())

    def _make_presets(self) -> dict[Preset | None, QPushButton]:
        group, found = QButtonGroup(self), dict[Preset | None, QPushButton]()
        for preset in (Preset.FULL, Preset.ONE_PAGE, None):
            one = button(preset_name(preset, self._context.language), partial(self._preset, preset), "tab")
            one.setCheckable(True)
            group.addButton(one)
            found[preset] = one
        found[None].setToolTip(self._context.tr("Tick or untick sections to make a choice of your own."))
        return found

    def _make_line(self, section: Section, lines: QGridLayout, place: int) -> None:
        name = section_name(section, self._context.language)
        tick = _Tick(name, lambda: self._turn(section))
        tick.clicked.connect(lambda on: self._tick(section, on=on))
        page = button("", lambda: self._turn(section), "link")
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter on the box does the same
        page.setFixedWidth(_LINK)
        page.setStyleSheet("text-align: right; padding: 2px 4px; border: none;")
        reason = label("", "muted", wrap=True)
        reason.setContentsMargins(_INDENT, 0, 0, 4)
        self.ticks[section], self.pages[section], self.reasons[section] = tick, page, reason
        lines.addWidget(tick, place, 0)
        lines.addWidget(page, place, 1)
        lines.addWidget(reason, place + 1, 0, 1, 2)

    def _find_pages(self) -> None:
        self.begins = begins(self._parts, self._context.project.report.left_out, self._headings)

    def _say(self, section: Section, part: Part | None) -> None:
        context, tick, link = self._context, self.ticks[section], self.pages[section]
        is_in = section not in context.project.report.left_out
        page = self.begins.get(section) if is_in else None
        reason = self.reasons[section]
        is_empty = part is not None and part.is_empty and is_in
        reason.setVisible(is_empty)
        if is_empty:
            reason.setText(context.tr("Empty and so left out: {reason}", reason=why_empty(section, context.language)))
        said = reason.text() if is_empty else told(part, context.language) if part is not None else ""
        if page is not None:
            link.setText(context.language.number(page + 1))
            shows = context.tr("Show page {n}", n=context.language.number(page + 1))
            link.setToolTip(shows)
            link.setAccessibleName(shows)
            said = " · ".join(one for one in (said, context.tr("Enter shows page {n}", n=link.text())) if one)
        link.setVisible(page is not None)
        tick.setToolTip(plain_tip(said) if said else "")
        tick.setAccessibleDescription(said)

    def _turn(self, section: Section) -> None:
        page = self.begins.get(section)
        if page is not None and section not in self._context.project.report.left_out:
            self._show_page(page)

    def _preset(self, preset: Preset | None) -> None:
        if preset is not None:
            name = preset_name(preset, self._context.language)
            choose(
                self._context,
                N_("Choose the sections of “{preset}”"),
                left_out=preset.left_out,
                words={"preset": name},
            )
        self.refresh()

    def _tick(self, section: Section, *, on: bool) -> None:
        left_out = set(self._context.project.report.left_out) ^ {section}
        message = N_("Put “{section}” into the report") if on else N_("Leave “{section}” out of the report")
        name = section_name(section, self._context.language)
        choose(
            self._context,
            message,
            left_out=tuple(one for one in Section if one in left_out),
            words={"section": name},
        )
