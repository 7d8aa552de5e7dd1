import itertools

import pytest

from kano_app.domain.answer import Answer
from kano_app.domain.feature import Feature
from kano_app.i18n import LANGUAGES, language
from kano_app.importers.lexicon import fold, lexicon
from kano_app.importers.pairing.negating import negations
from kano_app.report.questionnaire.document import questionnaire
from kano_app.wording.questions import (
    answer_meanings,
    answer_sentences,
    contrast,
    halves,
    halves_under_name,
    hints,
    negates,
)

_ENGLISH = language("en")
_WIFI = Feature("F1", "Wi-Fi")


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_answer_people_are_given_means_that_answer_to_the_importer(code: str) -> None:
    sentences = answer_sentences(language(code))
    assert {answer: lexicon()[fold(text)] for answer, text in sentences.items()} == {one: one for one in sentences}
    assert list(sentences) == [Answer.LIKE, Answer.EXPECT, Answer.NEUTRAL, Answer.TOLERATE, Answer.DISLIKE]
    assert list(answer_meanings(language(code))) == list(sentences)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_dysfunctional_draft_negates_once_more_than_the_functional_one(code: str) -> None:
    for asked in (halves, halves_under_name):
        for name in ("Wi-Fi", "No queue at the desk", "没有噪音"):
            functional, dysfunctional = (half.text for half in asked(Feature("F1", name), language(code)))
            assert negations(dysfunctional) == negations(functional) + 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_draft_needs_no_hint(code: str) -> None:
    assert hints(_WIFI, language(code)) == ([], [])


def test_a_draft_names_the_feature_unless_its_name_stands_beside_it() -> None:
    assert [half.text for half in halves(_WIFI, _ENGLISH)] == [
        "How do you feel if you have this: “Wi-Fi”?",
        "How do you feel if you do not have this: “Wi-Fi”?",
    ]
    assert [half.text for half in halves_under_name(_WIFI, _ENGLISH)] == [
        "How do you feel if you have this?",
        "How do you feel if you do not have this?",
    ]


def test_what_was_worded_by_hand_is_asked_as_it_was_worded() -> None:
    feature = Feature("F1", "Wi-Fi", functional_question="With it?")
    for asked in (halves, halves_under_name):
        functional, dysfunctional = asked(feature, _ENGLISH)
        assert (functional.text, functional.is_draft, dysfunctional.is_draft) == ("With it?", False, True)


def test_the_words_in_which_two_halves_differ_are_stressed() -> None:
    one, other = "If it is open, how do you feel?", "If it is not open, how do you feel?"
    spans = contrast(one, other)
    stressed = [[text[at : at + size] for at, size in found] for text, found in zip((one, other), spans, strict=True)]
    assert stressed == [["open"], ["not open"]]


@pytest.mark.parametrize(
    ("functional", "dysfunctional", "told"),
    [
        ("If it is quiet and clean?", "If it is not quiet?", [["two things"], []]),
        ("If there is no noise?", "If there is noise?", [["negates"], ["does not negate"]]),
        ("If it is quiet?", "If it is quiet?", [[], ["ask the same"]]),
        ("如果房间安静并且干净？", "如果房间不安静？", [["two things"], []]),
    ],
)
def test_hints_tell_of_double_questions_and_negations(
    functional: str, dysfunctional: str, told: list[list[str]]
) -> None:
    feature = Feature("F1", "Room", functional_question=functional, dysfunctional_question=dysfunctional)
    found = hints(feature, _ENGLISH)
    assert [len(half) for half in found] == [len(half) for half in told]
    for given, wanted in zip(itertools.chain(*found), itertools.chain(*told), strict=True):
        assert wanted in given


def test_hints_are_in_the_language_of_the_reader_about_drafts_in_another() -> None:
    feature = Feature("F1", "早餐和Wi-Fi")
    for code in LANGUAGES:
        functional, _ = hints(feature, _ENGLISH, language(code))
        assert functional == ["This may ask two things at once (“和”). Ask one thing at a time."]


def test_what_asks_for_something_that_is_not_there_negates() -> None:
    assert all(map(negates, ("If it is not there?", "Without it?", "没有早餐？", "If it isn’t there?")))
    assert not any(map(negates, ("If it is there?", "有早餐？", "Another note?")))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_headings_of_a_sheet_are_halves_of_one_feature_to_the_importer(code: str) -> None:
    from kano_app.domain import edits  # noqa: PLC0415 - one use
    from kano_app.domain.questionnaire import QuestionnaireSettings  # noqa: PLC0415
    from kano_app.importers.headings import is_importance  # noqa: PLC0415
    from kano_app.importers.pairing.markers import separate_markers  # noqa: PLC0415

    project = edits.add_features(edits.new_study(), ["Wi-Fi", "Room (with a view)"])
    for pair in questionnaire(edits.choose_questionnaire(project, QuestionnaireSettings(code))).pairs:
        for negated, half in enumerate(pair.halves):
            readings = [(one.name, one.negations, one.plain) for one in separate_markers(half.heading)]
            assert (pair.name, negated, True) in readings
        assert is_importance(pair.importance_heading)
