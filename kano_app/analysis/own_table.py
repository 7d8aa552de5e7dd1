"""What looks unusual in an evaluation table of the user's own: said, and used as it is."""

from collections.abc import Iterator

from kano_app.domain.evaluation_table import EvaluationTable
from kano_app.domain.problem import Code, Problem


def table_problems(table: EvaluationTable) -> Iterator[Problem]:
    """Yield corners in which another category is usual, and pairs of cells that do not mirror each other."""
    corners = tuple(
        f"({functional}, {dysfunctional}) {table.category(functional, dysfunctional).letter} / {usual.letter}"
        for functional, dysfunctional, usual in table.corner_hints()
    )
    if corners:
        yield Problem(Code.TABLE_CORNER, facts={"name": table.name, "cells": corners})
    pairs = tuple(
        f"({functional}, {dysfunctional}) {table.category(functional, dysfunctional).letter}"
        f" – ({dysfunctional}, {functional}) {table.category(dysfunctional, functional).letter}"
        for functional, dysfunctional in table.symmetry_hints()
    )
    if pairs:
        yield Problem(Code.TABLE_ASYMMETRIC, facts={"name": table.name, "cells": pairs})
