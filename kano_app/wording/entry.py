"""A workshop in words: modes, stages, people, questions that no feature words, and why a key does nothing."""

from collections.abc import Mapping

from kano_app.domain.answer import Answer
from kano_app.domain.category import Category
from kano_app.domain.session import Mode, Part, Refusal, Session, Stage
from kano_app.i18n import Language
from kano_app.wording.literal import visible
from kano_app.wording.questions import answer_sentences

VOTES = (
    Category.MUST_BE,
    Category.PERFORMANCE,
    Category.ATTRACTIVE,
    Category.INDIFFERENT,
    Category.REVERSE,
)
"""What can be voted for directly; nobody means to contradict themselves."""


def refusal_sentence(why: Refusal, language: Language) -> str:
    """Return why a key did nothing."""
    sentences = {
        Refusal.NO_SESSION: language.gettext("There is no workshop in this study."),
        Refusal.NO_FEATURES: language.gettext("A workshop needs features to ask about."),
        Refusal.NO_SUCH_ANSWER: language.gettext("There is no such answer."),
        Refusal.NOT_ASKED_NOW: language.gettext("That is not asked at the moment."),
        Refusal.FIRST_QUESTION: language.gettext("This is the first question."),
        Refusal.NAME_TAKEN: language.gettext("Somebody here has that name already."),
        Refusal.NO_SUCH_PERSON: language.gettext("There is no such person."),
        Refusal.NOBODY_HERE: language.gettext("Everybody has left. Whoever comes back in the list is asked again."),
        Refusal.OTHER_EVIDENCE: language.gettext(
            "Cards are counted without people; they and answers of people do not mix."
        ),
        Refusal.NO_CARDS_LEFT: language.gettext("No such pair of cards was counted."),
        Refusal.NO_SUCH_CARD: language.gettext(
            "Two digits from 1 to 5 count a pair of cards, with it and without it; ×, a number and Enter count so many."
        ),
        Refusal.NUMBER_NOT_ENDED: language.gettext(
            "A number after × counts once Enter ends it. Anything else spoils it; Esc drops it."
        ),
        Refusal.NO_SUCH_VOTE: language.gettext("A direct vote is the letter of one of the categories shown here."),
        Refusal.NO_FEATURES_LEFT: language.gettext(
            "All features were deleted. Add one or undo, and the workshop goes on."
        ),
        Refusal.FEATURE_TAKEN: language.gettext("There is a feature of that name already."),
        Refusal.NOT_ALL_ANSWERED: language.gettext(
            "First let everybody answer this; then the room can vote on it again."
        ),
        Refusal.VOTING_AGAIN: language.gettext(
            "The room is voting on this again already. First let everybody answer, or skip who keeps the first answer."
        ),
        Refusal.NOTHING_TO_VOTE_ON_AGAIN: language.gettext("Nobody who is here has answered this yet."),
    }
    return sentences[why]


def cards_hint(language: Language) -> str:
    """Return how pairs of cards are counted."""
    return language.gettext(
        "Click a cell or type two digits; for more of them ×, a number and Enter. Minus or Shift takes one back. "
        "Enter: the next feature."
    )


def everybody_left_sentence(left_open: int, language: Language) -> str:
    """Return that nobody is here, how many questions are open, and how the workshop goes on."""
    return language.ngettext(
        "Everybody has left, and {n} question is open. Enter brings back whom it is for; in the list each comes back.",
        "Everybody has left, and {n} questions are open. Enter brings back whom they are for; in the list each comes "
        "back.",
        left_open,
    ).format(n=language.number(left_open))


def same_seats_sentence(language: Language) -> str:
    """Return that people without names are those of the last workshop."""
    return language.gettext("The people are those of the last workshop: P1 is P1, and so on.")


def new_seats_sentence(language: Language) -> str:
    """Return that people without names are others than those of the last workshop."""
    return language.gettext("People without names are new people, beside those of the last workshop.")


def carried_sentence(language: Language) -> str:
    """Return what becomes of an earlier workshop to whose answers another adds."""
    return language.gettext(
        "With “Add to them” the people, first votes and direct votes of the last workshop stay. Whoever is named again "
        "is back; the others are not asked."
    )


def mode_name(mode: Mode, language: Language) -> str:
    """Return the name of a way of asking."""
    names = {
        Mode.INTERVIEW: language.gettext("Interview"),
        Mode.ROUND: language.gettext("Round the room"),
        Mode.CARDS: language.gettext("Cards"),
        Mode.VOTES: language.gettext("Direct votes"),
    }
    return names[mode]


def mode_meaning(mode: Mode, language: Language) -> str:
    """Return in one line how a way of asking goes."""
    meanings = {
        Mode.INTERVIEW: language.gettext("One person after another, all features each."),
        Mode.ROUND: language.gettext("One feature after another, each person in turn."),
        Mode.CARDS: language.gettext("All hold up two cards at once; you count the pairs. Nobody’s answers are kept."),
        Mode.VOTES: language.gettext("People name the category itself. Kept apart, never pooled with paired answers."),
    }
    return meanings[mode]


def stage_name(stage: Stage, language: Language) -> str:
    """Return what the room is at."""
    names = {
        Stage.PRACTICE: language.gettext("Practice"),
        Stage.ASKING: language.gettext("Asking"),
        Stage.CONFIRMING: language.gettext("Between two people"),
        Stage.DONE: language.gettext("Finished"),
    }
    return names[stage]


def part_name(part: Part, language: Language) -> str:
    """Return which question of a feature is asked, in a word or two."""
    names = {
        Part.FUNCTIONAL: language.gettext("with it"),
        Part.DYSFUNCTIONAL: language.gettext("without it"),
        Part.IMPORTANCE: language.gettext("importance"),
        Part.VOTE: language.gettext("direct vote"),
        Part.CARDS: language.gettext("cards"),
    }
    return names[part]


def person_label(session: Session, participant: int, language: Language) -> str:
    """Return how the facilitator knows a person: P3, with the name behind it if there is one."""
    if participant < 0:
        return language.gettext("The room")
    short = language.gettext("P{n}").format(n=language.number(participant + 1))
    name = session.participants[participant].name
    return f"{short} {visible(name)}" if name else short


def person_words(session: Session, participant: int, language: Language) -> str:
    """Return how the room knows a person: by name where names are shown, else by number."""
    if participant < 0:
        return language.gettext("Everybody")
    name = session.participants[participant].name
    if session.names_shown and name:
        return visible(name)
    n = language.number(participant + 1)
    if session.mode is Mode.INTERVIEW:
        return language.gettext("Person {n}").format(n=n)
    return language.gettext("Seat {n}").format(n=n)


def session_answers(session: Session, language: Language) -> tuple[str, ...]:
    """Return the five answers in the wording of the workshop, else in that of a language."""
    return session.answers or tuple(answer_sentences(language).values())


def practice_halves(language: Language) -> tuple[str, str]:
    """Return the question pair the five answers are learnt by."""
    return (
        language.gettext("How do you feel if this room has daylight?"),
        language.gettext("How do you feel if this room does not have daylight?"),
    )


def importance_question(name: str, language: Language) -> str:
    """Return the question for importance, from 1 to 9."""
    return language.gettext("How important is this to you: “{name}”?").format(name=visible(name))


def importance_ends(language: Language) -> tuple[str, str]:
    """Return what the ends of the scale of importance mean."""
    return language.gettext("not at all important"), language.gettext("extremely important")


def vote_question(name: str, language: Language) -> str:
    """Return the question for a category."""
    return language.gettext("What is this to you: “{name}”?").format(name=visible(name))


def vote_sentences(language: Language) -> Mapping[Category, str]:
    """Return the categories as people can choose them, in everyday words."""
    return {
        Category.MUST_BE: language.gettext("I take it for granted"),
        Category.PERFORMANCE: language.gettext("The more, the better"),
        Category.ATTRACTIVE: language.gettext("A delight, not missed"),
        Category.INDIFFERENT: language.gettext("I do not mind"),
        Category.REVERSE: language.gettext("Rather not"),
    }


def answer_of(code: int, session: Session, language: Language) -> str:
    """Return an answer that stands, in the wording of the workshop; empty where there is none."""
    if code == Answer.ABSTAINED:
        return language.gettext("abstained")
    return session_answers(session, language)[code - 1] if 1 <= code <= 5 else ""


def clock(seconds: float) -> str:
    """Return a time as minutes and seconds."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
