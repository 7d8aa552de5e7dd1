"""The reason for a feature's place on the roadmap, as sentences made from its numbers."""

from collections.abc import Sequence
from typing import assert_never

from kano_app.analysis.figure import Blank, Count
from kano_app.domain.category import Category
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.settings import Rule
from kano_app.i18n import Language
from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.effort import effort_text
from kano_app.wording.figures import coefficient
from kano_app.wording.settings import rule_name


def reason_text(reasons: Sequence[Reason], language: Language) -> str:
    """Return all reasons of one place, sentence after sentence."""
    return language.sentences(_sentence(reason, language) for reason in reasons)


_AMISS = {ReasonKind.BEFORE_NEED, ReasonKind.NEEDED_BEFORE, ReasonKind.IN_CIRCLE}
_ON_A_CARD = {
    ReasonKind.OVER_MOST_FREQUENT,
    ReasonKind.REVERSE_SHARE,
    ReasonKind.DELIGHT,
    ReasonKind.NO_ROOM,
    ReasonKind.NO_EFFORT,
    ReasonKind.AFTER,
    ReasonKind.NEEDED_BY,
    ReasonKind.BY_HAND,
    *_AMISS,
}


def card_text(
    reasons: Sequence[Reason], language: Language, n: Count = Blank.NO_ANSWERS, *, is_roomy: bool = False
) -> str:
    """Return what a card has room for: the figures of the category and what else moved the feature.

    Args:
        reasons: why it stands there.
        language: the reader's language.
        n: how many answered; said where it is known.
        is_roomy: whether a card that nothing else moved says in a line what the figures mean.
    """
    figures = [text for reason in reasons if (text := _figures(reason, language))]
    if figures and not isinstance(n, Blank):
        figures[0] += f" · n = {language.number(n)}"
    moved = [reason for reason in reasons if reason.kind in _ON_A_CARD]
    if not moved and is_roomy:
        plain = (_plain(reason, language) for reason in reasons)
        return "\n".join([*figures, *(text for text in plain if text)])
    amiss = [reason for reason in moved if reason.kind in _AMISS]
    others = [reason for reason in moved if reason.kind not in _AMISS]
    return "\n".join([*figures, *(reason_text(some, language) for some in (others, amiss) if some)])


def _plain(reason: Reason, language: Language) -> str:
    """Return what the figures of a category mean, in a line."""
    texts = {
        ReasonKind.MUST_BE: language.gettext("Lacking it dissatisfies {lack}."),
        ReasonKind.PERFORMANCE: language.gettext("Having it satisfies {have}, lacking it dissatisfies {lack}."),
        ReasonKind.ATTRACTIVE: language.gettext("Having it satisfies {have}."),
    }
    return texts.get(reason.kind, "").format(**_category_numbers(reason, language))


def _figures(reason: Reason, language: Language) -> str:
    texts = {
        ReasonKind.MUST_BE: language.gettext("Worse {worse}"),
        ReasonKind.PERFORMANCE: language.gettext("Better {better}, Worse {worse}"),
        ReasonKind.ATTRACTIVE: language.gettext("Better {better}"),
        ReasonKind.INDIFFERENT: language.gettext("{share} do not mind"),
        ReasonKind.REVERSE: language.gettext("{share} would rather not have it"),
        ReasonKind.QUESTIONABLE: language.gettext("{share} contradict themselves"),
        ReasonKind.UNANSWERED: language.gettext("nobody answered"),
        ReasonKind.NOT_CLASSIFIED: language.gettext("only reverse or questionable answers"),
    }
    text = texts.get(reason.kind, "")
    return text.format(**_category_numbers(reason, language))


def _sentence(reason: Reason, language: Language) -> str:
    """Return one reason as a sentence."""
    match reason.kind:
        case (
            ReasonKind.MUST_BE
            | ReasonKind.PERFORMANCE
            | ReasonKind.ATTRACTIVE
            | ReasonKind.INDIFFERENT
            | ReasonKind.REVERSE
            | ReasonKind.QUESTIONABLE
            | ReasonKind.UNANSWERED
            | ReasonKind.NOT_CLASSIFIED
        ):
            return _category_sentence(reason, language)
        case ReasonKind.OVER_MOST_FREQUENT:
            return language.gettext("{category} was given more often; the rule ({rule}) decides otherwise.").format(
                category=category_name(Category(str(reason.facts["category"])), language),
                rule=rule_name(Rule(str(reason.facts["rule"])), language),
            )
        case ReasonKind.REVERSE_SHARE:
            return language.gettext("{share} would rather not have it, which the coefficients do not see.").format(
                **_category_numbers(reason, language)
            )
        case ReasonKind.IN_NOW:
            return language.gettext("Lands in Now in {share} of resamples.").format(
                **_category_numbers(reason, language)
            )
        case ReasonKind.DELIGHT:
            return language.gettext("Taken into Now so that the first release also delights.")
        case ReasonKind.VALUE_FOR_EFFORT | ReasonKind.NO_ROOM | ReasonKind.NO_EFFORT:
            return _effort_sentence(reason, language)
        case ReasonKind.AFTER:
            return language.gettext("It depends on “{feature}” and cannot come before it.").format(**_texts(reason))
        case ReasonKind.NEEDED_BY:
            return language.gettext("Brought along because “{feature}” depends on it.").format(**_texts(reason))
        case ReasonKind.BEFORE_NEED | ReasonKind.NEEDED_BEFORE | ReasonKind.IN_CIRCLE:
            return _broken_sentence(reason, language)
        case ReasonKind.BY_HAND:
            told = (
                language.gettext("Placed by hand: {reason}")
                if reason.facts["reason"]
                else language.gettext("Placed by hand.")
            )
            return told.format(reason=_ended(str(reason.facts["reason"]), language))
        case _:
            assert_never(reason.kind)


def _category_sentence(reason: Reason, language: Language) -> str:
    sentences = {
        ReasonKind.MUST_BE: language.gettext("Must-be: lacking it dissatisfies {lack} (Worse {worse})."),
        ReasonKind.PERFORMANCE: language.gettext(
            "Performance: having it satisfies {have}, lacking it dissatisfies {lack} (Better {better}, Worse {worse})."
        ),
        ReasonKind.ATTRACTIVE: language.gettext("Attractive: having it satisfies {have} (Better {better})."),
        ReasonKind.INDIFFERENT: language.gettext("Indifferent: {share} do not mind either way."),
        ReasonKind.REVERSE: language.gettext("Reverse: {share} would rather not have it."),
        ReasonKind.QUESTIONABLE: language.gettext(
            "Questionable: {share} contradict themselves; word the question anew and ask again."
        ),
        ReasonKind.UNANSWERED: language.gettext("Nobody answered both halves of its question."),
        ReasonKind.NOT_CLASSIFIED: language.gettext("Every answer is reverse or questionable; ask again."),
    }
    return sentences[reason.kind].format(**_category_numbers(reason, language))


def _category_numbers(reason: Reason, language: Language) -> dict[str, str]:
    numbers: dict[str, str] = {}
    better, worse, share = (_number(reason, name) for name in ("better", "worse", "share"))
    if better is not None:
        numbers |= {"better": coefficient(better, language), "have": language.percent(better)}
    if worse is not None:
        numbers |= {"worse": coefficient(worse, language), "lack": language.percent(-worse)}
    if share is not None:
        numbers["share"] = language.percent(share)
    return numbers


def _broken_sentence(reason: Reason, language: Language) -> str:
    """Return what is wrong with the order of a feature and something it depends on, or that depends on it."""
    name = str(reason.facts["feature"])
    if reason.kind is ReasonKind.IN_CIRCLE:
        return language.gettext("It also depends on “{feature}”, which waits for it in turn.").format(feature=name)
    horizon = Horizon(str(reason.facts["horizon"]))
    if reason.kind is ReasonKind.NEEDED_BEFORE:
        told = language.gettext("Mind: “{feature}” depends on it and stands in {horizon}.")
    elif horizon in RELEASES:
        told = language.gettext("Mind: it depends on “{feature}”, which comes later, in {horizon}.")
    else:
        told = language.gettext("Mind: it depends on “{feature}”, which stands under “{horizon}”.")
    return told.format(feature=name, horizon=horizon_name(horizon, language))


def _effort_sentence(reason: Reason, language: Language) -> str:
    sentences = {
        ReasonKind.VALUE_FOR_EFFORT: language.gettext("Value for effort {ratio} ({value} for {effort})."),
        ReasonKind.NO_ROOM: language.gettext("It takes {effort}; {horizon} had {left} of {capacity} left."),
        ReasonKind.NO_EFFORT: language.gettext("No effort is given, so it uses no capacity."),
    }
    unit = str(reason.facts.get("unit", ""))
    numbers = {
        name: effort_text(value, unit, language)
        for name in ("effort", "capacity")
        if (value := _number(reason, name)) is not None
    }
    if (left := _number(reason, "left")) is not None:
        numbers["left"] = language.plain_number(left)
    for name in ("ratio", "value"):
        if (value := _number(reason, name)) is not None:
            numbers[name] = language.number(value, 2)
    if "horizon" in reason.facts:
        numbers["horizon"] = horizon_name(Horizon(str(reason.facts["horizon"])), language)
    return sentences[reason.kind].format(**numbers)


def _ended(text: str, language: Language) -> str:
    """Return a person's words with a full stop, so that the next sentence does not run into them."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…。！？" else text + ("." if language.code == "en" else "。")


def _texts(reason: Reason) -> dict[str, str]:
    return {name: str(value) for name, value in reason.facts.items()}


def _number(reason: Reason, name: str) -> float | None:
    value = reason.facts.get(name)
    return value if isinstance(value, int | float) else None
