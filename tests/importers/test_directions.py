"""What codes would give in either direction, and codes whose meaning was told one by one."""

from dataclasses import replace
from pathlib import Path

import pytest

from kano_app import assets
from kano_app.domain.answer import Answer
from kano_app.domain.evidence import Answers
from kano_app.domain.mapping import Layout
from kano_app.domain.problem import Code, Unusable
from kano_app.domain.settings import Direction
from kano_app.importers import examine, read_survey
from kano_app.importers.directions import directions

LIKE, DISLIKE = Direction.LIKE_FIRST, Direction.DISLIKE_FIRST


def test_the_evidence_is_that_by_which_a_direction_is_assumed() -> None:
    path = assets.sample_surveys() / "online-shop.xlsx"
    examined = examine(path)
    _, problems = read_survey(path)
    facts = next(one.facts for one in problems if one.code is Code.DIRECTION_ASSUMED)
    counts = directions(examined.head, examined.mapping)
    assert counts[LIKE, LIKE][0] == facts["reverse"]
    assert counts[DISLIKE, DISLIKE][0] == facts["reverse_other"]
    assert sum(counts[LIKE, LIKE]) == facts["doubtful"]


def test_a_tally_is_weighed_by_its_counts(tmp_path: Path) -> None:
    path = tmp_path / "tally.csv"
    path.write_text("Feature,Functional,Dysfunctional,Count\nWi-Fi,5,1,7\nWi-Fi,4,2,3\nBed,3,3,x\n", encoding="utf-8")
    examined = examine(path)
    assert examined.mapping.layout is Layout.TALLY
    counts = directions(examined.head, examined.mapping)
    assert (counts[LIKE, LIKE], counts[DISLIKE, DISLIKE]) == ((7, 0), (0, 0))


@pytest.mark.parametrize("codes", [("0", "1", "2", "3", "4"), ("2", "1", "0", "-1", "-2")])
def test_codes_that_do_not_begin_at_one_are_read_once_each_was_told(tmp_path: Path, codes: tuple[str, ...]) -> None:
    rows = "".join(f"{codes[at % 5]},{codes[(at + 1) % 5]}\n" for at in range(20))
    path = tmp_path / "codes.csv"
    path.write_text(f"Wi-Fi (with),Wi-Fi (without)\n{rows}", encoding="utf-8")
    examined = examine(path)
    with pytest.raises(Unusable) as refused:
        read_survey(path)
    assert refused.value.problem.code is Code.CODES_FROM_ZERO
    told = tuple(zip(codes, (Answer(at) for at in range(1, 6)), strict=True))
    survey, _ = read_survey(path, mapping=replace(examined.mapping, wordings=told))
    assert isinstance(survey.evidence, Answers)
    assert survey.evidence.pairs[0].functional[:5].tolist() == [1, 2, 3, 4, 5]
