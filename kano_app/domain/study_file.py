"""Why the file of a study cannot be used; storage finds it out, wording has the sentences."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a project file cannot be used."""

    MISSING = "missing"
    """There is no such file, or it was moved or deleted while it was open."""
    EXISTS = "exists"
    """A new project would have replaced a file."""
    NOT_OURS = "not-ours"
    """Something else than a project file."""
    NEWER = "newer"
    """Made by a newer version of the program; nothing was changed."""
    IN_USE = "in-use"
    """Open in another window or another program."""
    FOREIGN = "foreign"
    """It holds what acts on its own, and is none of ours."""
    DAMAGED = "damaged"
    """What it holds is incomplete or was altered."""
    UNWRITABLE = "unwritable"
    """A file or folder that cannot be written, or a full disk."""
