"""The licences of the program and of all it is made of, each with its text."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from kano_app import assets

_OWN = "kano-app"
_LIBRARIES = (
    "babel",
    "charset-normalizer",
    "click",
    "matplotlib",
    "numpy",
    "pandas",
    "pillow",
    "platformdirs",
    "pypdfium2",
    "python-calamine",
    "reportlab",
    "scipy",
    "wcwidth",
    "xlsxwriter",
)
"""Beside Qt; the terms are what each says of itself."""
_LONGEST = 40
_MARKS = ("LICEN", "COPYING")


@dataclass(frozen=True, slots=True)
class Licence:
    """One part of the program and its terms."""

    name: str
    terms: str
    text: Callable[[], str]
    """Read only when somebody wants to; empty where the text is not at hand."""


def version() -> str:
    """Return the version of the program, empty where it runs from its source without being installed."""
    try:
        return metadata.version(_OWN)
    except metadata.PackageNotFoundError:
        return ""


def licences(fonts: str, icons: str) -> list[Licence]:
    """Return all licences: the program's own first, then fonts, icons, Qt and the libraries.

    Args:
        fonts: the word for fonts.
        icons: the word for icons.

    """
    found = [
        Licence("Kano App", "MIT", lambda: _read(assets.resource().parent / "LICENSE") or _shipped_text(_OWN)),
        Licence(f"Noto Sans, {fonts}", "OFL 1.1", lambda: _read(assets.resource("fonts", "noto-sans", "OFL.txt"))),
        Licence(f"Lucide, {icons}", "ISC", lambda: _read(assets.resource("icons", "lucide", "LICENSE"))),
        Licence("Qt, PySide6", "LGPL 3", lambda: _read(assets.resource("licences", "LGPL-3.0.txt"))),
        Licence("GNU GPL 3", "", lambda: _read(assets.resource("licences", "GPL-3.0.txt"))),
    ]
    return found + [
        Licence(name, _terms(name), lambda name=name: _shipped_text(name))  # type: ignore[misc] # a bound default
        for name in _LIBRARIES
    ]


def _terms(name: str) -> str:
    """Return the short name of a library's licence, as far as it gives one."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    given = [*(told.get_all("License-Expression") or []), *(told.get_all("License") or []), ""]
    short = str(given[0]).split("\n")[0]
    if short and len(short) <= _LONGEST:
        return short.split(" (")[0]
    kinds = [str(one).split(" :: ")[-1] for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    return kinds[0] if kinds else short.split(" AND ")[0][:_LONGEST]


def _shipped_text(name: str) -> str:
    """Return the texts of the licences that a library brings with it."""
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return ""
    # A text may be named after its licence, in a folder that says what it is.
    named = [file for file in files if any(mark in str(file).upper() for mark in _MARKS)]
    wanted = [file for file in named if file.suffix != ".py"]
    own = [file for file in wanted if ".dist-info" in str(file)] or wanted
    texts = [_read(Path(str(file.locate()))) for file in own]
    return "\n\n".join(text for text in dict.fromkeys(texts) if text)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
