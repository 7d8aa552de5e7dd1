"""Planning by hand: effort, owner, dependencies, and places set against the rule."""

from dataclasses import replace
from typing import Any

from kano_app.domain.plan import Horizon, Override, PlanItem
from kano_app.domain.project import Project


def change_work(project: Project, feature: str, **values: Any) -> Project:  # noqa: ANN401 - the fields of a PlanItem
    """Return the project with another effort, owner or dependencies of a feature."""
    item = replace(project.plan.item(feature), **values)
    others = [one for one in project.plan.items if one.feature != feature]
    known = [] if item == PlanItem(feature) else [item]
    order = {one.id: place for place, one in enumerate(project.survey.features)}
    items = sorted([*others, *known], key=lambda one: order.get(one.feature, len(order)))
    return replace(project, plan=replace(project.plan, items=tuple(items)))


def place_by_hand(project: Project, feature: str, horizon: Horizon, reason: str) -> Project:
    """Return the project with a feature at a place of somebody's choice, with the reason given."""
    others = tuple(one for one in project.plan.overrides if one.feature != feature)
    return replace(project, plan=replace(project.plan, overrides=(*others, Override(feature, horizon, reason))))


def place_by_rule(project: Project, feature: str) -> Project:
    """Return the project with a feature where the rule puts it."""
    others = tuple(one for one in project.plan.overrides if one.feature != feature)
    return replace(project, plan=replace(project.plan, overrides=others))
