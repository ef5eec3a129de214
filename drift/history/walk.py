"""A range of history -> its commits, each with what it changed; what an earlier run found out is not looked for again."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from drift.cache.store import Cache, no_cache
from drift.errors import RevisionError
from drift.history.memory import BATCH, Memory, Recalled
from drift.history.quota import Quota
from drift.history.step import Outcome, Step, Wants, Way, facts_of
from drift.revision.git import Repository
from drift.revision.log import Commit, log
from drift.revision.range import Range, arguments
from drift.trees.site import UNSTATED, Stated

if TYPE_CHECKING:
    from drift.history.looking import Looking

Report = Callable[[int, int, int | None], None]
"""Is told of commits done, files compared in them, and commits in all where that is known."""

PATIENCE = 1.0
"""Seconds after which git is asked how many commits there are in all."""


def walk(  # noqa: PLR0913 - each says something else of the way, and most are left as they are
    repository: Repository,
    wanted: Range,
    *,
    stated: Stated = UNSTATED,
    jobs: int = 1,
    cache: Cache | None = None,
    report: Report | None = None,
    wants: Wants = "entries",
    quota: Quota | None = None,
) -> Generator[Step]:
    """Walk over a history.

    Args:
        repository: Whose history it is.
        wanted: Which commits of it.
        stated: What the user says of the site.
        jobs: Processor cores to use at most; with one, no other process is started.
        cache: What earlier runs found out; None remembers nothing.
        report: Is told how far the walk is.
        wants: What the steps must say.
        quota: What the reader counts who will leave the walk when it is met; None is one who stays.

    Returns:
        The commits in the order wanted. To close it ends all processes; what they finished is kept in the cache.

    Raises:
        RevisionError: The range names no commit; while iterating, git cannot read the history any further.
        UsageError: A path cannot be understood.
    """
    way = Way(stated=stated, jobs=jobs, cache=cache or no_cache(), wants=wants, quota=quota)
    return _steps(repository, wanted, way, log(repository, wanted), report)


def _steps(
    repository: Repository,
    wanted: Range,
    way: Way,
    commits: Generator[Commit],
    report: Report | None,
) -> Generator[Step]:
    memory = Memory(way, repository.shallow)
    progress = _Progress(repository, wanted, report)
    crew = _Crew(repository, wanted, way)
    listed = _Listed(commits)
    try:
        with closing(commits):
            for commit, outcome in _told(memory.recalled(listed), crew, memory, quota=way.quota):
                step = Step(facts_of(commit), outcome.raw, outcome.problem)
                if way.wants == "exchanges":
                    step = msgspec.structs.replace(step, exchanged=outcome.exchanged)
                elif way.wants != "entries":
                    step = msgspec.structs.replace(
                        step, passed=outcome.passage, deltas=commit.deltas
                    )
                yield step
                progress.on(commit)
        if listed.error:
            raise listed.error
    finally:
        # Else the error would hold itself by its traceback, and git's processes with it.
        listed.error = None
        crew.close()
        memory.flush()


class _Listed:
    """Commits as git lists them; where it cannot go on, those that it had listed are told first."""

    def __init__(self, commits: Iterable[Commit]) -> None:
        self._commits = commits
        self.error: RevisionError | None = None

    def __iter__(self) -> Iterator[Commit]:
        try:
            yield from self._commits
        except RevisionError as error:
            self.error = error


def _told(
    commits: Iterator[Recalled], crew: _Crew, memory: Memory, *, quota: Quota | None
) -> Iterator[tuple[Commit, Outcome]]:
    """Put what is known and what is found out in the order of the commits."""
    for commit, outcome in commits:
        if outcome is not None:
            yield commit, outcome
            continue
        ahead = _Ahead(commit, commits, quota)
        for found, about in crew.tell(ahead.unknown()):
            yield from ahead.known_before(found)
            memory.keep(found, about)
            yield found, about
        yield from ahead.known_before(None)


class _Ahead:
    """Commits that were read before their turn, since some among them take time."""

    def __init__(self, first: Commit, commits: Iterator[Recalled], quota: Quota | None) -> None:
        self._order: deque[Recalled] = deque([(first, None)])
        self._first = first
        self._commits = commits
        self._quota = quota

    def unknown(self) -> Iterator[Commit]:
        """Give what is not known, until so much is known in one stretch that it need not wait, or nobody wants more."""
        yield self._first
        known = 0
        for commit, outcome in self._commits:
            self._order.append((commit, outcome))
            known = 0 if outcome is None else known + 1
            if outcome is None:
                yield commit
            elif known == BATCH or self._is_enough():
                return

    def _is_enough(self) -> bool:
        return self._quota is not None and len(self._order) >= self._quota.ahead()

    def known_before(self, commit: Commit | None) -> Iterator[tuple[Commit, Outcome]]:
        """Give what is known and comes before a commit, which is taken out as well."""
        while self._order:
            first, outcome = self._order.popleft()
            if first is commit or outcome is None:
                return
            yield first, outcome


class _Crew:
    """What looks at commits, made when there is one that is not known: until then it need not even be imported."""

    def __init__(self, repository: Repository, wanted: Range, way: Way) -> None:
        self._arguments = (repository, wanted, way)
        self._made: Looking | None = None

    def tell(self, commits: Iterator[Commit]) -> Iterator[tuple[Commit, Outcome]]:
        first = next(commits, None)
        if first is None:
            return
        if self._made is None:
            from drift.history.looking import looking  # noqa: PLC0415 - see above

            self._made = looking(*self._arguments)
        yield from self._made.tell(chain((first,), commits))

    def close(self) -> None:
        if self._made is not None:
            self._made.close()


class _Progress:
    """Counts what is done and tells who wants to know."""

    def __init__(self, repository: Repository, wanted: Range, report: Report | None) -> None:
        self._repository = repository
        self._wanted = wanted
        self._report = report
        self._began = time.monotonic()
        self._commits = self._files = 0
        self._total: int | None = None

    def on(self, commit: Commit) -> None:
        """Count a commit."""
        if self._report is None:
            return
        self._commits += 1
        self._files += len(commit.deltas)
        if self._total is None and time.monotonic() - self._began > PATIENCE:
            words = arguments(self._repository, self._wanted)
            told = self._repository.ask("rev-list", "--count", *words)
            self._total = int(told) if told and told.isdecimal() else 0
        self._report(self._commits, self._files, self._total or None)
