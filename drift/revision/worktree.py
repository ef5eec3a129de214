"""A repository's work tree -> a revision: tracked files and untracked ones that are not ignored."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from drift.revision.base import SYMLINK, Content, Entry, shown
from drift.revision.disk import DiskRevision, read_file
from drift.revision.git import Repository
from drift.revision.objects import staged
from drift.revision.symlinks import on_disk, targets


class WorkTree(DiskRevision):
    """A work tree; a file that a sparse checkout leaves out is read from the index."""

    def __init__(self, rev: str, repository: Repository) -> None:
        """List the work tree.

        Args:
            rev: What the user wrote.
            repository: Whose work tree it is.

        Raises:
            RevisionError: The repository is bare.
        """
        top = repository.top(rev=rev)
        paths: dict[str, Path] = {}
        self._absent: dict[str, str] = {}
        skipped: Counter[str] = Counter()
        root = Repository(top)
        known = {top: False}
        links: dict[str, Path] = {}
        left_out: dict[str, str] = {}
        for name, mode, blob in _names(root):
            place = top / os.fsdecode(name)
            if _is_behind_link(place.parent, known):
                skipped["symlink"] += 1
            elif place.is_symlink():
                skipped["symlink"] += 1
                links[shown(name)] = place
            elif place.is_file():
                paths[shown(name)] = place
            elif place.is_dir():
                skipped["submodule"] += 1
            elif mode == SYMLINK:
                skipped["symlink"] += 1
                left_out[shown(name)] = blob
            elif blob:
                self._absent[shown(name)] = blob
        super().__init__(rev, paths, skipped=skipped, prefix=repository.prefix)
        absent = targets(left_out, root.contents(left_out.values()))
        self.symlinks = {**on_disk(links.items()), **absent}
        self._repository = root

    def entries(self) -> tuple[Entry, ...]:
        """All files, in the order of their paths."""
        absent = (Entry(path, blob) for path, blob in self._absent.items())
        return tuple(sorted((*super().entries(), *absent), key=lambda entry: entry.path))

    def read(self, entries: Iterable[Entry]) -> Iterator[Content]:
        """Read files one after the other; a file that cannot be read gives the reason."""
        for entry in entries:
            if entry.blob:
                yield self._repository.content(entry.blob)
            else:
                yield read_file(self._paths[entry.path])


def _names(root: Repository) -> Iterator[tuple[bytes, bytes, str]]:
    """List paths, with mode and blob of those that a sparse checkout leaves out."""
    for tag, mode, blob, path in staged(root):
        yield (path, mode, blob) if tag == b"S" else (path, b"", "")
    for path in root.require("ls-files", "-o", "-z", "--exclude-standard").split(b"\0"):
        if path:
            yield path, b"", ""


def _is_behind_link(folder: Path, known: dict[Path, bool]) -> bool:
    """Whether a folder is reached through a link; `known` keeps the answers, as many files share a folder."""
    if folder not in known:
        known[folder] = folder.is_symlink() or _is_behind_link(folder.parent, known)
    return known[folder]
