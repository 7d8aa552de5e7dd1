import datetime as dt
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from report.studies import Judged, judged, workshop, written
from sittings import study

from kano_app import entry
from kano_app.domain.category import Category
from kano_app.domain.session import Mode
from kano_app.domain.settings import Preset
from kano_app.entry import Setup

_LETTERS = {one.letter: one for one in Category}
_DAY = dt.date(2026, 3, 2)


def voted(votes: dict[str, str], **settings: object) -> Judged:
    """Return a workshop in which people voted directly; a feature and what each person named, a dot for a skip."""
    people = max(len(one) for one in votes.values())
    project = entry.begin(study(*votes), Setup(Mode.VOTES, ("",) * people, practice=False, date=_DAY))
    for letters in votes.values():
        for letter in letters:
            project = entry.skip(project) if letter == "." else entry.vote(project, _LETTERS[letter])
    return judged(project, **settings)


def _text(one: Judged, folder: Path) -> str:
    written(one, folder / "report.pdf")
    pages = PdfReader(folder / "report.pdf").pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    one = voted({"Wi-Fi": "MMI", "Breakfast": "MAI", "Gym": "III", "Pool": "..."})
    return _text(one, tmp_path_factory.mktemp("votes"))


def test_the_cover_says_who_voted_when_and_never_that_they_were_asked_twice(text: str) -> None:
    said = "3 people in a workshop named the category of 3 service features themselves. It was held on 2 March 2026."
    assert text.count(said) == 3
    assert "There are no complete pairs of answers" in text
    assert "people say how they feel" not in text
    assert "Priority roadmap" not in text
    assert "Direct votes taken down in a workshop" in text


def test_the_summary_names_what_was_voted_with_its_count_and_ties_by_all_their_categories(text: str) -> None:
    assert "Named most as Must-be: “Wi-Fi” (2 of 3)." in text
    assert "Named most as Indifferent: “Gym” (3 of 3)." in text
    assert "Tied: “Breakfast” between Must-be, Attractive and Indifferent (1 of 3 each)." in text
    assert "Nobody voted on “Pool”." in text


def test_it_says_what_so_few_votes_can_and_cannot_tell(text: str) -> None:
    assert "On 2 of 4 features more than half of the votes named one category." in text
    assert "those in it were not drawn at random." in text
    assert re.search(r"Even of people drawn at random 3 votes give the share .* only to about ±\d\d percentage", text)
    assert "to name a category is not the same" in text


def test_the_method_is_that_of_votes_and_nothing_of_pairs_is_explained(text: str) -> None:
    assert "one vote for each person and feature" in text
    assert "I take it for granted" in text
    for untrue in ("asked twice", "Berger 1993", "random draws", "Glossary", "Resamples", "Questionable", "clear –"):
        assert untrue not in text
    assert "Votes a feature 0 to 3" in text
    assert "Everything in the file" not in text


def test_the_one_page_stands_alone(tmp_path: Path) -> None:
    text = _text(voted({"Wi-Fi": "MMI"}, left_out=Preset.ONE_PAGE.left_out), tmp_path)
    assert "“Wi-Fi” (2 of 3)" in text
    assert "speak only for those who voted" in text


def test_the_vote_of_one_person_is_no_room(tmp_path: Path) -> None:
    text = _text(voted({"Wi-Fi": "M"}), tmp_path)
    assert "1 person in a workshop named the category of 1 service feature directly." in text
    assert "What this one person named. One person is no room: nothing can be told about agreement." in text
    assert "room agrees" not in text
    assert "not in the room" not in text


def test_a_second_vote_stands_with_the_first_beside_it(tmp_path: Path) -> None:
    project, _, _ = voted({"Wi-Fi": "MMI"})
    project = entry.vote_again(project, project.survey.features[0].id)
    for letter in "IIM":
        project = entry.vote(project, _LETTERS[letter])
    text = _text(judged(project), tmp_path)
    assert "3 votes were given anew in a second vote; only the second count." in text
    assert "M 2 · I 1 before the second vote, M 1 · I 2 after it; only the second counts." in text


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_more_features_than_a_page_holds_are_all_told(tmp_path: Path, language: str) -> None:
    votes = {f"Feature {place} that is long enough to need a line of its own": "MPA" for place in range(1, 61)}
    text = _text(voted(votes, language=language), tmp_path)
    assert all(f"Feature {place} that" in text for place in range(1, 61))


def test_pairs_beside_votes_keep_the_report_of_pairs(tmp_path: Path) -> None:
    text = _text(workshop(6, 8), tmp_path)
    assert "Priority roadmap" in text
    assert "people say how they feel" in text
    assert "How the votes fell" not in text


def test_a_workshop_in_which_nobody_voted_yet_says_so(tmp_path: Path) -> None:
    project = entry.begin(study("Wi-Fi"), Setup(Mode.VOTES, ("",), practice=False))
    text = _text(judged(project), tmp_path)
    assert "Nobody answered both halves of any feature" in text
