"""Content that a commit adds -> the earlier commit that had removed it, if there is one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from types import MappingProxyType

import msgspec

from drift.changes.base import Change, Location
from drift.explain.base import Entry
from drift.history.past import Past
from drift.revision.batch import MISSING
from drift.revision.git import Repository
from drift.revision.log import Commit, Delta
from drift.site.documents import decode
from drift.site.tree_site import TreeSite

VERSIONS = 64
"""Earlier versions of a page in which content is looked for: each must be read whole."""

TELLING = 12
"""Words below which a passage comes back by chance: stubs are alike everywhere."""

HALF = 0.5
"""The part of a page's lines that stood in the page which was removed from its path."""


class Restored:
    """Looks for what comes back in the past of a repository."""

    def __init__(self, repository: Repository, past: Past) -> None:
        """Take a past.

        Args:
            repository: Whose history it is.
            past: Of the commits that will be asked about.
        """
        self._repository = repository
        self._past = past
        self.lacks = False
        # Whether anything was missing that was to be looked into since the last commit.

    def annotated(self, entry: Entry, commit: Commit, sites: tuple[TreeSite, TreeSite]) -> Entry:
        """Name the commits that had removed what a commit adds.

        Args:
            entry: What is told of the commit.
            commit: The commit.
            sites: Before and after it.

        Returns:
            The entry, with `restored_from` where content came back.
        """
        self.lacks = False
        if not any(change.kind in _SEARCHES for change in entry.changes):
            return entry
        return msgspec.structs.replace(entry, changes=self.named(entry.changes, commit, sites))

    def named(
        self, changes: Iterable[Change], commit: Commit, sites: tuple[TreeSite, TreeSite]
    ) -> tuple[Change, ...]:
        """Name the commits that had removed what comes back.

        Args:
            changes: What a commit did.
            commit: The commit; it need not be a real one, as long as its parents are.
            sites: Before and after it.

        Returns:
            The changes, with `restored_from` where content came back.
        """
        return tuple(self._annotated(change, commit, sites) for change in changes)

    def _annotated(
        self, change: Change, commit: Commit, sites: tuple[TreeSite, TreeSite]
    ) -> Change:
        search = _SEARCHES.get(change.kind)
        if search is None or not isinstance(change.new, Location):
            return change
        found = search(self, change.new, commit, sites)
        return change if found is None else msgspec.structs.replace(change, restored_from=found)

    def _page(self, at: Location, commit: Commit, sites: tuple[TreeSite, TreeSite]) -> str | None:
        """Find the commit that removed a page: the same content anywhere, or most of it from the same path."""
        before, after = sites
        text, blob = after.source(at.path), after.content.documents[at.path].blob
        telling = _is_telling(text)
        if telling and any(one.blob == blob for one in before.content.documents.values()):
            # A copy of what is still there.
            return None
        removals = self._past.before(commit).removals(at.path, blob)
        for earlier, delta in islice(removals, VERSIONS):
            if delta.old == blob:
                if telling or delta.path == at.path:
                    return earlier.id
            elif telling and _alike(text, self._text(delta)):
                return earlier.id
        return None

    def _section(
        self, at: Location, commit: Commit, sites: tuple[TreeSite, TreeSite]
    ) -> str | None:
        """Find the commit that removed a section from its page."""
        if at.lines is None:
            return None
        lines = sites[1].source(at.path).split("\n")[at.lines[0] - 1 : at.lines[1]]
        text = "\n".join(lines).strip()
        if not _is_telling(text):
            return None
        if at.path in sites[0].pages and text in sites[0].source(at.path):
            # A copy of what is still there.
            return None
        for earlier, delta in islice(self._past.before(commit).versions(at.path), VERSIONS):
            if text in self._text(delta):
                return earlier.id
        return None

    def _text(self, delta: Delta) -> str:
        content = self._repository.content(delta.old)
        self.lacks = self.lacks or content is MISSING
        text = decode(content) if isinstance(content, bytes) else content
        return text if isinstance(text, str) else ""


def _is_telling(text: str) -> bool:
    return len(text.split()) >= TELLING


def _alike(text: str, before: str) -> bool:
    """Tell whether most lines of a page stood in another."""
    lines = {line.strip() for line in text.splitlines()} - {""}
    others = {line.strip() for line in before.splitlines()}
    return bool(lines) and len(lines & others) >= HALF * len(lines)


_SEARCHES = MappingProxyType({"page.added": Restored._page, "section.added": Restored._section})  # noqa: SLF001 - its own
