"""What SQLite or the system reports -> one line: what is wrong with the cache, and what would mend it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final

from drift.errors import CacheDamagedError, CacheError

ELSEWHERE: Final = "--cache DIR names another place"
EMPTIED: Final = "drift cache clear empties it"

_LOCKED = ("is locked by another program", ELSEWHERE)
_WORDS = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: _LOCKED,
        sqlite3.SQLITE_LOCKED: _LOCKED,
        sqlite3.SQLITE_READONLY: ("cannot be written", ELSEWHERE),
        sqlite3.SQLITE_PERM: ("may not be opened", ELSEWHERE),
        sqlite3.SQLITE_CANTOPEN: ("cannot be opened", ELSEWHERE),
        sqlite3.SQLITE_IOERR: ("cannot be read or written further", ELSEWHERE),
        sqlite3.SQLITE_FULL: ("the disk is full", EMPTIED),
    }
)
_DAMAGED = frozenset(
    # The last tells of a table or a column that is missing: the schema itself was hit.
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
)
_PRIMARY = 0xFF
"""SQLite's extended codes carry the primary one in the lowest byte."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong inside into a `CacheError`.

    Args:
        path: The file of the cache.

    Yields:
        Nothing.

    Raises:
        CacheError: Something went wrong.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _cache_error(error, path) from error
    except OSError as error:
        raise CacheError(
            f"cannot be used: {error.strerror or error}", where=named(path), remedy=ELSEWHERE
        ) from error
    except (ValueError, OverflowError) as error:
        # A zero byte in a path is the first; numbers that no row of ours can hold are the second.
        raise CacheError(f"cannot be used: {error}", where=named(path), remedy=ELSEWHERE) from error


def named(path: Path) -> str:
    """Say which file an error is about, and that it is only the cache.

    Args:
        path: The file of the cache.

    Returns:
        The words before the colon.
    """
    return f"cache {path}"


def _cache_error(error: sqlite3.Error, path: Path) -> CacheError:
    # What Python's own module finds, such as text that is no UTF-8, has no code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISUSE) & _PRIMARY
    if code in _DAMAGED or isinstance(error, sqlite3.DataError):
        return CacheDamagedError("is damaged", where=named(path), remedy=EMPTIED)
    problem, remedy = _WORDS.get(code, (f"cannot be used: {error}", EMPTIED))
    return CacheError(problem, where=named(path), remedy=remedy)
