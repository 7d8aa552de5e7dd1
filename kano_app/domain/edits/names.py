"""Features by their names."""

from collections.abc import Sequence

from kano_app.domain.feature import Feature, fold_name


def names_to_ids(features: Sequence[Feature]) -> dict[str, str]:
    """Return folded name or id → id; of two features of one name the first, and an id before any name."""
    by_name: dict[str, str] = {}
    for feature in features:
        by_name.setdefault(fold_name(feature.name), feature.id)
    return by_name | {fold_name(feature.id): feature.id for feature in features}
