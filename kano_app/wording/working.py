"""How the figures of a feature come about, in words: what was counted, and what is divided by what."""

from kano_app.analysis import Blank, FeatureResult
from kano_app.domain.category import Category
from kano_app.i18n import Language
from kano_app.wording.categories import READING_ORDER
from kano_app.wording.figures import blank_reason
from kano_app.wording.voices import letters_text

_BETTER_SUM = (Category.ATTRACTIVE, Category.PERFORMANCE)
_WORSE_SUM = (Category.PERFORMANCE, Category.MUST_BE)


def counts_text(result: FeatureResult, language: Language) -> str:
    """Return how often each category was counted, or its share where that is all that is known."""
    if result.counts is None or isinstance(result.n, Blank):
        if isinstance(result.shares, Blank):
            return blank_reason(result.shares, language)
        shares = result.shares
        return " · ".join(f"{one.letter} {language.percent(shares[one])}" for one in READING_ORDER)
    told = language.ngettext("{counts} of {n} pair.", "{counts} of {n} pairs.", result.n).format(
        counts=letters_text(result.counts, language, READING_ORDER), n=language.number(result.n)
    )
    if not result.incomplete:
        return told
    more = language.ngettext(
        "{n} more has one half only and counts nowhere.",
        "{n} more have one half only and count nowhere.",
        result.incomplete,
    ).format(n=language.number(result.incomplete))
    return language.sentences([told, more])


def summed(*, is_better: bool) -> tuple[Category, Category]:
    """Return the two categories that Better adds up, or Worse."""
    return _BETTER_SUM if is_better else _WORSE_SUM


def sign(*, is_better: bool) -> str:
    """Return what stands before the fraction: Worse is written as a loss."""
    return "" if is_better else "−"


def formula_letters(*, is_better: bool) -> str:
    """Return a coefficient by the letters of its categories."""
    sums = " + ".join(one.letter for one in summed(is_better=is_better))
    return f"{sign(is_better=is_better)}({sums}) / (A + P + M + I)"
