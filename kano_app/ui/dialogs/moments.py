"""Points of time in words."""

import datetime as dt

from kano_app.i18n import Language


def day_of(moment: dt.datetime, language: Language) -> str:
    """Return the day of a moment where the reader is: today, yesterday, or its date."""
    day, today = moment.astimezone().date(), dt.datetime.now().astimezone().date()
    if day == today:
        return language.gettext("today")
    if day == today - dt.timedelta(days=1):
        return language.gettext("yesterday")
    return language.date(day)


def moment_of(moment: dt.datetime, language: Language) -> str:
    """Return day and time of a moment where the reader is."""
    there = moment.astimezone()
    return language.gettext("{date}, {time}").format(date=language.date(there.date()), time=f"{there:%H:%M}")
