"""What a revision is: the paths of its files, and their bytes when asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

import msgspec

SIZE_LIMIT = 16 * 1024 * 1024
"""Bytes; what is larger is never held in memory: two such pages are compared within five seconds and 400 MB. No page
that a person wrote comes near it."""

SYMLINK = b"120000"
"""The mode of a symlink in a tree."""

KINDS = MappingProxyType({SYMLINK: "symlink", b"160000": "submodule"})
"""Modes in a tree that are no files."""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One file of a revision."""

    path: str
    # POSIX, relative to the revision's root; bytes that are not UTF-8 are written as `\xNN`.
    blob: str = ""
    # The id of its content in git; empty for a file on disk, whose content was not read yet.


class Unreadable(msgspec.Struct, frozen=True, gc=False):
    """In the place of a file's bytes: why they could not be read."""

    reason: str


Content = bytes | Unreadable


class Revision(Protocol):
    """One state of a docs tree."""

    @property
    def rev(self) -> str:
        """The revision as the user wrote it."""
        ...

    @property
    def commit(self) -> str | None:
        """The id of its commit, where it is one."""
        ...

    @property
    def date(self) -> str | None:
        """When it was committed, ISO 8601 with its offset, where it is a commit."""
        ...

    @property
    def prefix(self) -> str:
        """Where the user stands below the revision's root (`docs/`): what pathspecs are relative to."""
        ...

    @property
    def single(self) -> bool:
        """Whether it is one file, so that nothing is known of the tree around it."""
        ...

    @property
    def skipped(self) -> Mapping[str, int]:
        """How many entries are no files, by what they are: `symlink`, `submodule`."""
        ...

    @property
    def symlinks(self) -> Mapping[str, str]:
        """Path of each symlink -> what is written in it; empty where that cannot be read."""
        ...

    def entries(self) -> tuple[Entry, ...]:
        """All files, in the order of their paths."""
        ...

    def read(self, entries: Iterable[Entry]) -> Iterator[Content]:
        """The content of some of the files, one after the other, in the order asked for."""
        ...


def blob_id(data: bytes) -> str:
    """The id that git gives to a content, so that the same file on disk and in a commit is known as one.

    Args:
        data: The content of a file.

    Returns:
        The id, 40 hexadecimal digits.
    """
    return hashlib.sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()


def shown(raw: bytes) -> str:
    r"""A path's bytes as text that every output can hold.

    Args:
        raw: The path as the file system or git stores it.

    Returns:
        The path; bytes that are not UTF-8 are written as `\xNN`.
    """
    return raw.decode("utf-8", "backslashreplace")


def dated(told: str) -> str:
    """A date as git tells it (`%cI`), in one spelling.

    Args:
        told: ISO 8601; Greenwich is `Z` for some versions of git and `+00:00` for others.

    Returns:
        The date, always with its offset as digits; empty where a commit states nothing that is a date, as anybody may
        write one.
    """
    date = f"{told[:-1]}+00:00" if told.endswith("Z") else told
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return ""
    return date
