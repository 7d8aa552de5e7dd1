"""Where the program keeps its own things on this machine."""

import os
from pathlib import Path

OWN_FOLDER = "KANO_APP_DATA"
"""Set, everything of the program's own lies in this folder: for tests and for a stick."""


def data_folder() -> Path:
    """Return the folder of drafts."""
    own = os.environ.get(OWN_FOLDER)
    if own:
        return Path(own)
    import platformdirs  # noqa: PLC0415 - only where it is used

    return Path(platformdirs.user_data_dir("kano-app", appauthor=False))


def drafts_folder() -> Path:
    """Return where studies without a name live."""
    return data_folder() / "drafts"


def preferences_file() -> Path:
    """Return where the preferences are."""
    own = os.environ.get(OWN_FOLDER)
    if own:
        return Path(own) / "preferences.json"
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_config_dir("kano-app", appauthor=False)) / "preferences.json"
