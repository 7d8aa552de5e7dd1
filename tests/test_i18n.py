import datetime as dt

import pytest

from kano_app.i18n import LANGUAGES, language


def test_numbers_have_a_true_minus_grouped_thousands_and_no_minus_zero() -> None:
    english = language("en")
    assert english.number(-1234.5, 2) == "−1,234.50"
    assert english.number(-0.001, 2) == "0.00"
    assert english.plain_number(13.0) == "13"
    assert english.plain_number(2.5) == "2.5"


@pytest.mark.parametrize(
    ("share", "expected"),
    [(1 / 8, "13"), (5 / 8, "63"), (23 / 40, "58"), (0.145, "15"), (0.005, "1"), (-1 / 8, "−13"), (0.4949, "49")],
)
def test_half_a_per_cent_is_rounded_up(share: float, expected: str) -> None:
    assert language("en").percent(share) == f"{expected}\N{NO-BREAK SPACE}%"
    assert language("zh_CN").percent(share) == f"{expected}%"


def test_half_of_the_last_decimal_is_rounded_up() -> None:
    english = language("en")
    assert [english.number(value) for value in (0.5, 1.5, 2.5, -2.5, 100 * 0.575)] == ["1", "2", "3", "−3", "58"]
    assert [english.number(value, 2) for value in (0.285, 2.675, 0.2849, 1e20)] == [
        "0.29",
        "2.68",
        "0.28",
        "100,000,000,000,000,000,000.00",
    ]
    assert english.percent(0.0125, 1) == "1.3\N{NO-BREAK SPACE}%"
    assert english.number(10**20 + 1) == "100,000,000,000,000,000,001"
    assert (english.number(float("nan")), english.number(-float("inf"))) == ("nan", "−inf")


@pytest.mark.parametrize(
    ("code", "expected"), [("en", "14 March 2026"), ("zh_CN", "2026年3月14日"), ("zh_TW", "2026年3月14日")]
)
def test_dates_are_written_as_the_language_writes_them(code: str, expected: str) -> None:
    assert language(code).date(dt.date(2026, 3, 14)) == expected


@pytest.mark.parametrize(("code", "expected"), [("en", "a, b and c"), ("zh_CN", "a、b和c"), ("zh_TW", "a、b和c")])
def test_lists_are_joined_as_the_language_joins_them(code: str, expected: str) -> None:
    assert language(code).listing(["a", "b", "c"]) == expected


def test_a_language_the_program_does_not_speak_is_refused_with_those_it_does() -> None:
    with pytest.raises(ValueError, match=", ".join(LANGUAGES)):
        language("tlh")
