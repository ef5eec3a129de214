"""The id of a tree -> its files; two of them -> the files that differ. No process is started for either.

One level of folders after the other, so that all folders of a level are asked for at once.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable
from types import MappingProxyType
from typing import NamedTuple

from drift.errors import RevisionError
from drift.revision.base import KINDS, SYMLINK, Entry, Unreadable, shown
from drift.revision.git import Repository
from drift.revision.log import Delta, Difference, count_skipped, counted
from drift.revision.objects import Listing

_BUDGET = 16 * 1024 * 1024
# Bytes of trees that are kept. Those of a handbook's whole history take less; 400 folders of 1,000 files fill it.

_DEEPEST = 2048
# Folders within folders, as many as git itself allows. A tree that replaces one of its own folders has no end.

_FOLDERS = frozenset({b"40000", b"040000"})
_ROWS = MappingProxyType(
    {
        # By the length of an id in hexadecimal digits. A row is mode, name and the id in bytes.
        40: re.compile(rb"([0-7]+) ([^\0]+)\0(.{20})", re.DOTALL),
        64: re.compile(rb"([0-7]+) ([^\0]+)\0(.{32})", re.DOTALL),
    }
)

_Row = tuple[bytes, bytes, bytes]
_Pair = tuple[bytes, str, str]
# A folder's path, and the ids of its old and new tree; empty where there is none.

_NONE = (b"", b"")


class _Found(NamedTuple):
    """What was found to differ so far."""

    files: list[tuple[bytes, str, str]]
    below: list[_Pair]
    # Folders that differ.
    skipped: dict[str, int]
    symlinks: list[tuple[bytes, str, str]]


class Trees:
    """The trees of one repository; those read last are remembered."""

    def __init__(self, repository: Repository) -> None:
        """Begin with none.

        Args:
            repository: Where the trees are.
        """
        self._repository = repository
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0

    def entries(self, tree: str) -> Listing:
        """List a tree with all folders below it.

        Args:
            tree: Its id.

        Returns:
            All files, in the order of their paths, and how many entries are none.

        Raises:
            RevisionError: A tree is missing from the repository, or holds itself.
        """
        found = self.delta("", tree)
        entries = (Entry(one.path, one.new) for one in found.deltas)
        return Listing(
            tuple(sorted(entries, key=lambda entry: entry.path)),
            found.skipped,
            {one.path: one.new for one in found.symlinks},
        )

    def delta(self, old: str, new: str) -> Difference:
        """Compare two trees; only folders that differ are read.

        Args:
            old: The id of one; empty for nothing at all, as before a root commit.
            new: The id of the other.

        Returns:
            The files that differ, as in the history, and how many entries that are none.

        Raises:
            RevisionError: A tree is missing from the repository, or holds itself.
        """
        found = _Found([], [], {}, [])
        level: list[_Pair] = [(b"", old, new)] if old != new else []
        while level:
            self._bound(level[0][0])
            trees = self._trees(name for _, *both in level for name in both if name)
            found.below.clear()
            for folder, before, after in level:
                _compare(folder, (_rows(before, trees), _rows(after, trees)), found)
            level = list(found.below)
        return Difference(_deltas(found.files), counted(found.skipped), _deltas(found.symlinks))

    def _trees(self, names: Iterable[str]) -> dict[str, bytes]:
        """Read trees, or remember them."""
        wanted = dict.fromkeys(names)
        unread = [name for name in wanted if name not in self._kept]
        trees: dict[str, bytes] = {}
        for name in wanted.keys() & self._kept.keys():
            trees[name] = self._kept[name]
            self._kept.move_to_end(name)
        for name, content in zip(unread, self._repository.contents(unread), strict=True):
            if isinstance(content, Unreadable):
                raise self._damaged(f"the tree {name} cannot be read")
            trees[name] = content
            self._keep(name, content)
        return trees

    def _bound(self, folder: bytes) -> None:
        if folder.count(b"/") > _DEEPEST:
            raise self._damaged("its folders have no end")

    def _damaged(self, how: str) -> RevisionError:
        return RevisionError(
            f"the repository is damaged or incomplete: {how}",
            where=str(self._repository.folder),
            remedy="git fsck names what is missing",
        )

    def _keep(self, name: str, content: bytes) -> None:
        self._kept[name] = content
        self._size += len(content)
        while self._size > _BUDGET:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone)


def _rows(name: str, trees: dict[str, bytes]) -> list[_Row]:
    return _ROWS[len(name)].findall(trees[name]) if name else []


def _compare(
    folder: bytes,
    rows: tuple[list[_Row], list[_Row]],
    found: _Found,
) -> None:
    """Compare two versions of one folder."""
    old, new = set(rows[0]), set(rows[1])
    before = {name: (mode, blob) for mode, name, blob in old - new}
    after = {name: (mode, blob) for mode, name, blob in new - old}
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name, _NONE), after.get(name, _NONE)
        count_skipped(found.skipped, one[0], other[0])
        old_file, old_folder = _told(one)
        new_file, new_folder = _told(other)
        old_link, new_link = (at[1].hex() if at[0] == SYMLINK else "" for at in (one, other))
        if old_file != new_file:
            found.files.append((folder + name, old_file, new_file))
        if old_link != new_link:
            found.symlinks.append((folder + name, old_link, new_link))
        if old_folder != new_folder:
            found.below.append((folder + name + b"/", old_folder, new_folder))


def _deltas(found: list[tuple[bytes, str, str]]) -> tuple[Delta, ...]:
    return tuple(Delta(shown(path), before, after) for path, before, after in sorted(found))


def _told(at: tuple[bytes, bytes]) -> tuple[str, str]:
    """The ids of a file and of a folder that a row stands for; at most one of them is not empty."""
    if not at[0] or at[0] in KINDS:
        return "", ""
    return ("", at[1].hex()) if at[0] in _FOLDERS else (at[1].hex(), "")
