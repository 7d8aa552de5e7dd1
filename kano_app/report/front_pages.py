"""The first pages: the cover, and the contents with how the marks are to be read."""

from collections.abc import Sequence

from kano_app.analysis import Analysis, Blank
from kano_app.analysis.stability import CLEAR, LIKELY, Sureness
from kano_app.charts.palette import mark
from kano_app.domain.category import CATEGORIES
from kano_app.domain.project import Project
from kano_app.domain.survey import Survey
from kano_app.domain.turnout import in_workshop, turnout
from kano_app.i18n import Language
from kano_app.report.blocks import (
    Block,
    Contents,
    Cover,
    Facts,
    Heading,
    Note,
    Sheet,
)
from kano_app.report.views import held_on, is_voted, sure_word
from kano_app.report.vote_pages import voted_cover_note, voted_kind
from kano_app.wording.categories import category_meaning, category_name
from kano_app.wording.entry import VOTES


def cover_blocks(project: Project, analysis: Analysis, words: Language) -> list[Block]:
    """Return the cover."""
    settings, is_votes = project.report, is_voted(analysis)
    held = held_on(project)
    evidence = words.gettext("Direct votes") if is_votes else words.gettext("Answers")
    facts = [
        (words.gettext("Date"), words.date(settings.date) if settings.date else ""),
        (evidence, _kind_of_evidence(analysis.survey, words)),
        (words.gettext("Data of"), words.date(held) if held else ""),
        (words.gettext("Run again by"), words.date(settings.valid_until) if settings.valid_until else ""),
    ]
    kind = voted_kind(words) if is_votes else words.gettext("Priority roadmap")
    note = voted_cover_note(analysis.survey, words) if is_votes else _note(words)
    given = tuple((name, one) for name, one in facts if one)
    return [Cover(settings.title, kind, settings.organisation, _numbers(analysis, words), given, note)]


def _note(words: Language) -> str:
    return words.gettext(
        "Made with the Kano method: people say how they feel if a feature is there, and how if it is not. Every figure "
        "in this report can be checked by hand from the counts in it."
    )


def _numbers(analysis: Analysis, words: Language) -> tuple[tuple[str, str], ...]:
    """Return how many people, features, and categories that can be told."""
    people, features = turnout(analysis.survey), len(analysis.features)
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


def _kind_of_evidence(survey: Survey, words: Language) -> str:
    people, room = turnout(survey), in_workshop(survey)
    if survey.session is None:
        return ""
    if people is None or room is None or room == people:
        return words.gettext("taken down in a workshop")
    return words.gettext("{room} of {n} people in a workshop").format(room=words.number(room), n=words.number(people))


def contents_blocks(entries: Sequence[tuple[str, str]], words: Language, *, voted: bool = False) -> list[Block]:
    """Return the contents, and how the marks are to be read; those of ``voted`` categories have no sureness."""
    known = VOTES if voted else CATEGORIES
    return [
        Sheet(),
        Heading(words.gettext("Contents")),
        Contents(tuple(entries)),
        Heading(words.gettext("How to read it"), level=2),
        Facts(
            tuple((category_name(one, words), category_meaning(one, words)) for one in known),
            tuple(mark(one) for one in known),
        ),
        *([] if voted else [_about_sureness(words)]),
    ]


def _about_sureness(words: Language) -> Note:
    sure = [
        (Sureness.CLEAR, words.gettext("leads in {share} or more of random draws")),
        (Sureness.LIKELY, words.gettext("leads in {share} or more of them")),
    ]
    shares = {Sureness.CLEAR: words.percent(CLEAR), Sureness.LIKELY: words.percent(LIKELY)}
    told = words.listing([f"{sure_word(word, words)} – {text.format(share=shares[word])}" for word, text in sure])
    return Note(words.gettext("How sure a category is: {told}; below that it is too close to tell.").format(told=told))
