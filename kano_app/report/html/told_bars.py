"""What the bars show, in words: where people agree, what is too close to tell, what other choices would change."""

from collections.abc import Iterator, Sequence

from kano_app.analysis import Blank, FeatureResult
from kano_app.analysis.sensitivity import Sensitivity
from kano_app.analysis.stability import Stability, Sureness
from kano_app.domain.category import CATEGORIES, Category
from kano_app.i18n import Language
from kano_app.report.html.told import category_or_none, clauses, listed, short
from kano_app.report.naming import quoted
from kano_app.wording.categories import category_name
from kano_app.wording.sensitivity import changed_choice

_LONG = 0.3
"""Share of answers from which on a part of a bar is called long."""
_Shares = list[tuple[Category, float]]


def shares_told(words: Language, results: Sequence[FeatureResult], **_: object) -> Iterator[str]:
    """Yield on what people agree most and least, and which bars have two long parts."""
    found = [
        (one, sorted(((each, one.shares[each]) for each in CATEGORIES), key=lambda pair: -pair[1]))
        for one in results
        if not isinstance(one.shares, Blank)
    ]
    if not found:
        return
    most = max(found, key=lambda pair: pair[1][0][1])
    yield words.gettext("People agree most on {feature}.").format(feature=_parts(*most, 1, words))
    if len(found) > 1:
        least = min(found, key=lambda pair: pair[1][0][1])
        yield words.gettext("They agree least on {feature}.").format(feature=_parts(*least, 2, words))
    divided = [_parts(one, shares, 2, words) for one, shares in found if shares[1][1] >= _LONG]
    if divided:
        text = words.gettext("Two parts of {share} or more each: {names}.")
        yield text.format(share=words.percent(_LONG), names=listed(divided, words))


def stability_told(words: Language, results: Sequence[FeatureResult], **_: object) -> Iterator[str]:
    """Yield which categories are clear, which likely, and between what the others cannot be told."""
    found = [(one, one.stability) for one in results if not isinstance(one.stability, Blank)]
    texts = {
        Sureness.CLEAR: words.gettext("Clear: {names}."),
        Sureness.LIKELY: words.gettext("Likely: {names}."),
        Sureness.TOO_CLOSE: words.gettext("Too close to tell: {names}."),
        Sureness.TOO_FEW: words.gettext("Too few answers to tell: {names}."),
    }
    for word, text in texts.items():
        names = [
            _rivals(one, stable, words) if word is Sureness.TOO_CLOSE else quoted(one.feature.name, words)
            for one, stable in found
            if stable.word is word
        ]
        if names:
            yield text.format(names=listed(names, words))


def sensitivity_told(words: Language, results: Sequence[FeatureResult], **_: object) -> Iterator[str]:
    """Yield how many features keep their category, which change under which choice, and which only under several."""
    found = [
        (one.feature.name, one.sensitivity)
        for one in results
        if not isinstance(one.sensitivity, Blank) and one.category is not None
    ]
    if not found:
        return
    robust = sum(one.robust for _, one in found)
    yield words.ngettext(
        "{robust} of {n} feature keeps its category under every choice.",
        "{robust} of {n} features keep their category under every choice.",
        len(found),
    ).format(robust=words.number(robust), n=words.number(len(found)))
    by_choice = _by_choice(found, words)
    if by_choice:
        named = words.pgettext("a name and what it is", "{name}: {value}")
        told = clauses(
            (named.format(name=name, value=listed(changed, words)) for name, changed in by_choice.items()), words
        )
        yield words.gettext("Other categories under one other choice – {choices}.").format(choices=told)
    several = [quoted(name, words) for name, one in found if not one.robust and not one.changes]
    if several:
        text = words.gettext("Changed only by several choices together: {names}.")
        yield text.format(names=listed(several, words))


def _by_choice(found: Sequence[tuple[str, Sensitivity]], words: Language) -> dict[str, list[str]]:
    """Return by the name of each choice what it changes into what."""
    told: dict[str, list[str]] = {}
    text = words.gettext("“{name}” ({category})")
    for name, one in found:
        for variant in one.changes:
            changed = text.format(name=short(name), category=category_or_none(variant.category, words))
            told.setdefault(changed_choice(variant, one.own, words), []).append(changed)
    return told


def _parts(result: FeatureResult, shares: _Shares, count: int, words: Language) -> str:
    """Return a feature with the largest parts of its bar."""
    text = words.gettext("{category} {share}")
    parts = [text.format(category=category_name(one, words), share=words.percent(share)) for one, share in shares]
    return words.gettext("“{name}” ({parts})").format(
        name=short(result.feature.name), parts=words.listing(parts[:count])
    )


def _rivals(result: FeatureResult, stable: Stability, words: Language) -> str:
    """Return a feature with the categories between which it cannot be told, and how often each comes out."""
    both = [one for one in (result.category, stable.rival) if one is not None]
    text = words.gettext("{category} {share}")
    parts = [text.format(category=category_name(one, words), share=words.percent(stable.shares[one])) for one in both]
    return words.gettext("“{name}” between {categories}").format(
        name=short(result.feature.name), categories=words.listing(parts)
    )
