"""The cache as the stages see it: keys -> bytes that were kept; whatever goes wrong costs speed and one line."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from drift.cache.entries import LONGEST, Batch, Kind, Space
from drift.cache.forks import before_forks
from drift.cache.place import locate
from drift.errors import CacheError

if TYPE_CHECKING:
    # SQLite is loaded when a cache is opened, and not by commands that use none.
    from drift.cache.database import Database

LIMIT: Final = 1_000_000_000
"""Bytes that a cache may have: several handbooks of twenty thousand page versions."""

BATCH_BYTES: Final = 4 << 20
"""Bytes that wait before they are written: more is hardly quicker, and a killed run loses them."""

BATCH_ENTRIES: Final = 4096
"""Entries that wait before they are written, and stamps of use."""

DAY: Final = 86_400
"""Seconds between two stamps of use: a stamp a day keeps reading from writing."""


class Cache:
    """What earlier runs computed; for one thread, and for each process of its own after a fork.

    Keys are digests of all that a value hangs on, but for the version of the code, which the cache adds. Values are given
    back as they were put, or not at all. Nothing here raises for a cache that is bad: it then holds nothing.
    """

    def __init__(
        self, path: Path | None, *, version: bytes, limit: int, complaint: str = ""
    ) -> None:
        """Prepare a cache; the file is opened with the first question.

        Args:
            path: The file; None makes a cache that holds nothing.
            version: Of the code that computes the values.
            limit: Bytes that the file may have.
            complaint: Why there is no file, where that is known already.
        """
        self._path = path
        self._version = version
        self._limit = limit
        self._complaint = complaint
        self._database: Database | None = None
        self._spaces: dict[Kind, Space] = {}
        self._waiting: dict[Kind, dict[bytes, bytes]] = {}
        self._touched: dict[Kind, set[bytes]] = {}
        self._weight = 0
        self.keeps = path is not None
        # Whether what is put here may be there the next time.
        if path is not None:
            before_forks(self.rest)

    @property
    def complaint(self) -> str:
        """What went wrong first in this process, in one line; empty while all is well."""
        return self._complaint

    def get_many(self, kind: Kind, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Look up what was kept.

        Args:
            kind: What is asked for.
            keys: Its keys; all that is found is held in memory at once.

        Returns:
            The values of those keys that are there.
        """
        waiting = self._waiting.get(kind, {})
        wanted = list(dict.fromkeys(keys))
        found = {key: waiting[key] for key in wanted if key in waiting} if waiting else {}
        absent = [key for key in wanted if key not in found] if found else wanted
        if absent:
            found |= self._read(kind, absent)
        return found

    def put_many(self, kind: Kind, rows: Mapping[bytes, bytes]) -> None:
        """Keep values; they are written in batches.

        Args:
            kind: What they are.
            rows: Key and value; a value that is kept already is replaced.
        """
        if not self.keeps or not rows:
            return
        waiting = self._waiting.setdefault(kind, {})
        most = self._most()
        for key, value in rows.items():
            if len(value) <= most:
                waiting[key] = value
                self._weight += len(value)
        if self._weight >= BATCH_BYTES or len(waiting) >= BATCH_ENTRIES:
            self.flush()

    def flush(self) -> None:
        """Write what waits; a worker does so with each chunk, since it may end without a word."""
        if not (self.keeps and (self._waiting or self._touched)):
            return
        database = self._opened()
        if database is None or not database.writable:
            self._forget()
            return
        batch = Batch(
            rows={self._space(kind): rows for kind, rows in self._waiting.items()},
            touched={self._space(kind): frozenset(keys) for kind, keys in self._touched.items()},
            day=_today(),
        )
        try:
            database.write(batch, limit=self._limit)
        except CacheError as error:
            # Reading may go on: a full disk or another program's lock does not touch what is there.
            self.keeps = False
            self._complain(str(error))
        self._forget()

    def rest(self) -> None:
        """Write what waits and let go of the file, until the next question."""
        self.flush()
        if self._database is not None:
            self._database.close()
            self._database = None

    def close(self) -> None:
        """Write what waits; from now on this holds nothing."""
        self.rest()
        self._path = None
        self.keeps = False

    def __enter__(self) -> Self:
        """Use it as a context.

        Returns:
            Itself.
        """
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it, also when the work was interrupted."""
        self.close()

    def _read(self, kind: Kind, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        database = self._opened()
        if database is None:
            return {}
        try:
            reading = database.read(self._space(kind), keys, day=_today())
        except CacheError as error:
            self._give_up(str(error))
            return {}
        if reading.damaged:
            self._complain(
                f"cache {self._path}: damaged entries are computed anew (drift cache verify lists them)"
            )
        if reading.stale and database.writable:
            self._touch(kind, reading.stale)
        return reading.found

    def _touch(self, kind: Kind, keys: Sequence[bytes]) -> None:
        touched = self._touched.setdefault(kind, set())
        touched.update(keys)
        if len(touched) >= BATCH_ENTRIES:
            self.flush()

    def _opened(self) -> Database | None:
        if self._database is None and self._path is not None:
            from drift.cache.database import Database  # noqa: PLC0415 - as above

            try:
                self._database = Database(self._path)
            except CacheError as error:
                self._give_up(str(error))
                return None
            if not self._database.writable:
                self.keeps = False
                self._complain(f"cache {self._path}: is read-only, so nothing new is kept in it")
        return self._database

    def _space(self, kind: Kind) -> Space:
        if kind not in self._spaces:
            self._spaces[kind] = Space(kind, self._version)
        return self._spaces[kind]

    def _most(self) -> int:
        """A value that would push out everything else is none to keep."""
        return min(LONGEST, self._limit // 8)

    def _give_up(self, complaint: str) -> None:
        self._complain(complaint)
        self._forget()
        if self._database is not None:
            self._database.close()
        self._database = self._path = None
        self.keeps = False

    def _complain(self, complaint: str) -> None:
        self._complaint = self._complaint or complaint

    def _forget(self) -> None:
        self._waiting = {}
        self._touched = {}
        self._weight = 0


def open_cache(folder: Path | None, *, version: bytes, limit: int = LIMIT) -> Cache:
    """Open the cache of a folder.

    Args:
        folder: The folder; None is the user's own cache folder.
        version: Of the code that computes the values, see `drift.cache.version`.
        limit: Bytes that the file may have; what was used longest ago leaves first.

    Returns:
        The cache; where there can be none, one that holds nothing and whose `complaint` says why.
    """
    try:
        path = locate(folder)
    except CacheError as error:
        return Cache(None, version=version, limit=limit, complaint=str(error))
    return Cache(path, version=version, limit=limit)


def no_cache() -> Cache:
    """Make a cache that holds nothing and complains about nothing.

    Returns:
        The cache.
    """
    return Cache(None, version=b"", limit=0)


def _today() -> int:
    return int(time.time()) // DAY
