"""A range of history -> its commits with the files that each changed, from one `git log` read while it runs."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import islice

import msgspec

from drift.revision.base import dated, shown
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


def log(repository: Repository, wanted: Range) -> Iterator[Commit]:
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


def _touching(commits: Generator[Commit], wanted: Range, prefix: str) -> Iterator[Commit]:
    """Keep the commits that changed one of the paths.

    Git's own way with paths is not taken: it reads some pathspecs otherwise than a directory's are read here, and
    leaves out merges and whole branches when all parents are followed.
    """
    meant = matcher(wanted.paths, prefix=prefix)

    def touching() -> Iterator[Commit]:
        with closing(commits):
            found = (
                commit for commit in commits if any(meant(delta.path) for delta in commit.deltas)
            )
            counted = islice(found, wanted.max_count)
            yield from reversed(list(counted)) if wanted.reverse else counted

    return touching()


def _commits(pieces: Generator[bytes]) -> Generator[Commit]:
    """Put commits together; each is known to be whole when the next begins."""
    head = b""
    deltas: list[Delta] = []
    with closing(pieces):
        tokens = _tokens(pieces)
        for token in tokens:
            # Between the head and the first file stands a line break.
            part = token.lstrip(b"\n")
            if part.startswith(b":"):
                deltas += _delta(part, next(tokens))
            elif part:
                if head:
                    yield _commit(head, deltas)
                    deltas = []
                head = part
        if head:
            yield _commit(head, deltas)


def _delta(facts: bytes, path: bytes) -> tuple[Delta, ...]:
    old_mode, new_mode, old, new, _ = facts.split(b" ", 4)
    before = old.decode("ascii") if old_mode.startswith(b":10") else ""
    after = new.decode("ascii") if new_mode.startswith(b"10") else ""
    return (Delta(shown(path), before, after),) if before != after else ()


def _tokens(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\0")
        yield from whole
    yield rest


def _commit(head: bytes, deltas: list[Delta]) -> Commit:
    name, tree, parents, date, author, subject = shown(head).split("\n", 5)
    return Commit(
        name,
        tree,
        tuple(parents.split()),
        author,
        dated(date),
        subject,
        tuple(deltas),
    )
