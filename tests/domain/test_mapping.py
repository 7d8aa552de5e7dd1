"""Mappings corrected by hand."""

import pytest

from kano_app.domain.mapping import Layout, MappedColumn, Mapping, PairReason, Role, RowRule

COLUMNS = tuple(MappedColumn(at, name, Role.LEFT_OUT, reason="not-mapped") for at, name in enumerate("abcd"))
BLANK = Mapping(Layout.WIDE, COLUMNS, (1,), 2)


def test_two_columns_become_a_pair_and_take_the_place_of_others() -> None:
    mapping = BLANK.with_pair("Wi-Fi", 0, 1).with_pair("Wi-Fi", 2, 1)
    assert mapping.half("Wi-Fi", Role.FUNCTIONAL) == MappedColumn(
        2, "c", Role.FUNCTIONAL, "Wi-Fi", None, PairReason.BY_HAND, mapping.columns[2].confidence
    )
    assert mapping.columns[0].role is Role.LEFT_OUT


@pytest.mark.parametrize(("name", "halves"), [("", (0, 1)), ("Wi-Fi", (1, 1))])
def test_a_pair_is_two_columns_and_a_name(name: str, halves: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="two columns"):
        BLANK.with_pair(name, *halves)


def test_a_column_that_is_not_there_makes_no_pair() -> None:
    with pytest.raises(LookupError):
        BLANK.with_pair("Wi-Fi", 0, 9)


def test_a_feature_is_left_out_with_all_its_columns() -> None:
    mapping = BLANK.with_pair("Wi-Fi", 0, 1).with_role(2, Role.IMPORTANCE, "Wi-Fi").without_feature("Wi-Fi")
    assert mapping.of(Role.LEFT_OUT) == mapping.columns
    assert mapping.features == ()


def test_a_free_name_is_none_that_is_taken() -> None:
    mapping = BLANK.with_pair("Wi-Fi", 0, 1)
    assert [mapping.free_name(one) for one in ("Bed", " Wi-Fi ", "")] == ["Bed", "Wi-Fi (2)", "(2)"]


def test_rows_are_left_out_and_read_again() -> None:
    rule = RowRule(0, "a", ("test",), "preview")
    mapping = BLANK.with_rule(rule, leaves_out=True)
    assert mapping.with_rule(rule, leaves_out=True).left_out_rows == (rule,)
    assert mapping.with_rule(rule, leaves_out=False) == BLANK
