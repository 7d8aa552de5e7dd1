"""Codes: which scale they are on, and which way they run in each half, with what speaks for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kano_app.domain.mapping import HALVES
from kano_app.domain.problem import Code
from kano_app.domain.settings import Direction, Scale
from kano_app.ui.context import Context
from kano_app.ui.importing.choice import Choice, Told
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.part import Part
from kano_app.ui.importing.reading import Step
from kano_app.ui.widgets.card import GAP, label
from kano_app.wording.settings import direction_name, scale_name

Halves = tuple[Direction, Direction]


class CodesPart(Part):
    """Shown where the file has codes at all."""

    def __init__(self, context: Context, draft: Draft) -> None:
        """Show the codes of the present step."""
        super().__init__(context, draft, context.tr("The answers are codes"))
        tr, language = context.tr, context.language
        ways = [(direction_name(one, language), one) for one in Direction]
        judged = (tr("as the answers tell"), None)
        self.evidence: dict[tuple[int, int], QLabel] = {}
        self.scale = Choice(
            tr("Answers of the form"),
            [judged, *((scale_name(one, language), one) for one in Scale)],
            lambda scale: self._tell(scale=scale),
        )
        self.functional = Choice(tr("With the feature"), ways, lambda way: self._direct(functional=way))
        self.dysfunctional = Choice(tr("Without it"), ways, lambda way: self._direct(dysfunctional=way))
        told = Told()
        told.add(tr("With the feature"), self.functional)
        told.add(tr("Without it"), self.dysfunctional)
        told.add(tr("Answers of the form"), self.scale)
        self.body.addWidget(told)
        self.body.addWidget(self._table())
        self._counted: tuple[Step, dict[Halves, tuple[int, int]]] | None = None

    def follow(self) -> None:
        """Show what is told of the codes."""
        mapping = self.mapping
        found = self.draft.step.examined.answers(mapping) if mapping.of(*HALVES) else ()
        coded = sum(one.count for one in found if one.code is not None)
        refused = self.draft.reading.refused
        below = refused is not None and refused.code is Code.CODES_FROM_ZERO
        self.setVisible(not below and 2 * coded > sum(one.count for one in found))
        self.scale.show_value(mapping.scale)
        self._show_ways()

    def refresh(self) -> None:
        """Show which way they were read, and what the other ways would give."""
        self.follow()
        if self.isHidden():
            return
        reading = self.draft.reading
        doubtful = any(one.code in {Code.DIRECTION_ASSUMED, Code.SCALE_ASSUMED} for one in reading.problems)
        self.mark(doubt=doubtful or reading.refused is not None)
        self._tell_evidence()

    @property
    def halves(self) -> Halves:
        """Which way the codes of both halves are read."""
        mapping, survey = self.mapping, self.draft.reading.survey
        if mapping.direction is not None:
            return mapping.direction, mapping.dysfunctional_direction or mapping.direction
        if survey is not None and survey.source.direction is not None:
            return survey.source.direction, survey.source.dysfunctional_direction or survey.source.direction
        return Direction.LIKE_FIRST, Direction.LIKE_FIRST

    def _show_ways(self) -> None:
        functional, dysfunctional = self.halves
        self.functional.show_value(functional)
        self.dysfunctional.show_value(dysfunctional)

    def _tell_evidence(self) -> None:
        """Show what each of the four ways would give, the one that is used marked."""
        from kano_app.importers.directions import directions  # noqa: PLC0415 - heavy libraries wait

        step, context = self.draft.step, self.context
        if self._counted is None or self._counted[0].mapping != step.mapping:
            self._counted = step, directions(step.examined.head, step.mapping)
        counts, number, tr = self._counted[1], context.language.number, context.tr
        ways = {
            (Direction.LIKE_FIRST, Direction.LIKE_FIRST): tr("1 means like"),
            (Direction.DISLIKE_FIRST, Direction.DISLIKE_FIRST): tr("1 means dislike"),
            (Direction.LIKE_FIRST, Direction.DISLIKE_FIRST): tr("1 with: like, 1 without: dislike"),
            (Direction.DISLIKE_FIRST, Direction.LIKE_FIRST): tr("1 with: dislike, 1 without: like"),
        }
        for at, (halves, way) in enumerate(ways.items(), start=1):
            told = [("✓ " if halves == self.halves else "\u2003 ") + way, *map(number, counts[halves])]
            for column, text in enumerate(told):
                self.evidence[at, column].setText(text)
                self.evidence[at, column].setProperty("role", "" if halves == self.halves else "muted")
                self.evidence[at, column].style().polish(self.evidence[at, column])

    def _table(self) -> QWidget:
        """Return the table of the evidence, empty but for its headings."""
        tr, found = self.context.tr, QWidget()
        grid = QGridLayout(found)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(0, 1)
        heads = (tr("What each way would give"), tr("reverse"), tr("questionable"))
        for at in range(5):
            for column in range(3):
                cell = label(heads[column] if at == 0 else "", "muted")
                if column:
                    cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                self.evidence[at, column] = cell
                grid.addWidget(cell, at, column)
        return found

    def _direct(self, functional: Direction | None = None, dysfunctional: Direction | None = None) -> None:
        now = self.halves
        self._tell(direction=functional or now[0], dysfunctional_direction=dysfunctional or now[1])

    def _tell(self, **told: object) -> None:
        from dataclasses import replace  # noqa: PLC0415 - one use

        self.draft.correct(replace(self.mapping, **told))  # type: ignore[arg-type] # the fields of the two methods above
