"""What the facilitator is told between the question and its answers."""

from kano_app.domain.answer import Answer
from kano_app.domain.session import Part
from kano_app.entry import first_direct_vote, first_pair
from kano_app.i18n import language
from kano_app.ui.workshop.desk import Desk
from kano_app.wording.answers import answer_name
from kano_app.wording.categories import category_name
from kano_app.wording.entry import answer_of, cards_hint, importance_ends

_PAIR = 2
"""Answers to a pair of questions, and digits of a pair of cards."""


def practice_told(desk: Desk, given: tuple[int, ...]) -> str:
    """Return what practice is for, and how its two answers read."""
    session, context = desk.session, desk.context
    if len(given) < _PAIR:
        return context.tr("Practice: what is answered here counts nowhere. Enter begins with the first question.")
    asked_in = language(session.language)
    category = desk.project.analysis.table.category(given[0], given[1])
    return context.tr(
        "“{one}” with it and “{other}” without it read as: {category}. Enter begins with the first question.",
        one=answer_of(given[0], session, asked_in),
        other=answer_of(given[1], session, asked_in),
        category=category_name(category, context.language),
    )


def first_told(desk: Desk) -> str:
    """Return what the ends of a scale mean, or what was answered before the room voted again."""
    place, session, context = desk.view.place, desk.session, desk.context
    if place is None or place.participant < 0:
        return ""
    asked_in = language(session.language)
    if place.part is Part.IMPORTANCE:
        least, most = importance_ends(asked_in)
        return context.tr("1 is “{least}”, 9 is “{most}”.", least=least, most=most)
    person = session.participants[place.participant].person
    if place.part is Part.VOTE:
        vote = first_direct_vote(desk.project, person, place.feature)
        if vote is None:
            return ""
        return context.tr("First vote: {category}.", category=category_name(vote, context.language))
    first = first_pair(desk.project, person, place.feature)
    if first is None:
        return ""
    return context.tr(
        "First vote: with it “{one}”, without it “{other}”.",
        one=answer_of(first[0], session, asked_in) or answer_name(Answer.UNANSWERED, asked_in),
        other=answer_of(first[1], session, asked_in) or answer_name(Answer.UNANSWERED, asked_in),
    )


def cards_told(desk: Desk, count: int, typed: str) -> str:
    """Return how many pairs of cards there are, what can be typed, and what was typed so far."""
    context = desk.context
    hint = cards_hint(context.language)
    if desk.state.cell is not None:
        hint = context.tr("Type how many held up this pair; arrows or a click choose another. Enter: done.")
    total = context.ntr("{n} pair of cards", "{n} pairs of cards", count)
    more = " ⏎" if "×" in typed else "" if len(typed.strip("-")) == _PAIR else " _"
    held = f"   {typed}{more}" if typed else ""
    return f"{total} · {hint}{held}"
