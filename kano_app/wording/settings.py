"""Names of the choices of method, in the reader's language."""

from kano_app.analysis.analysis import Analysis
from kano_app.domain.evaluation_table import BERGER, POULIOT, EvaluationTable
from kano_app.domain.mapping import Layout
from kano_app.domain.settings import AnalysisSettings, Direction, ReverseAndQuestionable, Rule, Scale
from kano_app.domain.survey import Source
from kano_app.i18n import Language


def table_name(table: EvaluationTable, language: Language) -> str:
    """Return the name of an evaluation table; one of the user's own keeps the name it has."""
    if table == BERGER:
        return language.gettext("Berger 1993")
    if table == POULIOT:
        return language.gettext("Pouliot (in Berger 1993)")
    return language.gettext("own table “{name}”").format(name=table.name)


def table_told(analysis: Analysis, language: Language) -> str:
    """Return the evaluation table that made the categories, or that somebody else's did."""
    if analysis.tally is None:
        return language.gettext("not known: the source gives categories")
    return table_name(analysis.settings.table, language)


def rule_name(rule: Rule, language: Language) -> str:
    """Return the name of a rule."""
    names = {
        Rule.MODE: language.gettext("most frequent"),
        Rule.PRECEDENCE: language.gettext("precedence"),
        Rule.BLAUTH: language.gettext("Blauth’s rule"),
    }
    return names[rule]


def choice_name(choice: EvaluationTable | Rule | ReverseAndQuestionable, language: Language) -> str:
    """Return the name of one choice of method."""
    match choice:
        case EvaluationTable():
            return table_name(choice, language)
        case Rule():
            return rule_name(choice, language)
        case ReverseAndQuestionable.BESIDE:
            return language.gettext("R and Q beside")
        case ReverseAndQuestionable.COMPETE:
            return language.gettext("R and Q competing")


def rule_sentence(settings: AnalysisSettings, language: Language) -> str:
    """Return how six counts become a category, in one or two sentences."""
    match settings.rule:
        case Rule.MODE:
            return language.gettext(
                "The most frequent category counts; exact ties are broken by M > P > A > I > R > Q."
            )
        case Rule.PRECEDENCE:
            return language.gettext(
                "Where the two most frequent categories lie within {points} percentage points and are of M, P, A and "
                "I, the higher of M > P > A > I counts; otherwise the most frequent. Exact ties are broken by "
                "M > P > A > I > R > Q."
            ).format(points=language.plain_number(settings.points))
        case Rule.BLAUTH:
            return language.gettext(
                "Blauth’s rule: if A + P + M exceed the others, the most frequent of A, P and M counts, otherwise "
                "the most frequent of the others; equal sums fall to the others. Ties are broken by M > P > A and by "
                "I > R > Q."
            )


def treatment_sentence(settings: AnalysisSettings, language: Language) -> str:
    """Return how reverse and questionable answers are treated."""
    if settings.reverse_and_questionable is ReverseAndQuestionable.BESIDE:
        return language.gettext("Reverse and questionable answers stand beside and do not compete for the category.")
    return language.gettext("All six categories compete, reverse and questionable too.")


def scale_name(scale: Scale, language: Language) -> str:
    """Return the name of an answer scale."""
    names = {
        Scale.FIVE: language.gettext("five answers"),
        Scale.THREE: language.gettext("three answers: like, neutral, dislike"),
        Scale.THREE_ASYMMETRIC: language.gettext("three answers, others for having than for lacking"),
    }
    return names[scale]


def direction_name(direction: Direction, language: Language) -> str:
    """Return the direction of answer codes."""
    names = {
        Direction.LIKE_FIRST: language.gettext("the smallest code is like"),
        Direction.DISLIKE_FIRST: language.gettext("the smallest code is dislike"),
    }
    return names[direction]


def direction_text(source: Source, language: Language) -> str:
    """Return the direction of a file's codes, of each half where they run against each other; empty for words."""
    if source.direction is None:
        return ""
    other = source.dysfunctional_direction
    if other is None or other is source.direction:
        return direction_name(source.direction, language)
    return language.gettext("functional: {functional}; dysfunctional: {dysfunctional}").format(
        functional=direction_name(source.direction, language), dysfunctional=direction_name(other, language)
    )


def layout_name(layout: Layout, language: Language) -> str:
    """Return the name of a file's layout."""
    names = {
        Layout.WIDE: language.gettext("one row a person, two columns a feature"),
        Layout.LONG: language.gettext("one row a person and feature"),
        Layout.TALLY: language.gettext("one row a feature and pair of answers, with its count"),
        Layout.CATEGORY_TABLE: language.gettext("one row a feature, with its categories counted"),
    }
    return names[layout]
