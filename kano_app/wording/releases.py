"""What a release holds, and why nothing stands in it: the same words in the window and in the report."""

from kano_app.analysis.figure import Blank
from kano_app.domain.category import Category
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.i18n import Language
from kano_app.roadmap.roadmap import Release, Roadmap, RoadmapItem
from kano_app.wording.categories import horizon_name
from kano_app.wording.effort import effort_of_text, effort_text
from kano_app.wording.figures import coefficient


def load_text(release: Release, roadmap: Roadmap, language: Language) -> str:
    """Return what a release holds: its effort of its capacity, or its features where no effort is known."""
    unit = roadmap.effort_unit
    if release.capacity is not None:
        return effort_of_text(release.effort, release.capacity, unit, language)
    if roadmap.has_efforts:
        return effort_text(release.effort, unit, language)
    count = len(roadmap.at(release.horizon))
    return language.ngettext("{n} feature", "{n} features", count).format(n=language.number(count))


def without_effort_text(release: Release, roadmap: Roadmap, language: Language) -> str:
    """Return how many features of a release have no effort, where others have one."""
    count = sum(item.work.effort is None for item in roadmap.at(release.horizon))
    if not count or not roadmap.has_efforts:
        return ""
    return language.ngettext("{n} without effort", "{n} without effort", count).format(n=language.number(count))


def comes_first(roadmap: Roadmap) -> RoadmapItem | None:
    """Return what is done first where Now is empty; ``None`` where something stands in Now, or nothing is planned."""
    first = next((one for horizon in RELEASES for one in roadmap.at(horizon)), None)
    has_answers = any(item.result.category is not None for item in roadmap.items)
    return first if first is not None and first.horizon is not Horizon.NOW and has_answers else None


def empty_text(horizon: Horizon, roadmap: Roadmap, language: Language) -> str:
    """Return that nothing stands in a release; of Now also why, and what would change it."""
    first = comes_first(roadmap)
    if horizon is not Horizon.NOW or first is None:
        return language.gettext("Nothing stands here.")
    told = [_why_now_is_empty(roadmap, language), _first_told(first, language)]
    if roadmap.releases[0].capacity is None:
        told.append(
            language.gettext("With efforts and a capacity Now takes what fits; anything can be placed here by hand.")
        )
    return language.sentences(told)


def _why_now_is_empty(roadmap: Roadmap, language: Language) -> str:
    planned = [item for horizon in RELEASES for item in roadmap.at(horizon)]
    capacity = roadmap.releases[0].capacity
    if capacity is not None and all(one.work.effort is not None and one.work.effort > capacity for one in planned):
        return language.gettext("Nothing that is planned fits into {capacity}.").format(
            capacity=effort_text(capacity, roadmap.effort_unit, language)
        )
    must_be = [item for item in roadmap.items if item.result.category is Category.MUST_BE]
    if any(item.is_by_hand for item in must_be):
        return language.gettext("Nothing stands here: what is must-be was placed elsewhere by hand.")
    if must_be:
        return language.gettext("Nothing stands here: what is must-be waits for something else.")
    return language.gettext("No feature is a must-be, so nothing has to stand here.")


def _first_told(item: RoadmapItem, language: Language) -> str:
    result, place = item.result, horizon_name(item.horizon, language)
    if isinstance(result.better, Blank) or isinstance(result.worse, Blank):
        return language.gettext("First comes “{name}”, in {place}.").format(name=result.feature.name, place=place)
    return language.gettext("First comes “{name}”, in {place} (Better {better}, Worse {worse}).").format(
        name=result.feature.name,
        place=place,
        better=coefficient(result.better, language),
        worse=coefficient(result.worse, language),
    )
