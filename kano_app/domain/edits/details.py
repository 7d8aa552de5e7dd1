"""What a features file says, put where it belongs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kano_app.domain.edits.names import names_to_ids
from kano_app.domain.feature import Feature, FeatureDetails, fold_name
from kano_app.domain.plan import Plan, PlanItem
from kano_app.domain.problem import Code, Problem
from kano_app.domain.project import Project
from kano_app.domain.settings import PlanSettings
from kano_app.domain.survey import Survey


def describe_features(
    project: Project, details: Sequence[FeatureDetails], file: str = "", problems: Sequence[Problem] = ()
) -> Project:
    """Return the project with what a features file says of the features of its latest survey.

    Details of features that the survey does not know, details given twice and dependencies on nothing known become
    problems of the project; ``problems`` are those already met while reading the file.
    """
    survey = project.survey
    by_feature, found = _matched(survey, details, file)
    features = tuple(_described(feature, by_feature.get(feature.id)) for feature in survey.features)
    ids = names_to_ids(survey.features) | names_to_ids(features)
    # A features file may call features by names that only it knows: its own ids and labels.
    ids |= {
        fold_name(name): feature
        for feature, detail in by_feature.items()
        for name in (detail.key, detail.label)
        if name
    }
    items, unknown = _planned(features, by_feature, ids, file)
    # Earlier waves are told too: what is written now of a feature is no change of wording between them.
    surveys = tuple(
        replace(one, features=tuple(_described(each, by_feature.get(each.id)) for each in one.features))
        for one in project.surveys
    )
    return replace(
        project,
        surveys=surveys,
        plan=Plan(items, project.plan.overrides),
        planning=_counted_in(project.planning, by_feature.values()),
        problems=(*project.problems, *problems, *found, *unknown),
    )


def _counted_in(planning: PlanSettings, details: Iterable[FeatureDetails]) -> PlanSettings:
    """Return the choices of planning with the unit in which a file counts efforts, where it says so."""
    told = next((one.effort_unit for one in details if one.effort is not None and one.effort_unit), "")
    return replace(planning, effort_unit=told) if told else planning


def _matched(
    survey: Survey, details: Sequence[FeatureDetails], file: str
) -> tuple[dict[str, FeatureDetails], list[Problem]]:
    ids = names_to_ids(survey.features)
    matched: dict[str, FeatureDetails] = {}
    problems: list[Problem] = []
    strangers: list[str] = []
    for detail in details:
        feature = ids.get(fold_name(detail.key)) or ids.get(fold_name(detail.label))
        if feature is None:
            strangers.append(detail.label or detail.key)
        elif feature in matched:
            problems.append(
                Problem(Code.FEATURE_TWICE, file, row=detail.row, value=detail.key, facts={"name": detail.key})
            )
        else:
            matched[feature] = detail
    if strangers:
        problems.append(Problem(Code.FEATURE_UNKNOWN, file, facts={"names": tuple(strangers)}))
    return matched, problems


def _described(feature: Feature, detail: FeatureDetails | None) -> Feature:
    if detail is None:
        return feature
    return replace(
        feature,
        name=detail.label or feature.name,
        description=detail.description or feature.description,
        functional_question=detail.functional_question or feature.functional_question,
        dysfunctional_question=detail.dysfunctional_question or feature.dysfunctional_question,
        touchpoint=detail.touchpoint or feature.touchpoint,
        dimension=detail.dimension or feature.dimension,
    )


def _planned(
    features: Sequence[Feature], details: dict[str, FeatureDetails], ids: dict[str, str], file: str
) -> tuple[tuple[PlanItem, ...], list[Problem]]:
    items: list[PlanItem] = []
    problems: list[Problem] = []
    for feature in features:
        detail = details.get(feature.id)
        if detail is None or (detail.effort is None and not detail.owner and not detail.depends_on):
            continue
        known: list[str] = []
        for name in detail.depends_on:
            target = ids.get(fold_name(name))
            if target is None:
                facts = {"feature": feature.name, "name": name}
                problems.append(Problem(Code.DEPENDENCY_UNKNOWN, file, row=detail.row, value=name, facts=facts))
            elif target not in known:
                known.append(target)
        items.append(PlanItem(feature.id, detail.effort, detail.owner, tuple(known)))
    return tuple(items), problems
