"""What was really said on the command line; everything else is left to the study, or to the program."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

Said = Mapping[str, Any]
"""The value of each option that was given, by its name."""
Kinds = Mapping[str, Callable[[Any], Any]]
"""What makes the value of an option what it stands for, by the option's name."""

_OF_ANSWERS = {
    "sheet": "--sheet",
    "mapping": "--map",
    "scale": "--scale",
    "direction": "--direction",
    "answers": "--answers",
    "write_map": "--write-map",
}
"""Options of how a file of answers is read."""


def said_on(ctx: click.Context) -> dict[str, Any]:
    """Return what was given to a command, without the defaults of its options."""
    return {
        name: value
        for name, value in ctx.params.items()
        if ctx.get_parameter_source(name) is not ParameterSource.DEFAULT
    }


def taken(said: Said, kinds: Kinds) -> dict[str, Any]:
    """Return those of some options that were given, each as what it stands for."""
    return {name: kind(said[name]) for name, kind in kinds.items() if name in said}


def refuse_for_study(said: Said, waves: tuple[Path, ...]) -> None:
    """Stop where a study is told how its answers are read: they were read when they came into it.

    Raises:
        click.BadParameter: with the first such option.

    """
    file = said["survey"].name
    for name, option in _OF_ANSWERS.items():
        if name in said:
            raise click.BadParameter(f"{file} is a study; its answers are read already.", param_hint=option)
    if waves:
        raise click.BadParameter(
            f"{file} is a study; name a trait that dates its answers, not a file.", param_hint="--wave"
        )
