"""A file of every tool is read as it comes, without a word from the user."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from importers.exports import EXPORTS, Export
from importers.exports.study import DYSFUNCTIONAL, FUNCTIONAL, IMPORTANCE, PEOPLE
from importers.exports.tables import COUNTS

from kano_app.domain.evidence import Answers, CategoryCounts, CategoryShares, PairTally
from kano_app.domain.mapping import HALVES, Layout
from kano_app.domain.problem import Code, Problem
from kano_app.domain.survey import Survey
from kano_app.importers import examine, read_survey

ALL = pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.name)
WIDE = pytest.mark.parametrize(
    "export", [one for one in EXPORTS if one.layout is Layout.WIDE], ids=lambda one: one.name
)


def written(export: Export, folder: Path) -> Path:
    path = folder / export.file
    export.write(path)
    return path


def read(export: Export, folder: Path) -> tuple[Survey, tuple[Problem, ...]]:
    return read_survey(written(export, folder), export.settings)


def expected_pairs(export: Export, feature: int) -> list[tuple[int, int]]:
    answered = list(zip(FUNCTIONAL[feature], DYSFUNCTIONAL[feature], strict=True))[: export.kept]
    return answered + [(0, 0)] * (export.kept - len(answered))


def test_there_is_a_file_of_every_shape() -> None:
    assert len(EXPORTS) >= 36
    assert len({one.name for one in EXPORTS}) == len(EXPORTS)
    assert {one.layout for one in EXPORTS} == set(Layout)


@ALL
def test_an_export_is_known_by_its_shape(export: Export, tmp_path: Path) -> None:
    survey, _ = read(export, tmp_path)
    assert survey.source.platform is export.platform
    assert survey.source.layout is export.layout
    assert tuple(one.name for one in survey.features) == export.features or export.file == "suffixes.csv"


@ALL
def test_every_answer_of_an_export_is_read_as_it_was_given(export: Export, tmp_path: Path) -> None:
    survey, problems = read(export, tmp_path)
    place = {one.name: at for at, one in enumerate(survey.features)}
    assert place.keys() == set(export.features)
    wanted = [place[name] for name in export.features]
    match survey.evidence:
        case Answers(pairs=pairs):
            for feature, at in enumerate(wanted):
                found = list(zip(pairs[at].functional.tolist(), pairs[at].dysfunctional.tolist(), strict=True))
                assert found == expected_pairs(export, feature)
        case PairTally(counts=counts):
            for feature, at in enumerate(wanted):
                tally = {(one + 1, other + 1): int(counts[at][one, other]) for one, other in np.argwhere(counts[at])}
                assert tally == Counter(expected_pairs(export, feature))
        case CategoryCounts(counts=table):
            assert [table[at].tolist() for at in wanted] == [list(row) for row in COUNTS]
        case CategoryShares(shares=table):
            assert table[wanted] == pytest.approx(np.array(COUNTS) / 20)
    unread = {Code.ANSWER_UNREAD, Code.ANSWER_OUTSIDE_SCALE, Code.IMPORTANCE_UNREAD, Code.HALF_MISSING, Code.HALF_TWICE}
    assert not unread & {one.code for one in problems}


@WIDE
def test_what_else_an_export_holds_is_a_trait_or_is_said_to_be_left_out(export: Export, tmp_path: Path) -> None:
    survey, problems = read(export, tmp_path)
    assert tuple(one.name for one in survey.traits) == export.traits
    left_out = Counter((one.column, str(one.facts["reason"])) for one in problems if one.code is Code.COLUMN_LEFT_OUT)
    assert not Counter(export.left_out) - left_out
    identities = {heading for heading, reason in left_out if reason == "identity"}
    assert identities == {heading for heading, reason in export.left_out if reason == "identity"}
    rows = [(one.facts["reason"], one.facts["count"]) for one in problems if one.code is Code.ROWS_LEFT_OUT]
    assert tuple(rows) == export.rows_left_out
    assert survey.respondents == export.kept


@WIDE
def test_importance_is_read_where_it_was_asked_and_is_never_a_half(export: Export, tmp_path: Path) -> None:
    survey, _ = read(export, tmp_path)
    if not export.importance:
        assert survey.importance == ()
        return
    place = {one.name: at for at, one in enumerate(survey.features)}
    for feature, name in enumerate(export.features):
        given = survey.importance[place[name]]
        assert given is not None
        assert given.tolist() == list(IMPORTANCE[feature])


@WIDE
def test_every_pair_says_why_it_is_one_and_how_sure_that_is(export: Export, tmp_path: Path) -> None:
    mapping = examine(written(export, tmp_path), export.settings).mapping
    told = {(one.reason, one.confidence) for one in mapping.of(*HALVES)}
    assert told == export.pairs
    assert len(mapping.of(*HALVES)) == 2 * len(export.features)
    _, problems = read(export, tmp_path)
    by_block = [one for one in problems if one.code is Code.PAIRED_BY_BLOCK]
    assert bool(by_block) == any(reason in {"block", "answers"} for reason, _ in export.pairs)


def test_the_invented_people_are_as_many_as_there_are_answers() -> None:
    assert {len(one) for one in (*FUNCTIONAL, *DYSFUNCTIONAL, *IMPORTANCE)} == {PEOPLE}
