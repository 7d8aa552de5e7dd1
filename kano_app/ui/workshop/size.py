"""How many sat in a workshop: others may have answered in a file before it."""

from kano_app.domain.session import Mode
from kano_app.domain.survey import Survey
from kano_app.domain.turnout import in_workshop, turnout
from kano_app.i18n import Language
from kano_app.wording.study import people_and_features


def workshop_size(survey: Survey, words: Language) -> str:
    """Return the size of a workshop: "4 people, 2 features"; of cards that there are counts."""
    heads = in_workshop(survey)
    if heads is None:
        return people_and_features(survey, words)
    count = len(survey.features)
    return words.gettext("{people}, {features}").format(
        people=_people(heads, words),
        features=words.ngettext("{n} feature", "{n} features", count).format(n=words.number(count)),
    )


def others(survey: Survey) -> int:
    """Return how many people besides those of the workshop the results are of."""
    return (turnout(survey) or 0) - (in_workshop(survey) or 0) if in_workshop(survey) is not None else 0


def size_for_room(survey: Survey, words: Language) -> str:
    """Return of whom the results are that the room sees; empty where cards were counted."""
    session, heads = survey.session, in_workshop(survey)
    if session is None or heads is None or session.mode is Mode.CARDS:
        return ""
    if not others(survey) or session.mode is Mode.VOTES:
        return workshop_size(survey, words)
    told = words.gettext("{people} in this room, {n} with earlier answers")
    return told.format(people=_people(heads, words), n=words.number(heads + others(survey)))


def _people(n: int, words: Language) -> str:
    return words.ngettext("{n} person", "{n} people", n).format(n=words.number(n))
