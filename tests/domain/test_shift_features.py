import pytest
from making import people

from kano_app.domain import edits
from kano_app.domain.project import Project


@pytest.mark.parametrize(
    ("moved", "by", "order"),
    [
        ("B", -1, "BACD"),
        ("B", 1, "ACBD"),
        ("BC", -1, "BCAD"),
        ("BC", 1, "ADBC"),
        ("AC", -1, "ACBD"),
        ("BD", 1, "ACBD"),
        ("A", -1, "ABCD"),
        ("AB", -1, "ABCD"),
    ],
)
def test_features_move_by_one_place_with_their_answers_and_stop_at_the_edge(moved: str, by: int, order: str) -> None:
    survey = people({name: [(place, place)] for place, name in enumerate("ABCD", start=1)})
    before = edits.add_survey(Project(), survey)
    after = edits.shift_features(before, moved, by)
    assert "".join(feature.id for feature in after.survey.features) == order
    answers = [int(pair.functional[0]) for pair in after.survey.evidence.pairs]  # type: ignore[union-attr]
    assert answers == ["ABCD".index(name) + 1 for name in order]
    assert (after is before) == (order == "ABCD")
