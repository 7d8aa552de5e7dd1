"""Text is legible (WCAG AA) in both themes, computed from the colours themselves."""

import pytest

from kano_app.charts.palette import MARKS
from kano_app.ui.theme import DARK, LIGHT, Colours, style_sheet

_TEXT, _LARGE_OR_LINE = 4.5, 3.0
_GROUNDS = ("ground", "surface", "raised", "selected")


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_the_published_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent"])
@pytest.mark.parametrize("ground", _GROUNDS)
def test_text_is_legible_on_every_ground(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= _TEXT


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("warning", "warning_ground"),
        ("error", "error_ground"),
        ("warning", "surface"),
        ("error", "surface"),
        ("good", "surface"),
        ("on_accent", "accent"),
        ("surface", "ink"),
    ],
)
def test_text_that_asks_for_a_look_is_legible(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= _TEXT


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_fields_and_focus_are_seen(colours: Colours) -> None:
    assert contrast(colours.edge, colours.surface) >= _LARGE_OR_LINE
    for ground in _GROUNDS:
        assert contrast(colours.accent, getattr(colours, ground)) >= _LARGE_OR_LINE


@pytest.mark.parametrize("category", MARKS)
def test_letters_on_category_colours_are_legible(category: str) -> None:
    one = MARKS[category]  # type: ignore[index] # a StrEnum is its own key
    assert contrast(one.ink, one.color) >= _TEXT


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_leaves_no_colour_unnamed(colours: Colours) -> None:
    assert "$" not in style_sheet(colours)
