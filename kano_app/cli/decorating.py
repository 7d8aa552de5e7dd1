"""Several options put on a command at once."""

from collections.abc import Callable
from typing import Any

Command = Callable[..., Any]


def decorate(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    """Return a command with options, which its help lists in their order."""
    for option in reversed(options):
        command = option(command)
    return command
