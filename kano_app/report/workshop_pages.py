"""What a workshop was, and what so few answers can and cannot tell."""

from kano_app.analysis import Analysis, Blank
from kano_app.analysis.stability import Sureness
from kano_app.domain.evidence import Answers
from kano_app.domain.session import Mode, Session
from kano_app.domain.survey import Survey
from kano_app.domain.turnout import in_pairs, in_workshop, turnout
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Block,
    Facts,
    Heading,
    Note,
    Paragraph,
    Sheet,
)
from kano_app.report.views import footnotes, grid, is_one_person
from kano_app.statistics.sample_size import answers_for_half_width, half_width_of, leader_found
from kano_app.tables import answers_at_hand, votes_table
from kano_app.wording.voices import votes_note
from kano_app.wording.workshop import held_text, no_room_text

_DRAWS, _SEED = 20_000, 1
_WANTED = 0.10


def workshop_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return that it was a workshop, how it was held, and what so few answers can and cannot tell."""
    session = analysis.survey.session
    if session is None:
        return []
    blocks: list[Block] = [
        Heading(words.gettext("What this workshop can tell")),
        Paragraph(words.sentences(_held(analysis, session, words))),
    ]
    votes = votes_table(analysis)
    if votes.rows:
        blocks = [
            Sheet(),  # under the contents there would be no room for the table
            *blocks,
            Heading(words.gettext("Direct votes"), level=2),
            Note(votes_note(words)),
            grid(votes, words),
            *footnotes(votes, words),
        ]
    at_hand = answers_at_hand(analysis)
    if at_hand is None:
        return blocks
    can = words.sentences(_can_tell(analysis, at_hand, words))
    cannot = words.sentences(_cannot_tell(analysis, at_hand, words))
    return [*blocks, Facts(((words.gettext("It can tell"), can), (words.gettext("It cannot tell"), cannot)))]


def _held(analysis: Analysis, session: Session, words: Language) -> list[str]:
    people, room = turnout(analysis.survey), in_workshop(analysis.survey)
    told = []
    if people and room is not None and room < people:
        told.append(
            words.ngettext(
                "The answers of {room} of {n} person were taken down in a workshop.",
                "The answers of {room} of {n} people were taken down in a workshop.",
                people,
            ).format(room=words.number(room), n=words.number(people))
        )
    elif people:
        told.append(
            words.ngettext(
                "The answers were taken down in a workshop of {n} person.",
                "The answers were taken down in a workshop of {n} people.",
                people,
            ).format(n=words.number(people))
        )
    elif people == 0:
        told.append(words.gettext("Nobody answered in the workshop."))
    else:
        told.append(words.gettext("The answers were taken down in a workshop."))
    told.append(held_text(analysis.survey, words))
    told += _how(analysis.survey, session, words)
    pairs = [one.n for one in analysis.features if not isinstance(one.n, Blank)]
    if session.mode is Mode.CARDS and any(pairs):
        told.append(
            words.ngettext(
                "For one feature up to {n} pair of cards was counted.",
                "For one feature up to {n} pairs of cards were counted.",
                max(pairs),
            ).format(n=words.number(max(pairs)))
        )
    if session.write_first and session.mode is Mode.ROUND:
        told.append(words.gettext("Everybody was told to write an answer down before the first was said aloud."))
    again = len(session.first_votes) + len(session.first_direct_votes)
    if again:
        told.append(
            words.ngettext(
                "{n} answer was given anew in a second vote, which counts; the first stands beside it.",
                "{n} answers were given anew in a second vote, which counts; the first stand beside them.",
                again,
            ).format(n=words.number(again))
        )
    return told


def _how(survey: Survey, session: Session, words: Language) -> list[str]:
    """Return how the room was asked, by the evidence it left: groups may have been asked in different ways."""
    modes = {
        Mode.INTERVIEW: words.gettext("One person after another was asked about all features."),
        Mode.ROUND: words.gettext("One question after another went round the room, each person in turn."),
        Mode.CARDS: words.gettext("All held up cards with their answers at once, and the pairs were counted."),
        Mode.VOTES: words.gettext("People named the category itself, which is another kind of evidence."),
    }
    if not isinstance(survey.evidence, Answers) or not turnout(survey):
        return [modes[session.mode]]
    in_room = [one.person for one in session.participants]
    paired, voted = int(in_pairs(survey)[in_room].sum()), len({one.person for one in session.votes})
    if paired and voted:
        counts = [
            words.ngettext("{n} person answered in pairs.", "{n} people answered in pairs.", paired).format(
                n=words.number(paired)
            ),
            words.ngettext(
                "{n} person voted directly, which is another kind of evidence.",
                "{n} people voted directly, which is another kind of evidence.",
                voted,
            ).format(n=words.number(voted)),
        ]
        is_of_all = session.has_pairs and paired == in_workshop(survey)
        return [modes[session.mode], *counts] if is_of_all else counts
    if voted:
        return [modes[Mode.VOTES]]
    return [] if session.mode is Mode.VOTES or is_one_person(survey) else [modes[session.mode]]


def _can_tell(analysis: Analysis, at_hand: int, words: Language) -> list[str]:
    sure = [one.stability.word for one in analysis.features if not isinstance(one.stability, Blank)]
    told = sum(word in {Sureness.CLEAR, Sureness.LIKELY} for word in sure)
    agreed = [
        words.gettext("Where this room agrees, and which features split it."),
        words.ngettext(
            "For {told} of {n} feature the category is clear or likely.",
            "For {told} of {n} features the category is clear or likely.",
            len(analysis.features),
        ).format(told=words.number(told), n=words.number(len(analysis.features))),
    ]
    alone = [words.gettext("What this one person answered."), no_room_text(words)]
    return [
        *(alone if is_one_person(analysis.survey) else agreed),
        words.ngettext(
            "With {n} answer a coefficient is known to about ±{width}.",
            "With {n} answers a coefficient is known to about ±{width}.",
            at_hand,
        ).format(n=words.number(at_hand), width=words.number(half_width_of(at_hand, analysis.settings.confidence), 2)),
    ]


def _cannot_tell(analysis: Analysis, at_hand: int, words: Language) -> list[str]:
    room = words.gettext(
        "What people think who were not in the room, how groups of them differ, and the order of features whose "
        "coefficients lie closer together than that."
    )
    alone = words.gettext(
        "What anybody else thinks, and the order of features whose coefficients lie closer together than that."
    )
    return [
        alone if is_one_person(analysis.survey) else room,
        words.ngettext(
            "With {n} answer the most frequent category is the true one in about {share} of surveys, where it has "
            "40 % and the others 25, 20 and 15 %.",
            "With {n} answers the most frequent category is the true one in about {share} of surveys, where it has "
            "40 % and the others 25, 20 and 15 %.",
            at_hand,
        ).format(n=words.number(at_hand), share=words.percent(leader_found(at_hand, _DRAWS, _SEED))),
        words.gettext("For coefficients to ±{wanted} ask {needed} people.").format(
            wanted=words.number(_WANTED, 2),
            needed=words.number(answers_for_half_width(_WANTED, analysis.settings.confidence)),
        ),
    ]
