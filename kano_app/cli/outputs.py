"""Files that a command writes: never in the place of one it reads."""

from collections.abc import Iterable
from pathlib import Path

import click


def refuse_to_overwrite(output: Path, inputs: Iterable[Path | None], option: str = "--output") -> None:
    """Stop before anything is read if an output would take the place of an input, or of a folder.

    Raises:
        click.BadParameter: if it would.

    """
    if output.is_dir():
        raise click.BadParameter(f"{output} is a folder; name a file in it.", param_hint=option)
    for one in inputs:
        if one is not None and output.exists() and one.exists() and output.samefile(one):
            raise click.BadParameter(f"{output} is read by this command; name another file.", param_hint=option)
