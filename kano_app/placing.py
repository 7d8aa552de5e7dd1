"""Putting a file in its place in one step: whole, or not at all."""

import os
import tempfile
from pathlib import Path


def place(path: Path, content: bytes) -> None:
    """Put content at a path; what was there stays if that fails, and nothing else is left behind.

    Raises:
        OSError: if the file cannot be written.

    """
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".kano-app-", delete=False) as unfinished:
        name = Path(unfinished.name)
        try:
            unfinished.write(content)
            unfinished.close()
            name.chmod(0o666 & ~_umask())
            name.replace(path)
        except OSError:
            name.unlink(missing_ok=True)
            raise


def _umask() -> int:
    """Return which rights new files do not get; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
