"""The file of the cache -> a connection to it, made, read-only or refused."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from drift.cache import schema
from drift.cache.entries import LONGEST
from drift.cache.identity import is_there
from drift.cache.place import files
from drift.cache.trouble import ELSEWHERE, named
from drift.errors import CacheError

PATIENCE: Final = 2.0
"""Seconds to wait for another program's turn to end; writing a batch takes a twentieth of one."""

STATEMENTS: Final = 256
"""Statements that are kept compiled: one for each number of keys that is asked for at once."""

_SETTINGS = (
    # A crash of drift loses nothing; a power cut loses the last batches and damages nothing. OFF is hardly quicker here,
    # but after a power cut it can leave pages that do not belong together, which SQLite does not always notice.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA wal_autocheckpoint = 2048",
    "PRAGMA journal_size_limit = 33554432",
    # Two megabytes, in each process; eight are not quicker, since the system keeps what is read of the file.
    "PRAGMA cache_size = -2048",
    # No mapping of the file: if somebody cuts it, a mapped read kills the process.
    "PRAGMA mmap_size = 0",
    "PRAGMA cell_size_check = ON",
    "PRAGMA trusted_schema = OFF",
)


def connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """Open the cache, and make it where there is none.

    Args:
        path: The file.

    Returns:
        A connection in autocommit mode, and whether it may write.

    Raises:
        CacheError: The file is not ours, or of another version.
        OSError: It cannot be made.
        sqlite3.Error: It is damaged or locked.
    """
    is_old = is_there(path)
    if is_old and not _is_writable(path):
        return _to_read(path), False
    if not is_old:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # What a handbook says is nobody else's to read, wherever the folder is.
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with _connection(path, "mode=rw") as connection:
        _refuse_newer(connection, path)
        schema.prepare(connection)
        return connection, True


def _to_read(path: Path) -> sqlite3.Connection:
    """Open what may not be written.

    SQLite reads by a file that it lays beside; where it may not, and no journal is there, the file is taken as it stands.
    """
    is_still = not any(file.exists() for file in files(path)[1:])
    with _connection(path, "mode=ro&immutable=1" if is_still else "mode=ro") as connection:
        _refuse_newer(connection, path)
        if schema.version(connection) < schema.SCHEMA:
            raise CacheError(
                "is an older drift's and read-only", where=named(path), remedy=ELSEWHERE
            )
        return connection


def _refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    if schema.version(connection) > schema.SCHEMA:
        raise CacheError("is a newer drift's", where=named(path), remedy=ELSEWHERE)


@contextmanager
def _connection(path: Path, how: str) -> Iterator[sqlite3.Connection]:
    """Connect, and close again where something goes wrong inside."""
    connection = sqlite3.connect(
        f"{path.as_uri()}?{how}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        cached_statements=STATEMENTS,
    )
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST + schema.PAGE)
        for setting in _SETTINGS:
            connection.execute(setting)
        yield connection
    except BaseException:
        connection.close()
        raise


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
