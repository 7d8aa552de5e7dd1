"""What can be wrong with cells: answers in other words, codes, scales and directions."""

from kano_app.domain.problem import Code, Problem
from kano_app.i18n import Language
from kano_app.wording.sentences.counting import count


def cell_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem with cells."""
    gettext, ngettext, n = language.gettext, language.ngettext, count(problem)
    match problem.code:
        case Code.ANSWERS_UNKNOWN if problem.facts.get("reason") == "no-pair":
            return gettext(
                "No pair is left with both answers known; not known are {values}. Correct them, or name your five "
                'answers from like to dislike: --answers "a|b|c|d|e".'
            )
        case Code.ANSWERS_UNKNOWN:
            return gettext(
                "None of the answers is known; found were {values}. "
                'Name your five answers from like to dislike: --answers "a|b|c|d|e".'
            )
        case Code.SCALE_UNKNOWN:
            return gettext(
                "The answers are only the codes {values}: this may be a form with three answers, or one with five. "
                "Say which: --scale five, --scale three or --scale three-asymmetric."
            )
        case Code.SCALE_MAY_BE_LIKERT:
            return gettext(
                "Different wordings of one answer stand side by side in this column ({values}): it may be another "
                "scale than that of Kano questions. Say what each of them means, in the import sheet or with --map."
            )
        case Code.SCALE_ASSUMED:
            return gettext(
                "Only the codes {values} occur; read as a form with five answers. "
                "If it had three, choose that in the import sheet, or say --scale three or --scale three-asymmetric."
            )
        case Code.CODES_FROM_ZERO | Code.WORDS_AND_CODES | Code.ANSWERS_MISSING_WORDS:
            return _mixed_sentence(problem, language)
        case Code.DIRECTION_ASSUMED:
            return _direction_sentence(problem, language)
        case Code.NO_ANSWERS:
            return gettext("Nobody answered both halves of any feature, so there is nothing to count.")
        case Code.IMPORTANCE_UNREAD if problem.value is None:
            return ngettext(
                "{count} further cell could not be read and counts as not given.",
                "{count} further cells could not be read and count as not given.",
                n,
            )
        case Code.FORMULA_WITHOUT_VALUE:
            return ngettext(
                "{count} cell holds a formula that was never computed, and was read as empty. "
                "Open the file in a spreadsheet program, save it there, and read it again.",
                "{count} cells hold formulas that were never computed, and were read as empty (rows {rows}). "
                "Open the file in a spreadsheet program, save it there, and read it again.",
                n,
            )
        case _ if problem.value is None:
            return ngettext(
                "{count} further cell could not be read and counts as not answered.",
                "{count} further cells could not be read and count as not answered.",
                n,
            )
        case Code.ANSWER_UNREAD:
            return (
                gettext("{value} is none of the known answers: the cell counts as not answered.")
                if n == 1
                else gettext("{value} is none of the known answers; {count} cells count as not answered (rows {rows}).")
            )
        case Code.ANSWER_OUTSIDE_SCALE:
            return (
                gettext("{value} is outside the scale of the answers: the cell counts as not answered.")
                if n == 1
                else gettext(
                    "{value} is outside the scale of the answers; {count} cells count as not answered (rows {rows})."
                )
            )
        case _:
            return (
                gettext("{value} is not an importance from 1 to 9: the cell counts as not given.")
                if n == 1
                else gettext(
                    "{value} is not an importance from 1 to 9; {count} cells count as not given (rows {rows})."
                )
            )


def _mixed_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of answers that are other than a column of answers is expected to be."""
    ngettext, n = language.ngettext, count(problem)
    match problem.code:
        case Code.CODES_FROM_ZERO:
            return _codes_sentence(problem, language)
        case Code.WORDS_AND_CODES:
            return ngettext(
                "{count} answer is a code, the first of them here, and {words} are words. "
                "Look for a row of totals or another form among the answers.",
                "{count} answers are codes, the first of them here, and {words} are words. "
                "Look for a row of totals or another form among the answers.",
                n,
            )
        case _:
            return ngettext(
                "{count} cell with {values} counts as not answered.",
                "{count} cells with {values} count as not answered.",
                n,
            )


def _codes_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of codes that do not begin at 1, with the option that says what they mean."""
    gettext = language.gettext
    match problem.facts.get("reason"):
        case "three-from-zero":
            return gettext(
                'The answers are only the codes {values}. Say what they mean, from like to dislike: --answers "0|1|2" '
                'if 0 is like, or --answers "2|1|0" if 2 is.'
            )
        case "three-around-zero":
            return gettext(
                'The answers are only the codes {values}. Say what they mean, from like to dislike: --answers "1|0|-1" '
                'if 1 is like, or --answers "-1|0|1" if −1 is.'
            )
        case "three-by-twos":
            return gettext(
                'The answers are only the codes {values}. Say what they mean, from like to dislike: --answers "2|0|-2" '
                'if 2 is like, or --answers "-2|0|2" if −2 is.'
            )
        case "below-zero":
            return gettext(
                'The codes run from −2 to 2. Say what they mean, from like to dislike: --answers "2|1|0|-1|-2" '
                'if 2 is like, or --answers "-2|-1|0|1|2" if −2 is.'
            )
        case _:
            return gettext(
                'The codes run from 0 to 4. Say what they mean, from like to dislike: --answers "0|1|2|3|4" '
                'if 0 is like, or --answers "4|3|2|1|0" if 4 is.'
            )


def _direction_sentence(problem: Problem, language: Language) -> str:
    if problem.facts.get("tie"):
        return language.gettext(
            "The answers are codes, and nothing in them tells which way they run; they were read with 1 as like. "
            "Say which it is, in the import sheet or with --direction like-first or --direction dislike-first."
        )
    if problem.facts.get("functional") == problem.facts.get("dysfunctional"):
        return language.gettext(
            "The answers are codes, and which way they run was judged by the answers: functional {functional}, "
            "dysfunctional {dysfunctional}. This way {reverse} answers are reverse, the other way {reverse_other}. "
            "If it is wrong, choose the other one in the import sheet, or say --direction like-first or "
            "--direction dislike-first."
        )
    return language.gettext(
        "The answers are codes, and by the answers the halves run against each other: in the functional half "
        "{functional}, in the dysfunctional half {dysfunctional}. This way {doubtful} answers are reverse or "
        "questionable, with both halves alike {doubtful_alike}. If that is wrong and both run alike, say "
        "--direction like-first or --direction dislike-first, or choose it in the import sheet."
    )
