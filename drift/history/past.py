"""A commit -> those before it along first parents, and what they took away, read from one `git log`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Generator, Iterator
from contextlib import suppress

from drift.errors import RevisionError
from drift.revision.git import Repository
from drift.revision.log import Commit, Delta, log
from drift.revision.range import Range, ends

LOOKBACK = 2000
"""Commits that are looked through, years of most handbooks and a tenth of a second: what came back after more of them
was written anew."""


class Past:
    """The commits before those of a walk; a question costs what the one before did not ask for."""

    def __init__(self, repository: Repository, wanted: Range) -> None:
        """Remember which history; nothing is read before the first question.

        Args:
            repository: Whose history it is.
            wanted: Which commits are walked over; those before them are looked at too.
        """
        self._repository = repository
        self._wanted = wanted
        self._stream: Generator[Commit] | None = None
        self._seen: dict[str, Commit] = {}
        self._line = _Line()

    def before(self, commit: Commit) -> Before:
        """Give the past of a commit.

        Args:
            commit: The commit; itself left out.

        Returns:
            Its past, to be used before the next is asked for.
        """
        name = _parent(commit)
        begin = self._line.at.get(name)
        if begin is None or begin > LOOKBACK:
            # It left the line, or so much lies behind it that what is known is kept no longer.
            self._line = _Line()
            begin = 0
        self._forget(commit)
        line = self._line
        while len(line.commits) < begin + LOOKBACK:
            name = _parent(line.commits[-1]) if line.commits else name
            earlier = self._find(name)
            if earlier is None:
                break
            line.add(earlier)
        return Before(line, begin)

    def close(self) -> None:
        """Read no further."""
        if self._stream is not None:
            self._stream.close()

    def _find(self, name: str) -> Commit | None:
        if name and name not in self._seen:
            if self._stream is None:
                self._stream = self._history()
            with suppress(RevisionError):
                for earlier in self._stream:
                    self._seen[earlier.id] = earlier
                    if earlier.id == name:
                        break
        return self._seen.get(name)

    def _history(self) -> Generator[Commit]:
        tips = ends(self._repository, self._wanted)
        return log(self._repository, Range(words=tips, first_parent=self._wanted.first_parent))

    def _forget(self, commit: Commit) -> None:
        """Let go of what is younger than a commit, unless the walk goes that way."""
        if self._wanted.reverse or commit.id not in self._seen:
            return
        for younger in list(self._seen):
            if younger == commit.id:
                return
            del self._seen[younger]


class _Line:
    """Commits, each the first parent of the one before it, with what they did."""

    def __init__(self) -> None:
        self.commits: list[Commit] = []
        self.at: dict[str, int] = {}
        self.touching: dict[str, list[int]] = {}
        # By path.
        self.losing: dict[str, list[int]] = {}
        # By the id of what a file held that is not there any more.

    def add(self, commit: Commit) -> None:
        at = self.at[commit.id] = len(self.commits)
        self.commits.append(commit)
        for delta in commit.deltas:
            self.touching.setdefault(delta.path, []).append(at)
            if not delta.new:
                self.losing.setdefault(delta.old, []).append(at)


class Before:
    """What lies before one commit."""

    def __init__(self, line: _Line, begin: int) -> None:
        """Take a part of a line.

        Args:
            line: Commits, each the first parent of the one before it.
            begin: Where the part begins; it has `LOOKBACK` commits at most.
        """
        self._line = line
        self._begin = begin
        self._end = begin + LOOKBACK

    def removals(self, path: str, blob: str) -> Iterator[tuple[Commit, Delta]]:
        """Go back through the commits that removed a file, or any with the same content.

        Args:
            path: The file's.
            blob: The id of the content.

        Yields:
            Each such commit, and what it removed; moving a file removes nothing.
        """
        for at in self._places((self._line.touching, path), (self._line.losing, blob)):
            commit = self._line.commits[at]
            for delta in commit.deltas:
                wanted = not delta.new and (delta.path == path or delta.old == blob)
                if wanted and all(other.new != delta.old for other in commit.deltas):
                    yield commit, delta

    def versions(self, path: str) -> Iterator[tuple[Commit, Delta]]:
        """Go back through the commits that changed or removed a file, also while it stood elsewhere.

        Args:
            path: Where it stands at last.

        Yields:
            Each such commit, and what it did to the file.
        """
        begin = self._begin
        while path:
            came = ""
            for at in self._places((self._line.touching, path), begin=begin):
                commit = self._line.commits[at]
                delta = next(delta for delta in commit.deltas if delta.path == path)
                if delta.old:
                    yield commit, delta
                elif came := _origin(commit, delta.new):
                    begin = at + 1
                    break
            path = came

    def _places(
        self, *asked: tuple[dict[str, list[int]], str], begin: int | None = None
    ) -> list[int]:
        """List the places at which something happened, the latest first."""
        first = self._begin if begin is None else begin
        found = [known.get(key, []) for known, key in asked]
        near = (one[bisect_left(one, first) : bisect_left(one, self._end)] for one in found)
        return sorted({at for some in near for at in some})


def _origin(commit: Commit, blob: str) -> str:
    """Tell from where a commit moved a file, as it is; empty where it did not."""
    return next((one.path for one in commit.deltas if one.old == blob and not one.new), "")


def _parent(commit: Commit) -> str:
    return commit.parents[0] if commit.parents else ""
