"""A study in a few words: how many people, how many features."""

from kano_app.domain.evidence import CategoryShares
from kano_app.domain.survey import Survey
from kano_app.i18n import Language


def people_and_features(survey: Survey, language: Language) -> str:
    """Return the size of a survey: "84 people, 12 features"."""
    count = len(survey.features)
    features = language.ngettext("{n} feature", "{n} features", count).format(n=language.number(count))
    if isinstance(survey.evidence, CategoryShares):
        return language.gettext("{features}, from shares").format(features=features)
    if survey.respondents is None:
        return language.gettext("{features}, from counts").format(features=features)
    people = language.ngettext("{n} person", "{n} people", survey.respondents)
    return language.gettext("{people}, {features}").format(
        people=people.format(n=language.number(survey.respondents)), features=features
    )
