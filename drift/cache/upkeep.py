"""The file of the cache -> what is in it, what is wrong with it, or an empty one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import msgspec

from drift.cache.connection import connect
from drift.cache.database import is_sound
from drift.cache.eviction import give_back
from drift.cache.identity import is_there
from drift.cache.place import files
from drift.cache.transaction import transaction
from drift.cache.trouble import ELSEWHERE, named, told
from drift.errors import CacheDamagedError, CacheError

MOST_TOLD: Final = 20
"""Faults of the file itself that are told; one damaged page can make thousands."""


class Kept(msgspec.Struct, frozen=True):
    """The entries of one kind, by this version of the code or by others."""

    kind: str
    current: bool
    entries: int
    bytes: int


class Contents(msgspec.Struct, frozen=True):
    """What a cache holds."""

    path: str
    bytes: int
    # Of the file and of what stands beside it while it is in use.
    limit: int
    kinds: tuple[Kept, ...]


def contents(path: Path, *, version: bytes, limit: int) -> Contents:
    """Count what a cache holds.

    Args:
        path: The file.
        version: Of the code that is running.
        limit: Bytes that the file may have.

    Returns:
        The counts, by kind; none where there is no cache.

    Raises:
        CacheError: It is not ours, or cannot be read.
    """
    kinds: tuple[Kept, ...] = ()
    with told(path):
        if is_there(path):
            with closing(connect(path)[0]) as connection:
                rows = connection.execute(
                    """SELECT s.kind, s.version = ?, count(*), sum(e.size)
                    FROM entry e JOIN space s ON s.id = e.space GROUP BY 1, 2 ORDER BY 1, 2 DESC""",
                    (version,),
                )
                kinds = tuple(Kept(kind, bool(now), count, size) for kind, now, count, size in rows)
        return Contents(path=str(path), bytes=_weight(path), limit=limit, kinds=kinds)


def clear(path: Path) -> int:
    """Empty a cache, also while other programs use it; one that is damaged is removed.

    Args:
        path: The file.

    Returns:
        Bytes that the disk has won.

    Raises:
        CacheError: It is not ours, locked, or cannot be written.
    """
    with told(path):
        if not is_there(path):
            return 0
        before = _weight(path)
        try:
            _empty(path)
        except CacheDamagedError:
            for file in files(path):
                file.unlink(missing_ok=True)
        return max(0, before - _weight(path))


def verify(path: Path) -> tuple[str, ...]:
    """Look for damage: in the file, in every value, and between the tables.

    Args:
        path: The file.

    Returns:
        What is wrong, a line each.

    Raises:
        CacheError: It is not ours, locked, or cannot be read.
    """
    with told(path):
        if not is_there(path):
            return ()
    try:
        with _opened(path) as (connection, _):
            return (*_faults_of_file(connection), *_faults_of_entries(connection))
    except CacheDamagedError as error:
        return (error.problem,)


def _empty(path: Path) -> None:
    with _opened(path) as (connection, writable):
        if not writable:
            raise CacheError("is read-only", where=named(path), remedy=ELSEWHERE)
        with transaction(connection):
            for table in ("entry", "value", "space"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - three names of ours
        give_back(connection, 0)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


@contextmanager
def _opened(path: Path) -> Iterator[tuple[sqlite3.Connection, bool]]:
    with told(path):
        connection, writable = connect(path)
        with closing(connection):
            yield connection, writable


def _faults_of_file(connection: sqlite3.Connection) -> tuple[str, ...]:
    rows = connection.execute(f"PRAGMA integrity_check({MOST_TOLD})").fetchall()
    return tuple(f"file: {text}" for (text,) in rows if text != "ok")


def _faults_of_entries(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute(
        """SELECT s.kind, e.key, e.mark, v.bytes FROM entry e
        LEFT JOIN space s ON s.id = e.space LEFT JOIN value v ON v.id = e.value"""
    )
    linked = 0
    for kind, key, mark, value in rows:
        linked += value is not None
        if not is_sound(key, value, mark):
            name = key.hex() if isinstance(key, bytes) else repr(key)
            what = "has no value" if value is None else "is not what was written"
            yield f"{kind or 'entry'} {name}: {what}"
    (values,) = connection.execute("SELECT count(*) FROM value").fetchone()
    if values > linked:
        yield f"values: {values - linked} belong to no entry"


def _weight(path: Path) -> int:
    return sum(file.stat().st_size for file in files(path) if file.exists())
