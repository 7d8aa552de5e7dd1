"""The tables of a project file."""

import sqlite3
from pathlib import Path

from kano_app.storage.connection import APPLICATION_ID, connect, transaction

FIRST_VERSION = 1

_PAGE = 16_384
"""Bytes: a column of a large study lies on a few pages, which are read in one go each."""

_TABLES = (
    "CREATE TABLE blob (hash BLOB PRIMARY KEY NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), manifest BLOB NOT NULL, seal BLOB NOT NULL)",
    """
    CREATE TABLE revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        made TEXT NOT NULL,
        note TEXT NOT NULL,
        manifest BLOB NOT NULL,
        seal BLOB NOT NULL
    )
    """,
)
"""A manifest is JSON in UTF-8; ``seal`` is the hash of the other columns of its row, in their order."""


def new_database(path: Path) -> sqlite3.Connection:
    """Return a connection to a new file of the first version, with empty tables."""
    connection = connect(path, "mode=rwc")
    connection.execute(f"PRAGMA page_size = {_PAGE}")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    with transaction(connection):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FIRST_VERSION}")
        for table in _TABLES:
            connection.execute(table)
    return connection
