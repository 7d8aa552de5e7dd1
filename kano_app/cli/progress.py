"""A progress bar on a terminal, nothing anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import click

from kano_app.domain.problem import Code, Problem, Unusable
from kano_app.i18n import language
from kano_app.wording.literal import visible

_STEPS = 100


def reading(path: Path, language_code: str) -> AbstractContextManager[Callable[[float], None]]:
    """Show how far the reading of a file has come."""
    return _bar(language(language_code).gettext("Reading {file}").format(file=path.name))


@contextmanager
def writing(path: Path, language_code: str) -> Iterator[Callable[[float], None]]:
    """Show how far the writing of a file has come.

    Raises:
        Unusable: if it cannot be written.

    """
    try:
        with _bar(language(language_code).gettext("Writing {file}").format(file=path.name)) as advance:
            yield advance
    except OSError as error:
        facts = {"reason": error.strerror or ""}
        raise Unusable(Problem(Code.OUTPUT_UNWRITABLE, file=str(path), facts=facts)) from error


@contextmanager
def _bar(label: str) -> Iterator[Callable[[float], None]]:
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=_STEPS, label=visible(label), file=sys.stderr, hidden=hidden) as bar:

        def advance(share: float) -> None:
            bar.update(int(share * _STEPS) - bar.pos)

        yield advance
