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
