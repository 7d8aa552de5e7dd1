"""Kinds of values that options take, each with what is said of one that is none."""

from math import isnan
from typing import Any

import click

from kano_app.domain.category import BY_LETTER
from kano_app.domain.settings import EFFORT_UNITS, LONGEST_UNIT, Camps, is_unit
from kano_app.domain.survey import Flag


class Finite(click.FloatRange):
    """A number in a range; click itself lets "nan" pass."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - click's own signature
        """Return the number, or say that it is none."""
        number = float(super().convert(value, param, ctx))
        if isnan(number):
            self.fail(f"{value!r} is not a number.", param, ctx)
        return number


class Capacity(click.ParamType[tuple[float, float]]):
    """Two efforts with a comma between them: what fits into Now and into Next."""

    name = "NOW,NEXT"

    def convert(
        self, value: str | tuple[float, float], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """Return both numbers, or say what is wrong with them."""
        if isinstance(value, tuple):
            return value
        try:
            now, following = (float(part) for part in value.split(","))
        except ValueError:
            self.fail(f"{value!r} is not two numbers with a comma between them, such as 20,30.", param, ctx)
        if not (0 <= now < float("inf") and 0 <= following < float("inf")):
            self.fail("both numbers must be 0 or more.", param, ctx)
        return now, following


class Unit(click.ParamType[str]):
    """What efforts are counted in."""

    name = "UNIT"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the unit, or say that it is none."""
        unit = value.strip()
        if not is_unit(unit):
            self.fail(f"{value!r} is not a word of at most {LONGEST_UNIT} characters.", param, ctx)
        return unit.casefold() if unit.casefold() in EFFORT_UNITS else unit


class CampsOption(click.ParamType[Camps]):
    """A feature whose camps are compared, and the two categories if they are not the most frequent."""

    name = "FEATURE[:M:I]"

    def convert(self, value: str | Camps, param: click.Parameter | None, ctx: click.Context | None) -> Camps:
        """Return the camps, or say what is wrong with them."""
        if isinstance(value, Camps):
            return value
        feature, *letters = value.rsplit(":", 2)
        chosen = [BY_LETTER.get(letter.strip().upper()) for letter in letters]
        if len(chosen) != 2 or None in chosen:
            return Camps(value)
        if chosen[0] is chosen[1]:
            self.fail("name two different categories.", param, ctx)
        return Camps(feature, *chosen)


class Flags(click.ParamType[tuple[Flag, ...]]):
    """Reasons to leave people out, with commas between them."""

    name = "FLAG,…"

    def convert(
        self, value: str | tuple[Flag, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Flag, ...]:
        """Return the flags, or say which is none."""
        if isinstance(value, tuple):
            return value
        known = {flag.value: flag for flag in Flag}
        names = [part.strip() for part in value.split(",")]
        for name in names:
            if name not in known:
                self.fail(f"{name!r} is none of {', '.join(known)}.", param, ctx)
        return tuple(known[name] for name in names)
