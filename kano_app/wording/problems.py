"""Problems in words: one or two sentences for each, after its place, with what to do about it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from kano_app.domain.problem import Code, Fact, Problem
from kano_app.i18n import Language

_LONGEST = 80
"""Characters of a user's text that are shown; the rest is an ellipsis."""
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
}
_CELLS = {
    Code.ANSWERS_UNKNOWN,
    Code.ANSWER_UNREAD,
    Code.ANSWER_OUTSIDE_SCALE,
    Code.SCALE_UNKNOWN,
    Code.DIRECTION_ASSUMED,
    Code.IMPORTANCE_UNREAD,
    Code.COUNT_UNREAD,
    Code.NO_ANSWERS,
}


def message(problem: Problem, language: Language) -> str:
    """Return a problem as text: its place, what it is, and what can be done.

    Args:
        problem: the problem to tell.
        language: the reader's language.

    """
    sentence = _sentence(problem, language).format_map(_Values(_values(problem, language)))
    where = place(problem, language)
    if not where:
        return sentence
    return language.pgettext("a problem after its place", "{place}: {problem}").format(place=where, problem=sentence)


def place(problem: Problem, language: Language) -> str:
    """Return where a problem is: “guests.csv, row 12, column F3_functional”; empty if it has no place."""
    parts = []
    if problem.file:
        parts.append(_visible(problem.file))
    if problem.sheet:
        parts.append(language.gettext("sheet {sheet}").format(sheet=_name(problem.sheet)))
    if problem.row is not None:
        parts.append(language.gettext("row {row}").format(row=problem.row))
    if problem.column:
        parts.append(language.gettext("column {column}").format(column=_name(problem.column)))
    return language.pgettext("between the parts of a place", ", ").join(parts)


class _Values(dict[str, str]):
    """The words for a sentence; a fact nobody gave stands as a dash rather than as a brace."""

    def __missing__(self, key: str) -> str:
        return "–"


def _values(problem: Problem, language: Language) -> Mapping[str, str]:
    values = {name: _fact(name, fact, problem, language) for name, fact in problem.facts.items()}
    if problem.value is not None:
        values["value"] = _quoted(problem.value)
    return values


def _fact(name: str, fact: Fact, problem: Problem, language: Language) -> str:
    if isinstance(fact, str):
        return _word(name, fact, language)
    if isinstance(fact, tuple):
        items = [_quoted(item) if isinstance(item, str) else str(item) for item in fact]
        count = problem.facts.get("count")
        if isinstance(count, int) and count > len(items) and name in {"rows", "values", "columns"}:
            return language.pgettext("between items of a list", ", ").join([*items, "…"])
        return " → ".join(items) if problem.code is Code.DEPENDENCY_CYCLE else language.listing(items)
    return language.plain_number(fact)


def _word(name: str, fact: str, language: Language) -> str:
    """Return a fact that is one of our own values in words, and any other text as the user's."""
    gettext = language.gettext
    words = {
        ("half", "functional"): gettext("functional"),
        ("half", "dysfunctional"): gettext("dysfunctional"),
        ("functional", "like-first"): gettext("1 means like"),
        ("functional", "dislike-first"): gettext("1 means dislike"),
        ("dysfunctional", "like-first"): gettext("1 means like"),
        ("dysfunctional", "dislike-first"): gettext("1 means dislike"),
        ("what", "PDF"): gettext("a PDF"),
        ("what", "image"): gettext("a picture"),
        ("what", "document"): gettext("a document"),
        ("what", "archive"): gettext("an archive"),
        ("what", "database"): gettext("a database"),
        ("what", "program"): gettext("a program"),
        ("what", "web page"): gettext("a web page"),
        ("what", "XML"): gettext("an XML file"),
        ("what", "binary"): gettext("no text"),
        ("category", "reverse"): gettext("people do not want it"),
        ("category", "questionable"): gettext("the answers to it contradict each other"),
        ("category", ""): gettext("it has no category"),
    }
    if name == "encoding":
        return fact
    return words.get((name, fact)) or _quoted(fact)


def _sentence(problem: Problem, language: Language) -> str:
    if problem.code in _FILE:
        return _file_sentence(problem, language)
    if problem.code in _COLUMNS:
        return _column_sentence(problem, language)
    if problem.code in _ROWS:
        return _row_sentence(problem, language)
    if problem.code in _CELLS:
        return _cell_sentence(problem, language)
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
        case Code.WORKBOOK_BROKEN:
            return gettext("The workbook is damaged. Open and save it in a spreadsheet program, or export it again.")
        case Code.ENCODING_ASSUMED:
            return gettext(
                "The file is not in UTF-8 and was read as {encoding}. If names look garbled, export it as UTF-8."
            )
        case Code.SHEET_LEFT_OUT:
            return gettext("This sheet was left out: another sheet holds the survey.")
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
        case "no-person":
            return language.gettext("Left out: without a column for the respondent it belongs to nobody.")
        case _:
            return language.gettext("Left out: it was not understood as a part of the survey.")


def _row_sentence(problem: Problem, language: Language) -> str:
    ngettext, n = language.ngettext, _count(problem)
    match problem.code:
        case Code.ROW_TOO_LONG:
            return ngettext(
                "{count} row has more cells than there are headings (row {rows}); the cells beyond were not read. "
                "Look for a delimiter inside an answer that is not quoted.",
                "{count} rows have more cells than there are headings (rows {rows}); the cells beyond were not read. "
                "Look for a delimiter inside an answer that is not quoted.",
                n,
            )
        case Code.ROWS_EMPTY:
            return ngettext("{count} empty row was passed over.", "{count} empty rows were passed over.", n)
        case Code.ROW_WITHOUT_FEATURE:
            return ngettext(
                "{count} row names no feature and was left out (row {rows}).",
                "{count} rows name no feature and were left out (rows {rows}).",
                n,
            )
        case Code.ROW_WITHOUT_RESPONDENT:
            return ngettext(
                "{count} row names no respondent and counts as a person of its own (row {rows}).",
                "{count} rows name no respondent and count as a person each (rows {rows}).",
                n,
            )
        case Code.RESPONDENT_TWICE:
            return ngettext(
                "{count} row has the respondent of an earlier row (row {rows}). "
                "Both are counted; delete one if the same person answered twice.",
                "{count} rows have the respondent of an earlier row (rows {rows}). "
                "All are counted; delete those in which the same person answered again.",
                n,
            )
        case Code.ANSWER_TWICE:
            return ngettext(
                "{count} row answers a feature for a respondent who has answered it before (row {rows}). "
                "The first counts.",
                "{count} rows answer a feature for a respondent who has answered it before (rows {rows}). "
                "The first counts.",
                n,
            )
        case Code.PEOPLE_WITHOUT_PAIR:
            return ngettext(
                "{count} person answered no feature completely and is in no count.",
                "{count} people answered no feature completely and are in no count.",
                n,
            )
        case _:
            return ngettext(
                "{feature}: {count} person answered only one half, which gives no category.",
                "{feature}: {count} people answered only one half, which gives no category.",
                n,
            )


def _cell_sentence(problem: Problem, language: Language) -> str:
    gettext, ngettext, n = language.gettext, language.ngettext, _count(problem)
    match problem.code:
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
        case Code.DIRECTION_ASSUMED:
            return gettext(
                "The answers are codes, and which way they run was judged by the answers: functional {functional}, "
                "dysfunctional {dysfunctional}. This way {reverse} answers are reverse, the other way {reverse_other}. "
                "If it is wrong, say --direction like-first or --direction dislike-first."
            )
        case Code.NO_ANSWERS:
            return gettext("Nobody answered both halves of any feature, so there is nothing to count.")
        case Code.COUNT_UNREAD if problem.value is not None:
            return gettext("{value} is not a count: a whole number from 0 up is needed. It counts as 0.")
        case _ if problem.value is None:
            return ngettext(
                "{count} further cell could not be read and counts as not answered.",
                "{count} further cells could not be read and count as not answered.",
                n,
            )
        case Code.ANSWER_UNREAD:
            return ngettext(
                "{value} is none of the known answers; {count} cell counts as not answered (row {rows}).",
                "{value} is none of the known answers; {count} cells count as not answered (rows {rows}).",
                n,
            )
        case Code.ANSWER_OUTSIDE_SCALE:
            return ngettext(
                "{value} is outside the scale of the answers; {count} cell counts as not answered (row {rows}).",
                "{value} is outside the scale of the answers; {count} cells count as not answered (rows {rows}).",
                n,
            )
        case _:
            return ngettext(
                "{value} is not an importance from 1 to 9; {count} cell counts as not given (row {rows}).",
                "{value} is not an importance from 1 to 9; {count} cells count as not given (rows {rows}).",
                n,
            )


def _other_sentence(problem: Problem, language: Language) -> str:
    gettext, ngettext = language.gettext, language.ngettext
    match problem.code:
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
        case Code.DEPENDENCY_UNKNOWN:
            return gettext("{feature} depends on {name}, which is no feature of the survey. Correct the name.")
        case Code.DEPENDENCY_CYCLE:
            return gettext("These features wait for each other in a circle: {features}. Remove one dependency.")
        case Code.DEPENDENCY_NOT_PLANNED:
            return gettext("{feature} depends on {name}, which is not planned: {category}.")
        case Code.EFFORT_MISSING:
            return ngettext(
                "{features} has no effort, and none is invented. Give it one to let the capacity decide.",
                "{features} have no effort, and none is invented. Give them one to let the capacity decide.",
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


def _name(text: str) -> str:
    """Return a short name of one word as it is, and any other text in quotation marks."""
    return text if re.fullmatch(r"[\w.-]{1,40}", text) else _quoted(text)


def _quoted(text: str) -> str:
    return f"“{_visible(text)}”"


def _visible(text: str) -> str:
    """Return a user's text with its control characters made visible, and cut off where it gets long."""
    shown = "".join(_VISIBLE.get(sign) or (f"[U+{ord(sign):04X}]" if _hidden(sign) else sign) for sign in text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"


_VISIBLE = {"\n": "↵", "\r": "↵", "\t": "⇥"}


def _hidden(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and sign not in "\u200d\u200c"
