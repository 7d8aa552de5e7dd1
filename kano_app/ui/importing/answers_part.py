"""The answers that were found and what each means; where nobody knows them, they are put in order once."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kano_app.domain.answer import Answer
from kano_app.domain.mapping import HALVES
from kano_app.domain.problem import Code
from kano_app.ui.context import Context
from kano_app.ui.importing.choice import Choice
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.order import ORDERS, OrderList
from kano_app.ui.importing.part import Part
from kano_app.ui.importing.words import shown
from kano_app.ui.widgets.card import GAP, button, label, row
from kano_app.ui.widgets.tips import plain_tip
from kano_app.wording.answers import answer_name
from kano_app.wording.literal import visible

if TYPE_CHECKING:
    from kano_app.importers import FoundAnswer

MEANINGS = (*ORDERS[5], Answer.ABSTAINED, Answer.UNANSWERED)
_MOST = 30
"""Different texts that are listed."""


class AnswersPart(Part):
    """Each distinct text with its meaning, unknown ones first."""

    def __init__(self, context: Context, draft: Draft) -> None:
        """Show the answers of the present step."""
        super().__init__(context, draft, context.tr("Answers found"))
        tr = context.tr
        self.hint = label("", wrap=True)
        self.order = OrderList(context)
        self.use = button(tr("Use this order"), self._use_order)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnStretch(0, 1)
        self.choices: dict[str, Choice] = {}
        self._shown: list[str] = []
        self._more = label("", "muted")
        self.turn = button(tr("Turn round"), self._turn, tip=tr("Put the last one first"))
        self._foot = row(self.use, self.turn, None)
        for widget in (self.hint, self.order, self._foot, self._list, self._more):
            self.body.addWidget(widget)

    def follow(self) -> None:
        """Show what the texts mean as the mapping says."""
        found = self.draft.step.examined.answers(self.mapping) if self.mapping.of(*HALVES) else ()
        unknown = [one for one in found if one.answer is None and one.code is None]
        known = [one for one in found if one.answer is not None]
        # What is put in order as a whole is not asked for one by one beside it.
        listed = known if self._offer_order(found, unknown) else [*unknown, *known]
        # Whatever was chosen once keeps its place, so that nothing jumps away under the hand.
        known_before = {text: at for at, text in enumerate(self._shown)}
        if {one.text for one in listed} == set(known_before):
            listed.sort(key=lambda one: known_before[one.text])
        more = len(listed) - _MOST
        listed = listed[:_MOST]
        self._rebuild(listed)
        for one in listed:
            self.choices[one.text].show_value(one.answer)
        self._more.setText(self.context.ntr("{n} more", "{n} more", more) if more > 0 else "")
        self._more.setVisible(more > 0)
        self._list.setVisible(bool(listed))
        self.mark(doubt=bool(unknown))
        self.setVisible(bool(listed) or not self.order.isHidden())

    def refresh(self) -> None:
        """Offer to put codes in order where they begin at 0 or below."""
        self.follow()

    def _offer_order(self, found: "Sequence[FoundAnswer]", unknown: "Sequence[FoundAnswer]") -> bool:
        """Offer to put texts in order, where they are as many as a form has; return whether that is so."""
        refused = self.draft.reading.refused
        texts = [one.text for one in unknown]
        if refused is not None and refused.code is Code.CODES_FROM_ZERO:
            texts = sorted((one.text for one in found if _is_number(one.text)), key=_number)
        offered = len(texts) in ORDERS
        self.order.setVisible(offered)
        self._foot.setVisible(offered)
        if offered and sorted(self.order.texts()) != sorted(texts):
            self.order.put(texts)
        tr = self.context.tr
        if offered:
            self.hint.setText(tr("Put them in order, once for the whole file: drag, or Alt and the arrow keys."))
        elif unknown:
            self.hint.setText(tr("What is not understood counts as not answered until you say what it means."))
        self.hint.setVisible(offered or bool(unknown))
        return offered

    def _rebuild(self, listed: "Sequence[FoundAnswer]") -> None:
        wanted = [one.text for one in listed]
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.choices = {}
        for at, one in enumerate(listed):
            self._add(at, one)

    def _add(self, at: int, one: "FoundAnswer") -> None:
        context = self.context
        text = visible(one.text)
        name = label(shown(one.text, 48), wrap=True)
        name.setToolTip(plain_tip(text))
        count = label(context.language.number(one.count), "muted")
        count.setToolTip(context.tr("How often, in the rows shown"))
        items: list[tuple[str, Answer | None]] = [(context.tr("? not understood"), None)]
        items += [(answer_name(meaning, context.language), meaning) for meaning in MEANINGS]
        choice = Choice(context.tr("“{text}” means", text=text), items, partial(self._tell, one.text))
        choice.setMinimumContentsLength(12)
        name.setBuddy(choice)
        for column, widget in enumerate((name, count, choice)):
            self._grid.addWidget(widget, at, column)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.choices[one.text] = choice

    def _tell(self, text: str, answer: Answer | None) -> None:
        self.draft.correct(self.mapping.with_wording(text, answer))

    def _turn(self) -> None:
        self.order.put(self.order.texts()[::-1])

    def _use_order(self) -> None:
        mapping = self.mapping
        for text, answer in self.order.wordings():
            mapping = mapping.with_wording(text, answer)
        self.draft.correct(mapping)


def _number(text: str) -> int:
    return int(text.replace("−", "-"))


def _is_number(text: str) -> bool:
    try:
        _number(text)
    except ValueError:
        return False
    return True
