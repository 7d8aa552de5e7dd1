"""Check it by hand: the working of the selected feature under table and chart."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.charts.palette import mark
from kano_app.domain.evidence import Answers
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import GAP, Card, button, label
from kano_app.ui.widgets.marks import mark_pixmap
from kano_app.ui.widgets.results_cut import MiddleCut
from kano_app.ui.widgets.results_formula import Line, flipped_lines, voice_lines, working_lines
from kano_app.ui.widgets.results_grid import PairGrid
from kano_app.ui.widgets.results_panel import Scrolled
from kano_app.wording.categories import category_name
from kano_app.wording.figures import blank_reason
from kano_app.wording.sureness import sureness_text

STRIP = 52
"""Height of the card when it is closed."""
_MARK = 14


class Working(Card):
    """The counts, formulas and doubts of one feature; closed it is a strip with its name."""

    toggled = Signal(bool)
    """Whether it was opened."""

    def __init__(self, context: Context, compare: Callable[[str], None]) -> None:
        """Make it open; ``compare`` turns to the camps of a feature."""
        super().__init__()
        self._context, self._feature = context, ""
        tr = context.tr
        self.toggle = QToolButton()
        self.toggle.setProperty("role", "link")
        self.toggle.setIconSize(QSize(16, 16))
        self.toggle.clicked.connect(lambda _=False: self.open(not self.is_open))
        self.picture = QLabel()
        self.name = MiddleCut("heading")
        self.verdict = label("", "muted")
        self.camps = button(
            tr("Compare the camps"),
            lambda: compare(self._feature),
            tip=tr("How those who put it into its most frequent category differ from those of the second."),
        )
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        for widget, stretch in (
            (self.toggle, 0),
            (self.picture, 0),
            (self.name, 1),
            (self.verdict, 0),
            (self.camps, 0),
        ):
            line.addWidget(widget, stretch)
        self.inside = QWidget()
        beside = QHBoxLayout(self.inside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(3 * GAP)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        self.grid = PairGrid(context)
        self.no_grid = label("", "muted", wrap=True)
        self.no_grid.setFixedWidth(200)
        column.addWidget(self.grid)
        column.addWidget(self.no_grid)
        column.addStretch(1)
        self.text = Scrolled()
        self.lines = QGridLayout()
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setHorizontalSpacing(2 * GAP)
        self.lines.setVerticalSpacing(6)
        self.lines.setColumnStretch(1, 1)
        self.text.column.addLayout(self.lines)
        self.text.column.addStretch(1)
        beside.addWidget(left)
        beside.addWidget(self.text, 1)
        self.body.setContentsMargins(GAP, 8, 12, 8)
        self.body.setSpacing(6)
        self.body.addWidget(head)
        self.body.addWidget(self.inside, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._told: list[Line] = []
        self.is_open: bool = True
        self.open(True)

    def open(self, on: bool) -> None:  # noqa: FBT001 - what a toggle says
        """Show the working, or only the strip."""
        changed, self.is_open = on is not self.is_open, on
        self.inside.setVisible(on)
        self.setMaximumHeight(16777215 if on else STRIP)
        self.setMinimumHeight(self.wanted)
        tr = self._context.tr
        told = tr("Hide the working") if on else tr("Check it by hand")
        self.toggle.setIcon(self._context.icon("chevron-down" if on else "chevron-up"))
        self.toggle.setToolTip(told)
        self.toggle.setAccessibleName(told)
        if changed:
            self.toggled.emit(on)

    @property
    def wanted(self) -> int:
        """Return the height it wants at least: of its head, and of the whole grid where it is open."""
        return STRIP + self.grid.height() + self.body.spacing() + GAP if self.is_open else STRIP

    def put(self, analysis: Analysis, feature: str) -> None:
        """Show the working of a feature."""
        places = {one.feature.id: place for place, one in enumerate(analysis.features)}
        if feature not in places:
            return
        self._feature, place = feature, places[feature]
        result = analysis.features[place]
        self._head(result)
        self.camps.setVisible(isinstance(analysis.survey.evidence, Answers) and len(analysis.features) > 1)
        if analysis.tally is not None:
            self.grid.put(analysis.tally.counts[place].tolist(), analysis.settings.table)
        self.grid.setVisible(analysis.tally is not None)
        self.no_grid.setVisible(analysis.tally is None)
        self.no_grid.setText(blank_reason(Blank.NEEDS_PAIRS, self._context.language))
        lines = working_lines(self._context, result)
        flipped = next((one for one in analysis.flipped if one.feature.id == feature), None)
        if flipped is not None:
            lines += flipped_lines(self._context, flipped)
        self._say([*lines, *voice_lines(self._context, analysis, place)])

    def told(self) -> str:
        """Return what is shown, as text."""
        return "\n".join(f"{line.heading}: {line.text}" for line in self._told)

    def _head(self, result: FeatureResult) -> None:
        words, category = self._context.language, result.category
        self.name.setText(result.feature.name)
        self.picture.setPixmap(mark_pixmap(mark(category), _MARK, 2.0))
        self.picture.setVisible(category is not None)
        stable = result.stability
        told = "" if category is None else category_name(category, words)
        if category is not None and not isinstance(stable, Blank):
            told += f" · {sureness_text(stable, words)}"
        self.verdict.setText(told)

    def _say(self, lines: list[Line]) -> None:
        self._told = lines
        while len(self._rows) < len(lines):
            heading, text = label("", "muted"), label("", wrap=True, selectable=True)
            text.setTextFormat(Qt.TextFormat.RichText)
            top = Qt.AlignmentFlag.AlignTop
            self.lines.addWidget(heading, len(self._rows), 0, top)
            self.lines.addWidget(text, len(self._rows), 1, top)
            self._rows.append((heading, text))
        for place, (heading, text) in enumerate(self._rows):
            is_used = place < len(lines)
            heading.setVisible(is_used)
            text.setVisible(is_used)
            if is_used:
                heading.setText(lines[place].heading)
                text.setText(lines[place].rich(self._context.colours.muted))
