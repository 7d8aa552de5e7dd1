"""Groups, drift and moves in words."""

from kano_app.analysis.comparison import Comparison, Group
from kano_app.analysis.figure import Blank, Figure
from kano_app.analysis.waves import Step
from kano_app.domain.category import Category
from kano_app.domain.settings import Correction
from kano_app.i18n import Language
from kano_app.roadmap.move import Move
from kano_app.wording.categories import category_name, horizon_name

_FOUND = 0.05
"""Corrected p below which a difference is said to be more than chance."""


def group_name(group: Group, comparison: Comparison, language: Language) -> str:
    """Return what a group is called: its levels, the category of a camp, or that it is not known."""
    if not group.levels:
        return language.gettext("not known")
    if comparison.split is not None:
        return " · ".join(category_name(Category(level), language) for level in group.levels)
    return " · ".join(group.levels)


def correction_name(correction: Correction, language: Language) -> str:
    """Return the name of a correction."""
    names = {
        Correction.HOLM: language.gettext("Holm"),
        Correction.BENJAMINI_HOCHBERG: language.gettext("Benjamini–Hochberg"),
    }
    return names[correction]


def drift_text(steps: int, language: Language) -> str:
    """Return a drift along I → A → P → M in words."""
    if not steps:
        return language.gettext("none")
    if steps > 0:
        text = language.ngettext("{n} step towards must-be", "{n} steps towards must-be", steps)
    else:
        text = language.ngettext("{n} step back", "{n} steps back", -steps)
    return text.format(n=language.number(abs(steps)))


def moves_text(moves: tuple[Move, ...], language: Language) -> str:
    """Return what moves: each feature with where it stands and where it would stand."""
    if not moves:
        return language.gettext("nothing moves")
    return language.pgettext("between clauses", "; ").join(_move(one, language) for one in moves)


def _move(move: Move, language: Language) -> str:
    return language.gettext("“{name}”: {here} › {there}").format(
        name=move.name, here=horizon_name(move.here, language), there=horizon_name(move.there, language)
    )


def comparison_title(comparison: Comparison, language: Language) -> str:
    """Return what makes the groups: the traits, or the feature whose camps they are."""
    if comparison.split is not None:
        return language.gettext("Camps on “{name}”").format(name=comparison.split.name)
    return " × ".join(comparison.names)


def step_title(step: Step, language: Language) -> str:
    """Return which two waves are compared."""
    return language.gettext("{first} › {second}").format(first=step.earlier.label, second=step.later.label)


def sizes_note(language: Language) -> str:
    """Return what the figures on sample size mean."""
    return language.gettext(
        "“Better within ±” is half of Wilson’s interval of a coefficient of one half. “Leader found” is how often "
        "the most frequent category is the true one where it has 40 % and the others 25, 20 and 15 %."
    )


def differences_sentence(comparison: Comparison, language: Language) -> str:
    """Return on which features the groups differ by more than chance, at five percent after correction."""
    apart = [one.feature.name for one in comparison.features if _is_found(one.adjusted_p)]
    names = language.listing([language.gettext("“{name}”").format(name=name) for name in apart])
    if all(isinstance(one.adjusted_p, Blank) for one in comparison.features):
        return language.gettext("On no feature could the groups be compared.")
    if not apart:
        return language.gettext("On no feature do the groups differ by more than chance.")
    return language.ngettext(
        "The groups differ by more than chance on {n} feature of {all}: {names}.",
        "The groups differ by more than chance on {n} features of {all}: {names}.",
        len(apart),
    ).format(n=language.number(len(apart)), all=language.number(len(comparison.features)), names=names)


def drift_sentence(step: Step, language: Language) -> str:
    """Return who answered, which features drifted, and where a coefficient changed by more than chance."""
    told = [
        language.ngettext("{label}: {n} person.", "{label}: {n} people.", wave.people).format(
            label=wave.label, n=language.number(wave.people)
        )
        for wave in (step.earlier, step.later)
        if wave.people is not None
    ]
    if step.matched:
        told.append(
            language.ngettext(
                "{n} person answered in both waves.", "{n} people answered in both waves.", step.matched
            ).format(n=language.number(step.matched))
        )
    on = [change.feature.name for change in step.changes if (change.drift or 0) > 0 and change.is_likely]
    back = [change.feature.name for change in step.changes if (change.drift or 0) < 0 and change.is_likely]
    quoted = language.gettext("“{name}”")
    if on:
        names = language.listing([quoted.format(name=name) for name in on])
        told.append(language.gettext("Drifted towards must-be: {names}.").format(names=names))
    if back:
        names = language.listing([quoted.format(name=name) for name in back])
        told.append(language.gettext("Drifted back: {names}.").format(names=names))
    sure = [
        change.feature.name
        for change in step.changes
        if any(not isinstance(one, Blank) and _is_found(one.adjusted_p) for one in (change.better, change.worse))
    ]
    names = language.listing([quoted.format(name=name) for name in sure])
    if all(isinstance(change.better, Blank) and isinstance(change.worse, Blank) for change in step.changes):
        told.append(language.gettext("No coefficient could be compared."))
    elif sure:
        told.append(language.gettext("More than chance changed on: {names}.").format(names=names))
    else:
        told.append(language.gettext("On no feature did a coefficient change by more than chance."))
    return language.sentences(told)


def _is_found(p: Figure) -> bool:
    return not isinstance(p, Blank) and p < _FOUND
