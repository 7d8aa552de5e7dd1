"""The first pages: cover, contents, the one page that says everything, and what a workshop can tell."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from kano_app.analysis import Analysis, Blank
from kano_app.analysis.stability import CLEAR, LIKELY, Sureness
from kano_app.charts.palette import mark
from kano_app.charts.satisfaction_map import drawable, satisfaction_map
from kano_app.domain.category import CATEGORIES
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Session
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Block,
    Brief,
    BriefLane,
    Card,
    Contents,
    Cover,
    Drawing,
    Facts,
    Heading,
    Lane,
    Lanes,
    Lead,
    Legend,
    Note,
    Paragraph,
    Sheet,
)
from kano_app.report.narrative import shown_name, summary
from kano_app.report.views import MAP_INSET, held_on, load, place_anchor, sure_word
from kano_app.report.views import feature_anchor as to_feature
from kano_app.roadmap import Release, Roadmap, RoadmapItem
from kano_app.statistics.sample_size import answers_for_half_width, half_width_of, leader_found
from kano_app.tables import answers_at_hand
from kano_app.wording.categories import category_meaning, category_name, horizon_name
from kano_app.wording.figures import coefficient

_MOST_CARDS = 4
"""Features of a release that are cards on the summary page; more are a list."""
_MOST_TOLD = 7
"""Features of a release of which a list says a few words."""
_MOST_ALL_TOLD = 20
_MOST_ROWS = 12
_MOST_UNPLANNED = 4
_MOST_ON_MAP = 24
"""Features whose names have room on the small map."""
_MAP = (430.0, 190.0)
"""The height of the small map, and that with which it does."""
_DRAWS, _SEED = 20_000, 1
_WANTED = 0.10


class Parts(NamedTuple):
    """Which parts the report has that others lead to."""

    cards: bool
    roadmap: bool


def cover_blocks(project: Project, analysis: Analysis, words: Language) -> list[Block]:
    """Return the cover."""
    settings = project.report
    held = held_on(project)
    facts = [
        (words.gettext("Date"), words.date(settings.date) if settings.date else ""),
        (words.gettext("Answers"), _kind_of_evidence(analysis.survey.session, words)),
        (words.gettext("Data of"), words.date(held) if held else ""),
        (words.gettext("Run again by"), words.date(settings.valid_until) if settings.valid_until else ""),
    ]
    note = words.gettext(
        "Made with the Kano method: people say how they feel if a feature is there, and how if it is not. Every figure "
        "in this report can be checked by hand from the counts in it."
    )
    kind = words.gettext("Priority roadmap")
    given = tuple((name, one) for name, one in facts if one)
    return [Cover(settings.title, kind, settings.organisation, _numbers(analysis, words), given, note)]


def _numbers(analysis: Analysis, words: Language) -> tuple[tuple[str, str], ...]:
    """Return how many people, features, and categories that can be told."""
    people, features = analysis.survey.respondents, len(analysis.features)
    sure = [one.stability.word for one in analysis.features if not isinstance(one.stability, Blank)]
    told = sum(word in {Sureness.CLEAR, Sureness.LIKELY} for word in sure)
    found = [(words.number(features), words.ngettext("feature", "features", features))]
    if people is not None:
        found.insert(0, (words.number(people), words.ngettext("person", "people", people)))
    if sure:
        found.append(
            (words.number(told), words.ngettext("category clear or likely", "categories clear or likely", told))
        )
    return tuple(found)


def contents_blocks(entries: Sequence[tuple[str, str]], words: Language) -> list[Block]:
    """Return the contents, and how the marks are to be read."""
    sure = [
        (Sureness.CLEAR, words.gettext("leads in {share} or more of random draws")),
        (Sureness.LIKELY, words.gettext("leads in {share} or more of them")),
    ]
    shares = {Sureness.CLEAR: words.percent(CLEAR), Sureness.LIKELY: words.percent(LIKELY)}
    told = words.listing([f"{sure_word(word, words)} – {text.format(share=shares[word])}" for word, text in sure])
    return [
        Sheet(),
        Heading(words.gettext("Contents")),
        Contents(tuple(entries)),
        Heading(words.gettext("How to read it"), level=2),
        Facts(
            tuple((category_name(one, words), category_meaning(one, words)) for one in CATEGORIES),
            tuple(mark(one) for one in CATEGORIES),
        ),
        Note(words.gettext("How sure a category is: {told}; below that it is too close to tell.").format(told=told)),
    ]


def summary_blocks(
    project: Project, analysis: Analysis, roadmap: Roadmap, parts: Parts, words: Language
) -> list[Block]:
    """Return the page that must be read if nothing else is."""
    blocks: list[Block] = [
        Heading(words.gettext("What to do first")),
        Lead(summary(analysis, roadmap, words)),
        _lanes(roadmap, parts, words),
    ]
    others = (Horizon.DO_NOT_BUILD, Horizon.ASK_AGAIN, Horizon.NOT_PLANNED)
    rows = tuple((horizon_name(one, words), _unplanned(roadmap.at(one), words)) for one in others if roadmap.at(one))
    if rows:
        blocks.append(Facts(rows))
    features = [(item.rank, item.result) for item in roadmap.items]
    if 0 < len(drawable(features)) <= _MOST_ON_MAP:
        most, least = _MAP
        lines = project.report.quadrant_lines
        blocks += [
            Heading(words.gettext("Satisfaction map"), level=2),
            Legend(tuple((mark(one), category_name(one, words)) for one in CATEGORIES)),
            Drawing(
                partial(satisfaction_map, features=features, language=words, lines=lines),
                height=most,
                inset=MAP_INSET,
                alt=words.gettext(
                    "Satisfaction map: Better and Worse of every feature; the figures stand in the table."
                ),
                least=least,
            ),
        ]
    return blocks


def _lanes(roadmap: Roadmap, parts: Parts, words: Language) -> Block:
    """Return the releases as small cards, or as lists where there are many."""
    empty = words.gettext("Nothing stands here.")
    if max(len(roadmap.at(one)) for one in RELEASES) <= _MOST_CARDS:
        return Lanes(
            tuple(
                Lane(
                    horizon_name(release.horizon, words),
                    load(release, roadmap, words),
                    tuple(_card(item, parts, words) for item in roadmap.at(release.horizon)),
                    empty,
                )
                for release in roadmap.releases
            )
        )
    return Brief(tuple(_brief(one, roadmap, roadmap.at(one.horizon), parts, words) for one in roadmap.releases))


def _brief(
    release: Release, roadmap: Roadmap, items: Sequence[RoadmapItem], parts: Parts, words: Language
) -> BriefLane:
    # Beyond so many features there is no map below that would need the room.
    most = _MOST_ROWS if len(roadmap.items) <= _MOST_ON_MAP else _MOST_ROWS + 2
    shown = items if len(items) <= most else items[: most - 1]
    more = len(items) - len(shown)
    is_short = max(len(roadmap.at(one)) for one in RELEASES) <= _MOST_TOLD and len(roadmap.items) <= _MOST_ALL_TOLD
    return BriefLane(
        horizon_name(release.horizon, words),
        load(release, roadmap, words),
        tuple(
            (
                mark(one.result.category),
                one.result.feature.name,
                _in_brief(one, words) if is_short else "",
                to_feature(one) if parts.cards else "",
            )
            for one in shown
        ),
        words.ngettext("and {n} more", "and {n} more", more).format(n=words.number(more)) if more else "",
        words.gettext("Nothing stands here."),
    )


def _in_brief(item: RoadmapItem, words: Language) -> str:
    stable = item.result.stability
    parts = [_figures(item, words), "" if isinstance(stable, Blank) else sure_word(stable.word, words)]
    return " · ".join(part for part in parts if part)


def _card(item: RoadmapItem, parts: Parts, words: Language) -> Card:
    result, effort = item.result, item.work.effort
    tags = [
        words.gettext("no category") if result.category is None else category_name(result.category, words),
        _figures(item, words),
        "" if isinstance(result.stability, Blank) else sure_word(result.stability.word, words),
        "" if effort is None else words.gettext("effort {used}").format(used=words.plain_number(effort)),
    ]
    target = to_feature(item) if parts.cards else place_anchor(item) if parts.roadmap else ""
    shown = tuple(tag for tag in tags if tag)
    return Card(mark(result.category), words.number(item.rank), result.feature.name, "", shown, link=target)


def _figures(item: RoadmapItem, words: Language) -> str:
    better, worse = item.result.better, item.result.worse
    if isinstance(better, Blank) or isinstance(worse, Blank):
        return ""
    return words.gettext("Better {better}, Worse {worse}").format(
        better=coefficient(better, words), worse=coefficient(worse, words)
    )


def _unplanned(items: Sequence[RoadmapItem], words: Language) -> str:
    names = [shown_name(one.result.feature.name, words) for one in items]
    more = len(names) - _MOST_UNPLANNED
    if more > 1:
        told = words.ngettext("{n} more", "{n} more", more).format(n=words.number(more))
        names = [*names[:_MOST_UNPLANNED], told]
    return words.listing(names)


def _kind_of_evidence(session: Session | None, words: Language) -> str:
    return "" if session is None else words.gettext("taken down in a workshop")


def workshop_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return that it was a workshop, how it was held, and what so few answers can and cannot tell."""
    session = analysis.survey.session
    if session is None:
        return []
    blocks: list[Block] = [
        Heading(words.gettext("What this workshop can tell")),
        Paragraph(words.sentences(_held(analysis, session, words))),
    ]
    at_hand = answers_at_hand(analysis)
    if at_hand is None:
        return blocks
    can = words.sentences(_can_tell(analysis, at_hand, words))
    cannot = words.sentences(_cannot_tell(analysis, at_hand, words))
    return [*blocks, Facts(((words.gettext("It can tell"), can), (words.gettext("It cannot tell"), cannot)))]


def _held(analysis: Analysis, session: Session, words: Language) -> list[str]:
    people = analysis.survey.respondents or len(session.participants)
    told = []
    if people:
        told.append(
            words.ngettext(
                "The answers were taken down in a workshop of {n} person.",
                "The answers were taken down in a workshop of {n} people.",
                people,
            ).format(n=words.number(people))
        )
    else:
        told.append(words.gettext("The answers were taken down in a workshop."))
    if session.date is not None:
        told.append(words.gettext("It was held on {date}.").format(date=words.date(session.date)))
    modes = {
        Mode.INTERVIEW: words.gettext("One person after another was asked about all features."),
        Mode.ROUND: words.gettext("One question after another went round the room, each person in turn."),
        Mode.CARDS: words.gettext("All held up cards with their answers at once, and the pairs were counted."),
        Mode.VOTES: words.gettext("People named the category itself, which is another kind of evidence."),
    }
    told.append(modes[session.mode])
    if session.write_first and session.mode is Mode.ROUND:
        told.append(words.gettext("Everybody was told to write an answer down before the first was said aloud."))
    again = len(session.first_votes)
    if again:
        told.append(
            words.ngettext(
                "{n} answer was given anew in a second vote, which counts; the first stands beside it.",
                "{n} answers were given anew in a second vote, which counts; the first stand beside them.",
                again,
            ).format(n=words.number(again))
        )
    return told


def _can_tell(analysis: Analysis, at_hand: int, words: Language) -> list[str]:
    sure = [one.stability.word for one in analysis.features if not isinstance(one.stability, Blank)]
    told = sum(word in {Sureness.CLEAR, Sureness.LIKELY} for word in sure)
    return [
        words.gettext("Where this room agrees, and which features split it."),
        words.ngettext(
            "For {told} of {n} feature the category is clear or likely.",
            "For {told} of {n} features the category is clear or likely.",
            len(analysis.features),
        ).format(told=words.number(told), n=words.number(len(analysis.features))),
        words.ngettext(
            "With {n} answer a coefficient is known to about ±{width}.",
            "With {n} answers a coefficient is known to about ±{width}.",
            at_hand,
        ).format(n=words.number(at_hand), width=words.number(half_width_of(at_hand, analysis.settings.confidence), 2)),
    ]


def _cannot_tell(analysis: Analysis, at_hand: int, words: Language) -> list[str]:
    return [
        words.gettext(
            "What people think who were not in the room, how groups of them differ, and the order of features whose "
            "coefficients lie closer together than that."
        ),
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
