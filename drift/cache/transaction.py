"""Statements that are written together or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write what is executed inside as a whole; whatever ends it early, also the user, takes it back.

    Args:
        connection: In autocommit mode.

    Yields:
        Nothing; no other program writes meanwhile.
    """
    # At once for writing: a transaction that reads first may find that it can no longer write.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
