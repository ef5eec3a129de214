"""Commits that nobody knows yet -> what each of them changed, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from multiprocessing import get_all_start_methods
from typing import Protocol

from drift.history.fragments import CacheShelf
from drift.history.past import Past
from drift.history.restored import Restored
from drift.history.step import Outcome, Way
from drift.history.team import Team
from drift.history.teller import Teller
from drift.revision.git import Repository
from drift.revision.log import Commit
from drift.revision.range import Range


class Looking(Protocol):
    """Looks at commits."""

    def tell(self, commits: Iterable[Commit]) -> Iterator[tuple[Commit, Outcome]]:
        """Give each commit with what it changed, in their order."""
        ...

    def close(self) -> None:
        """End what was begun for it."""
        ...


def looking(repository: Repository, wanted: Range, way: Way) -> Looking:
    """Begin to look at commits.

    Args:
        repository: Whose history it is.
        wanted: Which commits are walked over.
        way: How.

    Returns:
        What looks at them: other processes where there may be several, else this one.
    """

    def begin() -> _Alone:
        return _Alone(repository, wanted, way)

    several = way.jobs > 1 and "fork" in get_all_start_methods()
    ahead = way.quota.ahead if way.quota else None
    return Team(begin, jobs=way.jobs, ahead=ahead) if several else begin()


class _Alone:
    """Looks at one commit after the other; in a team, what each process does."""

    def __init__(self, repository: Repository, wanted: Range, way: Way) -> None:
        self._cache = way.cache
        self._past = Past(repository, wanted)
        # Where a cache keeps it, all else is found besides: somebody will want it.
        every = way.wants != "passages" and way.cache.keeps
        self._teller = Teller(
            repository,
            stated=way.stated,
            shelf=CacheShelf(way.cache),
            restored=Restored(repository, self._past),
            wants="all" if every else way.wants,
        )

    def tell_one(self, commit: Commit) -> Outcome:
        return self._teller.tell(commit)

    def tell(self, commits: Iterable[Commit]) -> Iterator[tuple[Commit, Outcome]]:
        for commit in commits:
            yield commit, self.tell_one(commit)

    def rest(self) -> None:
        self._cache.flush()

    def close(self) -> None:
        self._past.close()
