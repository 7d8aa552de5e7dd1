"""How the file was read: the tool it came from, its sheet, layout, headings, encoding."""

from PySide6.QtWidgets import QLabel

from kano_app.domain.answer import Answer
from kano_app.domain.mapping import Layout, Role
from kano_app.ui.context import Context
from kano_app.ui.importing.choice import Choice, Told
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.part import Part
from kano_app.ui.importing.words import encoding, letters, names_text, refusal, shown
from kano_app.ui.widgets.card import button, label, row
from kano_app.wording.mapping import pairs_text, platform_name
from kano_app.wording.settings import layout_name


class HowPart(Part):
    """The first card: what the file is taken for, and what is in the way of reading it."""

    def __init__(self, context: Context, draft: Draft) -> None:
        """Show the present step."""
        super().__init__(context, draft, context.tr("How it was read"))
        tr = context.tr
        self.kept = label("", wrap=True)
        self.afresh = button(tr("Read it afresh"), draft.read_afresh, "link")
        self.why, self.remedy = label("", "warning", wrap=True), label("", wrap=True)
        self._afresh = row(self.afresh, None)
        for widget in (self.kept, self._afresh, self.why, self.remedy):
            self.body.addWidget(widget)
        told = Told()
        self.platform = _value()
        self.sheet = Choice(tr("Sheet"), [(shown(one), one) for one in draft.step.examined.sheets], self._take_sheet)
        self.layout_choice = Choice(
            tr("Layout"), [(_layout_word(one, context), one) for one in Layout], self._take_layout
        )
        self.headings, self.encoding, self.answers, self.pairs = _value(), _value(), _value(), _value()
        self._told = told
        told.add(tr("From"), self.platform)
        told.add(tr("Sheet"), self.sheet)
        told.add(tr("Layout"), self.layout_choice)
        told.add(tr("Headings"), self.headings)
        told.add(tr("Encoding"), self.encoding)
        told.add(tr("Answers"), self.answers)
        told.add(tr("Pairs"), self.pairs)
        self.traits, self.left_out, self.rows = _value(), _value(), _value()
        told.add(tr("Traits"), self.traits)
        told.add(tr("Left out"), self.left_out)
        told.add("", self.rows)
        self.body.addWidget(told)

    def follow(self) -> None:
        """Show what the file is taken for."""
        context, step, mapping = self.context, self.draft.step, self.mapping
        platform = platform_name(mapping.platform, context.language)
        self.platform.setText(platform)
        self._told.show_row(self.platform, on=bool(platform))
        self.sheet.show_value(step.examined.head.grid.sheet)
        self._told.show_row(self.sheet, on=len(step.examined.sheets) > 1)
        self.layout_choice.show_value(mapping.layout)
        self.layout_choice.setToolTip(layout_name(mapping.layout, context.language))
        self.headings.setText(self._headings())
        written = encoding(step.examined.head.grid.encoding)
        self.encoding.setText(written)
        self._told.show_row(self.encoding, on=bool(written))
        for widget, role in ((self.traits, Role.TRAIT), (self.left_out, Role.LEFT_OUT)):
            names = [shown(one.heading, 30) or letters(one.position) for one in mapping.of(role)]
            widget.setText(names_text(names, context))
            self._told.show_row(widget, on=bool(names))
        pairs = pairs_text(mapping, context.language)
        self.pairs.setText(pairs)
        self._told.show_row(self.pairs, on=bool(pairs))
        answers = self._answers()
        self.answers.setText(answers)
        self._told.show_row(self.answers, on=bool(answers))
        kept = step.kept_on
        self.kept.setVisible(kept is not None)
        self._afresh.setVisible(kept is not None)
        if kept is not None:
            self.kept.setText(context.tr("Read as you corrected it on {day}.", day=context.language.date(kept)))

    def refresh(self) -> None:
        """Show what is in the way of reading it."""
        refused, context = self.draft.reading.refused, self.context
        rows = self.draft.reading.left_out_rows
        told = context.ntr("{n} row: a preview, or not finished", "{n} rows: previews, or not finished", rows)
        self.rows.setText(told)
        self._told.show_row(self.rows, on=rows > 0)
        for one in (self.why, self.remedy):
            one.setVisible(refused is not None)
        self.mark(doubt=refused is not None)
        if refused is not None:
            why, remedy = refusal(refused, self.context)
            self.why.setText(why)
            self.remedy.setText(remedy)

    def _headings(self) -> str:
        rows, tr, number = self.mapping.heading_rows, self.context.tr, self.context.language.number
        if not rows:
            return tr("none; the answers begin in row {n}", n=number(self.mapping.first_row))
        if min(rows) == max(rows):
            return tr(
                "row {n}; the answers begin in row {first}", n=number(rows[0]), first=number(self.mapping.first_row)
            )
        return tr(
            "rows {n} to {last}; the answers begin in row {first}",
            n=number(min(rows)),
            last=number(max(rows)),
            first=number(self.mapping.first_row),
        )

    def _answers(self) -> str:
        if not self.mapping.of(Role.FUNCTIONAL, Role.DYSFUNCTIONAL):
            return ""
        context = self.context
        found = self.draft.step.examined.answers(self.mapping)
        codes = sum(one.code is not None for one in found)
        words = sum(one.answer is not None and one.answer is not Answer.UNANSWERED for one in found)
        unknown = len(found) - codes - sum(one.answer is not None for one in found)
        told = []
        if words:
            told.append(context.ntr("{n} known wording", "{n} known wordings", words))
        if codes:
            told.append(context.ntr("{n} code", "{n} codes", codes))
        if unknown:
            told.append(context.ntr("{n} not understood", "{n} not understood", unknown))
        return context.language.pgettext("between items of a list", ", ").join(told)

    def _take_sheet(self, sheet: str) -> None:
        if sheet != self.draft.step.examined.head.grid.sheet:
            self.draft.look_otherwise(self.draft.step.examined.of_sheet(sheet))

    def _take_layout(self, layout: Layout) -> None:
        if layout is self.mapping.layout:
            return
        guess = self.draft.guess
        same = guess.examined.head.grid is self.draft.step.examined.head.grid
        if same and guess.mapping.layout is layout:
            self.draft.read_afresh()
        else:
            self.draft.look_otherwise(self.draft.step.examined.laid_out(layout))


def _layout_word(layout: Layout, context: Context) -> str:
    tr = context.tr
    return {
        Layout.WIDE: tr("one row per person"),
        Layout.LONG: tr("one row per person and feature"),
        Layout.TALLY: tr("answers already counted"),
        Layout.CATEGORY_TABLE: tr("categories already counted"),
    }[layout]


def _value() -> QLabel:
    return label("", wrap=True)
