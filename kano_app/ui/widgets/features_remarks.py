"""What to look at in a feature: a name that another one has too, and how its question is worded."""

from collections.abc import Sequence

from kano_app.domain.feature import Feature
from kano_app.ui.context import Context
from kano_app.ui.widgets.features_paste import same_named
from kano_app.ui.widgets.features_questions import hints


class Remarks:
    """The remarks on the features of a study; nothing is forbidden by them."""

    def __init__(self, context: Context) -> None:
        """Know no feature yet."""
        self._context = context
        self._features: dict[str, Feature] = {}
        self._same: dict[str, int] = {}
        self._worded: dict[str, tuple[Feature, list[str]]] = {}

    def put(self, features: Sequence[Feature]) -> None:
        """Take over the features as they are now."""
        self._features = {one.id: one for one in features}
        self._same = same_named(features)

    def of(self, feature: str) -> list[str]:
        """Return all remarks on a feature."""
        one = self._features[feature]
        worded = self._worded.get(feature)
        if worded is None or worded[0] is not one:
            told = dict.fromkeys(hint for half in hints(one, self._context.language) for hint in half)
            worded = self._worded[feature] = (one, list(told))
        others = self._same.get(feature, 0)
        return [_same_name(others, self._context), *worded[1]] if others else worded[1]


def name_remark(feature: str, features: Sequence[Feature], context: Context) -> str:
    """Return the remark on the name of a feature; nothing where no other has it."""
    others = same_named(features).get(feature, 0)
    return _same_name(others, context) if others else ""


def _same_name(others: int, context: Context) -> str:
    return context.ntr("{n} other feature has this name too.", "{n} other features have this name too.", others)
