"""What the room sees at a moment: never a note, a figure before it is revealed, or an error."""

from dataclasses import dataclass
from enum import Enum, auto

from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Place, Session, Stage
from kano_app.entry import Refused, View, is_asked_again
from kano_app.entry.steps import next_open
from kano_app.i18n import Language, language
from kano_app.ui.workshop.fit import Stressed
from kano_app.ui.workshop.question import practice_question, question
from kano_app.ui.workshop.size import size_for_room
from kano_app.ui.workshop.state import State
from kano_app.wording.categories import category_name
from kano_app.wording.entry import VOTES, importance_ends, person_words, session_answers, vote_sentences
from kano_app.wording.literal import visible

_MOST_DOTS = 30


class Kind(Enum):
    """What the screen is filled with."""

    BLACK = auto()
    QUESTION = auto()
    WORDS = auto()
    RESULTS = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as the room can choose it."""

    key: str
    text: str
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of the room screen."""

    kind: Kind
    language: str
    title: str = ""
    corner: str = ""
    texts: tuple[Stressed, ...] = ()
    answers: tuple[Answer, ...] = ()
    turn: str = ""
    half: str = ""
    """Which question of the feature is asked, where that is to be told."""
    hint: str = ""
    dots: tuple[bool, ...] = ()
    now: int = -1
    """Which dot is of the person of the moment."""
    has_names: bool = False
    """Whether names may stand there, which take more room than numbers."""


def scene(project: Project, state: State) -> Scene:
    """Return what the room sees; where there is nothing to ask, the title of the study."""
    session = project.survey.session if project.surveys else None
    words = language(session.language if session is not None else "en")
    if state.is_black:
        return Scene(Kind.BLACK, words.code)
    title = visible(project.report.title)
    if session is None or state.is_setting_up:
        return Scene(Kind.WORDS, words.code, texts=(Stressed(title),))
    try:
        moment = state.view(project)
        if session.revealed:
            return _results(project, session, words, title)
        return _scene(project, session, moment, state, words, title)
    except (Refused, StopIteration, LookupError):  # the room never sees an error
        return Scene(Kind.WORDS, words.code, texts=(Stressed(title),))


def _scene(project: Project, session: Session, moment: View, state: State, words: Language, title: str) -> Scene:
    place = moment.place
    if moment.stage is Stage.PRACTICE:
        return _practice(session, state, words, title)
    if moment.stage is Stage.CONFIRMING:
        following = next_open(project, session.place)
        told = words.gettext("Thank you.")
        if following is not None:
            who = person_words(session, following.participant, words)
            following_words = words.gettext("Next: {person}").format(person=who)
            told = f"{told}\n{following_words}"
        return Scene(Kind.WORDS, words.code, title, texts=(Stressed(told),))
    if moment.stage is Stage.DONE or place is None:
        return Scene(Kind.WORDS, words.code, title, texts=(Stressed(words.gettext("Thank you.")),))
    corner = words.gettext("Feature {n} of {m}").format(n=words.number(moment.number), m=words.number(moment.features))
    if is_asked_again(project, place):
        again = words.gettext("Second vote")
        corner = f"{again} · {corner}"
    dots, now = _dots(session, moment, place)
    return Scene(
        Kind.QUESTION,
        words.code,
        title,
        corner,
        question(project, place, words).texts,
        _answers(session, place.part, words),
        _turn(session, place, words),
        _half(place, words),
        _hint(session, words),
        dots,
        now,
        session.names_shown,
    )


def _results(project: Project, session: Session, words: Language, title: str) -> Scene:
    named = VOTES if session.mode is Mode.VOTES else tuple(Category)
    legend = tuple(Answer(one.letter, category_name(one, words), one) for one in named)
    people = size_for_room(project.survey, words)
    return Scene(Kind.RESULTS, words.code, title, words.gettext("Results"), answers=legend, hint=people)


def _practice(session: Session, state: State, words: Language, title: str) -> Scene:
    half = min(len(state.practice), 1)
    return Scene(
        Kind.QUESTION,
        words.code,
        title,
        words.gettext("Practice"),
        practice_question(half, words).texts,
        _answers(session, Part.FUNCTIONAL, words),
        words.gettext("This does not count"),
        hint=_hint(session, words),
    )


def _answers(session: Session, part: Part, words: Language) -> tuple[Answer, ...]:
    if part is Part.IMPORTANCE:
        least, most = importance_ends(words)
        ends = {1: least, 9: most}
        return tuple(Answer(str(number), ends.get(number, "")) for number in range(1, 10))
    if part is Part.VOTE:
        sentences = vote_sentences(words)
        return tuple(Answer(one.letter, f"{category_name(one, words)}\n{sentences[one]}", one) for one in VOTES)
    return tuple(Answer(str(at), text) for at, text in enumerate(session_answers(session, words), start=1))


def _turn(session: Session, place: Place, words: Language) -> str:
    if place.participant < 0:
        return words.gettext("Hold up two cards: with it, without it")
    who = person_words(session, place.participant, words)
    here = [at for at, one in enumerate(session.participants) if one.here]
    if session.names_shown and session.participants[place.participant].name:
        return who
    return words.gettext("{person} of {n}").format(person=who, n=words.number(max(here) + 1))


def _half(place: Place, words: Language) -> str:
    if place.participant < 0:
        return ""
    halves = {Part.FUNCTIONAL: words.gettext("with it"), Part.DYSFUNCTIONAL: words.gettext("without it")}
    return halves.get(place.part, "")


def _hint(session: Session, words: Language) -> str:
    if not session.write_first:
        return ""
    if session.mode is Mode.CARDS:
        return words.gettext("Choose first, then hold up")
    return words.gettext("Write first, then say")


def _dots(session: Session, moment: View, place: Place) -> tuple[tuple[bool, ...], int]:
    here = [at for at, one in enumerate(session.participants) if one.here]
    if not 1 < len(moment.turn) <= _MOST_DOTS:
        return (), -1
    return moment.turn, here.index(place.participant) if place.participant in here else -1
