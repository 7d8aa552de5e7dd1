"""What can be said of rows, and of the people and answers in them."""

from kano_app.domain.problem import Code, Problem
from kano_app.i18n import Language
from kano_app.wording.sentences.counting import count


def row_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem with rows, or with what people answered."""
    gettext, ngettext, n = language.gettext, language.ngettext, count(problem)
    match problem.code:
        case Code.ROWS_EMPTY:
            return ngettext("{count} empty row was passed over.", "{count} empty rows were passed over.", n)
        case Code.ROWS_LEFT_OUT:
            return _left_out_sentence(problem, language)
        case Code.ROWS_HIDDEN:
            return ngettext(
                "{count} row is hidden in the sheet and was read like the others. Delete it if it is not to count.",
                "{count} rows are hidden in the sheet and were read like the others (rows {rows}). "
                "Delete them if they are not to count.",
                n,
            )
        case Code.PEOPLE_WITHOUT_PAIR:
            return ngettext(
                "{count} person answered no feature completely and is in no count of categories.",
                "{count} people answered no feature completely and are in no count of categories.",
                n,
            )
        case Code.PEOPLE_EXCLUDED:
            return ngettext(
                "{count} person was left out of the counts by choice: {reasons}.",
                "{count} people were left out of the counts by choice: {reasons}.",
                n,
            )
        case Code.WORDING_DOUBTFUL | Code.STRAIGHT_LINES | Code.SCALE_BACKWARDS | Code.PEOPLE_QUESTIONABLE:
            return _quality_sentence(problem, language)
        case Code.PAIR_INCOMPLETE:
            return ngettext(
                "{count} pair has only one half answered, gives no category and is not counted: {features}.",
                "{count} pairs have only one half answered, give no category and are not counted: {features}.",
                n,
            )
        case _ if n == 1:
            return _one_row_sentence(problem, language)
        case Code.ROW_TOO_LONG:
            return gettext(
                "{count} rows have more cells than there are headings (rows {rows}); the cells beyond were not read. "
                "Look for a delimiter inside an answer that is not quoted."
            )
        case Code.ROW_WITHOUT_FEATURE:
            return gettext("{count} rows name no feature and were left out (rows {rows}).")
        case Code.ROW_WITHOUT_RESPONDENT:
            return gettext("{count} rows name no respondent and count as a person each (rows {rows}).")
        case Code.RESPONDENT_TWICE if "earlier" in problem.facts:
            return gettext(
                "{count} rows have the respondent of an earlier row (rows {rows}), the first of them that of row "
                "{earlier}. All are counted; delete those in which the same person answered again."
            )
        case Code.RESPONDENT_TWICE:
            return gettext(
                "{count} rows have the respondent of an earlier row (rows {rows}). "
                "All are counted; delete those in which the same person answered again."
            )
        case _:
            return gettext(
                "{count} rows answer a feature for a respondent who has answered it before (rows {rows}). "
                "The first counts."
            )


def _one_row_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a single row, which its place names already."""
    gettext = language.gettext
    match problem.code:
        case Code.ROW_TOO_LONG:
            return gettext(
                "The row has more cells than there are headings; the cells beyond were not read. "
                "Look for a delimiter inside an answer that is not quoted."
            )
        case Code.ROW_WITHOUT_FEATURE:
            return gettext("The row names no feature and was left out.")
        case Code.ROW_WITHOUT_RESPONDENT:
            return gettext("The row names no respondent and counts as a person of its own.")
        case Code.RESPONDENT_TWICE if "earlier" in problem.facts:
            return gettext(
                "The row has the respondent of row {earlier}. "
                "Both are counted; delete one if the same person answered twice."
            )
        case Code.RESPONDENT_TWICE:
            return gettext(
                "The row has the respondent of an earlier row. "
                "Both are counted; delete one if the same person answered twice."
            )
        case _:
            return gettext("The row answers a feature for a respondent who has answered it before. The first counts.")


def _quality_sentence(problem: Problem, language: Language) -> str:
    ngettext, n = language.ngettext, count(problem)
    match problem.code:
        case Code.WORDING_DOUBTFUL:
            return ngettext(
                "{count} question was misread by more than 6 % (questionable answers): {features}. Word it anew.",
                "{count} questions were misread by more than 6 % (questionable answers): {features}. Word them anew.",
                n,
            )
        case Code.STRAIGHT_LINES:
            return ngettext(
                "{count} person gave the same two answers to every feature. The answers are counted; look whether they "
                "were meant.",
                "{count} people gave the same two answers to every feature. The answers are counted; look whether they "
                "were meant.",
                n,
            )
        case Code.PEOPLE_QUESTIONABLE:
            return ngettext(
                "{count} person contradicts herself or himself on a third of the features or more. The answers are "
                "counted; look whether they were meant.",
                "{count} people contradict themselves on a third of the features or more. The answers are counted; "
                "look whether they were meant.",
                n,
            )
        case _:
            return ngettext(
                "{count} person calls most of what others want reverse and may have read the scale backwards. The "
                "answers are counted.",
                "{count} people call most of what others want reverse and may have read the scale backwards. The "
                "answers are counted.",
                n,
            )


def _left_out_sentence(problem: Problem, language: Language) -> str:
    n = count(problem)
    match problem.facts.get("reason"):
        case "preview":
            return language.ngettext(
                "{count} row is a preview or test by those who made the form and was left out.",
                "{count} rows are previews or tests by those who made the form and were left out (rows {rows}).",
                n,
            )
        case "total":
            return language.ngettext(
                "{count} row is a total or a mean of the others and was left out.",
                "{count} rows are totals or means of the others and were left out (rows {rows}).",
                n,
            )
        case "legend":
            return language.ngettext(
                "{count} row explains the scale, is nobody’s answer and was left out.",
                "{count} rows explain the scale, are nobody’s answers and were left out (rows {rows}).",
                n,
            )
        case "unfinished":
            return language.ngettext(
                "{count} row is of somebody who did not finish and was left out.",
                "{count} rows are of people who did not finish and were left out (rows {rows}).",
                n,
            )
        case _:
            return language.ngettext(
                "{count} row was left out by hand.", "{count} rows were left out by hand (rows {rows}).", n
            )
