from pathlib import Path

import numpy as np
import pytest
from answering import drawn, exported_form

from kano_app import pipeline
from kano_app.domain import edits
from kano_app.domain.evidence import Answers
from kano_app.domain.project import Project
from kano_app.domain.questionnaire import QuestionnaireSettings, TraitQuestion
from kano_app.i18n import LANGUAGES, language
from kano_app.report.questionnaire import questionnaire_text
from kano_app.wording.questions import answer_sentences

_NAMES = ("Wi-Fi", "No queue at the desk", "Room [quiet]", "Clean - and aired: always", "早餐供应到十一点")


def _study(*names: str, **settings: object) -> Project:
    project = edits.add_features(edits.new_study("Guest stay"), names or _NAMES)
    return edits.choose_questionnaire(project, QuestionnaireSettings(**settings))  # type: ignore[arg-type] # by name


def _read(project: Project, folder: Path, code: str = "en", people: int = 12) -> tuple[list[str], bool]:
    """Return the features that come back from a form made of the text, and whether all answers do."""
    given = drawn(people, 2 * len(project.survey.features))
    answers = [*answer_sentences(language(code)).values()]
    exported_form(questionnaire_text(project), folder / "form.csv", given, answers)
    survey = pipeline.read_survey(folder / "form.csv").survey
    assert isinstance(survey.evidence, Answers)
    halves = [half for pair in survey.evidence.pairs for half in (pair.functional, pair.dysfunctional)]
    return [one.name for one in survey.features], bool(np.array_equal(np.array(halves).T, np.array(given) + 1))


def test_a_question_its_answers_and_a_blank_line_follow_each_other_and_are_numbered() -> None:
    text = questionnaire_text(_study("Wi-Fi", "Bed"))
    assert text.startswith("Guest stay\n\nThank you for taking part.")
    assert (
        "\n\n1. How do you feel if you have this? [Wi-Fi]\nI like it that way\nIt must be that way\nI am neutral\n"
        "I can live with it that way\nI dislike it that way\n\n2. How do you feel if you do not have this? [Wi-Fi]\n"
    ) in text
    assert text.endswith("\nI dislike it that way\n")


def test_importance_and_traits_are_questions_of_their_own() -> None:
    traits = (TraitQuestion("Age", "How old are you?", ("under 30", "over 30")), TraitQuestion("City"))
    text = questionnaire_text(_study("Wi-Fi", importance=True, traits=traits))
    ends = "(1: not important at all, 9: extremely important)"
    assert f"\n\n3. How important is this to you, from 1 to 9? {ends} [Wi-Fi]\n1\n2\n" in text
    assert text.endswith("\n\n4. How old are you?\nunder 30\nover 30\n\n5. City\n")


def test_the_introduction_stands_above_the_questions_paragraph_by_paragraph() -> None:
    text = questionnaire_text(_study("Wi-Fi", introduction="We ask.\n\n  You   answer. ", organisation="Harbour Hotel"))
    assert text.startswith("Guest stay\nHarbour Hotel\n\nWe ask.\n\nYou answer.\n\nThere are two questions")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("count", [1, 5])
def test_what_a_form_exports_comes_back_feature_by_feature(tmp_path: Path, code: str, count: int) -> None:
    names = _NAMES[:count]
    assert _read(_study(*names, language=code), tmp_path, code) == (list(names), True)


@pytest.mark.parametrize(
    ("functional", "dysfunctional"),
    [
        ("If the room is quiet, how do you feel?", "If the room is not quiet, how do you feel?"),
        ("If the room is quiet, how do you feel?", "If the room is loud, how do you feel?"),
        ("If there is no noise, how do you feel?", "If there is noise, how do you feel?"),
    ],
)
def test_questions_worded_by_hand_come_back_as_the_right_halves(
    tmp_path: Path, functional: str, dysfunctional: str
) -> None:
    project = _study("Wi-Fi", "Quiet room")
    project = edits.change_feature(project, "F2", functional_question=functional, dysfunctional_question=dysfunctional)
    assert functional in questionnaire_text(project)
    assert dysfunctional in questionnaire_text(project)
    assert _read(project, tmp_path) == (["Wi-Fi", "Quiet room"], True)


def test_a_form_that_came_back_is_asked_again_in_the_same_words(tmp_path: Path) -> None:
    project = _study("Wi-Fi", "Bed")
    text = questionnaire_text(project)
    exported_form(text, tmp_path / "form.csv", drawn(12, 4), [*answer_sentences(language("en")).values()])
    again = edits.rename_study(pipeline.read_survey(tmp_path / "form.csv"), "Guest stay")
    assert questionnaire_text(again) == text


def test_the_file_says_that_it_is_utf_8_and_holds_the_text(tmp_path: Path) -> None:
    project = _study("客房 & <b>Wi-Fi</b>")
    pipeline.write_questionnaire(project, tmp_path / "text.txt")
    content = (tmp_path / "text.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == questionnaire_text(project)
