"""Direct votes of a workshop: the category people named themselves, counted apart from what their answers say."""

from collections import Counter
from dataclasses import dataclass

from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.feature import Feature
from kano_app.domain.survey import Survey


@dataclass(frozen=True, slots=True)
class FeatureVotes:
    """How often each category was named for a feature; never pooled with paired answers."""

    feature: Feature
    counts: tuple[int, ...]
    """In the order of ``CATEGORIES``."""

    @property
    def n(self) -> int:
        """Of all votes."""
        return sum(self.counts)

    @property
    def named_most(self) -> tuple[Category, ...]:
        """The category that was named most often; several where they are tied, none without votes."""
        most = max(self.counts)
        return tuple(one for one, count in zip(CATEGORIES, self.counts, strict=True) if count == most) if most else ()


def direct_votes(survey: Survey) -> tuple[FeatureVotes, ...]:
    """Return the votes for every feature, in the order of the survey; nothing where nobody voted directly."""
    votes = survey.session.votes if survey.session is not None else ()
    found = Counter((one.feature, one.category) for one in votes)
    every = tuple(
        FeatureVotes(one, tuple(found[one.id, category] for category in CATEGORIES)) for one in survey.features
    )
    return every if any(one.n for one in every) else ()
