"""What can be said of groups and waves, and of an evaluation table of the user's own."""

from kano_app.domain.problem import Code, Problem
from kano_app.i18n import Language
from kano_app.wording.sentences.counting import count, length


def comparison_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem with groups of people or with waves."""
    gettext, ngettext, n = language.gettext, language.ngettext, count(problem)
    match problem.code:
        case Code.TRAIT_UNKNOWN if problem.facts.get("columns"):
            return gettext("Nothing called {name} is known of the people. What is known: {columns}.")
        case Code.TRAIT_UNKNOWN:
            return gettext(
                "Nothing called {name} is known of the people: no column about them could be used. "
                "“kano-app check” says why."
            )
        case Code.TRAIT_MANY_GROUPS:
            return gettext(
                "{names} makes {count} groups, more than the {most} that can be compared. Choose a trait with fewer, "
                "or put its values together in the file."
            )
        case Code.NEEDS_PEOPLE:
            return gettext("People cannot be grouped by {name}: the survey gives counts, not answers of people.")
        case Code.NO_GROUPS:
            return gettext("{names} makes fewer than two groups of people, so there is nothing to compare.")
        case Code.EXCLUDE_NEEDS_PEOPLE:
            return gettext("Nobody can be left out: the survey gives counts, not answers of people.")
        case Code.CAMPS_FEATURE_UNKNOWN:
            return gettext("The survey has no feature {name} whose camps could be compared. Check the name.")
        case Code.CAMPS_EMPTY:
            return gettext(
                "Nobody put {feature} into “{category_name}”, so there are no two camps. Choose another pair."
            )
        case Code.CAMPS_SMALL:
            return ngettext(
                "The smaller camp on {feature} is {count} person, fewer than {fewest}: take the differences with "
                "caution.",
                "The smaller camp on {feature} is {count} people, fewer than {fewest}: take the differences with "
                "caution.",
                n,
            )
        case _:
            return _wave_sentence(problem, language)


def _wave_sentence(problem: Problem, language: Language) -> str:
    gettext, ngettext, n = language.gettext, language.ngettext, count(problem)
    match problem.code:
        case Code.WAVE_FEATURES if problem.facts.get("names"):
            return ngettext(
                "{count} feature was found in the earlier wave by its name; in one of the waves only: {names}.",
                "{count} features were found in the earlier wave by their names; in one of the waves only: {names}.",
                n,
            )
        case Code.WAVE_FEATURES:
            return ngettext(
                "{count} feature was found in the earlier wave by its name: all there are.",
                "{count} features were found in the earlier wave by their names: all there are.",
                n,
            )
        case Code.WAVE_UNDATED:
            return ngettext(
                "{count} person has no {name} and is in no wave.",
                "{count} people have no {name} and are in no wave.",
                n,
            )
        case Code.WAVE_NOTHING_COMMON:
            return gettext("{first} and {second} have no feature in common. Give the same features the same names.")
        case Code.WAVE_WORDING:
            return ngettext(
                "The question on {features} was worded anew between {first} and {second}; the difference may come from "
                "that.",
                "The questions on {features} were worded anew between {first} and {second}; differences may come from "
                "that.",
                length(problem, "features"),
            )
        case Code.WAVE_SCALE:
            return gettext(
                "{first} and {second} were answered on different scales: do not compare their reverse and questionable "
                "shares."
            )
        case Code.WAVE_POPULATION:
            return gettext(
                "{first} and {second} were answered by different kinds of people ({names}); differences may come from "
                "that."
            )
        case _:
            return gettext(
                "{first} or {second} gives categories by an evaluation table that is not known; differences may come "
                "from that."
            )


def table_sentence(problem: Problem, language: Language) -> str:
    """Return the sentence on an unusual evaluation table; cells are (having, lacking), 1 like to 5 dislike."""
    if problem.code is Code.TABLE_CORNER:
        return language.gettext(
            "The evaluation table {name} is unusual in a corner (having, lacking; here / usual): {cells}. Look whether "
            "its rows are the answers to having the feature."
        )
    return language.gettext(
        "In the evaluation table {name} cells do not mirror each other (having, lacking): {cells}. Opposite answers "
        "usually give A, P or M on one side and R on the other."
    )
