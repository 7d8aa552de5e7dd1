"""Surveys of a study: the first, later waves, and people left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kano_app.domain.edits.workshops import carried_notes, carried_session
from kano_app.domain.feature import Feature, fold_name
from kano_app.domain.problem import Code, Fact, Problem
from kano_app.domain.project import Project
from kano_app.domain.survey import Exclusion, Survey


def add_survey(project: Project, survey: Survey, problems: Sequence[Problem] = ()) -> Project:
    """Return the project with one more survey, and what was met while reading it."""
    return replace(project, surveys=(*project.surveys, survey), problems=(*project.problems, *problems))


def same_features(earlier: Sequence[Survey], later: Survey) -> dict[str, str]:
    """Return id in the later survey → id in the earlier ones of the features they share.

    Names come first, then ids; the latest of the earlier surveys comes first. A proposal: ``add_wave`` takes what the
    user makes of it.
    """
    by_name: dict[str, str] = {}
    by_id: dict[str, str] = {}
    for survey in reversed(earlier):
        for feature in survey.features:
            by_name.setdefault(fold_name(feature.name), feature.id)
            by_id.setdefault(fold_name(feature.id), feature.id)
    found: dict[str, str] = {}
    for known, called in ((by_name, "name"), (by_id, "id")):
        for feature in later.features:
            match = known.get(fold_name(getattr(feature, called)))
            if match is not None and feature.id not in found and match not in found.values():
                found[feature.id] = match
    return found


def add_wave(
    project: Project, survey: Survey, problems: Sequence[Problem] = (), same: Mapping[str, str] | None = None
) -> Project:
    """Return the project with a later survey of the same features, which is now the one under analysis.

    Args:
        project: what is there.
        survey: the later survey.
        problems: what was met while reading it.
        same: id in the later survey → id in an earlier one, as the user confirmed it; ``None`` takes
            ``same_features``. A shared feature keeps the id and all that was written of it.

    """
    same = same_features(project.surveys, survey) if same is None else same
    known = {feature.id: feature for one in project.surveys for feature in one.features}
    taken = set(known)
    features = []
    for feature in survey.features:
        old = known.get(same.get(feature.id, ""))
        if old is None:
            new = feature.id
            while new in taken:
                new += "′"
            taken.add(new)
            features.append(replace(feature, id=new))
        else:
            features.append(_asked_anew(old, feature))
    ids = {old.id: new.id for old, new in zip(survey.features, features, strict=True)}
    wave = replace(
        survey,
        features=tuple(features),
        notes=carried_notes(survey.notes, 0, ids),
        session=survey.session and carried_session(survey.session, 0, ids),
    )
    shared = {feature.id for feature in wave.features} & set(known)
    apart = [feature.name for feature in wave.features if feature.id not in known]
    apart += [feature.name for feature in project.survey.features if feature.id not in shared]
    facts: dict[str, Fact] = {"count": len(shared), "names": tuple(apart)}
    return add_survey(project, wave, (*problems, Problem(Code.WAVE_FEATURES, survey.source.file, facts=facts)))


def _asked_anew(old: Feature, new: Feature) -> Feature:
    """Return a known feature with the wording of the later survey, where that has one."""
    if not (new.functional_question or new.dysfunctional_question):
        return old
    return replace(old, functional_question=new.functional_question, dysfunctional_question=new.dysfunctional_question)


def exclude_people(project: Project, people: Iterable[Exclusion], wave: int = -1) -> Project:
    """Return the project with people left out of the counts of one survey; who is out already stays so."""
    before = project.surveys[wave].excluded
    out = {one.person: one for one in people} | {one.person: one for one in before}
    return _with_excluded(project, tuple(out[person] for person in sorted(out)), wave)


def include_people(project: Project, people: Iterable[int], wave: int = -1) -> Project:
    """Return the project with people of one survey counted again who had been left out."""
    back = set(people)
    before = project.surveys[wave].excluded
    return _with_excluded(project, tuple(one for one in before if one.person not in back), wave)


def _with_excluded(project: Project, excluded: tuple[Exclusion, ...], wave: int) -> Project:
    surveys = list(project.surveys)
    surveys[wave] = replace(surveys[wave], excluded=excluded)
    return replace(project, surveys=tuple(surveys))
