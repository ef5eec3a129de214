"""Content that a commit adds -> the earlier commit that had removed it, if there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

import msgspec

from drift.changes.base import Change, Location
from drift.errors import RevisionError
from drift.explain.base import Entry
from drift.revision.git import Repository
from drift.revision.log import Commit, Delta, log
from drift.revision.range import Range
from drift.site.documents import decode
from drift.site.tree_site import TreeSite

LOOKBACK = 5000
"""Commits of the first parents' line that are looked through, years of most handbooks: what came back after more of
them was written anew."""

VERSIONS = 64
"""Earlier versions of a page in which a section is looked for: each must be read whole."""

TELLING = 12
"""Words below which a passage comes back by chance: stubs are alike everywhere."""

HALF = 0.5
"""The part of a page's lines that stood in the page which was removed from its path."""


class Past:
    """The commits before those of a walk, read from one `git log` as far as they are asked for."""

    def __init__(self, repository: Repository, wanted: Range) -> None:
        """Remember which history; nothing is read before the first question.

        Args:
            repository: Whose history it is.
            wanted: Which commits are walked over; those before them are looked at too.
        """
        self._repository = repository
        tips = tuple(word for word in wanted.words if not word.startswith("^"))
        self._wanted = Range(words=_ends(tips), first_parent=wanted.first_parent)
        self._turned = wanted.reverse
        self._stream: Iterator[Commit] | None = None
        self._seen: dict[str, Commit] = {}

    def annotated(self, entry: Entry, commit: Commit, site: TreeSite) -> Entry:
        """Name the commits that had removed what a commit adds.

        Args:
            entry: What is told of the commit.
            commit: The commit.
            site: Its site.

        Returns:
            The entry, with `restored_from` where content came back.
        """
        if not any(change.kind in _SEARCHES for change in entry.changes):
            return entry
        changes = tuple(self._annotated(change, commit, site) for change in entry.changes)
        return msgspec.structs.replace(entry, changes=changes)

    def _annotated(self, change: Change, commit: Commit, site: TreeSite) -> Change:
        search = _SEARCHES.get(change.kind)
        if search is None or not isinstance(change.new, Location):
            return change
        found = search(self, change.new, commit, site)
        return change if found is None else msgspec.structs.replace(change, restored_from=found)

    def _page(self, at: Location, commit: Commit, site: TreeSite) -> str | None:
        """Find the commit that removed a page: the same content anywhere, or most of it at the same path."""
        text = site.source(at.path)
        blob = site.content.documents[at.path].blob
        telling = _is_telling(text)
        for earlier in self._before(commit):
            for delta in earlier.deltas:
                if delta.old == blob and delta.new != blob and (telling or delta.path == at.path):
                    return earlier.id
                if delta.path == at.path and not delta.new and telling:
                    return earlier.id if _alike(text, self._text(delta)) else None
        return None

    def _section(self, at: Location, commit: Commit, site: TreeSite) -> str | None:
        """Find the commit that removed a section from its page."""
        if at.lines is None:
            return None
        lines = site.source(at.path).split("\n")[at.lines[0] - 1 : at.lines[1]]
        text = "\n".join(lines).strip()
        if not _is_telling(text):
            return None
        for earlier, delta in islice(self._versions(at.path, commit), VERSIONS):
            if text in self._text(delta):
                return earlier.id
        return None

    def _versions(self, path: str, commit: Commit) -> Iterator[tuple[Commit, Delta]]:
        """Go back through the commits that changed a page."""
        for earlier in self._before(commit):
            for delta in earlier.deltas:
                if delta.path == path and delta.old:
                    yield earlier, delta

    def _text(self, delta: Delta) -> str:
        content = self._repository.content(delta.old)
        text = decode(content) if isinstance(content, bytes) else content
        return text if isinstance(text, str) else ""

    def _before(self, commit: Commit) -> Iterator[Commit]:
        """Go back along first parents."""
        name = commit.parents[0] if commit.parents else ""
        for _ in range(LOOKBACK):
            earlier = self._find(name, commit)
            if earlier is None:
                return
            yield earlier
            name = earlier.parents[0] if earlier.parents else ""

    def _find(self, name: str, commit: Commit) -> Commit | None:
        if not name:
            return None
        if name not in self._seen:
            self._read_until(name, commit)
        return self._seen.get(name)

    def _read_until(self, name: str, commit: Commit) -> None:
        """Read on until a commit is met; what is younger than the one looked at is not needed any more."""
        if self._stream is None:
            self._stream = log(self._repository, self._wanted)
        if not self._turned and commit.id in self._seen:
            for younger in list(self._seen):
                if younger == commit.id:
                    break
                del self._seen[younger]
        with suppress(RevisionError):
            for earlier in self._stream:
                self._seen[earlier.id] = earlier
                if earlier.id == name:
                    return


def _ends(words: Iterable[str]) -> tuple[str, ...]:
    """Give the newer ends of ranges: what lies before them is the past, wherever a range begins."""
    ends = (word.rpartition("..")[2].lstrip(".") for word in words)
    return tuple(end or "HEAD" for end in ends)


def _is_telling(text: str) -> bool:
    return len(text.split()) >= TELLING


def _alike(text: str, before: str) -> bool:
    """Tell whether most lines of a page stood in another."""
    lines = {line.strip() for line in text.splitlines()} - {""}
    others = {line.strip() for line in before.splitlines()}
    return bool(lines) and len(lines & others) >= HALF * len(lines)


_SEARCHES = {"page.added": Past._page, "section.added": Past._section}  # noqa: SLF001 - its own
