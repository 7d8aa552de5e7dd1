"""What a sheet of checks compares: a figure by formula, what the formula gives, and what the app says."""

from collections.abc import Mapping
from dataclasses import dataclass

from kano_app.analysis import Blank, FeatureResult
from kano_app.analysis.coefficients import Strength
from kano_app.analysis.verdict import verdict
from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.settings import AnalysisSettings
from kano_app.tables import Kind

_DUST = 1e-9
_MILLION = 1_000_000

Value = float | str
"""A number, or nothing where it is undefined."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what the formula says, what it gives, and what the app says."""

    formula: str
    value: Value
    own: float | str | Blank
    kind: Kind

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        if isinstance(self.own, Blank) or self.own == "" or self.value == "":
            return (isinstance(self.own, Blank) or self.own == "") and self.value == ""
        if isinstance(self.value, str) or isinstance(self.own, str):
            return self.value == self.own
        return abs(self.value - self.own) < _DUST


def coefficients(
    result: FeatureResult, given: Mapping[Category, float], at: Mapping[Category, str], base: str
) -> list[Figure]:
    """Return Better and Worse; ``at`` says where the counts stand, ``base`` where n′ does."""
    m, p, a = Category.MUST_BE, Category.PERFORMANCE, Category.ATTRACTIVE
    four = sum(given[one] for one in CATEGORIES[:4])
    better: Value = (given[a] + given[p]) / four if four else ""
    worse: Value = (-(given[p] + given[m]) / four or 0.0) if four else ""
    return [
        Figure(f'=IF({base}=0,"",({at[a]}+{at[p]})/{base})', better, result.better, Kind.COEFFICIENT),
        Figure(f'=IF({base}=0,"",-({at[p]}+{at[m]})/{base})', worse, result.worse, Kind.COEFFICIENT),
    ]


def strengths(
    result: FeatureResult, given: Mapping[Category, float], at: Mapping[Category, str], n: str
) -> list[Figure]:
    """Return total strength and category strength; ``n`` says where n stands."""
    total = sum(given.values())
    three = [given[one] for one in CATEGORIES[:3]]
    most = sorted((given[one] for one in CATEGORIES[:5]), reverse=True)
    first, third, fifth = at[CATEGORIES[0]], at[CATEGORIES[2]], at[CATEGORIES[4]]
    five = f"{first}:{fifth}"
    strength = result.category_strength
    return [
        Figure(
            f'=IF({n}=0,"",SUM({first}:{third})/{n})',
            sum(three) / total if total else "",
            result.total_strength,
            Kind.SHARE,
        ),
        Figure(
            f'=IF(SUM({five})=0,"",(LARGE({five},1)-LARGE({five},2))/{n})',
            (most[0] - most[1]) / total if most[0] else "",
            strength.value if isinstance(strength, Strength) else strength,
            Kind.SHARE,
        ),
    ]


def own_most_frequent(result: FeatureResult, settings: AnalysisSettings) -> str | Blank:
    """Return the app's most frequent category, whatever rule the study chose."""
    if isinstance(result.verdict, Blank):
        return result.verdict
    weights = result.counts or ({} if isinstance(result.shares, Blank) else result.shares)
    # Whole millionths of shares, as the analysis compares them.
    exact = {one: value if result.counts else round(value * _MILLION) for one, value in weights.items()}
    found = verdict(exact, sum(exact.values()), settings)
    return "" if found is None else found.category.letter
