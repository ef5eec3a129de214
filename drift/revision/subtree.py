"""A revision -> one folder or file of it, as a revision of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from drift.errors import RevisionError
from drift.revision.base import Content, Entry, Revision


class Subtree:
    """A folder of another revision; its paths are relative to the folder."""

    def __init__(self, rev: str, whole: Revision, path: str) -> None:
        """Cut the folder, or the one file, out of the whole.

        Args:
            rev: What the user wrote.
            whole: The revision that it is a part of.
            path: The folder or file, relative to the whole's root.

        Raises:
            RevisionError: There is no such folder or file.
        """
        self.rev = rev
        self.commit = whole.commit
        self.date = whole.date
        self.prefix = ""
        self._whole = whole
        path = path.strip("/")
        self._folder = path + "/" if path else ""
        inside = [entry for entry in whole.entries() if entry.path.startswith(self._folder)]
        named = [entry for entry in whole.entries() if entry.path == path]
        self.single = bool(named)
        if named:
            self._folder = path[: path.rfind("/") + 1]
        elif not inside:
            raise RevisionError("no such file or folder", where=rev)
        self._entries = tuple(
            msgspec.structs.replace(entry, path=entry.path[len(self._folder) :])
            for entry in named or inside
        )

    @property
    def skipped(self) -> Mapping[str, int]:
        """How many entries of the whole are no files."""
        return self._whole.skipped

    @property
    def symlinks(self) -> Mapping[str, str]:
        """Path of each symlink in the folder -> what is written in it."""
        if self.single:
            return {}
        start = len(self._folder)
        links = self._whole.symlinks.items()
        return {path[start:]: to for path, to in links if path.startswith(self._folder)}

    def entries(self) -> tuple[Entry, ...]:
        """All files, in the order of their paths."""
        return self._entries

    def read(self, entries: Iterable[Entry]) -> Iterator[Content]:
        """Read files one after the other; a file that cannot be read gives the reason."""
        return self._whole.read(Entry(self._folder + entry.path, entry.blob) for entry in entries)
