"""Commits of one history -> their sites, each read from the one that was asked for before."""

from __future__ import annotations

import msgspec

from drift.aggregate.reading import reader, revision_at
from drift.cache.store import Cache
from drift.revision.base import Revision
from drift.revision.batch import MISSING
from drift.revision.git import Repository
from drift.site.build import load_differing, share_bases, site
from drift.site.tree_site import TreeSite
from drift.trees.site import Stated

MOST = 2_000_000
"""Bytes of the documents whose pages are kept: two periods of a handbook of some hundred pages."""


class Both(msgspec.Struct, frozen=True, eq=False):
    """The ends of a period."""

    old: Revision
    new: Revision
    before: TreeSite
    after: TreeSite
    lasting: bool
    # Whether all of it is there: what is missing from a partial clone may come.


class Line:
    """The sites along a history: the end of one period is the begin of the next, and most of it stays the same."""

    def __init__(self, repository: Repository, cache: Cache, stated: Stated) -> None:
        """Begin with none.

        Args:
            repository: Whose history it is.
            cache: What earlier runs have parsed.
            stated: What the user says of the site.
        """
        self._repository = repository
        self._stated = stated
        self._reader = reader(cache, most=MOST)
        self._near: dict[str, tuple[Revision, TreeSite]] = {}
        # The two that were asked for last.

    def both(self, old: str, new: str, *, jobs: int) -> Both:
        """Read the ends of a period, with the pages parsed that differ.

        Args:
            old: The commit before it.
            new: Its last commit.
            jobs: Processor cores to use at most.

        Returns:
            Both ends, published under the same URLs.

        Raises:
            RevisionError: One of them cannot be read.
        """
        later, after = self.at(new)
        earlier, before = self.at(old)
        self._near = {new: (later, after), old: (earlier, before)}
        lasting = all(
            document.unread != MISSING
            for side in (before, after)
            for document in side.content.documents.values()
        )
        before, after = share_bases(before, after)
        load_differing(before, after, self._reader, jobs=jobs)
        return Both(earlier, later, before, after, lasting)

    def at(self, commit: str) -> tuple[Revision, TreeSite]:
        """Read one commit.

        Args:
            commit: Its id.

        Returns:
            Its files and its site.

        Raises:
            RevisionError: It cannot be read.
        """
        if commit not in self._near:
            revision = revision_at(self._repository, commit)
            near = next((known for _, known in reversed(self._near.values())), None)
            read = site(revision, stated=self._stated, reader=self._reader, near=near)
            self._near[commit] = (revision, read)
        return self._near[commit]
