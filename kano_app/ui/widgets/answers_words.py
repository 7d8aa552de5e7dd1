"""The counters of the page Answers: the same figures in the rail, above the grid and below it."""

from kano_app.domain.survey import Survey
from kano_app.ui.context import Context


def size_text(context: Context, survey: Survey) -> str:
    """Return how many people there are, how many of them are left out, and how many others are flagged."""
    tr, number = context.tr, context.language.number
    told = context.ntr("{n} person", "{n} people", survey.respondents or 0)
    if survey.excluded:
        told = tr("{people}, {n} left out", people=told, n=number(len(survey.excluded)))
    analysis = context.findings.analysis
    if analysis is None or analysis.flagged is None or survey is not context.project.survey:
        return told
    flagged = len(set(analysis.flagged.anybody) - {one.person for one in survey.excluded})
    return tr("{people}, {m} flagged", people=told, m=number(flagged)) if flagged else told


def heading_text(context: Context, survey: Survey, shown: int | None) -> str:
    """Return the size of a survey; where a filter shows only some of its people, how many."""
    if shown is None:
        return size_text(context, survey)
    n = context.language.number(shown)
    people = survey.respondents or 0
    return context.ntr("{shown} of {n} person shown", "{shown} of {n} people shown", people, shown=n)


def pairs_text(context: Context, survey: Survey, answered: int) -> str:
    """Return how many of the pairs are complete that people who are counted could give."""
    number = context.language.number
    total = ((survey.respondents or 0) - len(survey.excluded)) * len(survey.features)
    return context.tr("{n} of {total} pairs", n=number(answered), total=number(total))
