"""A part of the grid of answers as a table that can be imported again."""

from collections.abc import Iterator, Sequence

import numpy as np

from kano_app.domain.feature import Feature
from kano_app.ui.models.answers_model import AnswersModel
from kano_app.ui.widgets.features_sheet import sheet_headings

_ABSTAINED = "abstained"
"""What the importer reads as such."""


def sheet_lines(
    model: AnswersModel, rows: Sequence[int], columns: Sequence[int], features: Sequence[Feature]
) -> Iterator[str]:
    """Return rows and columns of a grid, a half a column; with headings where the features are given."""
    people = np.array([model.person(row) for row in rows], dtype=np.intp)
    headings = sheet_headings(features) if features else []
    names = [headings[1 + 2 * column + half] for column in columns for half in (0, 1)] if headings else []
    if names:
        yield "\t".join(["respondent", *(name.replace('"', "”") for name in names)])
    texts = np.array(["", *map(str, range(1, 6)), _ABSTAINED])
    halves = [
        texts[half[people]]
        for column in columns
        for half in (model.pairs[column].functional, model.pairs[column].dysfunctional)
    ]
    for person, line in zip(people.tolist(), zip(*(half.tolist() for half in halves), strict=True), strict=True):
        yield "\t".join([str(person + 1), *line])
