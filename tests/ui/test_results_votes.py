from dataclasses import replace

import pytest
from making import CELLS, people
from pytestqt.qtbot import QtBot
from staging import Staged

from kano_app.domain import edits
from kano_app.domain.category import Category
from kano_app.domain.project import Project
from kano_app.domain.session import DirectVote, Mode, Participant, Session
from kano_app.ui.pages.results import ResultsPage

_NOBODY = (0, 0)


def _project(pair: tuple[int, int]) -> Project:
    survey = people({"Wi-Fi": [pair] * 3, "Pool": [pair] * 3})
    votes = tuple(DirectVote(person, survey.features[0].id, Category.PERFORMANCE) for person in range(3))
    session = Session(Mode.VOTES, tuple(Participant(person) for person in range(3)), votes=votes)
    return edits.add_survey(Project(), replace(survey, session=session))


def test_a_workshop_of_direct_votes_alone_shows_them_and_no_figures(staged: Staged, qtbot: QtBot) -> None:
    page = staged(ResultsPage, _project(_NOBODY)).page
    page.shown()
    qtbot.waitUntil(lambda: page.votes.table.view is not None)
    assert page.votes.isVisible()
    assert not page.table.isVisible()
    view = page.votes.table.view
    assert view is not None
    assert view.model().index(0, 2).data() == "3"


@pytest.mark.parametrize("has_votes", [True, False])
def test_votes_have_a_tab_beside_the_figures_where_there_are_any(
    staged: Staged, qtbot: QtBot, *, has_votes: bool
) -> None:
    project = _project(CELLS["M"])
    if not has_votes:
        project = edits.add_survey(Project(), replace(project.survey, session=None))
    page = staged(ResultsPage, project).page
    page.shown()
    qtbot.waitUntil(page.table.isVisible)
    line = page.tabs.line
    offered = not line.buttons["votes"].isHidden() or "Votes" in [one.text() for one in line.menu().actions()]
    assert offered is has_votes
    if has_votes:
        page.tabs.turn("votes")
        qtbot.waitUntil(page.tabs.panel.isVisible)
        assert page.tabs.panel.table.view is not None  # type: ignore[attr-defined] # the panel of votes
