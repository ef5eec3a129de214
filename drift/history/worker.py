"""A process that looks at commits, and the commits that it looks at, as the one sees them that gives it work."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from mmap import PAGESIZE
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path

import msgspec

from drift.history.step import Outcome
from drift.revision.log import Commit

PATIENCE = 5.0
"""Seconds that a process has to end by itself when its work is done."""

HEAVY = 250_000_000
"""Bytes that a process may keep between two chunks, beyond those that it began with. What a large commit took it seldom
gives back; a new one begins without."""

WORN = 64
"""Commits after which a heavy process is replaced: a new one reads the whole site first."""

_ENCODER = msgspec.msgpack.Encoder()


class Chunk:
    """Some neighbouring commits, and what is known of the first of them."""

    def __init__(self, commits: tuple[Commit, ...]) -> None:
        """Begin with nothing known.

        Args:
            commits: In the order in which they are handed on.
        """
        self.commits = commits
        self.found: deque[Outcome] = deque()
        # What was not handed on yet.
        self.told = 0
        # How many were handed on.

    @property
    def left(self) -> tuple[Commit, ...]:
        """The commits of which nothing is known yet."""
        return self.commits[self.told + len(self.found) :]

    def ready(self) -> Iterator[tuple[Commit, Outcome]]:
        """Hand on what is known, each commit once."""
        while self.found:
            self.told += 1
            yield self.commits[self.told - 1], self.found.popleft()


class Worker:
    """A process and the pipe to it."""

    def __init__(self, process: ForkProcess, pipe: Connection) -> None:
        """Keep both; it has nothing to do yet.

        Args:
            process: The process, which runs.
            pipe: The end of the pipe to it that is not its own.
        """
        self.process = process
        self.pipe = pipe
        self.chunk: Chunk | None = None
        self._taken = 0
        # Commits, those that are under way among them.
        self._inherited = _weight(process)
        # Bytes of the process that it was copied from, which another one would have as well.

    @property
    def worn(self) -> bool:
        """Whether another process had better go on."""
        return self._taken >= WORN and _weight(self.process) - self._inherited > HEAVY

    def take(self, chunk: Chunk) -> None:
        """Give it commits to look at."""
        self.chunk = chunk
        self._taken += len(chunk.left)
        # A process that died is noticed when it is listened to.
        with suppress(OSError):
            self.pipe.send_bytes(_ENCODER.encode(chunk.left))

    def end(self) -> None:
        """End it: at once while it looks at commits, else when it has written down what it knows."""
        self.pipe.close()
        if self.chunk is None:
            # It has nothing to look at any more, but perhaps something to write down.
            self.process.join(PATIENCE)
        self.process.kill()
        self.process.join()


def _weight(process: ForkProcess) -> int:
    """Tell how many bytes of memory a process has for its own, or shares with the one that it was copied from."""
    try:
        pages = Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii").split()
    except OSError:
        # Not every system tells, and one that ended has none.
        return 0
    return (int(pages[1]) - int(pages[2])) * PAGESIZE
