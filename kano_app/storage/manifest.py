"""A project as text: its JSON, with references in place of arrays, and the seal that shows any change of a byte."""

import json
from hashlib import sha256

from kano_app.domain.project import Project
from kano_app.storage.codec import coder
from kano_app.storage.leaves import Fetch, Store, UnreadableError

_KEPT = "surrogatepass"
"""Halves of characters, which file names on some systems hold, come back as they were."""


def pack(project: Project, store: Store) -> bytes:
    """Return the manifest of a project; ``store`` takes its arrays over.

    Raises:
        TypeError: if the project holds what its type hints exclude, or no survey.

    """
    if not project.surveys:
        raise TypeError("a project without a survey is none")
    stored = coder(Project).write(project, store)
    return json.dumps(stored, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", _KEPT)


def unpack(manifest: bytes, fetch: Fetch) -> Project:
    """Return the project of a manifest; ``fetch`` gives its arrays back.

    Raises:
        UnreadableError: if the manifest is not one of a project.

    """
    try:
        project = coder(Project).read(json.loads(manifest.decode("utf-8", _KEPT)), fetch)
    except UnreadableError:
        raise
    except (ValueError, RecursionError) as error:
        raise UnreadableError("no JSON") from error
    if not isinstance(project, Project):
        raise UnreadableError("no project")
    if not project.surveys:
        raise UnreadableError("no survey")
    return project


def seal(*parts: bytes) -> bytes:
    """Return the hash of what stands in one row."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.digest()
