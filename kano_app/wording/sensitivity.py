"""Which choice would change a category, in words."""

from collections.abc import Sequence

from kano_app.analysis.sensitivity import Sensitivity, Variant
from kano_app.i18n import Language
from kano_app.wording.categories import category_name
from kano_app.wording.settings import choice_name


def changes_text(found: Sensitivity, language: Language) -> str:
    """Return the single choices that would change a category and what it would become; empty where it is robust."""
    if found.robust:
        return ""
    if not found.changes:
        return language.gettext("Only several choices together would change it.")
    parts = [
        language.gettext("{choice}: {category}").format(
            choice=changed_choice(variant, found.own, language),
            category=language.gettext("no category")
            if variant.category is None
            else category_name(variant.category, language),
        )
        for variant in found.changes
    ]
    return language.pgettext("between clauses", "; ").join(parts)


def robust_sentence(found: Sequence[Sensitivity], language: Language) -> str:
    """Return how many features keep their category whatever is chosen; counts of categories know one table only."""
    robust, n = sum(one.robust for one in found), len(found)
    if all(one.own.table is None for one in found):
        text = language.ngettext(
            "{robust} of {n} feature: the same category under every rule and treatment of R and Q.",
            "{robust} of {n} features: the same category under every rule and treatment of R and Q.",
            n,
        )
    else:
        text = language.ngettext(
            "{robust} of {n} feature: the same category under every table, rule and treatment of R and Q.",
            "{robust} of {n} features: the same category under every table, rule and treatment of R and Q.",
            n,
        )
    return text.format(robust=language.number(robust), n=language.number(n))


def changed_choice(variant: Variant, own: Variant, language: Language) -> str:
    """Return the one choice in which a variant differs from the own."""
    if variant.table is not None and variant.table != own.table:
        return choice_name(variant.table, language)
    return choice_name(variant.rule if variant.rule is not own.rule else variant.treatment, language)
