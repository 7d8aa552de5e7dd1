"""How questions are broken into lines and stressed."""

import pytest
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from kano_app.ui.workshop.fit import Block, Fits, Stressed, fitted, font_of
from kano_app.wording.questions import contrast


def lines(block: Block) -> list[str]:
    layout: QTextLayout = block._layout
    parts = (layout.lineAt(at) for at in range(layout.lineCount()))
    return [layout.text()[one.textStart() : one.textStart() + one.textLength()].strip() for one in parts]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("如果有「早餐供應到十一點」，您覺得如何？", "zh_TW", ["如果有「早餐供應到十一點」，", "您覺得如何？"]),
        (
            "If check-in took more than five minutes, how would you feel?",
            "en",
            ["If check-in took more than five minutes,", "how would you feel?"],
        ),
    ],
)
def test_two_lines_are_broken_where_the_words_pause(qtbot: QtBot, text: str, code: str, expected: list[str]) -> None:
    del qtbot
    font = font_of(code, 40)
    whole = Block(Stressed(text), font, 100_000, "#000000").width
    assert lines(Block(Stressed(text), font, whole * 0.9, "#000000")) == expected


@pytest.mark.parametrize("width", range(200, 900, 70))
def test_no_line_begins_with_a_mark_that_ends_something(qtbot: QtBot, width: int) -> None:
    del qtbot
    text = "如果没有“从第一晚起就记得住客姓名，并在大堂以姓名问候的员工”，您觉得如何？"
    found = lines(Block(Stressed(text), font_of("zh_CN", 40), width, "#000000"))
    assert all(one[0] not in "，。？”、" for one in found)
    assert all(one[-1] not in "“「" for one in found)


def test_what_is_stressed_stands_in_one_line(qtbot: QtBot) -> None:
    del qtbot
    _, spans = contrast("How do you feel if you have this?", "How do you feel if you do not have this?")
    stressed = Stressed.of("How do you feel if you do not have this?", spans)
    for width in range(380, 700, 40):
        found = lines(Block(stressed, font_of("en", 40), width, "#000000"))
        assert any("do\N{NO-BREAK SPACE}not\N{NO-BREAK SPACE}have" in one for one in found)


def test_words_are_as_large_as_fits_and_never_broken_before_they_are_small(qtbot: QtBot) -> None:
    del qtbot
    text = Stressed("Performance\nThe more, the better")
    block = fitted(text, "en", (90, 60), 20, 8, "#000000")
    assert 8 < block.size < 20
    assert block.is_whole
    assert block.height <= 60
    fits = Fits()
    assert fits.fitted(text, "en", (90, 60), 20, 8, "#000000") is fits.fitted(text, "en", (90, 60), 20, 8, "#000000")


@pytest.mark.parametrize(
    ("functional", "dysfunctional", "one", "other"),
    [
        ("If the hotel had a gym, how?", "If the hotel had no gym, how?", "gym", "no gym"),
        ("If there was a heated pool, how?", "If there was no heated pool, how?", "heated pool", "no heated pool"),
        ("There is a gym", "There is not a gym", "gym", "not a gym"),
        ("If check-in took less than five minutes", "If check-in took more than five minutes", "less", "more"),
        ("如果酒店有健身房，您觉得如何？", "如果酒店没有健身房，您觉得如何？", "有", "没有"),
        ("如果可以延迟退房", "如果不可以延迟退房", "可以", "不可以"),
    ],
)
def test_the_stress_is_on_whole_phrases_and_never_on_an_article(
    functional: str, dysfunctional: str, one: str, other: str
) -> None:
    found = contrast(functional, dysfunctional)
    told = [
        [text[at : at + n] for at, n in spans] for text, spans in zip((functional, dysfunctional), found, strict=True)
    ]
    assert told == [[one], [other]]
