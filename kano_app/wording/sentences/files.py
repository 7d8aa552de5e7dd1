"""What can be wrong with a file as a whole, and with its columns."""

from kano_app.domain.problem import Code, Problem
from kano_app.i18n import Language
from kano_app.wording.sentences.counting import count


def file_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem with a file."""
    gettext = language.gettext
    match problem.code:
        case Code.FILE_MISSING:
            return gettext("There is no such file. Check the name and the folder.")
        case Code.FILE_IS_FOLDER:
            return gettext("This is a folder, not a file. Name the survey file in it.")
        case Code.FILE_EMPTY if problem.facts.get("reason") == "clipboard":
            return gettext("Nothing that is a table was copied. Copy the cells of the survey, with their headings.")
        case Code.FILE_EMPTY:
            return gettext("There is nothing in this file. Export the survey again.")
        case Code.FILE_UNREADABLE:
            return _unreadable_sentence(problem, language)
        case Code.FILE_NOT_A_TABLE:
            return gettext(
                "This is {what}, not a table, whatever its name says. Export the survey as CSV, XLSX, XLS or ODS."
            )
        case Code.FILE_TOO_LARGE:
            return _too_large_sentence(problem, language)
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
        case Code.ENCODING_MIXED:
            return language.ngettext(
                "{count} row is not in UTF-8 as the rest is; what could not be read in it is shown as �. "
                "Export the survey as UTF-8.",
                "{count} rows are not in UTF-8 as the rest is (rows {rows}); what could not be read in them is shown "
                "as �. Export the survey as UTF-8.",
                count(problem),
            )
        case Code.SHEET_LEFT_OUT:
            return gettext("This sheet was left out: another sheet holds the survey.")
        case Code.SHEET_IS_SURVEY_TOO:
            return gettext("This sheet holds a survey too and was not read; save it as a file of its own to read it.")
        case _:
            return gettext("There are headings and nothing under them. Export the survey with its answers.")


def _too_large_sentence(problem: Problem, language: Language) -> str:
    match problem.facts.get("reason"):
        case "inflated":
            return language.gettext(
                "The workbook unpacks to far more than a survey holds and was not opened. Export the survey as CSV."
            )
        case "columns":
            return language.gettext(
                "There are more than {most} columns. Delete those that are not part of the survey, or export it again."
            )
        case "cells":
            return language.gettext(
                "So many cells lie between the first filled one and this one that the sheet was not read. "
                "If something stands here by mistake delete it; otherwise export the survey as CSV."
            )
        case _:
            return language.gettext(
                "What begins here goes on for millions of characters without an end of the row. Export the survey "
                "again, with one row for each person."
            )


def _unreadable_sentence(problem: Problem, language: Language) -> str:
    match problem.facts.get("reason"):
        case "permission":
            return language.gettext("You are not allowed to read this file. Ask for the right to, or copy it.")
        case "quote":
            return language.gettext("A quotation mark is opened here and never closed. Close it, or export again.")
        case "encoding":
            return language.gettext("The text is damaged: its first bytes name an encoding that the rest is not in.")
        case "mixed":
            return language.gettext(
                "This row is in another encoding than other rows, so names and answers would be garbled. "
                "Export the survey as UTF-8."
            )
        case "nul":
            return language.gettext("Here stands a character that belongs in no text. Export the survey again.")
        case "rows":
            return language.gettext("The file cannot be split into rows and columns from here on. Export it again.")
        case _:
            return language.gettext("The file cannot be read. Check that it still exists and is not in use.")


def column_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem with columns."""
    gettext = language.gettext
    match problem.code:
        case Code.NO_PAIRS if problem.facts.get("reason") == "one-half":
            return gettext(
                "No feature has both halves: of {names} there is only one. Add the columns of the other halves, headed "
                "like “Wi-Fi_functional” and “Wi-Fi_dysfunctional”."
            )
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
        case Code.PAIRED_BY_BLOCK:
            return _pairing_sentence(problem, language)
        case _:
            return _left_out_sentence(problem, language)


def _pairing_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of pairs that are to be looked at."""
    ngettext, n = language.ngettext, count(problem)
    match problem.facts.get("reason"):
        case "answers":
            return ngettext(
                "The headings do not say which half of {names} is which; the answers do: {first} is functional, "
                "{other} dysfunctional. Look whether that is so.",
                "The headings do not say which half of {count} features is which; the answers do: {first} is "
                "functional, {other} dysfunctional ({names}). Look whether that is so.",
                n,
            )
        case "contradicted":
            return ngettext(
                "The answers say that the halves of {names} stand the wrong way round: more people would be without it "
                "than with it. Look whether {first} is the functional half; if not, exchange the halves, in the import "
                "sheet or with --map.",
                "The answers say that the halves of {count} features stand the wrong way round ({names}): more people "
                "would be without them than with them. Look whether {first} is a functional half; if not, exchange "
                "the halves, in the import sheet or with --map.",
                n,
            )
        case "guess":
            return ngettext(
                "That {pairs} are the two halves of one feature is a guess: the answers are codes, and no other pair "
                "is headed like this one. Look whether they are; if not, leave both columns out, in the import sheet "
                "or with --map.",
                "That these are the two halves of {count} features is a guess: {pairs}. The answers are codes, and "
                "none of these pairs is headed like another. Look whether they are; if not, leave their columns out, "
                "in the import sheet or with --map.",
                n,
            )
        case _:
            return ngettext(
                "Nothing says which half of {names} is which: the first column, {first}, was taken for the "
                "functional one. Look whether that is so; if not, exchange the halves, in the import sheet or with "
                "--map.",
                "Nothing says which half of {count} features is which: the first block of columns, from {first} on, "
                "was taken for the functional one ({names}). Look whether that is so; if not, exchange the halves, in "
                "the import sheet or with --map.",
                n,
            )


def mapping_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a mapping that cannot be read or does not fit the file."""
    gettext, reason = language.gettext, problem.facts.get("reason")
    match problem.code:
        case Code.SHEET_UNKNOWN:
            return gettext("There is no such sheet. The workbook has {names}.")
        case Code.MAPPING_COLUMN_GONE:
            return gettext("The mapping names this column and the file does not have it; the file was read without it.")
        case Code.MAPPING_DOES_NOT_FIT if reason == "column":
            return gettext("The mapping needs this column and the file does not have it. Map the file anew.")
        case Code.MAPPING_DOES_NOT_FIT:
            return gettext(
                "The mapping lacks columns that this layout needs: both halves of at least one feature, a column of "
                "features, or counts. Add them to the mapping."
            )
        case _ if reason == "json":
            return gettext("This is no JSON. Write the mapping anew with kano-app check --write-map.")
        case _ if reason == "part" and problem.facts.get("allowed"):
            return gettext("This part of the mapping is wrong; it may be {allowed}.")
        case _ if reason == "part":
            return gettext("This part of the mapping is wrong. Write it anew with kano-app check --write-map.")
        case _:
            return gettext("This is no mapping. Write one with kano-app check --write-map.")


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
        case "half-twice":
            return language.gettext("Left out: another column is this half of the feature already.")
        case "not-mapped":
            return language.gettext("Left out: the mapping says nothing of it.")
        case "by-hand":
            return language.gettext("Left out by hand.")
        case "shares":
            return language.gettext("Left out: the numbers beside it are shares, which are not turned into people.")
        case "no-person":
            return language.gettext("Left out: without a column for the respondent it belongs to nobody.")
        case _:
            return language.gettext("Left out: it was not understood as a part of the survey.")
