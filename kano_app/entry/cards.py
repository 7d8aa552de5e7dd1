"""Cards held up by all at once: pairs of answers counted for the feature of the moment."""

from dataclasses import replace

from kano_app.domain import edits
from kano_app.domain.answer import LEVELS
from kano_app.domain.evidence import PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Stage
from kano_app.entry.refused import Refusal, Refused
from kano_app.entry.steps import session_of


def card(project: Project, functional: int, dysfunctional: int, by: int = 1) -> Project:
    """Return the project with more (or fewer) people who held up a pair of cards for the feature of the moment.

    Args:
        project: where.
        functional: the answer on the first card, 1 to 5.
        dysfunctional: the answer on the second.
        by: how many more; below 0 takes back.

    Raises:
        Refused: if no cards are counted now, there is no such answer, or there are no more to take back.

    """
    at = _position(project, functional, dysfunctional)
    try:
        return edits.count_cards(project, at, functional, dysfunctional, by)
    except ValueError:
        raise Refused(Refusal.NO_CARDS_LEFT) from None
    except TypeError:
        raise Refused(Refusal.OTHER_EVIDENCE) from None


def put_cards(project: Project, functional: int, dysfunctional: int, count: int, feature: str | None = None) -> Project:
    """Return the project with so many pairs of cards of a kind, in place of what was counted of them.

    Args:
        project: where.
        functional: the answer on the first card, 1 to 5.
        dysfunctional: the answer on the second.
        count: how many there are in all.
        feature: its id; the one of the moment, unless told.

    Raises:
        Refused: if no cards are counted now, there is no such answer, or the count is below 0.

    """
    at = _position(project, functional, dysfunctional, feature)
    try:
        return edits.put_cards(project, at, functional, dysfunctional, count)
    except ValueError:
        raise Refused(Refusal.NO_SUCH_CARD) from None
    except TypeError:
        raise Refused(Refusal.OTHER_EVIDENCE) from None


def _position(project: Project, functional: int, dysfunctional: int, feature: str | None = None) -> int:
    """Return where the feature stands whose cards are counted."""
    session = session_of(project)
    place = session.place
    if session.mode is not Mode.CARDS or (feature is None and (session.stage is not Stage.ASKING or place is None)):
        raise Refused(Refusal.NOT_ASKED_NOW)
    if not (1 <= functional <= LEVELS and 1 <= dysfunctional <= LEVELS):
        raise Refused(Refusal.NO_SUCH_CARD)
    wanted = place.feature if feature is None and place is not None else feature
    at = next((at for at, one in enumerate(project.survey.features) if one.id == wanted), None)
    if at is None:
        raise Refused(Refusal.NOT_ASKED_NOW)
    return at


def count_of_cards(project: Project, feature: str) -> int:
    """Return how many pairs of cards were counted for a feature."""
    evidence = project.survey.evidence
    at = next((at for at, one in enumerate(project.survey.features) if one.id == feature), None)
    return int(evidence.counts[at].sum()) if isinstance(evidence, PairTally) and at is not None else 0


def with_cards_done(project: Project, feature: str) -> Project:
    """Return the project with the cards of a feature counted: it is done by the room."""
    session = session_of(project)
    if (-1, feature) in session.skipped:
        return project
    return edits.in_session(project, replace(session, skipped=(*session.skipped, (-1, feature))))
