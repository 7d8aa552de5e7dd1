"""Cards held up by all at once: pairs of answers counted for the feature of the moment."""

from kano_app.domain import edits
from kano_app.domain.answer import LEVELS
from kano_app.domain.evidence import PairTally
from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Part, Stage
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
    session = session_of(project)
    place = session.place
    if session.mode is not Mode.CARDS or session.stage is not Stage.ASKING or place is None:
        raise Refused(Refusal.NOT_ASKED_NOW)
    if not (1 <= functional <= LEVELS and 1 <= dysfunctional <= LEVELS) or place.part is not Part.CARDS:
        raise Refused(Refusal.NO_SUCH_ANSWER)
    at = next((at for at, one in enumerate(project.survey.features) if one.id == place.feature), None)
    if at is None:
        raise Refused(Refusal.NOT_ASKED_NOW)
    try:
        return edits.count_cards(project, at, functional, dysfunctional, by)
    except ValueError:
        raise Refused(Refusal.NO_CARDS_LEFT) from None
    except TypeError:
        raise Refused(Refusal.OTHER_EVIDENCE) from None


def count_of_cards(project: Project, feature: str) -> int:
    """Return how many pairs of cards were counted for a feature."""
    evidence = project.survey.evidence
    at = next((at for at, one in enumerate(project.survey.features) if one.id == feature), None)
    return int(evidence.counts[at].sum()) if isinstance(evidence, PairTally) and at is not None else 0
