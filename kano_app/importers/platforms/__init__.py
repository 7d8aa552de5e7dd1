"""The tools whose exports are known by their shape, one module each; every one gives a raw grid a score.

A module has ``recognise(grid) -> Frame | None``. What no tool wrote is framed by ``other``.
"""

from collections.abc import Callable, Iterator

from kano_app.importers.answers import AnswerReader
from kano_app.importers.frame import Frame
from kano_app.importers.platforms import (
    answer_sheet,
    google_forms,
    limesurvey,
    microsoft_forms,
    other,
    qualtrics,
    surveymonkey,
    typeform,
    wjx,
)
from kano_app.importers.readers.grid import Grid

_PLATFORMS: tuple[Callable[[Grid], Frame | None], ...] = (
    answer_sheet.recognise,
    qualtrics.recognise,
    surveymonkey.recognise,
    limesurvey.recognise,
    wjx.recognise,
    typeform.recognise,
    microsoft_forms.recognise,
    google_forms.recognise,
)


def frames(grid: Grid, reader: AnswerReader) -> Iterator[Frame]:
    """Yield the ways to frame a grid, the likeliest first: platforms by their score, then what is no tool's shape."""
    found = [frame for recognise in _PLATFORMS if (frame := recognise(grid)) is not None]
    yield from sorted(found, key=lambda frame: -frame.score)
    yield from other.frames(grid, reader)
