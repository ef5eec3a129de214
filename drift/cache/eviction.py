"""A cache that has grown past its limit -> one that fits: what was used longest ago leaves first."""

from __future__ import annotations

import sqlite3
from typing import Final

from drift.cache.transaction import transaction

LOW_WATER: Final = 0.9
"""How full it is left, so that not every batch has to look for the oldest again."""

STEP: Final = 5_000
"""Entries that leave in one transaction, so that other programs get their turn between."""


def shrink(connection: sqlite3.Connection, limit: int) -> None:
    """Let the oldest leave until the file fits.

    Pages that become free are written to again; only what stands over the limit is given back to the disk.

    Args:
        connection: To the cache, outside of a transaction.
        limit: Bytes that the file may have.

    Raises:
        sqlite3.Error: It cannot be written.
    """
    if _held(connection) <= limit:
        return
    while _drop_oldest(connection, int(limit * LOW_WATER)):
        pass
    give_back(connection, limit)


def give_back(connection: sqlite3.Connection, limit: int) -> None:
    """Cut free pages off the file.

    Args:
        connection: To the cache, outside of a transaction.
        limit: Bytes that the file may keep.
    """
    pages, free, page = _measures(connection)
    surplus = min(free, pages - limit // page)
    if surplus > 0:
        # As a script: it frees a page at each step, and `execute` takes one step where there are no columns.
        connection.executescript(f"PRAGMA incremental_vacuum({surplus})")


def _drop_oldest(connection: sqlite3.Connection, goal: int) -> bool:
    """Drop at most a step's entries, of one day in the order in which they were written.

    Returns:
        Whether any left; there may be more to drop.
    """
    leaving = []
    with transaction(connection):
        # Measured inside: another program that came to the same conclusion may have been quicker.
        excess = _held(connection) - goal
        rows = connection.execute(
            "SELECT size, space, key, value FROM entry ORDER BY used, value LIMIT ?",
            (STEP if excess > 0 else 0,),
        ).fetchall()
        for size, *row in rows:
            if excess <= 0:
                break
            leaving.append(row)
            excess -= size
        connection.executemany(
            "DELETE FROM entry WHERE space = ? AND key = ?", (row[:2] for row in leaving)
        )
        connection.executemany("DELETE FROM value WHERE id = ?", (row[2:] for row in leaving))
    return bool(leaving)


def _held(connection: sqlite3.Connection) -> int:
    pages, free, page = _measures(connection)
    return (pages - free) * page


def _measures(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Count pages, pages that are free, and bytes a page."""
    pages, free, page = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return pages, free, page
