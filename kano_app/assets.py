"""Where ``resources/`` and ``sample_surveys/`` are: source tree, wheel or frozen program."""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    for root in (package / "_shipped", package.parent):
        if (root / "resources").is_dir():
            return root
    raise FileNotFoundError("the program's resources are missing: install it again")


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below ``resources/``."""
    return _root().joinpath("resources", *parts)


def sample_surveys() -> Path:
    """Return the folder of the sample surveys."""
    return _root() / "sample_surveys"


def pictures() -> Path:
    """Return the folder of the pictures of the window, which the guide shows."""
    return _root() / "docs" / "images" / "window"
