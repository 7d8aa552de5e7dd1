import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pypdf import PdfReader
from report.studies import judged, survey, workshop, written

from kano_app.domain.evidence import AnswerPair, Answers
from kano_app.domain.session import Mode

_FIRST_SIX = np.arange(8) < 6


def _text(path: Path) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(path).pages))


def test_a_report_says_that_it_was_a_workshop_of_how_many_when_and_how(tmp_path: Path) -> None:
    written(workshop(6, 8), tmp_path / "report.pdf")
    text = _text(tmp_path / "report.pdf")
    assert "In a workshop 8 people judged 6 service features." in text
    assert "The answers were taken down in a workshop of 8 people. It was held on 2 March 2026." in text
    assert "One question after another went round the room, each person in turn." in text
    assert "2 answers were given anew in a second vote" in text


def test_a_report_of_a_workshop_says_with_numbers_what_so_few_answers_can_and_cannot_tell(tmp_path: Path) -> None:
    written(workshop(6, 8), tmp_path / "report.pdf")
    text = _text(tmp_path / "report.pdf")
    assert re.search(r"With \d answers a coefficient is known to about ±0\.\d\d", text)
    assert re.search(r"the true one in about \d\d %", text)
    assert "For coefficients to ±0.10 ask 97 people." in text


def test_nobodys_name_is_printed(tmp_path: Path) -> None:
    written(workshop(6, 8, notes=True), tmp_path / "report.pdf")
    assert "Secret" not in _text(tmp_path / "report.pdf")


def test_notes_stay_out_unless_they_are_chosen_and_are_printed_literally(tmp_path: Path) -> None:
    written(workshop(6, 8), tmp_path / "without.pdf")
    written(workshop(6, 8, notes=True), tmp_path / "with.pdf")
    assert "ants" not in _text(tmp_path / "without.pdf")
    text = _text(tmp_path / "with.pdf")
    assert "What people said We had ants <b>last</b> week" in text
    assert "=cmd() $x$" in text


def test_direct_and_first_votes_stand_beside_and_say_that_they_are_not_pooled(tmp_path: Path) -> None:
    written(workshop(6, 8), tmp_path / "report.pdf")
    text = _text(tmp_path / "report.pdf")
    assert "P 1 · M 1: direct votes, another kind of evidence, not pooled." in text
    assert re.search(r"P 1 · I 1 before the second vote, .* after it; only the second counts\.", text)


def test_what_was_placed_by_hand_stands_with_where_the_figures_would_put_it_and_the_reason(tmp_path: Path) -> None:
    written(workshop(6, 8), tmp_path / "report.pdf")
    text = _text(tmp_path / "report.pdf")
    assert "Placed by hand" in text
    assert re.search(r"Feature 2 of the hotel, as guests know it (Now|Next|Later|Not planned) Later promised", text)


@pytest.mark.parametrize("mode", Mode)
def test_every_way_of_asking_a_room_has_a_sentence(tmp_path: Path, mode: Mode) -> None:
    project, _, _ = workshop(3, 5)
    session = project.survey.session
    assert session is not None
    held = replace(project.survey, session=replace(session, mode=mode))
    written(judged(replace(project, surveys=(held,))), tmp_path / "report.pdf")
    assert "What this workshop can tell" in _text(tmp_path / "report.pdf")


def test_a_survey_is_no_workshop(tmp_path: Path) -> None:
    written(survey(3, 20), tmp_path / "report.pdf")
    assert "orkshop" not in _text(tmp_path / "report.pdf")


def test_people_whose_answers_came_from_a_file_were_in_no_workshop(tmp_path: Path) -> None:
    project, _, _ = workshop(6, 8)
    assert project.survey.session is not None
    seats = project.survey.session.participants[:2]
    held = replace(project.survey, session=replace(project.survey.session, participants=seats))
    written(judged(replace(project, surveys=(held,))), tmp_path / "report.pdf")
    text = _text(tmp_path / "report.pdf")
    assert "8 people judged 6 service features, 2 of them in a workshop." in text
    assert "The answers of 2 of 8 people were taken down in a workshop." in text
    assert "2 of 8 people in a workshop" in text


def test_an_empty_seat_is_nobody_in_the_report(tmp_path: Path) -> None:
    project, _, _ = workshop(6, 8)
    evidence = project.survey.evidence
    assert isinstance(evidence, Answers)
    emptied = tuple(
        AnswerPair(np.where(_FIRST_SIX, one.functional, 0), np.where(_FIRST_SIX, one.dysfunctional, 0))
        for one in evidence.pairs
    )
    held = replace(project.survey, evidence=replace(evidence, pairs=emptied))
    written(judged(replace(project, surveys=(held,))), tmp_path / "report.pdf")
    text = _text(tmp_path / "report.pdf")
    assert "In a workshop 6 people judged 6 service features." in text
    assert "8 people" not in text


def test_pairs_and_direct_votes_of_one_workshop_are_both_told_by_how_many_gave_them(tmp_path: Path) -> None:
    project, _, _ = workshop(6, 8)
    session = project.survey.session
    assert session is not None
    held = replace(project.survey, session=replace(session, mode=Mode.VOTES))
    written(judged(replace(project, surveys=(held,))), tmp_path / "report.pdf")
    text = _text(tmp_path / "report.pdf")
    assert "8 people answered in pairs. 2 people voted directly, which is another kind of evidence." in text
    assert "People named the category itself" not in text


def test_a_workshop_in_which_nobody_answered_says_so(tmp_path: Path) -> None:
    project, _, _ = workshop(6, 8)
    session = project.survey.session
    assert session is not None
    nothing = AnswerPair(np.zeros(8, dtype=np.int8), np.zeros(8, dtype=np.int8))
    evidence = Answers((nothing,) * 6, 8)
    held = replace(project.survey, evidence=evidence, session=replace(session, votes=(), first_votes=()))
    written(judged(replace(project, surveys=(held,))), tmp_path / "report.pdf")
    text = _text(tmp_path / "report.pdf")
    assert "Nobody answered in the workshop." in text
    assert "0 people judged" not in text


def test_one_person_is_no_room_and_nothing_is_told_of_agreement(tmp_path: Path) -> None:
    project, _, _ = workshop(2, 2)
    session, evidence = project.survey.session, project.survey.evidence
    assert session is not None
    assert isinstance(evidence, Answers)
    first = np.array([1, 0], dtype=np.int8)
    pairs = tuple(AnswerPair(one.functional * first, one.dysfunctional * first) for one in evidence.pairs)
    alone = replace(session, votes=(), first_votes=())
    held = replace(project.survey, evidence=replace(evidence, pairs=pairs), session=alone)
    written(judged(replace(project, surveys=(held,))), tmp_path / "report.pdf")
    text = _text(tmp_path / "report.pdf")
    assert "What this one person answered. One person is no room: nothing can be told about agreement." in text
    assert "What anybody else thinks, and the order of features" in text
    assert "It shows what one person answered" in text
    assert "room agrees" not in text
    assert "One question after another" not in text
