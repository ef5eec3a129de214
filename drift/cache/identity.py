"""The file that stands where the cache should -> none, ours, or an error: what is not ours is never written to."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Final

from drift.cache.place import WRITE_AHEAD
from drift.cache.trouble import ELSEWHERE, named
from drift.errors import CacheError

APPLICATION: Final = 0x64726674
"""The number by which SQLite files tell whose they are; ours spells `drft`."""

_MAGIC = b"SQLite format 3\0"
_APPLICATION_AT = slice(68, 72)
_HEADER = 100


def is_there(path: Path) -> bool:
    """Tell whether there is a cache, damaged or not.

    Args:
        path: The file of the cache.

    Returns:
        False where nothing is, or a file without a table, as it stands there while somebody makes one.

    Raises:
        CacheError: Something else stands there.
        OSError: It cannot be looked at.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(found.st_mode):
        raise CacheError("is no regular file", where=named(path), remedy=ELSEWHERE)
    if not found.st_size:
        return False
    # Asked for first, since ours is marked before it gets one.
    has_journal = path.with_name(f"{path.name}{WRITE_AHEAD}").exists()
    marked, is_bare = _read(path)
    # Where SQLite finds no mark, the file is damaged or just being written, and its header may still say whose it is.
    # Read only then: a plain `open` and `close` drops the locks that this process may hold on the file.
    header = b"" if marked == APPLICATION else _header(path)
    if APPLICATION in {marked, int.from_bytes(header[_APPLICATION_AT], "big")}:
        return True
    if is_bare and header and not has_journal:
        return False
    raise CacheError("is no cache of drift", where=named(path), remedy=ELSEWHERE)


def _read(path: Path) -> tuple[int | None, bool]:
    """Read whose file it is and whether it has neither mark nor table, without a lock or any file beside it."""
    uri = f"{path.as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            marked: int = connection.execute("PRAGMA application_id").fetchone()[0]
            tables = connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
            return marked, marked == 0 and tables is None
    except sqlite3.DatabaseError:
        return None, False


def _header(path: Path) -> bytes:
    """Read the beginning of a file of SQLite's; of any other, nothing."""
    with path.open("rb") as stream:
        header = stream.read(_HEADER)
    return header if header.startswith(_MAGIC) else b""
