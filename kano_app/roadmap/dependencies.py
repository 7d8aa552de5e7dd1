"""Dependencies: which hold, which run in a circle, and in which order they let features be built."""

from collections.abc import Mapping, Sequence

Needs = Mapping[str, Sequence[str]]
"""Feature id → ids of the features that must stand first."""


def without_cycles(needs: Needs) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, ...]]]:
    """Return the dependencies with every circle opened, and the circles that were met.

    A circle is opened at the dependency that closes it when features are followed in the order of ``needs``; it is
    named as the features along it, the first repeated at the end.
    """
    kept: dict[str, list[str]] = {}
    cycles: list[tuple[str, ...]] = []
    for start in needs:
        # An own stack: a chain of dependencies may be longer than Python lets functions call each other.
        path: list[str] = []
        open_needs: list[list[str]] = []
        waiting = [] if start in kept else [start]
        while waiting or path:
            if waiting:
                feature = waiting.pop()
                path.append(feature)
                kept[feature] = []
                open_needs.append(list(reversed(needs.get(feature, ()))))
            elif not open_needs[-1]:
                path.pop()
                open_needs.pop()
            else:
                need = open_needs[-1].pop()
                if need in path:
                    cycles.append((*path[path.index(need) :], need))
                    continue
                kept[path[-1]].append(need)
                if need not in kept:
                    waiting.append(need)
    return {feature: tuple(needed) for feature, needed in kept.items() if needed}, cycles


def closure(feature: str, needs: Needs) -> set[str]:
    """Return a feature with everything it needs, directly or not."""
    found: set[str] = set()
    waiting = [feature]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(needs.get(one, ()))
    return found


def in_order(features: Sequence[str], needs: Needs) -> list[str]:
    """Return features in their order, each after the features it needs; ``needs`` has no circle."""
    position = {feature: place for place, feature in enumerate(features)}
    ordered: dict[str, None] = {}
    for feature in features:
        waiting = [feature]
        while waiting:
            one = waiting[-1]
            first = sorted((need for need in needs.get(one, ()) if need not in ordered), key=position.__getitem__)
            if first and one not in ordered:
                waiting.extend(reversed(first))
            else:
                waiting.pop()
                ordered.setdefault(one)
    return list(ordered)
