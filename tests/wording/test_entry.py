"""The words of a workshop."""

import pytest

from kano_app import entry
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.session import Mode, Part, Session, Stage
from kano_app.entry import Refusal, Setup
from kano_app.i18n import LANGUAGES, language
from kano_app.wording import entry as words


def session(mode: Mode = Mode.INTERVIEW, **choices: object) -> Session:
    study = edits.add_features(edits.new_study(), ["Wi-Fi"])
    people = () if mode is Mode.CARDS else ("Ana", "")
    found = entry.begin(study, Setup(mode, people, **choices)).survey.session  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_refusal_mode_stage_and_part_has_words(code: str) -> None:
    told = language(code)
    assert all(words.refusal_sentence(one, told) for one in Refusal)
    assert len({words.mode_name(one, told) for one in Mode}) == len(Mode)
    assert all(words.mode_meaning(one, told) for one in Mode)
    assert all(words.stage_name(one, told) for one in Stage)
    assert all(words.part_name(one, told) for one in Part)
    assert set(words.vote_sentences(told)) == set(words.VOTES) == set(Category) - {Category.QUESTIONABLE}


def test_the_facilitator_sees_number_and_name() -> None:
    english = language("en")
    assert words.person_label(session(), 0, english) == "P1 Ana"
    assert words.person_label(session(), 1, english) == "P2"
    assert words.person_label(session(Mode.CARDS), -1, english) == "The room"


def test_the_room_sees_names_only_where_they_were_chosen() -> None:
    english = language("en")
    assert words.person_words(session(), 0, english) == "Person 1"
    assert words.person_words(session(Mode.ROUND), 0, english) == "Seat 1"
    assert words.person_words(session(names_shown=True), 0, english) == "Ana"
    assert words.person_words(session(names_shown=True), 1, english) == "Person 2"


def test_answers_are_worded_as_the_study_words_them() -> None:
    own = ("great", "sure", "fine", "bearable", "bad")
    english = language("en")
    assert words.session_answers(session(answers=own), english) == own
    assert words.session_answers(session(), english)[0] == "I like it that way"
    assert words.answer_of(5, session(answers=own), english) == "bad"
    assert words.answer_of(6, session(), english) == "abstained"
    assert words.answer_of(0, session(), english) == ""


def test_times_read_as_clocks() -> None:
    assert [words.clock(one) for one in (0, 61.9, 3725)] == ["0:00", "1:01", "1:02:05"]


def test_the_practice_pair_differs_in_having_and_not_having() -> None:
    for code in LANGUAGES:
        one, other = words.practice_halves(language(code))
        assert one != other
