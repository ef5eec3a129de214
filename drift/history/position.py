"""A place in a history -> the site there, and the sites of the commits around it, each from the one before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from drift.parse.shelf import MemoryShelf, Shelf
from drift.revision.base import Content
from drift.revision.batch import MISSING
from drift.revision.git import Repository
from drift.revision.log import Commit, Difference
from drift.revision.symlinks import targets
from drift.revision.tree_objects import Trees
from drift.site.build import stepped
from drift.site.content import Tree, content
from drift.site.pages import Reader
from drift.site.tree_site import TreeSite
from drift.trees.site import UNSTATED, Stated

MOST = 1_000_000
"""Bytes of the documents whose pages are kept; their trees take some twenty times as much memory."""

SHELF = 16 * 1024 * 1024
"""Bytes, roughly, of fragments that are kept: those of the pages that are edited again and again."""


class Position:
    """The files and the site at one commit of a repository; moved from commit to commit."""

    def __init__(
        self,
        repository: Repository,
        *,
        stated: Stated = UNSTATED,
        shelf: Shelf | None = None,
    ) -> None:
        """Begin before the first commit.

        Args:
            repository: Whose history it is.
            stated: What the user says of the site.
            shelf: Where to look for fragments of pages that other runs have parsed.
        """
        self._repository = repository
        self._stated = stated
        self._trees = Trees(repository)
        self._reader = Reader(most=MOST, shelf=MemoryShelf(shelf, limit=SHELF))
        self._blobs: dict[str, str] = {}
        # At the parent of the last commit; so are the next.
        self._skipped: dict[str, int] = {}
        self._symlinks: dict[str, str] = {}
        # Path -> id of the blob with its target.
        self._targets: dict[str, str] = {}
        # By the id of their blob.
        self._last: _Last | None = None
        self._missing: set[str] = set()
        # Contents that were asked for and are not in the repository.

    def lacks(self, commit: Commit) -> bool:
        """Tell whether anything was missing from the sites around the commit that was asked for last.

        Args:
            commit: That commit.

        Returns:
            Whether what is told of it may be otherwise when everything is there.
        """
        if not self._missing:
            return False
        blobs = {delta.new for delta in (*commit.deltas, *commit.symlinks)}
        blobs.update(self._blobs.values(), self._symlinks.values())
        return not self._missing.isdisjoint(blobs)

    def around(self, commit: Commit) -> tuple[TreeSite, TreeSite]:
        """Give the sites before and after a commit.

        Args:
            commit: The commit, with its files.

        Returns:
            The site of its first parent, of nothing for a root commit, and its own.

        Raises:
            RevisionError: A tree is missing from the repository.
        """
        last = self._last
        if last is not None and last.parent == commit.id:
            after = last.before
        elif last is not None and commit.parents[:1] == (last.commit.id,):
            before = last.after
            self._apply(last.commit)
            after = self._step(before, commit)
            self._undo(commit)
            self._last = _Last(commit, before, after)
            return before, after
        else:
            after = self._jump(commit)
        self._undo(commit)
        before = self._stepped(after, [delta.path for delta in commit.deltas])
        self._last = _Last(commit, before, after)
        return before, after

    def pass_by(self, commit: Commit) -> None:
        """Leave out a commit that changes no document, no configuration and no path.

        Args:
            commit: The commit, with its files.
        """
        last = self._last
        if last is not None and last.parent == commit.id:
            self._undo(commit)
            self._last = _Last(commit, last.before, last.before)

    def _jump(self, commit: Commit) -> TreeSite:
        """Go to a commit that is no neighbour of the last one."""
        last = self._last
        if last is None:
            listing = self._trees.entries(commit.tree)
            self._skipped = dict(listing.skipped)
            self._blobs = {entry.path: entry.blob for entry in listing.entries}
            self._symlinks = dict(listing.symlinks)
            return TreeSite(content(self._tree(None), None, self._stated), self._reader)
        self._apply(last.commit)
        return self._step(last.after, self._trees.delta(last.commit.tree, commit.tree))

    def _step(self, near: TreeSite, change: Commit | Difference) -> TreeSite:
        self._apply(change)
        return self._stepped(near, [delta.path for delta in change.deltas])

    def _stepped(self, near: TreeSite, changed: Sequence[str]) -> TreeSite:
        tree = self._tree(changed)
        return stepped(near, tree, reader=self._reader, stated=self._stated)

    def _tree(self, changed: Sequence[str] | None) -> Tree:
        return Tree(
            blobs=self._blobs,
            read=self._read,
            skipped=dict(self._skipped),
            changed=changed,
            symlinks=self._linked(),
        )

    def _linked(self) -> dict[str, str]:
        unread = [blob for blob in self._symlinks.values() if blob not in self._targets]
        self._targets |= targets(unread, self._contents(unread))
        return {path: self._targets[blob] for path, blob in self._symlinks.items()}

    def _read(self, paths: Iterable[str]) -> Iterator[Content]:
        return self._contents([self._blobs[path] for path in paths])

    def _contents(self, blobs: Collection[str]) -> Iterator[Content]:
        for blob, data in zip(blobs, self._repository.contents(blobs), strict=True):
            if data is MISSING:
                self._missing.add(blob)
            yield data

    def _apply(self, change: Commit | Difference) -> None:
        for delta in change.deltas:
            _set(self._blobs, delta.path, delta.new)
        for delta in change.symlinks:
            _set(self._symlinks, delta.path, delta.new)
        for kind, more in change.skipped.items():
            self._skipped[kind] = self._skipped.get(kind, 0) + more

    def _undo(self, commit: Commit) -> None:
        for delta in commit.deltas:
            _set(self._blobs, delta.path, delta.old)
        for delta in commit.symlinks:
            _set(self._symlinks, delta.path, delta.old)
        for kind, more in commit.skipped.items():
            self._skipped[kind] = self._skipped.get(kind, 0) - more


def _set(blobs: dict[str, str], path: str, blob: str) -> None:
    if blob:
        blobs[path] = blob
    else:
        blobs.pop(path, None)


class _Last(msgspec.Struct, frozen=True, eq=False):
    """The commit that was looked at last, with its sites."""

    commit: Commit
    before: TreeSite
    after: TreeSite

    @property
    def parent(self) -> str:
        return self.commit.parents[0] if self.commit.parents else ""
