"""The sentence of each kind of problem, with names in braces where its facts go; ``problems`` fills them in."""

from collections.abc import Sequence

from kano_app.domain.problem import Code, Fact, Problem
from kano_app.i18n import Language

_FILE = {
    Code.FILE_MISSING,
    Code.FILE_IS_FOLDER,
    Code.FILE_EMPTY,
    Code.FILE_UNREADABLE,
    Code.FILE_NOT_A_TABLE,
    Code.WORKBOOK_PROTECTED,
    Code.WORKBOOK_BROKEN,
    Code.ENCODING_ASSUMED,
    Code.SHEET_LEFT_OUT,
    Code.SHEET_IS_SURVEY_TOO,
    Code.HEADER_ONLY,
}
_COLUMNS = {Code.NO_PAIRS, Code.HALF_MISSING, Code.HALF_TWICE, Code.COLUMN_LEFT_OUT}
_ROWS = {
    Code.ROW_TOO_LONG,
    Code.ROWS_EMPTY,
    Code.ROW_WITHOUT_FEATURE,
    Code.ROW_WITHOUT_RESPONDENT,
    Code.RESPONDENT_TWICE,
    Code.ANSWER_TWICE,
    Code.PEOPLE_WITHOUT_PAIR,
    Code.PAIR_INCOMPLETE,
    Code.WORDING_DOUBTFUL,
    Code.STRAIGHT_LINES,
    Code.SCALE_BACKWARDS,
}
_CELLS = {
    Code.ANSWERS_UNKNOWN,
    Code.ANSWER_UNREAD,
    Code.ANSWER_OUTSIDE_SCALE,
    Code.ANSWERS_MISSING_WORDS,
    Code.WORDS_AND_CODES,
    Code.CODES_FROM_ZERO,
    Code.SCALE_UNKNOWN,
    Code.SCALE_ASSUMED,
    Code.DIRECTION_ASSUMED,
    Code.IMPORTANCE_UNREAD,
    Code.NO_ANSWERS,
}
_COUNTS = {Code.COUNT_UNREAD, Code.COUNTS_UNKNOWN, Code.COUNTS_MAY_BE_SHARES, Code.SHARES_OFF}


def sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem, its facts still names in braces."""
    if problem.code in _FILE:
        return _file_sentence(problem, language)
    if problem.code in _COLUMNS:
        return _column_sentence(problem, language)
    if problem.code in _ROWS:
        return _row_sentence(problem, language)
    if problem.code in _CELLS:
        return _cell_sentence(problem, language)
    if problem.code in _COUNTS:
        return _count_sentence(problem, language)
    return _other_sentence(problem, language)


def _file_sentence(problem: Problem, language: Language) -> str:
    gettext = language.gettext
    match problem.code:
        case Code.FILE_MISSING:
            return gettext("There is no such file. Check the name and the folder.")
        case Code.FILE_IS_FOLDER:
            return gettext("This is a folder, not a file. Name the survey file in it.")
        case Code.FILE_EMPTY:
            return gettext("There is nothing in this file. Export the survey again.")
        case Code.FILE_UNREADABLE:
            return _unreadable_sentence(problem, language)
        case Code.FILE_NOT_A_TABLE:
            return gettext(
                "This is {what}, not a table, whatever its name says. Export the survey as CSV, XLSX, XLS or ODS."
            )
        case Code.WORKBOOK_PROTECTED:
            return gettext("The workbook is protected by a password. Save a copy without one and read that.")
        case Code.WORKBOOK_BROKEN if problem.facts.get("reason") == "no-workbook":
            return gettext(
                "This is no workbook, whatever its name says, and no table of text either. "
                "Export the survey as CSV, XLSX, XLS or ODS."
            )
        case Code.WORKBOOK_BROKEN:
            return gettext("The workbook is damaged. Open and save it in a spreadsheet program, or export it again.")
        case Code.ENCODING_ASSUMED:
            return gettext(
                "The file is not in UTF-8 and was read as {encoding}. If names look garbled, export it as UTF-8."
            )
        case Code.SHEET_LEFT_OUT:
            return gettext("This sheet was left out: another sheet holds the survey.")
        case Code.SHEET_IS_SURVEY_TOO:
            return gettext("This sheet holds a survey too and was not read; save it as a file of its own to read it.")
        case _:
            return gettext("There are headings and nothing under them. Export the survey with its answers.")


def _unreadable_sentence(problem: Problem, language: Language) -> str:
    match problem.facts.get("reason"):
        case "permission":
            return language.gettext("You are not allowed to read this file. Ask for the right to, or copy it.")
        case "quote":
            return language.gettext("A quotation mark is opened here and never closed. Close it, or export again.")
        case "encoding":
            return language.gettext("The text is damaged: its first bytes name an encoding that the rest is not in.")
        case "rows":
            return language.gettext("The file cannot be split into rows and columns from here on. Export it again.")
        case _:
            return language.gettext("The file cannot be read. Check that it still exists and is not in use.")


def _column_sentence(problem: Problem, language: Language) -> str:
    gettext = language.gettext
    match problem.code:
        case Code.NO_PAIRS:
            return gettext(
                "No two columns are recognised as the halves of one feature; the headings begin with {columns}. "
                "Head them like “Wi-Fi_functional” and “Wi-Fi_dysfunctional”, or like "
                "“Wi-Fi (with)” and “Wi-Fi (without)”."
            )
        case Code.HALF_MISSING:
            return gettext(
                "This is the {half} half of {feature}, and there is no column for the other half. "
                "The feature is left out."
            )
        case Code.HALF_TWICE if problem.facts.get("half"):
            return gettext("This is a second {half} half of {feature}. The column {used} was used, this one was not.")
        case Code.HALF_TWICE:
            return gettext(
                "The heading {feature} stands more than once and does not say which half it is. "
                "None was used; add “functional” and “dysfunctional” to the headings."
            )
        case _:
            return _left_out_sentence(problem, language)


def _left_out_sentence(problem: Problem, language: Language) -> str:
    match problem.facts.get("reason"):
        case "identity":
            return language.gettext("Left out: it tells who the people are, which is not needed.")
        case "administrative":
            return language.gettext("Left out: the form wrote it down by itself, it is no answer.")
        case "empty":
            return language.gettext("Left out: there is nothing in it.")
        case "free-text":
            return language.gettext("Left out: nearly every value is different, so it makes no groups of people.")
        case "varies":
            return language.gettext("Left out: it changes between the rows of one person, so it is no trait of people.")
        case "shares":
            return language.gettext("Left out: the numbers beside it are shares, which are not turned into people.")
        case "no-person":
            return language.gettext("Left out: without a column for the respondent it belongs to nobody.")
        case _:
            return language.gettext("Left out: it was not understood as a part of the survey.")


def _row_sentence(problem: Problem, language: Language) -> str:
    gettext, ngettext, n = language.gettext, language.ngettext, _count(problem)
    match problem.code:
        case Code.ROWS_EMPTY:
            return ngettext("{count} empty row was passed over.", "{count} empty rows were passed over.", n)
        case Code.PEOPLE_WITHOUT_PAIR:
            return ngettext(
                "{count} person answered no feature completely and is in no count of categories.",
                "{count} people answered no feature completely and are in no count of categories.",
                n,
            )
        case Code.WORDING_DOUBTFUL | Code.STRAIGHT_LINES | Code.SCALE_BACKWARDS:
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
    ngettext, n = language.ngettext, _count(problem)
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
        case _:
            return ngettext(
                "{count} person calls most of what others want reverse and may have read the scale backwards. The "
                "answers are counted.",
                "{count} people call most of what others want reverse and may have read the scale backwards. The "
                "answers are counted.",
                n,
            )


def _cell_sentence(problem: Problem, language: Language) -> str:
    gettext, ngettext, n = language.gettext, language.ngettext, _count(problem)
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
        case Code.SCALE_ASSUMED:
            return gettext(
                "Only the codes {values} occur; read as a form with five answers. "
                "If it had three, say --scale three or --scale three-asymmetric."
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
    ngettext, n = language.ngettext, _count(problem)
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
            "Say which it is: --direction like-first or --direction dislike-first."
        )
    if problem.facts.get("functional") == problem.facts.get("dysfunctional"):
        return language.gettext(
            "The answers are codes, and which way they run was judged by the answers: functional {functional}, "
            "dysfunctional {dysfunctional}. This way {reverse} answers are reverse, the other way {reverse_other}. "
            "If it is wrong, say --direction like-first or --direction dislike-first."
        )
    return language.gettext(
        "The answers are codes, and by the answers the halves run against each other: in the functional half "
        "{functional}, in the dysfunctional half {dysfunctional}. This way {doubtful} answers are reverse or "
        "questionable, with both halves alike {doubtful_alike}. If that is wrong and both run alike, say "
        "--direction like-first or --direction dislike-first."
    )


def _count_sentence(problem: Problem, language: Language) -> str:
    gettext, ngettext, n = language.gettext, language.ngettext, _count(problem)
    match problem.code:
        case Code.COUNTS_UNKNOWN:
            return gettext(
                "None of the counts can be read; found were {values}. "
                "Write whole numbers, or shares with a sign of percent."
            )
        case Code.COUNTS_MAY_BE_SHARES:
            return gettext(
                "Every row sums to 100, and the numbers were read as counts of people. "
                "If these are percent, head the columns with %."
            )
        case Code.SHARES_OFF:
            return gettext(
                "Some shares do not sum to 100 %: {features}. Look for a category left out or counted twice."
            )
        case _ if problem.value is None:
            return ngettext(
                "{count} further cell could not be read and counts as 0.",
                "{count} further cells could not be read and count as 0.",
                n,
            )
        case _ if problem.facts.get("reason") == "share":
            return gettext("{value} is not a share: a number from 0 to 100 % is needed. It counts as 0.")
        case _ if n == 1:
            return gettext("{value} is not a count: a whole number from 0 up is needed. It counts as 0.")
        case _:
            return gettext(
                "{value} is not a count: a whole number from 0 up is needed. {count} cells count as 0 (rows {rows})."
            )


def _other_sentence(problem: Problem, language: Language) -> str:
    gettext, ngettext = language.gettext, language.ngettext
    match problem.code:
        case Code.OUTPUT_UNWRITABLE:
            return gettext(
                "The file cannot be written ({reason}). Check that its folder exists and that it is not open."
            )
        case Code.TABLE_UNREADABLE if problem.value is not None:
            return gettext("{value} is not a letter of a category. The letters are M, P (or O), A, I, R and Q.")
        case Code.TABLE_UNREADABLE:
            return gettext(
                "An evaluation table has five rows of five letters; here are {rows} rows and {columns} columns."
            )
        case Code.FEATURES_WITHOUT_KEY:
            return gettext(
                "There is no column that names the features; the headings begin with {columns}. "
                "Head one “id” or “name”, with the names the survey uses."
            )
        case Code.FEATURE_UNKNOWN:
            return ngettext(
                "The survey has no feature {names}; what the file says of it is not used.",
                "The survey has none of the features {names}; what the file says of them is not used.",
                _length(problem, "names"),
            )
        case Code.FEATURE_TWICE:
            return gettext("{name} stands in the file a second time. The first row is used.")
        case Code.EFFORT_UNREAD:
            return gettext("{value} is not an effort: a number above 0 is needed. The feature has no effort.")
        case _:
            return _plan_sentence(problem, language)


def _plan_sentence(problem: Problem, language: Language) -> str:
    gettext, ngettext = language.gettext, language.ngettext
    match problem.code:
        case Code.DEPENDENCY_UNKNOWN:
            return gettext("{feature} depends on {name}, which is no feature of the survey. Correct the name.")
        case Code.DEPENDENCY_CYCLE:
            return gettext("These features wait for each other in a circle: {features}. Remove one dependency.")
        case Code.DEPENDENCY_NOT_PLANNED:
            return gettext("{feature} depends on {name}, which is not planned: {category}.")
        case Code.DEPENDENCY_LATER:
            return gettext(
                "{feature} was placed by hand before {name}, on which it depends. Move one of them, or remove the "
                "dependency."
            )
        case Code.EFFORT_MISSING:
            return ngettext(
                "{features} has no effort, uses no capacity and is weighed by its value alone. Give it an effort.",
                "{features} have no effort, use no capacity and are weighed by their values alone. Give them efforts.",
                _length(problem, "features"),
            )
        case Code.EFFORT_OVER_CAPACITY:
            return gettext(
                "{feature} needs an effort of {effort}, more than a whole release holds ({capacity}). "
                "Divide it or raise the capacity."
            )
        case _:
            return gettext("A capacity is given, but no feature has an effort, so the capacity is not used.")


def _count(problem: Problem) -> int:
    count = problem.facts.get("count", 1)
    return count if isinstance(count, int) else 1


def _length(problem: Problem, name: str) -> int:
    fact: Fact | Sequence[str] = problem.facts.get(name, ())
    return len(fact) if isinstance(fact, tuple) else 1
