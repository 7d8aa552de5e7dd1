"""How a file is read, in words: the tool it came from, what columns are, why two belong together."""

from kano_app.domain.mapping import Confidence, Mapping, PairReason, Platform, Role
from kano_app.i18n import Language


def platform_name(platform: Platform, language: Language) -> str:
    """Return the tool a file came from; nothing where its shape is nobody's."""
    return {
        Platform.GOOGLE_FORMS: "Google Forms",
        Platform.SURVEYMONKEY: "SurveyMonkey",
        Platform.QUALTRICS: "Qualtrics",
        Platform.LIMESURVEY: "LimeSurvey",
        Platform.TYPEFORM: "Typeform",
        Platform.MICROSOFT_FORMS: "Microsoft Forms",
        Platform.WJX: language.gettext("问卷星 (wjx)"),
        Platform.ANSWER_SHEET: language.gettext("answer sheet of Kano App"),
        Platform.OTHER: "",
    }[platform]


def role_name(role: Role, language: Language) -> str:
    """Return what a column is."""
    gettext = language.gettext
    return {
        Role.FUNCTIONAL: gettext("with the feature (functional)"),
        Role.DYSFUNCTIONAL: gettext("without it (dysfunctional)"),
        Role.IMPORTANCE: gettext("importance"),
        Role.RESPONDENT: gettext("who answered"),
        Role.TRAIT: gettext("trait of people"),
        Role.FEATURE: gettext("feature"),
        Role.COUNT: gettext("count"),
        Role.CATEGORY: gettext("category"),
        Role.PEOPLE: gettext("number of people"),
        Role.LEFT_OUT: gettext("left out"),
    }[role]


def pair_reason(reason: str, language: Language) -> str:
    """Return why two columns are taken for the halves of one feature."""
    gettext = language.gettext
    return {
        PairReason.MARKER: gettext("same heading but for a marker of the half"),
        PairReason.ITEM: gettext("same item under two questions, one of which negates"),
        PairReason.NUMBER: gettext("same number, one with a condition that negates"),
        PairReason.NEGATION: gettext("same question with and without a negation"),
        PairReason.BLOCK: gettext("same item in two blocks, the first taken as functional"),
        PairReason.ANSWERS: gettext("same item in two blocks, told apart by the answers"),
        PairReason.BY_HAND: gettext("set by hand"),
    }[PairReason(reason)]


def pair_sign(reason: PairReason, language: Language) -> str:
    """Return in a word or two by what two columns were found to be the halves of one feature."""
    pgettext = language.pgettext
    return {
        PairReason.MARKER: pgettext("columns are paired by it", "marker"),
        PairReason.ITEM: pgettext("columns are paired by it", "item"),
        PairReason.NUMBER: pgettext("columns are paired by it", "number"),
        PairReason.NEGATION: pgettext("columns are paired by it", "negation"),
        PairReason.BLOCK: pgettext("columns are paired by it", "order of columns"),
        PairReason.ANSWERS: pgettext("columns are paired by it", "answers"),
        PairReason.BY_HAND: pgettext("columns are paired by it", "hand"),
    }[reason]


def confidence_name(confidence: Confidence, language: Language) -> str:
    """Return how sure a pair is."""
    gettext = language.gettext
    return {
        Confidence.SURE: gettext("sure"),
        Confidence.LIKELY: gettext("likely"),
        Confidence.GUESS: gettext("a guess"),
    }[confidence]


def left_out_reason(reason: str, language: Language) -> str:
    """Return in a few words why a column is left out."""
    gettext = language.gettext
    return {
        "identity": gettext("tells who people are"),
        "administrative": gettext("written by the form"),
        "empty": gettext("empty"),
        "free-text": gettext("nearly all different"),
        "half-twice": gettext("a half the feature has already"),
        "not-mapped": gettext("not in the mapping"),
        "by-hand": gettext("left out by hand"),
    }.get(reason, gettext("not understood"))


def pairs_text(mapping: Mapping, language: Language) -> str:
    """Return how the pairs of a wide table were found, the commonest reason first."""
    counts: dict[str, int] = {}
    for one in mapping.of(Role.FUNCTIONAL):
        if one.reason:
            counts[one.reason] = counts.get(one.reason, 0) + 1
    told = [pair_reason(reason, language) for reason in sorted(counts, key=lambda one: -counts[one])]
    return language.pgettext("between clauses", "; ").join(told)
