"""Direct votes beside what the paired answers say."""

from kano_app.analysis.analysis import Analysis
from kano_app.analysis.features import FeatureResult
from kano_app.analysis.figure import Blank
from kano_app.analysis.votes import FeatureVotes, direct_votes
from kano_app.domain.category import CATEGORIES, Category
from kano_app.i18n import N_
from kano_app.tables.cells import Cell, Tie
from kano_app.tables.table import Column, Kind, Table

_NAMED = tuple(one for one in CATEGORIES if one is not Category.QUESTIONABLE)
"""What can be voted for: nobody means to contradict themselves."""
COLUMNS = (
    Column("name", N_("Feature"), Kind.TEXT),
    *(Column(one.value, one.letter, Kind.COUNT) for one in _NAMED),
    Column("n", N_("Votes"), Kind.COUNT),
    Column("named_most", N_("Named most"), Kind.TIE, N_("The category most people named; several where tied.")),
    Column("category", N_("From pairs"), Kind.CATEGORY, N_("What the paired answers say; never pooled with votes.")),
)


def votes_table(analysis: Analysis) -> Table:
    """Return one row a feature, none where nobody voted directly; without pairs there is nothing to stand beside."""
    votes = direct_votes(analysis.survey)
    results = {one.feature.id: one for one in analysis.features}
    rows = tuple(_row(one, results[one.feature.id]) for one in votes)
    table = Table("votes", N_("Direct votes"), COLUMNS, rows)
    asked = any(one.category is not None for one in analysis.features)
    return table if asked else table.without("category")


def _row(votes: FeatureVotes, result: FeatureResult) -> tuple[Cell, ...]:
    counts = dict(zip(CATEGORIES, votes.counts, strict=True))
    verdict = result.verdict
    category: Cell = verdict if isinstance(verdict, Blank) else verdict.category
    return (votes.feature.name, *(counts[one] for one in _NAMED), votes.n, _named_most(votes), category)


def _named_most(votes: FeatureVotes) -> Cell:
    match votes.named_most:
        case ():
            return Blank.NO_VOTES
        case (one,):
            return one
        case several:
            return Tie(several)
