"""The page Features: what people are asked about, and how."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from kano_app.domain.problem import Code, Problem
from kano_app.domain.project import Project
from kano_app.roadmap.dependencies import without_cycles
from kano_app.ui.context import Context
from kano_app.ui.pages.page import Page
from kano_app.ui.widgets.answers_layout import uncut
from kano_app.ui.widgets.answers_told import WhyNot
from kano_app.ui.widgets.card import GAP, Card, button, empty_state, label, row
from kano_app.ui.widgets.features_panel import FeaturePanel
from kano_app.ui.widgets.features_table import FeaturesTable
from kano_app.wording.problems import message


class FeaturesPage(Page):
    """The page Features."""

    topic = "features"

    def __init__(self, context: Context) -> None:
        """Show the features of the latest survey."""
        super().__init__(context)
        self._begun = False
        self._shown: Project | None = None
        self._empty, self._content = QWidget(), QWidget()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(uncut(self._make_empty()))
        self.table = FeaturesTable(context)
        self.panel = FeaturePanel(context)
        self._stack.addWidget(self._make_content())
        self.table.chosen.connect(self._chosen)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.features.refused.connect(self._say)
        self.table.refused.connect(self.why_not.refuse)
        context.document.changed.connect(self._changed)
        self._follow(hidden=True)

    def main(self) -> QWidget | None:
        """Return the table."""
        return self.table

    def state(self) -> str:
        """Return how many features there are."""
        count = len(self._features)
        return self.context.ntr("{n} feature", "{n} features", count) if count else ""

    def select(self, feature: str) -> None:
        """Make the row of a feature current."""
        self.table.choose(feature)

    def shown(self) -> None:
        """Show the study as it is now."""
        self._follow()
        if self._stack.currentIndex() and not self.table.currentIndex().isValid():
            self.table.go_to(self.table.features.index(0, 0))

    @property
    def _features(self) -> tuple[object, ...]:
        surveys = self.context.project.surveys
        return surveys[-1].features if surveys else ()

    # making

    def _make_empty(self) -> QWidget:
        tr, run = self.context.tr, self.context.window.run
        return empty_state(
            self.context,
            "list",
            tr("No features yet"),
            tr(
                "Here stands what people are asked about, one row a feature. "
                "Type the names, paste them from a spreadsheet, or begin with a file."
            ),
            button(tr("Add the first feature"), self._begin, "primary"),
            button(tr("Import a features file…"), lambda: run("import_features")),
            button(tr("Import answers…"), lambda: run("import")),
        )

    def _make_content(self) -> QWidget:
        tr = self.context.tr
        self.heading = label("", "heading")
        self.add = button(tr("Add a feature"), self.table.add, "primary")
        self.up = self._tool("arrow-up", tr("Move up (Alt+Up)"), lambda: self.table.shift(-1))
        self.down = self._tool("arrow-down", tr("Move down (Alt+Down)"), lambda: self.table.shift(1))
        self.delete = self._tool("trash-2", tr("Delete the selected features (Del on a name)"), self.table.delete)
        self.paste = self._tool("clipboard-paste", tr("Paste from a spreadsheet (Ctrl+V)"), self.table.paste)
        sheet = button(
            tr("Questionnaire…"),
            lambda: self.context.window.run("questionnaire"),
            tip=tr("What people are asked: on paper, as a sheet to fill in, or as text for a form tool."),
        )
        bring = button(tr("Import a features file…"), lambda: self.context.window.run("import_features"))
        ask = self._tool("presentation", tr("Ask people in a workshop…"), lambda: self.context.window.run("workshop"))
        self._sheet = sheet
        self.told, self.why_not = label("", "warning", wrap=True), WhyNot(self.context)
        upper = Card()
        tools = row(self.heading, None, self.up, self.down, self.delete, self.paste, ask, bring, sheet, self.add)
        for widget in (tools, self.why_not, self.table, self.told):
            upper.body.addWidget(widget, 1 if widget is self.table else 0)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(2 * GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setSizes([500, 180])
        found = QWidget()
        layout = QVBoxLayout(found)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.addWidget(split)
        return found

    def _tool(self, icon: str, tip: str, act: object) -> QToolButton:
        found = QToolButton()
        found.setIcon(self.context.icon(icon))
        found.setToolTip(tip)
        found.setAccessibleName(tip)
        found.clicked.connect(lambda _=False: act())  # type: ignore[operator] # a function without arguments
        return found

    # following

    def _follow(self, *, hidden: bool = False) -> None:
        """Show the study as it is now, if anybody looks."""
        project = self.context.project
        if self._shown is project or not project.surveys or not (hidden or self.isVisible()):
            return
        before, self._shown = self.table.currentIndex(), project
        cell = self.table.features.cell(before)
        self.table.features.put(project)
        self._begun = self._begun and not hidden
        self._stack.setCurrentIndex(1 if self._features or self._begun else 0)
        self.heading.setText(self.context.ntr("{n} feature", "{n} features", len(self._features)))
        self._sheet.setEnabled(bool(self._features))
        if cell and not self.table.currentIndex().isValid():
            self.table.choose(cell[0], before.column() if before.isValid() else 0)
        self._say()
        self._enable()
        current = self.table.features.cell(self.table.currentIndex())
        self.panel.refresh(current[0] if current else "")

    def _changed(self, *_: object) -> None:
        # No lambda: only what is bound to the page goes with it when the page is made anew.
        self._follow()

    def _chosen(self, feature: str) -> None:
        self.panel.refresh(feature)
        if feature and self.isVisible():
            self.context.window.select(feature)

    def _enable(self) -> None:
        chosen = bool(self.table.ids()) and not self.context.document.read_only
        for tool in (self.up, self.down, self.delete):
            tool.setEnabled(chosen)
        self.add.setEnabled(not self.context.document.read_only)
        self.paste.setEnabled(not self.context.document.read_only)

    def _say(self) -> None:
        """Tell what cells could not take, and which features wait for each other in a circle."""
        project, language = self.context.project, self.context.language
        names = {one.id: one.name for one in project.survey.features}
        needs = {item.feature: [one for one in item.depends_on if one in names] for item in project.plan.items}
        _, circles = without_cycles({feature: some for feature, some in needs.items() if feature in names})
        sentences = self.table.features.sentences()
        for circle in circles:
            facts = {"features": tuple(names[one] for one in circle)}
            sentences.append(message(Problem(Code.DEPENDENCY_CYCLE, facts=facts), language))
        self.told.setText("\n".join(sentences))
        self.told.setVisible(bool(sentences))

    # doing

    def _begin(self) -> None:
        self._begun = True
        self._stack.setCurrentIndex(1)
        self.table.add()
