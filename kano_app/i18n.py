"""Languages: gettext catalogues, numbers and dates. A language is an argument, never a global."""

import datetime as dt
import gettext
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from kano_app import assets

LANGUAGES = ("en", "zh_CN", "zh_TW")
"""The languages the program speaks; English is the language of the message ids."""

_HALF_UP = Context(prec=400, rounding=ROUND_HALF_UP)
# Digits of a float that are meant: 0.575 of 100 is a little less than 57.5 to the machine only.
_DIGITS = 14


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a message for the catalogue where it is kept untranslated, as in tables."""
    return message


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its messages and how it writes numbers and dates."""

    code: str
    _messages: gettext.NullTranslations = field(repr=False, compare=False)

    def gettext(self, message: str) -> str:
        """Return a message in this language."""
        return self._messages.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the form of a message that fits ``n`` things."""
        return self._messages.ngettext(one, many, n)

    def pgettext(self, context: str, message: str) -> str:
        """Return a message whose meaning depends on where it stands."""
        return self._messages.pgettext(context, message)

    def number(self, value: float, decimals: int = 0) -> str:
        """Return a number with fixed decimals, grouped thousands, a true minus sign and never a minus zero.

        A half is rounded away from zero, as people do it.
        """
        return self._written(_exact(value), decimals)

    def _written(self, value: Decimal, decimals: int) -> str:
        if not value.is_finite():
            return str(float(value)).replace("-", "−")
        text = f"{value.quantize(Decimal(1).scaleb(-decimals), context=_HALF_UP):,f}"
        if not text.strip("-0.,"):
            text = text.lstrip("-")
        return text.replace("-", "−")

    def plain_number(self, value: float) -> str:
        """Return a number with as many decimals as it needs, at most two."""
        text = self.number(value, 2)
        return text.rstrip("0").rstrip(".")

    def percent(self, share: float, decimals: int = 0) -> str:
        """Return a share of 1 as percent."""
        space = "\N{NO-BREAK SPACE}" if self.code == "en" else ""
        return f"{self._written(100 * _exact(share), decimals)}{space}%"

    def date(self, day: dt.date) -> str:
        """Return a day in words: 14 March 2026, 2026年3月14日."""
        from babel.dates import format_date  # noqa: PLC0415 - babel only where it is used

        return str(format_date(day, "long", locale=self._locale))

    def listing(self, items: Sequence[str]) -> str:
        """Return items as a list in a sentence: "a, b and c", "a、b和c"."""
        from babel.lists import format_list  # noqa: PLC0415 - babel only where it is used

        return str(format_list(items, locale=self._locale))

    def sentences(self, told: Iterable[str]) -> str:
        """Return sentences after each other, with a space between them where the language has one."""
        return (" " if self.code == "en" else "").join(one for one in told if one)

    @property
    def _locale(self) -> str:
        return "en_GB" if self.code == "en" else {"zh_CN": "zh_Hans_CN", "zh_TW": "zh_Hant_TW"}[self.code]


def _exact(value: float) -> Decimal:
    """Return a number as it is meant, without what a float adds to it."""
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS}g}")


@cache
def language(code: str) -> Language:
    """Return a language by its code.

    Raises:
        ValueError: if the program does not speak it.

    """
    if code not in LANGUAGES:
        raise ValueError(f"unknown language {code}; known are {', '.join(LANGUAGES)}")
    if code == "en":
        return Language(code, gettext.NullTranslations())
    return Language(code, _catalogue(code))


def _catalogue(code: str) -> gettext.GNUTranslations:
    """Read the catalogue from its source, so that no compiled file lies in the tree and none can be out of date."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only languages other than English pay for it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    path = assets.resource("locales", code, "LC_MESSAGES", "kano_app.po")
    with path.open(encoding="utf-8") as file:
        catalogue = read_po(file, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
