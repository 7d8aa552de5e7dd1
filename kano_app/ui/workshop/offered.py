"""What can be answered at a moment, and which of it stands already."""

from kano_app.domain.session import Part, Session
from kano_app.i18n import Language, language
from kano_app.ui.workshop.choices import Choice
from kano_app.ui.workshop.desk import Desk
from kano_app.wording.categories import category_name
from kano_app.wording.entry import VOTES, session_answers, vote_sentences

_IMPORTANCE = 9


def offered(desk: Desk) -> tuple[list[Choice], int]:
    """Return the choices of the question of the moment, and the place of the one that stands, −1 for none."""
    moment, asked_in = desk.view, language(desk.session.language)
    if moment.place is not None and moment.place.part is Part.VOTE:
        return _votes(asked_in), _voted(desk)
    if moment.place is not None and moment.place.part is Part.IMPORTANCE:
        stated = moment.importance
        numbers = [Choice(str(number), "") for number in range(1, _IMPORTANCE + 1)]
        return numbers, -1 if stated is None else round(stated) - 1
    return five(desk.session, asked_in), moment.answer - 1


def five(session: Session, asked_in: Language) -> list[Choice]:
    """Return the five answers."""
    return [Choice(str(number), text) for number, text in enumerate(session_answers(session, asked_in), start=1)]


def _votes(words: Language) -> list[Choice]:
    sentences = vote_sentences(words)
    return [Choice(one.letter, f"{category_name(one, words)}\n{sentences[one]}", one) for one in VOTES]


def _voted(desk: Desk) -> int:
    place, session = desk.view.place, desk.session
    if place is None:
        return -1
    mark = (session.participants[place.participant].person, place.feature)
    told = next((one.category for one in session.votes if (one.person, one.feature) == mark), None)
    return VOTES.index(told) if told is not None else -1
