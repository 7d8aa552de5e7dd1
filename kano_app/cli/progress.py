"""A progress bar on a terminal, nothing anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kano_app.i18n import language

_STEPS = 100


@contextmanager
def reading(path: Path, language_code: str) -> Iterator[Callable[[float], None]]:
    """Show how far the reading of a file has come."""
    label = language(language_code).gettext("Reading {file}").format(file=path.name)
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=_STEPS, label=click.unstyle(label), file=sys.stderr, hidden=hidden) as bar:

        def advance(share: float) -> None:
            bar.update(int(share * _STEPS) - bar.pos)

        yield advance
