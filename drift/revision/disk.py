"""Files on disk -> a revision: a directory, a single file, or a list that somebody else made."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from drift.errors import RevisionError
from drift.revision.base import SIZE_LIMIT, Content, Entry, Unreadable, shown
from drift.revision.symlinks import on_disk

IGNORED = frozenset({"node_modules", "__pycache__", "_build", "venv", "site-packages"})
"""Folders that tools fill, besides the hidden ones: nobody writes documents there."""

KEPT_HIDDEN = frozenset({".github", ".gitlab"})
"""Hidden folders in which people do keep documents (templates, guides)."""


_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
# Without O_NONBLOCK, opening a named pipe that nobody writes to would hang; Windows has neither flag.


class DiskRevision:
    """Files on disk as they are now."""

    commit: str | None = None
    date: str | None = None

    def __init__(
        self,
        rev: str,
        paths: Mapping[str, Path],
        *,
        skipped: Mapping[str, int] | None = None,
        prefix: str = "",
        single: bool = False,
    ) -> None:
        """Take the files by their paths in the tree.

        Args:
            rev: What the user wrote.
            paths: Path in the tree -> place on disk.
            skipped: What was found and is no file, by what it is.
            prefix: Where the user stands below the root.
            single: Whether it is one file that the user named.
        """
        self.rev = rev
        self.prefix = prefix
        self.single = single
        self.skipped: Mapping[str, int] = dict(skipped or {})
        self.symlinks: Mapping[str, str] = {}
        self._paths = paths

    def entries(self) -> tuple[Entry, ...]:
        """All files, in the order of their paths."""
        return tuple(Entry(path) for path in sorted(self._paths))

    def read(self, entries: Iterable[Entry]) -> Iterator[Content]:
        """Read files one after the other; a file that cannot be read gives the reason."""
        return (read_file(self._paths[entry.path]) for entry in entries)


def read_file(path: Path) -> Content:
    """Read one regular file, without following a link and never more than the limit.

    Args:
        path: Its place on disk.

    Returns:
        Its bytes, or why they could not be read.
    """
    try:
        with os.fdopen(os.open(path, _READ), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Unreadable("not a regular file")
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        return Unreadable(error.strerror or "cannot be read")
    return data if len(data) <= SIZE_LIMIT else Unreadable("too large to be a document")


def directory(rev: str, root: Path) -> DiskRevision:
    """Take all files below a directory, without hidden folders and those that tools fill.

    Args:
        rev: What the user wrote.
        root: The directory.

    Returns:
        The revision; paths are relative to the directory.
    """
    paths: dict[str, Path] = {}
    found: dict[str, Path] = {}
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        links = [name for name in (*folders, *names) if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if _entered(name) and name not in links)
        for name in (*names, *links):
            place = here / name
            kept = found if name in links else paths
            kept[shown(os.fsencode(place.relative_to(root).as_posix()))] = place
    skipped = {"symlink": len(found)} if found else {}
    revision = DiskRevision(rev, paths, skipped=skipped)
    revision.symlinks = on_disk(found.items())
    return revision


def _entered(name: str) -> bool:
    if name.startswith("."):
        return name in KEPT_HIDDEN
    return name not in IGNORED and not name.endswith(".egg-info")


def single_file(rev: str, path: Path) -> DiskRevision:
    """Take one file as a tree of its own, known by its name.

    Args:
        rev: What the user wrote.
        path: The file; a link is followed, since the user named it.

    Returns:
        The revision.

    Raises:
        RevisionError: It cannot be read.
    """
    content = read_file(path.resolve())
    if isinstance(content, Unreadable):
        raise RevisionError(content.reason, where=rev)
    return DiskRevision(rev, {shown(os.fsencode(path.name)): path.resolve()}, single=True)
