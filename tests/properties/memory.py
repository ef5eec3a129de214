"""Texts by path -> a revision, without a disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from drift.coverage.measure import Coverage, coverage
from drift.explain.base import Changelog
from drift.pipeline import diff
from drift.revision.base import Content, Entry, blob_id
from drift.site.build import sites

Files = Mapping[str, str]


class Memory(msgspec.Struct, frozen=True):
    """A revision that is held in memory; a `drift.revision.base.Revision`."""

    files: dict[str, bytes]
    rev: str = "memory"
    commit: str | None = None
    date: str | None = None
    prefix: str = ""
    single: bool = False
    skipped: dict[str, int] = {}
    symlinks: dict[str, str] = {}

    def entries(self) -> tuple[Entry, ...]:
        """List all files in the order of their paths."""
        return tuple(Entry(path, blob_id(data)) for path, data in sorted(self.files.items()))

    def read(self, entries: Iterable[Entry]) -> Iterator[Content]:
        """Give the content of some files."""
        return (self.files[entry.path] for entry in entries)


def memory(files: Files) -> Memory:
    """Make a revision of texts."""
    return Memory({path: text.encode("utf-8", "replace") for path, text in files.items()})


def changelog(old: Files, new: Files) -> Changelog:
    """Compare two trees."""
    return diff(memory(old), memory(new))


def covered(old: Files, new: Files) -> Coverage:
    """Measure how much of the difference of two trees is told."""
    one, other = memory(old), memory(new)
    return coverage(*sites(one, other), diff(one, other))


def kinds(old: Files, new: Files) -> set[str]:
    """List the kinds of rules and changes between two trees, `section.edited` with its nature."""
    told = changelog(old, new)
    found = {rule.kind for rule in told.rules}
    for change in told.changes:
        nature = f":{change.nature}" if change.kind == "section.edited" else ""
        found.add(change.kind + nature)
    return found
