from dataclasses import replace

from making import CELLS, people

from kano_app.analysis import Blank
from kano_app.analysis.votes import direct_votes
from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import DirectVote, Mode, Participant, Session
from kano_app.domain.survey import Survey
from kano_app.pipeline import analyse
from kano_app.tables import votes_table
from kano_app.tables.cells import Tie


def _voted(*votes: tuple[int, int, Category]) -> Survey:
    survey = people({"Wi-Fi": [CELLS["M"]] * 3, "Pool": [CELLS["A"]] * 3})
    given = tuple(DirectVote(person, survey.features[place].id, category) for person, place, category in votes)
    seats = tuple(Participant(person) for person in range(3))
    return replace(survey, session=Session(Mode.VOTES, seats, votes=given))


def test_direct_votes_are_counted_by_category_and_feature() -> None:
    survey = _voted((0, 0, Category.PERFORMANCE), (1, 0, Category.PERFORMANCE), (2, 0, Category.MUST_BE))
    wifi, pool = direct_votes(survey)
    assert (wifi.counts, wifi.n, wifi.named_most) == ((1, 2, 0, 0, 0, 0), 3, (Category.PERFORMANCE,))
    assert (pool.n, pool.named_most) == (0, ())


def test_where_nobody_voted_there_are_no_votes() -> None:
    assert direct_votes(_voted()) == ()
    assert direct_votes(people({"Wi-Fi": [CELLS["M"]]})) == ()


def test_votes_stand_beside_the_category_of_the_pairs_and_never_change_it() -> None:
    survey = _voted((0, 0, Category.PERFORMANCE), (1, 0, Category.MUST_BE))
    analysis = analyse(edits.add_survey(Project(), survey))
    rows = votes_table(analysis).rows
    assert rows[0][-2:] == (Tie((Category.MUST_BE, Category.PERFORMANCE)), Category.MUST_BE)
    assert rows[1][-3:] == (0, Blank.NO_VOTES, Category.ATTRACTIVE)
    assert analysis.features[0].n == 3
