"""A range of history -> its commits with the files that each changed, from one `git log` read while it runs."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import islice

import msgspec

from drift.errors import RevisionError
from drift.revision.base import KINDS, SYMLINK, dated, shown
from drift.revision.git import Repository
from drift.revision.pathspec import matcher
from drift.revision.range import Range, arguments

_FORMAT = "--format=%H%n%T%n%P%n%cI%n%an%n%s"
# Only the last two are free text, and neither can hold a line break: git folds those of a subject.

_LOG = (
    # What a repository's or user's configuration could change, set to what is read here.
    "log",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--no-relative",
    "-O/dev/null",
    "--root",
    "--diff-merges=first-parent",
    # Else git reads .gitmodules for what to say of a submodule, and ends where a partial clone lacks it.
    "--ignore-submodules=none",
    "--encoding=UTF-8",
    "--no-color",
    "--no-decorate",
    "--no-mailmap",
    "--no-notes",
    "--no-show-signature",
    _FORMAT,
)


class Delta(msgspec.Struct, frozen=True, gc=False):
    """One file that differs between two trees; links and submodules count as no file, and modes do not count."""

    path: str
    old: str
    # The id of its content; empty where there is no such file.
    new: str


class Difference(msgspec.Struct, frozen=True, gc=False):
    """What differs between two trees."""

    deltas: tuple[Delta, ...]
    # In the order of their paths' bytes.
    skipped: dict[str, int]
    # How many entries that are no files the new one has more, by what they are.
    symlinks: tuple[Delta, ...] = ()
    # In the same order; the ids are those of their targets.


class Commit(msgspec.Struct, frozen=True, gc=False):
    """One commit, and what it changed against its first parent."""

    id: str
    tree: str
    parents: tuple[str, ...]
    # As git follows them: replaced and grafted ones, and none where a shallow clone was cut.
    author: str
    date: str
    # When it was committed, ISO 8601 with its offset; empty where the commit states nothing that is a date.
    subject: str
    deltas: tuple[Delta, ...]
    # In the order of their paths' bytes.
    skipped: dict[str, int] = {}
    # How many entries that are no files it has more than its first parent, by what they are.
    symlinks: tuple[Delta, ...] = ()
    # As in `deltas`; the ids are those of their targets.


def log(repository: Repository, wanted: Range) -> Generator[Commit]:
    """Read a history.

    Args:
        repository: Whose history it is.
        wanted: Which commits of it.

    Returns:
        The commits, newest first, or oldest first if so wanted. They are read while git lists them; git is ended when
        the iterator is closed.

    Raises:
        RevisionError: The range names no commit; while iterating, git cannot read the history any further.
        UsageError: A path cannot be understood.
    """
    commits = _commits(repository.stream(*_LOG, *arguments(repository, wanted)))
    return _touching(commits, wanted, repository.prefix) if wanted.paths else commits


def _touching(commits: Generator[Commit], wanted: Range, prefix: str) -> Generator[Commit]:
    """Keep the commits that changed one of the paths.

    Git's own way with paths is not taken: it reads some pathspecs otherwise than a directory's are read here, and
    leaves out merges and whole branches when all parents are followed.
    """
    meant = matcher(wanted.paths, prefix=prefix)

    def touching() -> Generator[Commit]:
        with closing(commits):
            found = (
                commit for commit in commits if any(meant(delta.path) for delta in commit.deltas)
            )
            counted = islice(found, wanted.max_count)
            yield from reversed(list(counted)) if wanted.reverse else counted

    return touching()


def _commits(pieces: Generator[bytes]) -> Generator[Commit]:
    """Put commits together; each is known to be whole when the next begins, or when git ends."""
    reading = _Reading()
    rest = b""
    with closing(pieces):
        try:
            for piece in pieces:
                *words, rest = (rest + piece).split(b"\0")
                for word in words:
                    commit = reading.take(word)
                    if commit:
                        yield commit
        except RevisionError:
            # Git tells a commit after it has found all its differences, so the last one told is whole.
            yield from reading.last() if not rest else ()
            raise
        yield from reading.last()


class _Reading:
    """The commit that is being put together: a head, and for each file its facts and its path."""

    def __init__(self) -> None:
        self._head = b""
        self._facts = b""
        self._deltas: list[Delta] = []
        self._skipped: dict[str, int] = {}
        self._symlinks: list[Delta] = []

    def take(self, word: bytes) -> Commit | None:
        """Take the next word of the stream; give the commit before, if this begins another."""
        if self._facts:
            self._add(word)
            return None
        # Between the head and the first file stands a line break.
        word = word.lstrip(b"\n")
        if word.startswith(b":"):
            self._facts = word
            return None
        before = next(self.last(), None)
        self._head, self._deltas, self._skipped, self._symlinks = word, [], {}, []
        return before

    def last(self) -> Iterator[Commit]:
        """Give the commit, if there is one and no file of it is half told."""
        if self._head and not self._facts:
            name, tree, parents, date, author, subject = shown(self._head).split("\n", 5)
            yield Commit(
                name,
                tree,
                tuple(parents.split()),
                author,
                dated(date),
                subject,
                tuple(self._deltas),
                counted(self._skipped),
                tuple(self._symlinks),
            )

    def _add(self, path: bytes) -> None:
        old_mode, new_mode, old, new, _ = self._facts.split(b" ", 4)
        count_skipped(self._skipped, old_mode[1:], new_mode)
        both = ((old_mode[1:], old.decode("ascii")), (new_mode, new.decode("ascii")))
        for deltas, kind in ((self._deltas, b"10"), (self._symlinks, SYMLINK)):
            before, after = (blob if mode.startswith(kind) else "" for mode, blob in both)
            if before != after:
                deltas.append(Delta(shown(path), before, after))
        self._facts = b""


def count_skipped(skipped: dict[str, int], old: bytes, new: bytes) -> None:
    """Count an entry that differs, if it is no file on one of the sides.

    Args:
        skipped: How many more there are by now, by what they are.
        old: Its mode before; empty where it was not there.
        new: Its mode after.
    """
    for mode, more in ((old, -1), (new, 1)):
        if kind := KINDS.get(mode):
            skipped[kind] = skipped.get(kind, 0) + more


def counted(skipped: dict[str, int]) -> dict[str, int]:
    """Leave out of what was counted what is as often there as before."""
    return {kind: number for kind, number in skipped.items() if number} if skipped else skipped
