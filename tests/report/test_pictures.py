import io
import re
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from exporting import FORMULAS, IMAGE, Study, hostile, studied, survey_of
from making import shared
from PIL import Image
from report.studies import survey

from kano_app.domain.survey import Trait
from kano_app.i18n import LANGUAGES
from kano_app.report.pictures import pictures

_NAMES = ("Wi-Fi", "Late check-out", "Quiet at night", "Minibar", "Daily linen change")
_SVG = "{http://www.w3.org/2000/svg}"
_MAY_STAND = {"svg", "g", "path", "text", "tspan", "title", "defs", "use", "rect", "clipPath", "pattern"}


def _study(**report: Any) -> Study:
    survey = survey_of(_NAMES)
    trait = Trait("Age", ("under 30", "over 30"), np.array([0, 1, 0] * 5, dtype=np.int32))
    object.__setattr__(survey, "traits", (trait,))
    return studied(survey, {"segments": ("Age",)}, **report)


def test_every_chart_the_study_has_figures_for_is_a_picture() -> None:
    assert [one.key for one in pictures(*_study())] == [
        "satisfaction-map",
        "answers-as-numbers",
        "category-shares",
        "stability",
        "sensitivity",
        "segments",
    ]
    waves = studied(survey_of(_NAMES), later=survey_of(_NAMES, 20))
    assert pictures(*waves)[-1].key == "waves-1"
    assert [one.key for one in pictures(*studied(shared({"Wi-Fi": (0.5, 0.2, 0.1, 0.2, 0, 0)})))] == [
        "satisfaction-map",
        "category-shares",
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_picture_is_the_same_bytes_each_time(code: str) -> None:
    every = pictures(*_study(language=code))
    for one in every:
        assert one.svg(code) == one.svg(code)
    assert every[0].png(code) == every[0].png(code)


def test_an_svg_has_a_title_and_text_as_text_and_names_a_font_that_everybody_has() -> None:
    one = next(one for one in pictures(*_study()) if one.key == "category-shares")
    root = ET.fromstring(one.svg("en"))  # noqa: S314 - our own
    assert root.findtext(f"{_SVG}title") == "How the answers split"
    assert "Late check-out" in {text.text for text in root.iter(f"{_SVG}text")}
    assert root.get("style", "").endswith("sans-serif")


@pytest.mark.parametrize(("code", "title"), [("en", "How the answers split"), ("zh_CN", "")])
def test_every_picture_says_what_it_shows_and_of_how_many(code: str, title: str) -> None:
    for one in pictures(*_study(language=code)):
        shown = [text.text for text in ET.fromstring(one.svg(code)).iter(f"{_SVG}text")]  # noqa: S314 - our own
        assert {one.title, "n = 15"} <= set(shown)
        assert shown.count(title) == (one.key == "category-shares" and code == "en")


def test_a_picture_of_two_waves_says_how_many_there_were_in_either() -> None:
    one = pictures(*studied(survey_of(_NAMES), later=survey_of(_NAMES, 20)))[-1]
    assert "n = 15 › 20" in one.svg("en").decode()


def test_a_picture_of_shares_without_n_says_none() -> None:
    for one in pictures(*studied(shared({"Wi-Fi": (0.5, 0.2, 0.1, 0.2, 0, 0)}))):
        assert "n = " not in one.svg("en").decode()


def test_a_png_is_sharp_enough_for_print_and_on_white() -> None:
    one = next(one for one in pictures(*_study()) if one.key == "satisfaction-map")
    picture = Image.open(io.BytesIO(one.png("en")))
    assert picture.width == pytest.approx(one.size[0] * 200 / 72, abs=2)
    assert picture.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255)


def test_hostile_names_are_names_in_every_picture() -> None:
    every = {one.key: one for one in pictures(*hostile())}
    for one in every.values():
        text = one.svg("en").decode()
        root = ET.fromstring(text)  # noqa: S314 - our own
        assert {element.tag.removeprefix(_SVG) for element in root.iter()} <= _MAY_STAND
        for element in root.iter():
            for key, value in element.attrib.items():
                assert not key.startswith("on")
                assert "href" not in key or value.startswith("#")
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u200e\u200f]", text)
    assert Image.open(io.BytesIO(every["category-shares"].png("en"))).width > 100
    shown = {text.text for text in ET.fromstring(every["category-shares"].svg("en")).iter(f"{_SVG}text")}  # noqa: S314 - our own
    assert {IMAGE, *FORMULAS} <= shown
    assert any(text and "…" in text for text in shown)


def test_a_character_that_no_font_has_is_shown_by_its_number_in_pixels_and_as_it_is_in_lines() -> None:
    study = studied(survey_of(["Spa 🧖"]))
    one = next(one for one in pictures(*study) if one.key == "category-shares")
    assert "Spa 🧖" in one.svg("en").decode()
    assert one.png("en")


def test_a_map_of_numbers_has_their_key_below_it() -> None:
    study = survey(30, 40)
    (picture,) = (one for one in pictures(*study) if one.key == "satisfaction-map")
    drawn = ET.fromstring(picture.svg("en"))  # noqa: S314 - made just now
    texts = ["".join(one.itertext()) for one in drawn.iter(f"{_SVG}text")]
    for item in study[2].items:
        assert item.result.feature.name in texts
        assert texts.count(str(item.rank)) >= 2  # beside its mark and before its name; 1 is on the axes, too


def test_a_map_of_names_needs_no_key() -> None:
    (few,) = (one for one in pictures(*survey(12, 40)) if one.key == "satisfaction-map")
    (many,) = (one for one in pictures(*survey(30, 40)) if one.key == "satisfaction-map")
    assert few.size[1] < many.size[1]
    assert few.size[0] == many.size[0]
