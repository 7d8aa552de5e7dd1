"""Dependencies: which hold, which run in a circle, and which lead to nothing that will be built."""

from collections.abc import Mapping, Sequence

Needs = Mapping[str, Sequence[str]]
"""Feature id → ids of the features that must stand first."""


def without_cycles(needs: Needs) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, ...]]]:
    """Return the dependencies with every circle opened, and the circles that were met.

    A circle is opened at the dependency that closes it when features are followed in the order of ``needs``; it is
    named as the features along it, the first repeated at the end.
    """
    kept: dict[str, tuple[str, ...]] = {}
    cycles: list[tuple[str, ...]] = []
    path: list[str] = []

    def follow(feature: str) -> None:
        path.append(feature)
        held: list[str] = []
        for need in needs.get(feature, ()):
            if need in path:
                cycles.append((*path[path.index(need) :], need))
                continue
            held.append(need)
            if need not in kept:
                follow(need)
        kept[feature] = tuple(held)
        path.pop()

    for feature in needs:
        if feature not in kept:
            follow(feature)
    return kept, cycles


def in_order(features: Sequence[str], needs: Needs) -> list[str]:
    """Return features in their order, each after the features it needs; ``needs`` has no circle."""
    ordered: dict[str, None] = {}

    def visit(feature: str) -> None:
        if feature in ordered:
            return
        for need in sorted(needs.get(feature, ()), key=position.__getitem__):
            visit(need)
        ordered[feature] = None

    position = {feature: place for place, feature in enumerate(features)}
    for feature in features:
        visit(feature)
    return list(ordered)
