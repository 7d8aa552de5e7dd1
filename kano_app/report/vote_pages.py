"""A workshop whose only evidence is direct votes: what was voted, how, and what so few votes can and cannot tell."""

from kano_app.analysis import Analysis
from kano_app.analysis.votes import FeatureVotes, direct_votes
from kano_app.charts.palette import mark
from kano_app.domain.survey import Survey
from kano_app.i18n import Language
from kano_app.report.blocks import Block, Bullets, Facts, Heading, Lead, Paragraph
from kano_app.report.naming import listed, quoted
from kano_app.report.sources import SOURCES
from kano_app.report.views import footnotes, grid
from kano_app.statistics.sample_size import half_width_of, leader_found
from kano_app.tables import votes_table
from kano_app.wording.categories import category_name
from kano_app.wording.entry import VOTES, vote_sentences
from kano_app.wording.literal import visible
from kano_app.wording.voices import first_direct_votes_text
from kano_app.wording.workshop import held_text, no_room_text

_DRAWS, _SEED = 20_000, 1
_TWO = 2
"""People who can agree."""


def voted_kind(words: Language) -> str:
    """Return what kind of report it is: there is no roadmap."""
    return words.gettext("Votes of a workshop")


def voted_cover_note(survey: Survey, words: Language) -> str:
    """Return on the cover what all counts of the report are."""
    told = words.gettext(
        "There are no complete pairs of answers on how people feel if a feature is there, and how if it is not. Every "
        "count in this report is a count of votes."
    )
    return words.sentences([_who(survey, words), held_text(survey, words), told])


def voted_workshop_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return how it was held, and what so few votes can and cannot tell."""
    survey = analysis.survey
    can = words.sentences(_can_tell(survey, words))
    cannot = words.sentences(_cannot_tell(analysis, words))
    return [
        Heading(words.gettext("What this workshop can tell")),
        Paragraph(words.sentences([_who(survey, words), held_text(survey, words), _again(survey, words)])),
        Facts(((words.gettext("It can tell"), can), (words.gettext("It cannot tell"), cannot))),
    ]


def voted_summary_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return what was voted on every feature."""
    votes = votes_table(analysis)
    firsts = [
        (visible(one.name), text)
        for one in analysis.survey.features
        if (text := first_direct_votes_text(analysis.survey, one.id, words))
    ]
    again: list[Block] = [Heading(words.gettext("First votes"), level=2), Facts(tuple(firsts))]
    return [
        Heading(words.gettext("How the votes fell")),
        Lead(voted_summary(analysis.survey, words)),
        grid(votes, words),
        *footnotes(votes, words),
        *(again if firsts else []),
    ]


def voted_method_blocks(words: Language) -> list[Block]:
    """Return how the votes were counted, and what is not made of them."""
    told = words.gettext(
        "People named the category of a feature directly, in words like those below: one vote for each person and "
        "feature. What was named most often is what was voted; where several categories were named equally often, all "
        "of them are said and none is chosen."
    )
    nothing = words.gettext(
        "There are no complete pairs of answers. So there is no evaluation table, no Better, no Worse and no place in "
        "a roadmap. Votes are never pooled with pairs."
    )
    sentences = vote_sentences(words)
    meanings = tuple((f"{one.letter}  {category_name(one, words)}", sentences[one]) for one in VOTES)
    return [
        Heading(words.gettext("Method")),
        Paragraph(told),
        Facts(meanings, tuple(mark(one) for one in VOTES)),
        Paragraph(nothing),
        Heading(words.gettext("Sources"), level=2),
        Bullets(SOURCES[:1]),
    ]


def voted_summary(survey: Survey, words: Language) -> str:
    """Return in sentences what was voted, and for whom it speaks."""
    votes = direct_votes(survey)
    told = words.gettext(
        "Votes give no Better, no Worse and no place in a roadmap, and speak only for those who voted."
    )
    return words.sentences(
        [
            _who(survey, words),
            held_text(survey, words),
            *_leaders(votes, words),
            _tied(votes, words),
            _not_voted_on(votes, words),
            told,
        ]
    )


def votes_a_feature(survey: Survey, words: Language) -> str:
    """Return the smallest and the largest number of votes on a feature."""
    sizes = [one.n for one in direct_votes(survey)]
    low, high = words.number(min(sizes)), words.number(max(sizes))
    return low if low == high else words.gettext("{low} to {high}").format(low=low, high=high)


def _voters(survey: Survey) -> int:
    return 0 if survey.session is None else len({one.person for one in survey.session.votes})


def _who(survey: Survey, words: Language) -> str:
    voters, count = _voters(survey), sum(one.n > 0 for one in direct_votes(survey))
    features = words.ngettext("{n} service feature", "{n} service features", count).format(n=words.number(count))
    return words.ngettext(
        "{n} person in a workshop named the category of {features} directly.",
        "{n} people in a workshop named the category of {features} themselves.",
        voters,
    ).format(n=words.number(voters), features=features)


def _again(survey: Survey, words: Language) -> str:
    count = 0 if survey.session is None else len(survey.session.first_direct_votes)
    if not count:
        return ""
    return words.ngettext(
        "{n} vote was given anew in a second vote; only the second counts.",
        "{n} votes were given anew in a second vote; only the second count.",
        count,
    ).format(n=words.number(count))


def _leaders(votes: tuple[FeatureVotes, ...], words: Language) -> list[str]:
    """Return by category which features were named so most often, each with its count."""
    told = []
    pattern = words.gettext("{name} ({count} of {n})")
    for category in VOTES:
        names = [
            pattern.format(
                name=quoted(one.feature.name, words), count=words.number(max(one.counts)), n=words.number(one.n)
            )
            for one in votes
            if one.named_most == (category,)
        ]
        if names:
            sentence = words.gettext("Named most as {category}: {names}.")
            told.append(sentence.format(category=category_name(category, words), names=listed(names, words)))
    return told


def _tied(votes: tuple[FeatureVotes, ...], words: Language) -> str:
    pattern = words.gettext("{name} between {categories} ({count} of {n} each)")
    names = [
        pattern.format(
            name=quoted(one.feature.name, words),
            categories=words.listing([category_name(category, words) for category in one.named_most]),
            count=words.number(max(one.counts)),
            n=words.number(one.n),
        )
        for one in votes
        if len(one.named_most) > 1
    ]
    return words.gettext("Tied: {names}.").format(names=listed(names, words)) if names else ""


def _not_voted_on(votes: tuple[FeatureVotes, ...], words: Language) -> str:
    names = [quoted(one.feature.name, words) for one in votes if not one.n]
    return words.gettext("Nobody voted on {names}.").format(names=listed(names, words)) if names else ""


def _can_tell(survey: Survey, words: Language) -> list[str]:
    if _voters(survey) < _TWO:
        return [words.gettext("What this one person named."), no_room_text(words)]
    votes = direct_votes(survey)
    agreed = sum(one.n >= _TWO and 2 * max(one.counts) > one.n for one in votes)
    return [
        words.gettext("Where this room agrees, and which features split it."),
        words.ngettext(
            "On {told} of {n} feature more than half of the votes named one category.",
            "On {told} of {n} features more than half of the votes named one category.",
            len(votes),
        ).format(told=words.number(agreed), n=words.number(len(votes))),
    ]


def _cannot_tell(analysis: Analysis, words: Language) -> list[str]:
    fewest = min(one.n for one in direct_votes(analysis.survey) if one.n)
    width = 100 * half_width_of(fewest, analysis.settings.confidence)
    others = (
        words.gettext("What anybody else thinks.")
        if _voters(analysis.survey) < _TWO
        else words.gettext("What people think who were not in the room: those in it were not drawn at random.")
    )
    by_chance = words.ngettext(
        "Even of people drawn at random {n} vote gives the share of a category only to about ±{width} percentage "
        "points, and the category named most is the true one in about {share} of surveys, where it has 40 % and the "
        "others 25, 20 and 15 %.",
        "Even of people drawn at random {n} votes give the share of a category only to about ±{width} percentage "
        "points, and the category named most is the true one in about {share} of surveys, where it has 40 % and the "
        "others 25, 20 and 15 %.",
        fewest,
    ).format(
        n=words.number(fewest),
        width=words.number(round(width)),
        share=words.percent(leader_found(fewest, _DRAWS, _SEED)),
    )
    return [
        others,
        words.gettext(
            "What people would answer to both questions, how they feel with the feature and how without it: to name a "
            "category is not the same."
        ),
        by_chance,
        words.gettext("For Better, Worse and a roadmap ask both questions."),
    ]
