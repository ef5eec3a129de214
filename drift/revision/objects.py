"""A commit, a folder or file of a commit, or the index -> a revision of blobs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta, timezone

import msgspec

from drift.errors import RevisionError
from drift.revision.base import KINDS, SYMLINK, Content, Entry, shown
from drift.revision.git import Repository
from drift.revision.symlinks import targets

_COMMITTER = re.compile(
    rb"^committer [^\n]*> (?P<seconds>-?\d{1,12}) (?P<zone>[+-]\d{4})$", re.MULTILINE
)


class Listing(msgspec.Struct, frozen=True):
    """The files of a tree or of the index."""

    entries: tuple[Entry, ...]
    skipped: dict[str, int]
    symlinks: dict[str, str] = {}
    # Path -> id of its blob.


class ObjectRevision:
    """Blobs in a repository, by their paths."""

    def __init__(self, rev: str, repository: Repository, listing: Listing) -> None:
        """Take what was listed.

        Args:
            rev: What the user wrote.
            repository: Where the blobs are.
            listing: Which they are.
        """
        self.rev = rev
        self.commit: str | None = None
        self.date: str | None = None
        self.prefix = repository.prefix
        self.single = False
        self.skipped: Mapping[str, int] = listing.skipped
        self._entries = listing.entries
        self._symlinks = listing.symlinks
        self._repository = repository

    @property
    def symlinks(self) -> Mapping[str, str]:
        """Path of each symlink -> what is written in it."""
        return targets(self._symlinks, self._repository.contents(self._symlinks.values()))

    def entries(self) -> tuple[Entry, ...]:
        """All files, in the order of their paths."""
        return self._entries

    def read(self, entries: Iterable[Entry]) -> Iterator[Content]:
        """Read blobs one after the other; a blob that is missing gives the reason."""
        return self._repository.contents(entry.blob for entry in entries)


def commit_revision(repository: Repository, word: str) -> ObjectRevision | None:
    """Take a commit, or a folder or file of one (`v1`, `v1:docs`, `v1:docs/index.md`).

    Args:
        repository: Where to look.
        word: What the user wrote.

    Returns:
        The revision, or None where the repository knows no such object.

    Raises:
        RevisionError: It is an object that holds no files.
    """
    found = None if word.startswith("-") else _identify(repository, word)
    if found is None:
        return None
    name, kind = found
    if kind == "blob":
        path = word.rpartition(":")[2].rpartition("/")[2]
        listing = Listing((Entry(path or name, name),), {})
    elif kind in {"commit", "tag", "tree"}:
        listing = _listing(_tree_lines(repository, name))
    else:
        raise RevisionError(f"is a {kind} and holds no files", where=word)
    revision = ObjectRevision(word, repository, listing)
    revision.single = kind == "blob"
    named = word
    if kind in {"blob", "tree"}:
        named, colon, _ = word.partition(":")
        revision.prefix = "" if colon else revision.prefix
    commit = name if kind == "commit" else _commit(repository, named)
    if commit:
        revision.commit, revision.date = commit, committed(repository, commit)
    return revision


def _identify(repository: Repository, word: str) -> tuple[str, str] | None:
    found = repository.identify(word)
    if found and found[1] == "tag" and "^{" not in word and ":" not in word:
        # A tag is read as what it names.
        return repository.identify(f"{word}^{{}}")
    return found


def _named(repository: Repository, word: str) -> str | None:
    return repository.ask("rev-parse", "--verify", "--quiet", "--end-of-options", word)


def _commit(repository: Repository, word: str) -> str | None:
    """Find the commit in whose files something was looked up."""
    return _named(repository, f"{word}^{{commit}}") if word else None


def committed(repository: Repository, commit: str) -> str | None:
    """Tell when a commit was made, without starting a process for it.

    Args:
        repository: Where it is.
        commit: Its id.

    Returns:
        The date, as a revision has it; None where the commit is missing or states nothing that is a date.
    """
    content = repository.content(commit)
    found = _COMMITTER.search(content) if isinstance(content, bytes) else None
    if found is None:
        return None
    hours, minutes = divmod(abs(int(found["zone"])), 100)
    offset = timedelta(hours=hours, minutes=minutes)
    try:
        zone = timezone(-offset if found["zone"].startswith(b"-") else offset)
        return datetime.fromtimestamp(int(found["seconds"]), zone).isoformat()
    except (OverflowError, ValueError, OSError):
        return None


def _tree_lines(repository: Repository, name: str) -> Iterator[tuple[bytes, str, bytes]]:
    for line in repository.require("ls-tree", "-r", "-z", "--full-tree", name).split(b"\0"):
        if line:
            facts, _, path = line.partition(b"\t")
            mode, _, blob = facts.split(b" ")
            yield mode, blob.decode("ascii"), path


def index_revision(repository: Repository, word: str) -> ObjectRevision:
    """Take what is staged.

    Args:
        repository: Whose index it is.
        word: What the user wrote.

    Returns:
        The revision; of a file in conflict, our side.

    Raises:
        RevisionError: The repository has no index.
    """
    return ObjectRevision(word, repository, _listing(_index_lines(repository, word)))


def _index_lines(repository: Repository, word: str) -> Iterator[tuple[bytes, str, bytes]]:
    for _, mode, blob, path in staged(Repository(repository.top(rev=word))):
        yield mode, blob, path


def staged(repository: Repository) -> Iterator[tuple[bytes, bytes, str, bytes]]:
    """List the index.

    Args:
        repository: As seen from the root of its work tree.

    Yields:
        Tag (`S` is a file that a sparse checkout leaves out), mode, blob and path.
    """
    for line in repository.require("ls-files", "-s", "-t", "-z").split(b"\0"):
        if line:
            facts, _, path = line.partition(b"\t")
            tag, mode, blob, stage = facts.split(b" ")
            if stage in {b"0", b"2"}:
                yield tag, mode, blob.decode("ascii"), path


def _listing(lines: Iterable[tuple[bytes, str, bytes]]) -> Listing:
    entries: list[Entry] = []
    skipped: dict[str, int] = {}
    symlinks: dict[str, str] = {}
    for mode, blob, path in lines:
        kind = KINDS.get(mode)
        if kind:
            skipped[kind] = skipped.get(kind, 0) + 1
            if mode == SYMLINK:
                symlinks[shown(path)] = blob
        else:
            entries.append(Entry(shown(path), blob))
    return Listing(tuple(sorted(entries, key=lambda entry: entry.path)), skipped, symlinks)
