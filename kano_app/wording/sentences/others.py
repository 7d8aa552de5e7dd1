"""What can be wrong with counts, with the other files, and with the plan."""

from kano_app.domain.problem import Code, Problem
from kano_app.i18n import Language
from kano_app.wording.sentences.counting import count, length


def count_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem with counts and shares."""
    gettext, ngettext, n = language.gettext, language.ngettext, count(problem)
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


def other_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem with another file, or with the plan."""
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
                length(problem, "names"),
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
                length(problem, "features"),
            )
        case Code.EFFORT_OVER_CAPACITY:
            return gettext(
                "{feature} needs an effort of {effort}, more than a whole release holds ({capacity}). "
                "Divide it or raise the capacity."
            )
        case _:
            return gettext("A capacity is given, but no feature has an effort, so the capacity is not used.")
