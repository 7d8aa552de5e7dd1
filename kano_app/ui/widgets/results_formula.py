"""The working of a feature in words: counts, formulas with their numbers, and how sure all of it is."""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from kano_app.analysis import Analysis, Blank, FeatureResult
from kano_app.analysis.figure import Figure, Interval
from kano_app.analysis.lead import Lead
from kano_app.ui.context import Context
from kano_app.wording.categories import category_name
from kano_app.wording.figures import blank_reason, coefficient, interval
from kano_app.wording.importance import refined_name
from kano_app.wording.literal import visible
from kano_app.wording.sensitivity import changes_text
from kano_app.wording.voices import direct_votes_text, first_votes_text, notes_on
from kano_app.wording.working import counts_text, formula_letters, sign, summed

_SMALLEST = 0.001


class Line(NamedTuple):
    """One line of the working; of its text one part may be strong, and what follows that is quiet."""

    heading: str
    text: str
    strong: str = ""

    def rich(self, muted: str) -> str:
        """Return it as rich text, everything in it literal."""
        if not self.strong:
            return escape(self.text)
        before, _, after = self.text.rpartition(self.strong) if "   " not in self.text else _split(self)
        tail = f'<span style="color: {muted}">{escape(after).replace("   ", "&nbsp;&nbsp;&nbsp;")}</span>'
        return f"{escape(before)}<b>{escape(self.strong)}</b>{tail}"


def _split(line: Line) -> tuple[str, str, str]:
    head, gap, tail = line.text.partition("   ")
    before, strong, _ = head.rpartition(line.strong)
    return before, strong, gap + tail


def working_lines(context: Context, result: FeatureResult) -> list[Line]:
    """Return what can be checked by hand, and what is blank with the reason."""
    lines = [
        Line(context.tr("Counts"), _counts(context, result)),
        _formula(context, result, is_better=True),
        _formula(context, result, is_better=False),
    ]
    told = (
        (context.tr("Category"), _verdict(context, result)),
        (context.tr("How sure"), [*_stability(context, result), *_lead(context, result)]),
        (context.tr("Strength"), _strength(context, result)),
        (context.tr("Other choices"), [_changes(context, result)]),
        (context.tr("Importance"), [_importance(context, result)]),
    )
    joined = [Line(heading, context.language.sentences(sentences)) for heading, sentences in told]
    return [*lines, *(line for line in joined if line.text)]


def voice_lines(context: Context, analysis: Analysis, place: int) -> list[Line]:
    """Return what a workshop knows of a feature beside its counts: direct votes, first votes, what people said."""
    survey, words = analysis.survey, context.language
    feature = survey.features[place].id
    said = " / ".join(words.gettext("“{name}”").format(name=visible(one)) for one in notes_on(survey, feature))
    lines = [
        Line(context.tr("Direct votes"), direct_votes_text(survey, feature, words)),
        Line(context.tr("First votes"), first_votes_text(survey, place, analysis.settings.table, words)),
        Line(context.tr("What people said"), said),
    ]
    return [line for line in lines if line.text]


def flipped_lines(context: Context, flipped: FeatureResult) -> list[Line]:
    """Return the figures of the flipped statement of a reverse feature."""
    category = flipped.category
    name = "" if category is None else category_name(category, context.language)
    told = context.tr("As if its absence had been the feature: {category}.", category=name) if name else ""
    return [
        Line(context.tr("Flipped statement"), told),
        _formula(context, flipped, is_better=True),
        _formula(context, flipped, is_better=False),
    ]


def _counts(context: Context, result: FeatureResult) -> str:
    told = counts_text(result, context.language)
    if result.counts is not None or isinstance(result.shares, Blank):
        return told
    return f"{told}  {blank_reason(Blank.NEEDS_COUNTS, context.language)}"


def _formula(context: Context, result: FeatureResult, *, is_better: bool) -> Line:
    """Return Better, which adds performance to attractive, or Worse, which adds it to must-be."""
    words = context.language
    heading = context.tr("Better") if is_better else context.tr("Worse")
    value: Figure = result.better if is_better else result.worse
    between: Interval | Blank = result.better_interval if is_better else result.worse_interval
    letters = formula_letters(is_better=is_better)
    if isinstance(value, Blank):
        return Line(heading, f"{letters}. {blank_reason(value, words)}")
    strong = coefficient(value, words)
    told = f"{letters}{_numbers(context, result, is_better=is_better)} = {strong}"
    return Line(heading, told if isinstance(between, Blank) else f"{told}   {interval(*between, words)}", strong)


def _numbers(context: Context, result: FeatureResult, *, is_better: bool) -> str:
    counts, base, number = result.counts, result.n_coefficients, context.language.number
    if counts is None or isinstance(base, Blank):
        return ""
    sums = " + ".join(number(counts[one]) for one in summed(is_better=is_better))
    return f" = {sign(is_better=is_better)}({sums}) / {number(base)}"


def _verdict(context: Context, result: FeatureResult) -> Iterator[str]:
    verdict, words, tr = result.verdict, context.language, context.tr
    if isinstance(verdict, Blank):
        yield blank_reason(verdict, words)
        return
    if verdict.set_aside is not None:
        yield tr(
            "{category} by the rule; the most frequent is {other}.",
            category=category_name(verdict.category, words),
            other=category_name(verdict.set_aside, words),
        )
    if verdict.tied:
        names = words.listing([category_name(one, words) for one in verdict.tied])
        yield tr("A tie of {categories}, broken by the order M > P > A > I > R > Q.", categories=names)


def _stability(context: Context, result: FeatureResult) -> Iterator[str]:
    stable, words, tr = result.stability, context.language, context.tr
    if isinstance(stable, Blank):
        if not isinstance(result.verdict, Blank):
            yield blank_reason(stable, words)
        return
    if result.category is None:
        return
    category = category_name(result.category, words)
    share = words.percent(stable.leads)
    if stable.rival is None:
        yield tr("{category} leads in {share} of draws; it has no rival.", category=category, share=share)
    else:
        rival = category_name(stable.rival, words)
        yield tr(
            "{category} leads in {share} of draws; the rival is {rival}.",
            category=category,
            share=share,
            rival=rival.lower() if words.code == "en" else rival,
        )


def _lead(context: Context, result: FeatureResult) -> Iterator[str]:
    lead, words, tr = result.lead, context.language, context.tr
    if not isinstance(lead, Lead) or not lead.together:
        return
    values = {
        "first": lead.first.letter,
        "second": lead.second.letter,
        "difference": words.number(lead.difference),
        "limit": words.number(lead.limit, 1),
    }
    if lead.significant:
        yield tr("Fong: {first} leads {second} by more than chance ({difference} > {limit}).", **values)
    else:
        yield tr("Fong: that {first} leads {second} may be chance ({difference} ≤ {limit}).", **values)
    p = words.number(lead.binomial_p, 3) if lead.binomial_p >= _SMALLEST else f"< {words.number(_SMALLEST, 3)}"
    yield tr("The binomial test of the two: p {p}.", p=p)


def _strength(context: Context, result: FeatureResult) -> Iterator[str]:
    strength, total, words, tr = result.category_strength, result.total_strength, context.language, context.tr
    if isinstance(strength, Blank) or isinstance(total, Blank):
        return
    yield tr(
        "Category strength {value} ({first} minus {second}), total strength {total}.",
        value=words.percent(strength.value, 1),
        first=strength.first.letter,
        second=strength.second.letter,
        total=words.percent(total, 1),
    )
    if result.is_combination:
        yield tr(
            "It matters, and no one category describes it: a combination of {first} and {second}.",
            first=category_name(strength.first, words),
            second=category_name(strength.second, words),
        )


def _changes(context: Context, result: FeatureResult) -> str:
    found = result.sensitivity
    if isinstance(found, Blank) or result.category is None:
        return ""
    if not found.robust:
        return changes_text(found, context.language)
    if found.own.table is None:
        return context.tr("The same category under every rule and treatment of R and Q.")
    return context.tr("The same category under every table, rule and treatment of R and Q.")


def _importance(context: Context, result: FeatureResult) -> str:
    stated, words = result.importance, context.language
    if isinstance(stated, Blank):
        return ""
    told = context.ntr(
        "{mean} of {highest}, stated by {n} person.",
        "{mean} of {highest}, stated by {n} people.",
        stated.n,
        mean=words.number(stated.mean, 1),
        highest=words.number(stated.highest),
    )
    refined = stated.refined(result.category)
    if refined is None or isinstance(refined, Blank):
        return told
    return words.sentences([told, context.tr("Yang: {name}.", name=refined_name(refined, words))])
