"""An open file of the cache: digests -> bytes as they were written, and batches that are written as a whole."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from drift.cache.connection import connect
from drift.cache.entries import Batch, Reading, Space
from drift.cache.eviction import shrink
from drift.cache.place import WRITE_AHEAD
from drift.cache.transaction import transaction
from drift.cache.trouble import told

LONG_JOURNAL: Final = 40 << 20
"""Bytes of the journal beyond which a writer waits to fold it; some more than SQLite lets it keep after that."""

AT_ONCE: Final = 100
"""Keys asked for in one statement: values of 1 KB cost 11 µs each one by one and 4 to 6 µs so; more gain nothing."""

_READ = """SELECT e.key, e.used < ?, e.mark, v.bytes FROM entry e CROSS JOIN value v ON v.id = e.value
    WHERE e.space = ? AND e.key IN ({})"""
_TAKEN = "SELECT value FROM entry WHERE space = ? AND key IN ({})"


class Database:
    """A connection, for one process and one thread; everything that it raises is a `CacheError`."""

    def __init__(self, path: Path) -> None:
        """Open the cache, and make it where there is none.

        Args:
            path: The file.

        Raises:
            CacheError: It is not ours, damaged, locked, or cannot be made.
        """
        self._path = path
        self._journal = path.with_name(f"{path.name}{WRITE_AHEAD}")
        with told(path):
            self._connection, self.writable = connect(path)

    def read(self, space: Space, keys: Sequence[bytes], *, day: int) -> Reading:
        """Look keys up.

        Args:
            space: What they are looked for in.
            keys: The keys.
            day: Today.

        Returns:
            Those that are there and sound.

        Raises:
            CacheError: The file cannot be read.
        """
        reading = Reading({}, [], 0)
        damaged = 0
        with told(self._path):
            for part in _parts(keys):
                question = _READ.format(",".join("?" * len(part)))
                rows = self._connection.execute(question, (day, space.id, *part))
                for key, is_stale, mark, value in rows:
                    if not is_sound(key, value, mark):
                        damaged += 1
                        continue
                    reading.found[key] = value
                    if is_stale:
                        reading.stale.append(key)
        return msgspec.structs.replace(reading, damaged=damaged) if damaged else reading

    def write(self, batch: Batch, *, limit: int) -> None:
        """Write a batch, and let the oldest leave where the file no longer fits.

        Args:
            batch: Rows and stamps of use.
            limit: Bytes that the file may have.

        Raises:
            CacheError: It cannot be written now.
        """
        with told(self._path):
            with transaction(self._connection):
                for space, keys in batch.touched.items():
                    self._connection.executemany(
                        "UPDATE entry SET used = ? WHERE space = ? AND key = ?",
                        ((batch.day, space.id, key) for key in sorted(keys)),
                    )
                for space, rows in batch.rows.items():
                    _insert(self._connection, space, rows, day=batch.day)
            shrink(self._connection, limit)
            self._fold()

    def _fold(self) -> None:
        """Fold a journal that has grown long into the file.

        SQLite does so by itself where nobody reads or writes at that moment, which among busy programs is never.
        """
        with suppress(FileNotFoundError):
            if self._journal.stat().st_size > LONG_JOURNAL:
                # Waits for others as long as any statement does, and gives up without a word.
                self._connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()

    def close(self) -> None:
        """Let go of the file; the last one to do so folds the journal into it."""
        with suppress(sqlite3.Error):
            self._connection.close()


def is_sound(key: object, value: object, mark: object) -> bool:
    """Tell whether a value is the one that was written under its key.

    Args:
        key: As it was read, so of any type.
        value: As it was read.
        mark: Its sum, as it was read.

    Returns:
        False also for a row that points to another's value.
    """
    return isinstance(key, bytes) and isinstance(value, bytes) and _mark(key, value) == mark


def _mark(key: bytes, value: bytes) -> int:
    return zlib.crc32(value, zlib.crc32(key))


def _insert(
    connection: sqlite3.Connection, space: Space, rows: Mapping[bytes, bytes], *, day: int
) -> None:
    number = space.id
    connection.execute(
        "INSERT OR IGNORE INTO space VALUES (?, ?, ?)", (number, space.kind, space.version)
    )
    # Another program was quicker, or a damaged entry is mended: the old value has to leave with its row.
    for part in _parts(list(rows)):
        question = _TAKEN.format(",".join("?" * len(part)))
        taken = connection.execute(question, (number, *part)).fetchall()
        connection.executemany("DELETE FROM value WHERE id = ?", taken)
    last: int = connection.execute("SELECT coalesce(max(id), 0) FROM value").fetchone()[0]
    connection.executemany("INSERT INTO value VALUES (?, ?)", enumerate(rows.values(), last + 1))
    entries = [
        (number, key, day, len(value), _mark(key, value), place)
        for place, (key, value) in enumerate(rows.items(), last + 1)
    ]
    # In the order of the table, which spares it half of its work.
    entries.sort()
    connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?)", entries)


def _parts(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]
