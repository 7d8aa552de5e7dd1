"""What a room voted directly, in words."""

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.session import Mode
from kano_app.entry import Setup
from kano_app.i18n import language
from kano_app.wording.voices import direct_votes_text


def test_direct_votes_stand_beside_those_before_the_second_vote() -> None:
    study = edits.add_features(edits.new_study(), ["Wi-Fi"])
    project = entry.begin(study, Setup(Mode.VOTES, ("", "")))
    english = language("en")
    assert direct_votes_text(project.survey, "F1", english) == ""
    project = entry.vote(entry.vote(project, Category.MUST_BE), Category.ATTRACTIVE)
    once = "A 1 · M 1: direct votes, another kind of evidence, not pooled."
    assert sorted(direct_votes_text(project.survey, "F1", english)) == sorted(once)
    project = entry.vote(entry.vote_again(project, "F1"), Category.ATTRACTIVE)
    told = direct_votes_text(entry.finish(project).survey, "F1", english)
    assert told.startswith("A 2: direct votes")
    assert told.endswith("M 1 before the second vote, A 1 after it; only the second counts.")
