"""The answers: a row a person, without who it was; whoever was left out is marked with the reason."""

import math

from kano_app.domain.answer import Answer
from kano_app.domain.evidence import Answers
from kano_app.domain.survey import Survey
from kano_app.i18n import Language
from kano_app.report.workbook.sheets import Sheet
from kano_app.tables import Kind
from kano_app.wording.answers import answer_name
from kano_app.wording.flags import reason_name

_ANSWER_WIDTH, _REASON_WIDTH = 18, 24
_LEFT_OUT = {"font_color": "#5B6573", "italic": True}


def write_answers(sheet: Sheet, survey: Survey, words: Language) -> None:
    """Write everybody's answers, in the order of the file; an unanswered half is an empty cell."""
    assert isinstance(survey.evidence, Answers)  # noqa: S101 - only answers of people are written
    reasons = {one.person: reason_name(one.reason, words) for one in survey.excluded}
    given = [None, *(answer_name(one, words) for one in Answer if one is not Answer.UNANSWERED)]
    sheet.heading(0, 0, words.gettext("Person"))
    sheet.heading(0, 1, words.gettext("Left out"), wide=_REASON_WIDTH)
    for person in range(survey.evidence.people):
        sheet.number(person + 1, 0, person + 1, Kind.COUNT)
        if person in reasons:
            sheet.text(person + 1, 1, reasons[person])
    place = 2
    grey = {person + 1: _LEFT_OUT for person in reasons}
    for trait in survey.traits:
        levels = [None if code < 0 else trait.levels[code] for code in trait.codes.tolist()]
        _column(sheet, place, trait.name, levels, grey)
        place += 1
    for number, (feature, pair) in enumerate(zip(survey.features, survey.evidence.pairs, strict=True)):
        halves = (
            (words.gettext("{name} (functional)"), pair.functional),
            (words.gettext("{name} (dysfunctional)"), pair.dysfunctional),
        )
        for heading, codes in halves:
            _column(sheet, place, heading.format(name=feature.name), [given[code] for code in codes.tolist()], grey)
            place += 1
        stated = survey.importance[number] if survey.importance else None
        if stated is not None:
            sheet.heading(0, place, words.gettext("{name} (importance)").format(name=feature.name), wide=_ANSWER_WIDTH)
            for row, value in enumerate(stated.tolist(), start=1):
                if not math.isnan(value):
                    sheet.number(row, place, value, Kind.AMOUNT, **grey.get(row, {}))
            place += 1
    sheet.close((1, 1), (0, 0, max(survey.evidence.people, 1), place - 1))


def _column(
    sheet: Sheet, place: int, heading: str, values: list[str | None], looks: dict[int, dict[str, object]]
) -> None:
    sheet.heading(0, place, heading, wide=_ANSWER_WIDTH)
    for row, value in enumerate(values, start=1):
        if value:
            sheet.text(row, place, value, **looks.get(row, {}))


def write_traits(sheet: Sheet, survey: Survey, words: Language) -> None:
    """Write how many people have which trait, and how many of them count."""
    headings = (words.gettext("Trait"), words.gettext("Level"), words.gettext("People"), words.gettext("Left out"))
    for place, heading in enumerate(headings):
        sheet.heading(0, place, heading)
    out, row = {one.person for one in survey.excluded}, 1
    for trait in survey.traits:
        codes = trait.codes.tolist()
        for code, level in [*enumerate(trait.levels), (-1, words.gettext("not known"))]:
            people = [person for person, own in enumerate(codes) if own == code]
            if code < 0 and not people:
                continue
            sheet.text(row, 0, trait.name)
            sheet.text(row, 1, level)
            sheet.number(row, 2, len(people), Kind.COUNT)
            sheet.number(row, 3, len(out & set(people)), Kind.COUNT)
            row += 1
    sheet.close((1, 0), (0, 0, row - 1, 3))
