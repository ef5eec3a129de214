"""An open SQLite file -> one that has our tables: made, replaced or found."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import Final

from drift.cache.identity import APPLICATION
from drift.cache.transaction import transaction

SCHEMA: Final = 1
"""Raised whenever the tables below change; what an older drift left is then dropped, since it can be computed again."""

PAGE: Final = 8192
"""Bytes a page of the file: values of 1 KB and of 20 KB are written a third faster than with 4,096, and small ones read
faster than with 16,384."""

_TABLES = (
    # What the numbers in `entry` stand for; only people read it.
    "CREATE TABLE space (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, version BLOB NOT NULL)",
    # Narrow, so that a stamp of use is cheap to renew and the oldest are quick to find.
    """CREATE TABLE entry (
        space INTEGER NOT NULL, key BLOB NOT NULL, used INTEGER NOT NULL, size INTEGER NOT NULL,
        mark INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (space, key)) WITHOUT ROWID""",
    # In the order of writing, so that new values go to the end and not between old ones.
    "CREATE TABLE value (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
)


def version(connection: sqlite3.Connection) -> int:
    """Read which tables a file has.

    Args:
        connection: To the file.

    Returns:
        A number such as `SCHEMA`; 0 for a new file.
    """
    row: tuple[int] = connection.execute("PRAGMA user_version").fetchone()
    return row[0]


def prepare(connection: sqlite3.Connection) -> None:
    """Make sure of the tables, while other programs may do the same.

    Args:
        connection: To a file that is new or ours, in autocommit mode.

    Raises:
        sqlite3.Error: It is damaged, locked or cannot be written.
    """
    if version(connection) != SCHEMA:
        # Both count only in a file that is still empty, and only before its first transaction.
        connection.execute(f"PRAGMA page_size = {PAGE}")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        with transaction(connection):
            if version(connection) != SCHEMA:
                _make(connection)
    # Refused where somebody else just reads: the next to open the file asks again, until then it is only slower.
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")


def _make(connection: sqlite3.Connection) -> None:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    ).fetchall()
    for (name,) in names:
        quoted = str(name).replace('"', '""')
        connection.execute(f'DROP TABLE "{quoted}"')
    for table in _TABLES:
        connection.execute(table)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
