"""Amounts of effort in words: always with their unit, "21 days", "18 of 25 days"."""

from kano_app.i18n import Language


def unit_name(unit: str, language: Language) -> str:
    """Return the name of a unit of effort; a word of the team's own stands as it is."""
    names = {
        "days": language.gettext("days"),
        "weeks": language.gettext("weeks"),
        "points": language.gettext("points"),
    }
    return names.get(unit, unit)


def effort_text(amount: float, unit: str, language: Language) -> str:
    """Return an amount with its unit: "1 day", "2.5 days"."""
    if not unit:
        return language.plain_number(amount)
    n = 1 if amount == 1 else 2
    told = {
        "days": language.ngettext("{n} day", "{n} days", n),
        "weeks": language.ngettext("{n} week", "{n} weeks", n),
        "points": language.ngettext("{n} point", "{n} points", n),
    }
    other = language.gettext("{n} {unit}")
    return told.get(unit, other).format(n=language.plain_number(amount), unit=unit)


def effort_of_text(used: float, capacity: float, unit: str, language: Language) -> str:
    """Return how much of a capacity is used: "18 of 25 days"."""
    return language.gettext("{used} of {capacity}").format(
        used=language.plain_number(used), capacity=effort_text(capacity, unit, language)
    )


def effort_heading(unit: str, language: Language) -> str:
    """Return what stands over a column of efforts: "Effort (days)"."""
    return language.gettext("Effort ({unit})").format(unit=unit_name(unit, language))
