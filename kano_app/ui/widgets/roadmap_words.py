"""What the roadmap page says: loads, cards, and what a move costs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kano_app.analysis import Blank
from kano_app.domain.category import Category
from kano_app.domain.plan import RELEASES, Horizon
from kano_app.domain.problem import Problem
from kano_app.i18n import Language
from kano_app.roadmap import Move, ReasonKind, Release, Roadmap, RoadmapItem
from kano_app.wording.categories import category_name, horizon_name
from kano_app.wording.effort import effort_text
from kano_app.wording.problems import message
from kano_app.wording.reasons import card_text, reason_text
from kano_app.wording.releases import without_effort_text
from kano_app.wording.sureness import sureness_text

_MOST_NAMES = 3
_DUST = 1e-6
_DOT = "\N{NO-BREAK SPACE}· "
"""Between tags; a line may end after it and not before."""
_LONG_WORD = re.compile(r"[^\s\u2e80-\uffef\U00020000-\U0003ffff]{19,}")
"""More characters than a card has room for, in which a line ends nowhere by itself."""
_PIECE = re.compile(r".{8,15}?(?=[^.,;:!?)\]}%”’»])|.{16}(?=.)")
"""So many of them that fit, if at all possible with what closes them."""


@dataclass(frozen=True, slots=True)
class CardView:
    """What one card shows."""

    name: str
    category: Category | None
    why: str
    tags: str
    after: str
    by_hand: str

    @property
    def spoken(self) -> str:
        """All of it in one text, for whoever hears it."""
        return ". ".join(text for text in (self.tags, self.why, self.after, self.by_hand) if text)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a place set by hand brings about beside itself."""

    moves: tuple[Move, ...]
    over: tuple[Release, ...]
    """Releases that the move leaves with more than they hold."""
    broken: tuple[Problem, ...]
    """Dependencies that it breaks."""
    is_rule: bool
    """Whether the rule puts the feature there too."""
    unit: str = ""
    """In what efforts are counted."""


def card_view(item: RoadmapItem, in_now: str, names: dict[str, str], language: Language, unit: str) -> CardView:
    """Return what the card of a feature shows; ``names`` are those of all features by their ids."""
    result, work, gettext = item.result, item.work, language.gettext
    by_hand = tuple(reason for reason in item.reasons if reason.kind is ReasonKind.BY_HAND)
    effort = "" if work.effort is None else effort_text(work.effort, unit, language)
    tags = (
        gettext("no category") if result.category is None else category_name(result.category, language),
        "" if isinstance(result.stability, Blank) else sureness_text(result.stability, language),
        in_now,
        effort,
        work.owner,
        result.feature.touchpoint,
    )
    needs = [quoted(names[need], language) for need in work.depends_on if need in names]
    return CardView(
        result.feature.name,
        result.category,
        card_text(tuple(one for one in item.reasons if one not in by_hand), language),
        _DOT.join(tag for tag in tags if tag),
        gettext("Depends on {names}").format(names=language.listing(needs)) if needs else "",
        reason_text(by_hand, language),
    )


def in_now_text(item: RoadmapItem, language: Language) -> str:
    """Return how often resampling puts a feature into Now, where that is more than never."""
    if isinstance(item.in_now, Blank) or (item.horizon is not Horizon.NOW and round(item.in_now, 2) == 0):
        return ""
    return language.gettext("in Now in {share} of resamples").format(share=language.percent(item.in_now))


def extra_load_text(release: Release, roadmap: Roadmap, language: Language) -> str:
    """Return what is amiss with the load of a release: over its capacity, features without effort."""
    told = []
    if over_by(release) > 0:
        over = effort_text(over_by(release), roadmap.effort_unit, language)
        told.append(language.gettext("{over} over its capacity").format(over=over))
    told.append(without_effort_text(release, roadmap, language))
    return " · ".join(one for one in told if one)


def over_by(release: Release) -> float:
    """Return the effort that a release has beyond its capacity."""
    if release.capacity is None:
        return 0.0
    over = release.effort - release.capacity
    return over if over > _DUST else 0.0


def count_text(count: int, language: Language) -> str:
    """Return a number of features."""
    return language.ngettext("{n} feature", "{n} features", count).format(n=language.number(count))


def cost_between(old: Roadmap, new: Roadmap, feature: str, rule: Horizon | None) -> Cost:
    """Return what differs between two plans beside the place of one feature; ``rule`` is where the rule puts it."""
    before = {item.result.feature.id: item.horizon for item in old.items}
    now = next(item.horizon for item in new.items if item.result.feature.id == feature)
    moves = tuple(
        Move(item.result.feature.name, before[item.result.feature.id], item.horizon)
        for item in new.items
        if item.result.feature.id != feature and before.get(item.result.feature.id, item.horizon) is not item.horizon
    )
    loads = {release.horizon: over_by(release) for release in old.releases}
    over = tuple(release for release in new.releases if over_by(release) > loads[release.horizon] + _DUST)
    known = {(problem.code, tuple(problem.facts.items())) for problem in old.problems}
    broken = tuple(one for one in new.problems if (one.code, tuple(one.facts.items())) not in known)
    return Cost(moves, over, broken, rule is now, new.effort_unit)


def cost_text(cost: Cost, name: str, horizon: Horizon, language: Language) -> str:
    """Return what a move costs, in sentences."""
    place = horizon_name(horizon, language)
    told = [
        language.gettext("This puts {name} into {place}.")
        if horizon in RELEASES
        else language.gettext("This puts {name} under “{place}”.")
    ]
    told = [told[0].format(name=quoted(name, language), place=place)]
    if cost.is_rule:
        told.append(language.gettext("The rule puts it there too."))
    routes = dict.fromkeys((move.here, move.there) for move in cost.moves)
    for here, there in routes:
        names = [move.name for move in cost.moves if (move.here, move.there) == (here, there)]
        moved = language.ngettext(
            "{names} moves from {here} to {there}.", "{names} move from {here} to {there}.", len(names)
        )
        told.append(
            moved.format(
                names=_few(names, language), here=horizon_name(here, language), there=horizon_name(there, language)
            )
        )
    for release in cost.over:
        over = language.gettext("{place} is then {over} over its capacity of {capacity}.")
        values = {
            "place": horizon_name(release.horizon, language),
            "over": effort_text(over_by(release), cost.unit, language),
            "capacity": effort_text(release.capacity or 0.0, cost.unit, language),
        }
        told.append(over.format(**values))
    told += [message(problem, language) for problem in cost.broken]
    if len(told) == 1:
        told.append(language.gettext("Nothing else moves."))
    return language.sentences(told)


def quoted(name: str, language: Language) -> str:
    """Return a name in quotation marks."""
    return language.gettext("“{name}”").format(name=name)


def breakable(text: str) -> str:
    """Return a text in which a line can end inside of words that are wider than a card, and before no closing mark.

    Between characters of Chinese a line can end anyway, where it may.
    """
    return _LONG_WORD.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text)


def _few(names: Sequence[str], language: Language) -> str:
    told = [quoted(name, language) for name in names]
    more = len(told) - _MOST_NAMES
    if more > 1:
        rest = language.ngettext("{n} more", "{n} more", more).format(n=language.number(more))
        told = [*told[:_MOST_NAMES], rest]
    return language.listing(told)
