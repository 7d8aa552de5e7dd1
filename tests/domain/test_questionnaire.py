from kano_app.domain import edits
from kano_app.domain.questionnaire import QuestionnaireSettings, TraitQuestion

_AGE, _CITY, _REASON = TraitQuestion("Age", "", ("a", "b")), TraitQuestion("City"), TraitQuestion("Reason")


def test_questions_about_the_person_are_added_changed_and_removed_in_their_order() -> None:
    project = edits.add_trait_question(edits.add_trait_question(edits.new_study(), _AGE), _CITY)
    assert project.questionnaire.traits == (_AGE, _CITY)
    project = edits.change_trait_question(project, 0, _REASON)
    assert project.questionnaire.traits == (_REASON, _CITY)
    assert edits.remove_trait_question(project, 0).questionnaire.traits == (_CITY,)


def test_choices_of_the_questionnaire_change_nothing_else() -> None:
    before = edits.add_features(edits.new_study("Guest stay"), ["Wi-Fi"])
    after = edits.choose_questionnaire(before, QuestionnaireSettings("zh_CN", importance=True))
    assert after.questionnaire == QuestionnaireSettings("zh_CN", importance=True)
    assert (after.surveys, after.report) == (before.surveys, before.report)
