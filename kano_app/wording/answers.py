"""Names of the five answers, in the reader's language."""

from kano_app.domain.answer import Answer
from kano_app.i18n import Language


def answer_name(answer: Answer, language: Language) -> str:
    """Return the short name of an answer."""
    names = {
        Answer.UNANSWERED: language.gettext("not answered"),
        Answer.LIKE: language.gettext("like"),
        Answer.EXPECT: language.gettext("expect"),
        Answer.NEUTRAL: language.gettext("neutral"),
        Answer.TOLERATE: language.gettext("tolerate"),
        Answer.DISLIKE: language.gettext("dislike"),
        Answer.ABSTAINED: language.gettext("abstained"),
    }
    return names[answer]
