"""The pages on planning under uncertainty: what other choices would move, and what so many answers can tell."""

from kano_app.analysis import Analysis
from kano_app.i18n import Language
from kano_app.report.blocks import Block, Heading, Note, Paragraph
from kano_app.report.views import footnotes, grid
from kano_app.roadmap import Roadmap
from kano_app.statistics.sample_size import answers_for_half_width, half_width_of
from kano_app.tables import alternatives_table, answers_at_hand, sizes_table
from kano_app.wording.comparisons import sizes_note

_WANTED = 0.10


def alternatives_blocks(roadmap: Roadmap, words: Language) -> list[Block]:
    """Return what another table, rule or treatment would move on the roadmap; nothing for shares."""
    if not roadmap.alternatives:
        return []
    table = alternatives_table(roadmap)
    return [
        Heading(words.gettext("What other choices would move on the roadmap"), level=2),
        grid(table.without("moved"), words),
        *footnotes(table, words),
    ]


def sizes_blocks(analysis: Analysis, words: Language) -> list[Block]:
    """Return what so many answers can tell, with the number at hand; nothing for shares without n."""
    at_hand = answers_at_hand(analysis)
    if at_hand is None:
        return []
    settings = analysis.settings
    table = sizes_table(settings.confidence, at_hand)
    told = words.ngettext(
        "The coefficients of the least answered feature rest on {n} answer and are known to about ±{width}. For "
        "±{wanted} it would take {needed}.",
        "The coefficients of the least answered feature rest on {n} answers and are known to about ±{width}. For "
        "±{wanted} it would take {needed}.",
        at_hand,
    ).format(
        n=words.number(at_hand),
        width=words.number(half_width_of(at_hand, settings.confidence), 2),
        wanted=words.number(_WANTED, 2),
        needed=words.number(answers_for_half_width(_WANTED, settings.confidence)),
    )
    return [
        Heading(words.gettext(table.title), level=2),
        Paragraph(told),
        grid(table, words),
        Note(sizes_note(words)),
    ]
