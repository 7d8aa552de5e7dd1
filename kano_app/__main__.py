"""The program's one door: no arguments, or an existing file, open the window; anything else is a command."""

import sys
from pathlib import Path


def main() -> None:
    """Open the window or run a command."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and not arguments[0].startswith("-") and Path(arguments[0]).exists()):
        sys.exit(_window([Path(one) for one in arguments]))
    from kano_app.cli.main import main as run  # noqa: PLC0415 - the window does without

    run()


def _window(paths: list[Path]) -> int:
    from kano_app.ui.application import run  # noqa: PLC0415 - commands do without Qt

    return run(paths)


if __name__ == "__main__":
    main()
