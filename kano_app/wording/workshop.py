"""A workshop as the report tells of it: when it was, and that one person is no room."""

from kano_app.domain.survey import Survey
from kano_app.i18n import Language


def held_text(survey: Survey, language: Language) -> str:
    """Return when the workshop was held; empty where that is not known."""
    session = survey.session
    if session is None or session.date is None:
        return ""
    return language.gettext("It was held on {date}.").format(date=language.date(session.date))


def no_room_text(language: Language) -> str:
    """Return what one person cannot show."""
    return language.gettext("One person is no room: nothing can be told about agreement.")
