"""Feature by feature: the grid of both answers, the formulas with their numbers, the rival, and what people said."""

from dataclasses import replace

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.analysis.figure import Figure, Interval
from kano_app.charts.palette import mark
from kano_app.domain.answer import LEVELS, Answer
from kano_app.domain.plan import RELEASES
from kano_app.domain.project import Project
from kano_app.i18n import Language
from kano_app.report.blocks import Block, FeatureCard, Heading, Note, Quotes, Square
from kano_app.report.views import ROADMAP_ANCHOR, feature_anchor, place_anchor
from kano_app.roadmap import Roadmap, RoadmapItem
from kano_app.wording.answers import answer_name
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.figures import blank_reason, coefficient, interval
from kano_app.wording.sensitivity import changes_text
from kano_app.wording.sureness import sureness_text
from kano_app.wording.voices import direct_votes_text, first_votes_text, notes_on
from kano_app.wording.working import counts_text, formula_letters, sign, summed


def card_blocks(
    project: Project, analysis: Analysis, roadmap: Roadmap, words: Language, *, linked: bool
) -> list[Block]:
    """Return one card a feature, in order of priority; ``linked`` where the roadmap has cards to go back to."""
    heading = Heading(words.gettext("Feature by feature"))
    about = words.gettext(
        "The grid counts how often each pair of answers was given; its letters say what a pair means. Every figure "
        "beside it is counted from it."
    )
    blocks: list[Block] = [heading]
    if analysis.tally is not None:
        blocks.append(Note(about))
    places = {one.feature.id: place for place, one in enumerate(analysis.features)}
    for item in roadmap.items:
        card = _card(item, places[item.result.feature.id], analysis, words, linked=linked)
        said = notes_on(analysis.survey, item.result.feature.id) if project.report.notes else ()
        blocks.append(replace(card, said=Quotes(words.gettext("What people said"), said)) if said else card)
    return blocks


def _card(item: RoadmapItem, place: int, analysis: Analysis, words: Language, *, linked: bool) -> FeatureCard:
    result = item.result
    category, feature = result.category, result.feature
    tags = [
        words.gettext("no category") if category is None else category_name(category, words),
        "" if isinstance(result.stability, Blank) else sureness_text(result.stability, words),
        horizon_name(item.horizon, words),
        feature.touchpoint,
        feature.dimension,
    ]
    lines = [
        (words.gettext("Counts"), counts_text(result, words)),
        (words.gettext("Better"), _formula(result, words, is_better=True)),
        (words.gettext("Worse"), _formula(result, words, is_better=False)),
        (words.gettext("Rival"), _rival(result, words)),
        (words.gettext("Other choices"), _changes(result, words)),
        (words.gettext("Direct votes"), direct_votes_text(analysis.survey, feature.id, words)),
        (words.gettext("First votes"), first_votes_text(analysis.survey, place, analysis.settings.table, words)),
    ]
    return FeatureCard(
        mark(category),
        words.number(item.rank),
        feature.name,
        tuple(tag for tag in tags if tag),
        feature.description,
        tuple((name, text) for name, text in lines if text),
        _square(analysis, place, words),
        anchor=feature_anchor(item),
        link=_back(item) if linked else "",
        link_text=words.gettext("to the roadmap") if linked else "",
    )


def _back(item: RoadmapItem) -> str:
    """Return where a feature stands on the roadmap; those that are not built have no card there."""
    return place_anchor(item) if item.horizon in RELEASES else ROADMAP_ANCHOR


def _square(analysis: Analysis, place: int, words: Language) -> Square | None:
    if analysis.tally is None:
        return None
    counts, table = analysis.tally.counts[place], analysis.settings.table
    cells = tuple(
        tuple(
            (words.number(count) if (count := int(counts[down, across])) else "", one.letter, mark(one))
            for across in range(LEVELS)
            for one in [table.category(down + 1, across + 1)]
        )
        for down in range(LEVELS)
    )
    answers = tuple(answer_name(Answer(code), words) for code in range(Answer.LIKE, Answer.DISLIKE + 1))
    return Square(answers, words.gettext("not there"), words.gettext("there"), cells)


def _formula(result: FeatureResult, words: Language, *, is_better: bool) -> str:
    """Return a coefficient with the counts it is made of."""
    value: Figure = result.better if is_better else result.worse
    between: Interval | Blank = result.better_interval if is_better else result.worse_interval
    if isinstance(value, Blank):
        return blank_reason(value, words)
    found = coefficient(value, words)
    if result.counts is None or isinstance(result.n_coefficients, Blank):
        return f"{formula_letters(is_better=is_better)} = {found}"
    sums = " + ".join(f"{one.letter} {words.number(result.counts[one])}" for one in summed(is_better=is_better))
    told = f"{sign(is_better=is_better)}({sums}) / {words.number(result.n_coefficients)} = {found}"
    if isinstance(between, Blank):
        return told
    return words.gettext("{formula}, interval {between}").format(formula=told, between=interval(*between, words))


def _rival(result: FeatureResult, words: Language) -> str:
    """Return what comes next, by how many answers, and how often it comes out of draws."""
    found, stable = result.lead, result.stability
    if isinstance(found, Blank) or result.counts is None or not result.counts[found.second]:
        return ""
    told = words.ngettext(
        "{category}, {n} answer against {most}.", "{category}, {n} answers against {most}.", result.counts[found.second]
    ).format(
        category=category_name(found.second, words),
        n=words.number(result.counts[found.second]),
        most=words.number(result.counts[found.first]),
    )
    if isinstance(stable, Blank):
        return told
    leads = words.gettext("{category} leads in {share} of draws.").format(
        category="" if result.category is None else category_name(result.category, words),
        share=words.percent(stable.leads),
    )
    return words.sentences([told, leads])


def _changes(result: FeatureResult, words: Language) -> str:
    return "" if isinstance(result.sensitivity, Blank) else changes_text(result.sensitivity, words)
