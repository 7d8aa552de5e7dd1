"""Features that come and go in the middle of a workshop."""

from sittings import answered, begun, place, refusal, room, session_in

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.session import Part
from kano_app.entry import Refusal


def test_a_second_feature_of_one_name_is_refused() -> None:
    project = begun()
    assert refusal(project, entry.add_feature, " wi-fi ") is Refusal.FEATURE_TAKEN
    assert refusal(project, entry.add_features, ["Pool", "pool"]) is Refusal.FEATURE_TAKEN
    assert len(entry.add_features(project, ["Pool", "", " Sauna "]).survey.features) == 5
    assert entry.add_features(project, [" "]) is project


def test_with_all_features_deleted_that_is_what_is_said() -> None:
    project = edits.remove_features(answered(begun("Wi-Fi"), 1), ["F1"])
    assert entry.view(project).features == 0
    for key in (entry.go_on, entry.skip, entry.abstain):
        assert refusal(project, key) is Refusal.NO_FEATURES_LEFT
    assert not entry.can_go_on(entry.finish(project))
    assert place(entry.add_feature(project, "Pool")) == (0, "Pool", Part.FUNCTIONAL)


def test_a_feature_with_the_number_of_one_that_is_gone_begins_with_nothing() -> None:
    project = room("Wi-Fi", "Gym", people=1)
    project = answered(entry.vote_again(project, "F2"), 3, 3)
    project = entry.add_feature(edits.remove_features(project, ["F2"]), "Pool")
    assert project.survey.features[1].id == "F2"
    assert session_in(project).first_votes == ()
    assert place(entry.go_on(project)) == (0, "Pool", Part.FUNCTIONAL)
