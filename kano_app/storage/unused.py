"""What nothing in a project file needs any more."""

import sqlite3
from itertools import chain

from kano_app.storage import revisions, trail
from kano_app.storage.arrays import remove_unused
from kano_app.storage.connection import transaction
from kano_app.storage.leaves import UnreadableError


def remove_what_is_unused(connection: sqlite3.Connection, *others: bytes) -> None:
    """Remove the arrays that neither the state nor a revision nor a step names, inside a transaction of the caller.

    Args:
        connection: the file.
        others: manifests that count as well; a save that failed may have got to the disk all the same.

    """
    named = [revisions.read_state(connection), *revisions.manifests(connection), *others]
    try:
        remove_unused(connection, chain(named, trail.manifests(connection)))
    except (UnreadableError, sqlite3.Error):
        trail.remove(connection)
        remove_unused(connection, named)


def without_steps(connection: sqlite3.Connection) -> None:
    """Take the steps of a workshop out of a copy, so that not a byte is left of what was undone."""
    with transaction(connection):
        trail.remove(connection)
        remove_what_is_unused(connection)
    connection.execute("VACUUM")
