"""What a workshop knows of a feature beside its counts: what was said, voted directly, and answered first."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kano_app.domain.answer import Answer
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.evidence import Answers
from kano_app.domain.session import FirstVote
from kano_app.domain.survey import Survey
from kano_app.i18n import Language
from kano_app.wording.categories import READING_ORDER


def notes_on(survey: Survey, feature: str) -> tuple[str, ...]:
    """Return what was said of a feature, never by whom."""
    return tuple(note.text.strip() for note in survey.notes if note.feature == feature and note.text.strip())


def direct_votes_text(survey: Survey, feature: str, language: Language) -> str:
    """Return the direct votes for a feature, and that they are no answers; empty where there are none."""
    session = survey.session
    if session is None or not (votes := [one for one in session.votes if one.feature == feature]):
        return ""
    told = [
        language.gettext("{counts}: direct votes, another kind of evidence, not pooled.").format(
            counts=letters_text(Counter(one.category for one in votes), language, READING_ORDER)
        )
    ]
    return language.sentences([*told, first_direct_votes_text(survey, feature, language)])


def first_direct_votes_text(survey: Survey, feature: str, language: Language) -> str:
    """Return what those who voted directly again had voted before, and what they vote now; empty where nobody did."""
    session = survey.session
    if session is None:
        return ""
    before = {one.person: one.category for one in session.first_direct_votes if one.feature == feature}
    if not before:
        return ""
    after = Counter(one.category for one in session.votes if one.feature == feature and one.person in before)
    return language.gettext("{before} before the second vote, {after} after it; only the second counts.").format(
        before=letters_text(Counter(before.values()), language, READING_ORDER),
        after=letters_text(after, language, READING_ORDER) or "–",
    )


def votes_note(language: Language) -> str:
    """Return what direct votes are and what they are not."""
    return language.gettext(
        "People named the category themselves. That is another kind of evidence than pairs of answers: it gives no "
        "Better, no Worse and no place in the roadmap, and is never pooled with pairs."
    )


def first_votes_text(survey: Survey, place: int, table: EvaluationTable, language: Language) -> str:
    """Return what those who voted again had said before, and what they say now; empty where nobody did.

    Args:
        survey: the survey.
        place: of the feature, from 0.
        table: puts pairs of answers into categories.
        language: the reader's.

    """
    session, evidence = survey.session, survey.evidence
    if session is None or not isinstance(evidence, Answers):
        return ""
    feature = survey.features[place].id
    firsts = [one for one in session.first_votes if one.feature == feature]
    before = Counter(found for one in firsts if (found := _category(one, table)) is not None)
    if not before:
        return ""
    pair = evidence.pairs[place]
    seconds = [
        FirstVote(one.person, feature, int(pair.functional[one.person]), int(pair.dysfunctional[one.person]))
        for one in firsts
    ]
    after = Counter(found for one in seconds if (found := _category(one, table)) is not None)
    return language.gettext("{before} before the second vote, {after} after it; only the second counts.").format(
        before=letters_text(before, language, CATEGORIES), after=letters_text(after, language, CATEGORIES) or "–"
    )


def letters_text(counts: Mapping[Category, int], language: Language, order: Sequence[Category]) -> str:
    """Return counts of categories by their letters: “A 3 · M 2”."""
    return " · ".join(f"{one.letter} {language.number(counts[one])}" for one in order if one in counts)


def _category(vote: FirstVote, table: EvaluationTable) -> Category | None:
    answered = range(Answer.LIKE, Answer.DISLIKE + 1)
    if vote.functional not in answered or vote.dysfunctional not in answered:
        return None
    return table.category(vote.functional, vote.dysfunctional)
