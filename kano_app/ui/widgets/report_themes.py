"""The named themes of reports that are kept on this machine, one file each."""

from dataclasses import dataclass
from pathlib import Path

from kano_app.domain.branding import Branding, branding_json, branding_of
from kano_app.placing import place
from kano_app.ui.places import data_folder
from kano_app.ui.widgets.report_files import file_name

_LARGEST = 4_000_000
"""Bytes of a theme's file that are read: a logo takes a third more in base64."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme, and where it is kept."""

    path: Path
    branding: Branding


def themes_folder() -> Path:
    """Return where themes are kept."""
    return data_folder() / "themes"


def kept_themes() -> tuple[Theme, ...]:
    """Return all themes by name; a file that holds none is left alone."""
    found = []
    try:
        paths = sorted(themes_folder().glob("*.json"))
    except OSError:
        return ()
    for path in paths:
        try:
            if path.stat().st_size <= _LARGEST:
                found.append(Theme(path, branding_of(path.read_text(encoding="utf-8"))))
        except (OSError, ValueError):
            continue
    return tuple(sorted((one for one in found if one.branding.name), key=lambda one: one.branding.name.casefold()))


def keep_theme(branding: Branding) -> Path:
    """Keep a theme under its name, in the place of the one that had it.

    Raises:
        OSError: if the file cannot be written.

    """
    folder = themes_folder()
    folder.mkdir(parents=True, exist_ok=True)
    own = next((one.path for one in kept_themes() if one.branding.name == branding.name), None)
    path, turn = own or folder / file_name(branding.name, ".json"), 2
    while own is None and path.exists():  # two names may be one as names of files
        path, turn = folder / file_name(f"{branding.name[:100]} {turn}", ".json"), turn + 1
    place(path, branding_json(branding).encode())
    return path


def forget_theme(name: str) -> None:
    """Delete the theme of a name.

    Raises:
        OSError: if its file cannot be deleted.

    """
    for one in kept_themes():
        if one.branding.name == name:
            one.path.unlink(missing_ok=True)
