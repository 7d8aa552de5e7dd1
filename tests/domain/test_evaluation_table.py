import pytest

from kano_app.domain.category import CATEGORIES, Category
from kano_app.domain.evaluation_table import BERGER, POULIOT, EvaluationTable

# Berger et al. 1993, written out cell by cell as (functional, dysfunctional): a second copy made independently.
_BERGER = {
    (1, 1): "Q", (1, 2): "A", (1, 3): "A", (1, 4): "A", (1, 5): "P",
    (2, 1): "R", (2, 2): "I", (2, 3): "I", (2, 4): "I", (2, 5): "M",
    (3, 1): "R", (3, 2): "I", (3, 3): "I", (3, 4): "I", (3, 5): "M",
    (4, 1): "R", (4, 2): "I", (4, 3): "I", (4, 4): "I", (4, 5): "M",
    (5, 1): "R", (5, 2): "R", (5, 3): "R", (5, 4): "R", (5, 5): "Q",
}  # fmt: skip
_POULIOT = _BERGER | {(2, 2): "Q", (4, 4): "Q"}


@pytest.mark.parametrize(("pair", "letter"), _BERGER.items())
def test_every_cell_of_bergers_table_is_the_published_one(pair: tuple[int, int], letter: str) -> None:
    assert BERGER.category(*pair).letter == letter


@pytest.mark.parametrize(("pair", "letter"), _POULIOT.items())
def test_every_cell_of_pouliots_table_is_the_published_one(pair: tuple[int, int], letter: str) -> None:
    assert POULIOT.category(*pair).letter == letter


def test_the_index_form_of_a_table_says_the_same_as_its_cells() -> None:
    indices = POULIOT.indices()
    assert all(CATEGORIES[indices[f - 1, d - 1]] is POULIOT.category(f, d) for f in range(1, 6) for d in range(1, 6))


def test_o_is_read_as_performance() -> None:
    table = EvaluationTable("mine", ("OAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"))
    assert table.category(1, 1) is Category.PERFORMANCE


@pytest.mark.parametrize("rows", [("QAAAP",) * 4, ("QAAA",) * 5, ("QAAAX",) * 5])
def test_a_table_of_another_shape_or_letter_is_refused(rows: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"table|letters"):
        EvaluationTable("wrong", rows)
