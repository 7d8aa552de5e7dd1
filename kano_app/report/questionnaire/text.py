"""The questionnaire as plain text: a question, its answers under it, a blank line, ready to paste into a form tool.

A line for each question and each answer, and a blank line between questions, is what form tools take when text is
pasted (Google Forms, Microsoft Forms) or imported (问卷星). The feature stands in square brackets behind its question,
as in the headings of a grid in Google Forms: by that both halves are known as its own when the answers come back.
"""

from kano_app.report.questionnaire.document import IMPORTANCES, Pair, Questionnaire
from kano_app.wording.questions import negates


def text_of(asked: Questionnaire) -> str:
    """Return a questionnaire as text."""
    words = asked.language
    blocks = [[part for part in (asked.title, asked.organisation) if part], *([one] for one in asked.introduction)]
    blocks.append([asked.how_to])
    blocks.append(
        [
            words.pgettext("a name and what it is", "{name}: {value}").format(name=answer, value=meaning)
            for answer, meaning in zip(asked.answers, asked.meanings, strict=True)
        ]
    )
    questions = [question for pair in asked.pairs for question in _questions(pair, asked)]
    questions += [[trait.question, *trait.choices] for trait in asked.traits]
    blocks += [[f"{number}. {first}", *rest] for number, (first, *rest) in enumerate(questions, start=1)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _questions(pair: Pair, asked: Questionnaire) -> list[list[str]]:
    functional, dysfunctional = _told_apart(pair, asked)
    found = [[_about(functional, pair), *asked.answers], [_about(dysfunctional, pair), *asked.answers]]
    if asked.importance:
        low, high = asked.importance_ends
        ends = asked.language.gettext("(1: {low}, 9: {high})").format(low=low, high=high)
        found.append([_about(f"{asked.importance} {ends}", pair), *IMPORTANCES])
    return found


def _about(question: str, pair: Pair) -> str:
    name = f"[{pair.name}]"
    return question if question.endswith(name) else f"{question} {name}"


def _told_apart(pair: Pair, asked: Questionnaire) -> tuple[str, str]:
    """Return both halves, said to be what they are where their own words would mislead whoever reads them back."""
    one, other = pair.functional.brief, pair.dysfunctional.brief
    if not negates(one) and negates(other):
        return one, other
    words = asked.language
    # A half that negates more is the dysfunctional one; here the functional half may negate itself.
    without = (
        words.gettext("Without it (not there): {question}") if negates(one) else words.gettext("Without it: {question}")
    )
    return words.gettext("With it: {question}").format(question=one), without.format(question=other)
