"""A long text loses its middle, at the edges of words where that costs little."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kano_app.wording.literal import shortened

GUESTS = "Feature 12 of the hotel, Black coffee as guests know it 123"


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("第1项：（早餐）供应到上午11点，Wi-Fi免费、“快速”", 20, "第1项：（早餐）供应到上午…、“快速”"),
        ("第1项：（早餐）供应到上午11点，Wi-Fi免费、“快速”", 21, "第1项：（早餐）供应到上午11…、“快速”"),
        ("Black or white coffee in bed, room 123", 14, "Black or…123"),
        (GUESTS, 14, "Feature 12…123"),
        (GUESTS, 33, "Feature 12 of the…know it 123"),
        ("Room with 3.5 m of a balcony at the sea", 20, "Room with…the sea"),
        ("x" * 50, 20, "x" * 14 + "…" + "x" * 5),
        ("short", 5, "short"),
        ("long", 1, "…"),
    ],
)
def test_a_text_is_cut_between_words_and_numbers_where_that_costs_little(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short


@given(st.text("ab12 上午，.-", max_size=60), st.integers(1, 60))
@example("a" * 8 + " " * 20, 9)
def test_a_cut_text_keeps_its_end_and_all_but_a_few_of_its_characters(text: str, longest: int) -> None:
    short = shortened(text, longest)
    assert len(short) <= longest
    if len(text) > longest:
        head, _, tail = short.partition("…")
        assert text.startswith(head)
        assert text.endswith(tail)
        assert tail.endswith(text[len(text) - longest // 4 :].lstrip())
        blanks = text.count(" ")
        assert len(short) >= longest - 4 - blanks


@pytest.mark.parametrize("longest", range(10, 60))
def test_names_that_differ_at_the_end_still_differ(longest: int) -> None:
    names = [
        f"The breakfast that is served until {hour} o’clock in the room of the guest no. {hour}" for hour in range(40)
    ]
    assert len({shortened(name, longest) for name in names}) == len(names)
