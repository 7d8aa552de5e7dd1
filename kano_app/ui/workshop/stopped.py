"""A workshop that was begun: whether there is more of it, and where it stopped."""

from kano_app.domain.project import Project
from kano_app.domain.session import Mode, Stage
from kano_app.entry import can_go_on, go_on, left_open, view
from kano_app.ui.context import Context
from kano_app.wording.entry import person_label
from kano_app.wording.literal import visible


def has_more(project: Project) -> bool:
    """Return whether a study's workshop is still to be gone on with."""
    session = project.survey.session
    if session is None:
        return False
    if session.is_under_way:
        return True
    moment = view(project)
    return bool(project.survey.features) and (
        moment.done < moment.total or bool(session.empty_seats) or bool(left_open(project))
    )


def stopped_at(project: Project, context: Context) -> str:
    """Return where a workshop is gone on with."""
    if can_go_on(project):
        project = go_on(project)
    session, moment = project.survey.session, view(project)
    assert session is not None  # noqa: S101 - the caller looked
    place = moment.place
    if moment.stage is Stage.PRACTICE or place is None:
        return context.tr("Continue with the practice question.")
    feature = next((visible(one.name) for one in project.survey.features if one.id == place.feature), "")
    if session.mode is Mode.CARDS:
        return context.tr("Continue at “{feature}”.", feature=feature)
    person = person_label(session, place.participant, context.language)
    if moment.stage is Stage.CONFIRMING:
        return context.tr("{person} is done. Continue with the next person.", person=person)
    return context.tr("Continue at {person}, “{feature}”.", person=person, feature=feature)
