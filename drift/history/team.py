"""Commits -> what each of them changed, found by several processes, in the order of the commits.

Neighbouring commits go to one process, chunk by chunk, since what it knows of one helps with the next. The first chunks are
small, so that the first entries show at once; where a reader wants only so many, the last are, so that little is looked at
for nothing. What is ready too early waits, a few chunks of it at most.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext
from typing import Protocol

import msgspec

from drift.history.step import Outcome
from drift.history.worker import Chunk, Worker
from drift.revision.log import Commit

FIRST = 4
"""Commits of the first chunk; each next one has twice as many, until there are `MOST`."""

MOST = 128
"""Commits of a chunk at most: large enough that going from one to the next costs little, and small enough that all
processes end at about the same time."""

AHEAD = 2
"""Chunks for each process that may be under way or wait for their turn."""

ALLOCATIONS = 50_000
"""Objects made between two collections of a process: what a commit leaves behind is gone before many others have left
theirs, at a twentieth of the time."""

DIED = "the process that looked at it died; drift log --jobs 1 does without"


class Telling(Protocol):
    """Tells what commits changed."""

    def tell_one(self, commit: Commit) -> Outcome:
        """Tell what one commit changed."""
        ...

    def rest(self) -> None:
        """Write down what should not be lost; after each chunk, since a process may end without a word."""
        ...


_ENCODER = msgspec.msgpack.Encoder()
_COMMITS = msgspec.msgpack.Decoder(tuple[Commit, ...])
_OUTCOME = msgspec.msgpack.Decoder(Outcome)


class Team:
    """Processes that look at commits; it has to be closed, which ends them."""

    def __init__(
        self, begin: Callable[[], Telling], *, jobs: int, ahead: Callable[[], int] | None = None
    ) -> None:
        """Prepare; a process is started when there is work for it.

        Args:
            begin: Makes what tells of commits, in each process for itself.
            jobs: Processes at most.
            ahead: Tells how many commits are wanted still; None wants all.
        """
        self._begin = begin
        self._jobs = jobs
        self._ahead = ahead
        self._size = FIRST
        self._context: ForkContext = get_context("fork")
        self._workers: list[Worker] = []
        self._queue: deque[Chunk] = deque()
        # In the order in which they are handed on.
        self._waiting: deque[Chunk] = deque()
        # Those of the queue that no process has.

    def tell(self, commits: Iterable[Commit]) -> Iterator[tuple[Commit, Outcome]]:
        """Look at commits.

        Args:
            commits: In the order in which they are wanted back.

        Yields:
            Each commit with what it changed; one at which a process died says so.
        """
        rest = iter(commits)
        self._size = FIRST
        while self._filled(rest):
            head = self._queue[0]
            yield from head.ready()
            if head.told == len(head.commits):
                self._queue.popleft()
            elif not head.found:
                self._listen()

    def close(self) -> None:
        """End all processes, each by its own handle."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _filled(self, rest: Iterator[Commit]) -> bool:
        """Take on as much as may wait, and tell whether there is anything."""
        while len(self._queue) < AHEAD * self._jobs and (
            taken := tuple(islice(rest, self._worthwhile()))
        ):
            chunk = Chunk(taken)
            self._queue.append(chunk)
            self._waiting.append(chunk)
            self._employ()
            self._size = min(2 * self._size, MOST)
        return bool(self._queue)

    def _worthwhile(self) -> int:
        """Tell how many commits to take on at once: none while those under way are likely to be enough."""
        if self._ahead is None:
            return self._size
        wanted = self._ahead() - sum(len(chunk.commits) - chunk.told for chunk in self._queue)
        if not self._queue:
            wanted = max(wanted, 1)
        # An equal share, so that the last are small and all processes end at about the same time. From the first to its end
        # a process goes without a jump to commits that lie further on, which costs as much as several commits.
        size = min(MOST, max(FIRST, -(-wanted // self._jobs)))
        return max(0, wanted if wanted < size + FIRST else size)

    def _employ(self) -> None:
        """Give what waits to those who have nothing to do, or to new ones."""
        while self._waiting:
            idle = self._idle()
            if idle is None and len(self._workers) < self._jobs:
                idle = self._hire()
            if idle is None:
                return
            idle.take(self._waiting.popleft())

    def _idle(self) -> Worker | None:
        """Find one that has nothing to do; those that died meanwhile must not have it put down to their next commit."""
        for worker in [worker for worker in self._workers if worker.chunk is None]:
            if worker.process.is_alive():
                return worker
            worker.end()
            self._workers.remove(worker)
        return None

    def _hire(self) -> Worker:
        mine, theirs = self._context.Pipe()
        others = [worker.pipe for worker in self._workers]
        process = self._context.Process(
            target=_work, args=(theirs, self._begin, [*others, mine]), daemon=True
        )
        process.start()
        theirs.close()
        worker = Worker(process, mine)
        self._workers.append(worker)
        return worker

    def _listen(self) -> None:
        """Wait for what any of the processes has to say."""
        busy = {worker.pipe: worker for worker in self._workers if worker.chunk is not None}
        for pipe in wait(list(busy)):
            worker = busy[pipe] if isinstance(pipe, Connection) else None
            if worker is not None and worker.chunk is not None:
                self._hear(worker, worker.chunk)
        self._employ()

    def _hear(self, worker: Worker, chunk: Chunk) -> None:
        try:
            chunk.found.append(_OUTCOME.decode(worker.pipe.recv_bytes()))
        except (EOFError, OSError):
            chunk.found.append(Outcome(problem=DIED, lasting=False))
            worker.end()
            self._workers.remove(worker)
            if chunk.left:
                self._waiting.appendleft(chunk)
            return
        if not chunk.left:
            worker.chunk = None
            if worker.worn:
                worker.end()
                self._workers.remove(worker)


def _work(pipe: Connection, begin: Callable[[], Telling], others: list[Connection]) -> None:
    """Be a process: look at chunks until there are no more, or nobody who wants them."""
    # Ctrl-C reaches all processes of a terminal; the first of them ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        # Else this process would keep the pipes of the others open when the first one is gone.
        other.close()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS)
    telling = begin()
    with suppress(EOFError, OSError):
        while True:
            for commit in _COMMITS.decode(pipe.recv_bytes()):
                pipe.send_bytes(_ENCODER.encode(telling.tell_one(commit)))
            telling.rest()
            # What outlived a collection by chance would be looked at again after thousands of commits: a sixth of the memory.
            gc.collect()
            _give_back()


def _give_back() -> None:
    """Give the system what is free: the C library keeps what a large commit took, up to a fifth of the process."""
    # Not every library has such a function, nor every Python a way to call it.
    with suppress(ImportError, AttributeError, OSError):
        from ctypes import CDLL  # noqa: PLC0415 - see above

        CDLL(None).malloc_trim(0)
