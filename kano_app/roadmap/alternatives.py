"""What another table, rule or treatment of R and Q would move on the roadmap (METHODS §10)."""

from collections.abc import Iterator
from dataclasses import replace

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.tally import category_counts, pairs_counted
from kano_app.analysis.verdict import winners
from kano_app.domain.category import CATEGORIES
from kano_app.domain.evaluation_table import TABLES
from kano_app.domain.evidence import PairTally
from kano_app.domain.plan import Plan
from kano_app.domain.settings import AnalysisSettings, PlanSettings, ReverseAndQuestionable, Rule
from kano_app.roadmap.arrangement import arrange
from kano_app.roadmap.move import Alternative, Choice, Move
from kano_app.roadmap.roadmap import Roadmap
from kano_app.roadmap.score import weighed


def with_alternatives(roadmap: Roadmap, analysis: Analysis, work: Plan, settings: PlanSettings) -> Roadmap:
    """Return the roadmap with what every single other choice of table, rule and treatment would move.

    Shares without n are left without: rules speak of counts.
    """
    counted = pairs_counted(analysis.survey.evidence) if analysis.tally is None else analysis.tally
    if counted is None:
        return roadmap
    found = []
    for choice, other in _others(analysis.settings, has_pairs=isinstance(counted, PairTally)):
        rows = category_counts(counted, other.table)
        categories = winners(rows, rows.sum(axis=1), other)
        scores = {
            result.feature.id: weighed(
                result.feature.name,
                CATEGORIES[category] if category >= 0 else None,
                row.tolist(),
                work.item(result.feature.id).effort,
            )
            for result, row, category in zip(analysis.features, rows, categories, strict=True)
        }
        places = arrange(scores, work, settings).filling.places
        moves = tuple(
            Move(item.result.feature.name, item.horizon, places[item.result.feature.id])
            for item in roadmap.items
            if places[item.result.feature.id] is not item.horizon
        )
        found.append(Alternative(choice, moves))
    return replace(roadmap, alternatives=tuple(found))


def _others(own: AnalysisSettings, *, has_pairs: bool) -> Iterator[tuple[Choice, AnalysisSettings]]:
    """Yield every other value of one choice, with the settings it makes."""
    if has_pairs:
        yield from ((table, replace(own, table=table)) for table in TABLES.values() if table.rows != own.table.rows)
    yield from ((rule, replace(own, rule=rule)) for rule in Rule if rule is not own.rule)
    yield from (
        (treatment, replace(own, reverse_and_questionable=treatment))
        for treatment in ReverseAndQuestionable
        if treatment is not own.reverse_and_questionable
    )
