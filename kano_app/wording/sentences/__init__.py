"""The sentence of each kind of problem, with names in braces where its facts go; ``problems`` fills them in."""

from kano_app.domain.problem import Code, Problem
from kano_app.i18n import Language
from kano_app.wording.sentences.cells import cell_sentence
from kano_app.wording.sentences.comparisons import comparison_sentence, table_sentence
from kano_app.wording.sentences.files import column_sentence, file_sentence, mapping_sentence
from kano_app.wording.sentences.others import count_sentence, other_sentence
from kano_app.wording.sentences.rows import row_sentence

_FILE = {
    Code.FILE_MISSING,
    Code.FILE_IS_FOLDER,
    Code.FILE_EMPTY,
    Code.FILE_UNREADABLE,
    Code.FILE_NOT_A_TABLE,
    Code.FILE_TOO_LARGE,
    Code.WORKBOOK_PROTECTED,
    Code.WORKBOOK_BROKEN,
    Code.ENCODING_ASSUMED,
    Code.ENCODING_MIXED,
    Code.SHEET_LEFT_OUT,
    Code.SHEET_IS_SURVEY_TOO,
    Code.HEADER_ONLY,
}
_COLUMNS = {Code.NO_PAIRS, Code.HALF_MISSING, Code.HALF_TWICE, Code.COLUMN_LEFT_OUT, Code.PAIRED_BY_BLOCK}
_MAPPING = {Code.MAPPING_UNREADABLE, Code.MAPPING_DOES_NOT_FIT, Code.MAPPING_COLUMN_GONE, Code.SHEET_UNKNOWN}
_ROWS = {
    Code.ROW_TOO_LONG,
    Code.ROWS_EMPTY,
    Code.ROWS_LEFT_OUT,
    Code.ROWS_HIDDEN,
    Code.ROW_WITHOUT_FEATURE,
    Code.ROW_WITHOUT_RESPONDENT,
    Code.RESPONDENT_TWICE,
    Code.ANSWER_TWICE,
    Code.PEOPLE_WITHOUT_PAIR,
    Code.PAIR_INCOMPLETE,
    Code.WORDING_DOUBTFUL,
    Code.STRAIGHT_LINES,
    Code.SCALE_BACKWARDS,
    Code.PEOPLE_QUESTIONABLE,
    Code.PEOPLE_EXCLUDED,
}
_CELLS = {
    Code.FORMULA_WITHOUT_VALUE,
    Code.ANSWERS_UNKNOWN,
    Code.ANSWER_UNREAD,
    Code.ANSWER_OUTSIDE_SCALE,
    Code.ANSWERS_MISSING_WORDS,
    Code.WORDS_AND_CODES,
    Code.CODES_FROM_ZERO,
    Code.SCALE_UNKNOWN,
    Code.SCALE_ASSUMED,
    Code.SCALE_MAY_BE_LIKERT,
    Code.DIRECTION_ASSUMED,
    Code.IMPORTANCE_UNREAD,
    Code.NO_ANSWERS,
}
_COMPARISONS = {
    Code.TRAIT_UNKNOWN,
    Code.TRAIT_MANY_GROUPS,
    Code.NEEDS_PEOPLE,
    Code.NO_GROUPS,
    Code.EXCLUDE_NEEDS_PEOPLE,
    Code.CAMPS_FEATURE_UNKNOWN,
    Code.CAMPS_EMPTY,
    Code.CAMPS_SMALL,
    Code.WAVE_FEATURES,
    Code.WAVE_UNDATED,
    Code.WAVE_NOTHING_COMMON,
    Code.WAVE_WORDING,
    Code.WAVE_SCALE,
    Code.WAVE_POPULATION,
    Code.WAVE_EVIDENCE,
}
_TABLES = {Code.TABLE_CORNER, Code.TABLE_ASYMMETRIC}
_COUNTS = {Code.COUNT_UNREAD, Code.COUNTS_UNKNOWN, Code.COUNTS_MAY_BE_SHARES, Code.SHARES_OFF}


def sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem, its facts still names in braces."""
    if problem.code in _FILE:
        return file_sentence(problem, language)
    if problem.code in _COLUMNS:
        return column_sentence(problem, language)
    if problem.code in _MAPPING:
        return mapping_sentence(problem, language)
    if problem.code in _ROWS:
        return row_sentence(problem, language)
    if problem.code in _CELLS:
        return cell_sentence(problem, language)
    if problem.code in _COUNTS:
        return count_sentence(problem, language)
    if problem.code in _COMPARISONS:
        return comparison_sentence(problem, language)
    if problem.code in _TABLES:
        return table_sentence(problem, language)
    return other_sentence(problem, language)
