import datetime as dt

import pytest

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.questionnaire import QuestionnaireSettings, TraitQuestion
from kano_app.domain.settings import Paper, ReportSettings
from kano_app.report.questionnaire.document import questionnaire


def _study(*names: str, **settings: object) -> Project:
    project = edits.choose_report(
        edits.new_study(), ReportSettings("Guest stay", "Harbour Hotel", paper=Paper.LETTER, language="zh_TW")
    )
    project = edits.add_features(project, names)
    return edits.choose_questionnaire(project, QuestionnaireSettings(**settings))  # type: ignore[arg-type] # by name


def test_what_was_not_chosen_is_as_in_the_report() -> None:
    asked = questionnaire(_study("Wi-Fi"), dt.date(2026, 3, 14))
    assert (asked.title, asked.organisation, asked.paper) == ("Guest stay", "Harbour Hotel", Paper.LETTER)
    assert (asked.language.code, asked.day) == ("zh_TW", dt.date(2026, 3, 14))


def test_what_was_chosen_is_not_as_in_the_report() -> None:
    chosen = {"language": "en", "title": "Your stay", "organisation": "The hotel", "paper": Paper.A4}
    asked = questionnaire(_study("Wi-Fi", **chosen))
    assert (asked.language.code, asked.title, asked.organisation, asked.paper) == tuple(chosen.values())


def test_features_without_a_name_or_with_that_of_another_are_told_apart() -> None:
    asked = questionnaire(_study("Wi-Fi", " wi-fi ", "", "Two\nlines", language="en"))
    assert [pair.name for pair in asked.pairs] == ["Wi-Fi", "wi-fi 2", "Feature 3", "Two lines"]
    assert asked.pairs[1].functional.heading == "wi-fi 2 (functional)"


def test_both_halves_are_stressed_where_they_differ() -> None:
    (pair,) = questionnaire(_study("Wi-Fi", language="en")).pairs
    stressed = [[half.brief[start : start + length] for start, length in half.stressed] for half in pair.halves]
    assert stressed == [["have"], ["do not have"]]


def test_a_trait_is_asked_by_its_name_where_it_has_no_question_and_left_out_where_it_has_neither() -> None:
    traits = (TraitQuestion("Age"), TraitQuestion("", "How old?"), TraitQuestion(" ", "", ("a",)))
    asked = questionnaire(_study("Wi-Fi", traits=traits))
    assert [(one.name, one.question) for one in asked.traits] == [("Age", "Age"), ("How old?", "How old?")]


def test_answers_to_a_trait_are_given_once_each() -> None:
    asked = questionnaire(_study("Wi-Fi", traits=(TraitQuestion("Age", "", ("a", " a ", "", "b")),)))
    assert asked.traits[0].choices == ("a", "b")


def test_a_language_nobody_can_write_is_refused() -> None:
    with pytest.raises(ValueError, match="no language of a questionnaire: fr"):
        QuestionnaireSettings(language="fr")
