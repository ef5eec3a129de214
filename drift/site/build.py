"""A revision -> its site: read the documents, find the dialect, parse what was not parsed before."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from pathlib import PurePosixPath

import msgspec

from drift.parse.base import parser_for, unparsed
from drift.revision.base import Entry, Revision, Unreadable, blob_id
from drift.site.dialect import RST_SUFFIXES, Dialects, dialects
from drift.site.documents import decode, is_pointer, suffix_of, suffixes
from drift.site.parallel import Job, parse_all
from drift.site.settings import Settings, settings, wanted
from drift.site.tree_site import TreeSite, share_bases
from drift.trees.page import Format, Page
from drift.trees.site import Dialect

Memo = MutableMapping[tuple[str, str, Dialect], Page]
"""Blob id, suffix and dialect -> the page; shared by both sides of a comparison, so that equal pages are one object."""


RST = ".rst"
"""The suffix under which text files of a Sphinx site are parsed."""


class _Source(msgspec.Struct, frozen=True):
    blob: str
    suffix: str
    text: str | Unreadable


def site(
    revision: Revision,
    *,
    dialect: Dialect | None = None,
    memo: Memo | None = None,
    jobs: int = 1,
) -> TreeSite:
    """Read a revision as a site.

    Args:
        revision: The revision.
        dialect: What the user says of the anchors of its Markdown pages; None finds it from the tree.
        memo: Pages parsed before; those parsed now are added.
        jobs: Processor cores to use at most.

    Returns:
        The site. A document that cannot be read is a page with its reason; every other file is counted.
    """
    entries = revision.entries()
    paths = frozenset(entry.path for entry in entries)
    known = _settings(revision, entries)
    documents = _documents(entries, text_is_rst=known.text_is_rst or _only_text(paths))
    skipped = dict(revision.skipped)
    sources = dict(_sources(revision, documents, skipped))
    _count(skipped, "file", len(entries) - len(documents))
    texts = {path: one.text for path, one in sources.items() if isinstance(one.text, str)}
    spoken = dialects(texts, known, override=dialect)
    if not known.generator and len(spoken.sphinx) == 1:
        known = msgspec.structs.replace(known, root=spoken.sphinx[0])
    pages = _pages(sources, spoken, memo={} if memo is None else memo, workers=jobs)
    return TreeSite(
        pages=pages,
        files=paths,
        settings=known,
        dialects=spoken,
        single=revision.single,
        skipped=skipped,
    )


def sites(
    old: Revision, new: Revision, *, dialect: Dialect | None = None, jobs: int = 1
) -> tuple[TreeSite, TreeSite]:
    """Read the two sides of a comparison: equal pages are one object, and both are published under the same URLs.

    Args:
        old: One revision.
        new: The other.
        dialect: What the user says of the anchors of Markdown pages; None finds it from each tree.
        jobs: Processor cores to use at most.

    Returns:
        Both sites.
    """
    memo: Memo = {}
    before = site(old, dialect=dialect, memo=memo, jobs=jobs)
    return share_bases(before, site(new, dialect=dialect, memo=memo, jobs=jobs))


def _settings(revision: Revision, entries: tuple[Entry, ...]) -> Settings:
    by_path = {entry.path: entry for entry in entries}
    paths = wanted(by_path)
    configs: dict[str, str] = {}
    for path, content in zip(paths, revision.read(by_path[path] for path in paths), strict=True):
        text = content if isinstance(content, Unreadable) else decode(content)
        if isinstance(text, str):
            configs[path] = text
    return settings(configs, by_path)


def _documents(entries: tuple[Entry, ...], *, text_is_rst: bool) -> tuple[Entry, ...]:
    known = suffixes() | {".txt"} if text_is_rst else suffixes()
    return tuple(entry for entry in entries if suffix_of(entry.path) in known)


def _only_text(paths: frozenset[str]) -> bool:
    """Whether a tree looks like Sphinx with `.txt` sources: an index, and no page in another format."""
    if not any(PurePosixPath(path).name == "index.txt" for path in paths):
        return False
    return not any(suffix_of(path) in suffixes() for path in paths)


def _sources(
    revision: Revision, documents: tuple[Entry, ...], skipped: dict[str, int]
) -> dict[str, _Source]:
    found: dict[str, _Source] = {}
    for entry, content in zip(documents, revision.read(documents), strict=True):
        if isinstance(content, bytes) and is_pointer(content):
            _count(skipped, "lfs", 1)
            continue
        suffix = suffix_of(entry.path)
        if isinstance(content, Unreadable):
            found[entry.path] = _Source(entry.blob, suffix, content)
        else:
            blob = entry.blob or blob_id(content)
            found[entry.path] = _Source(blob, suffix, decode(content))
    return found


def _pages(
    sources: Mapping[str, _Source], spoken: Dialects, *, memo: Memo, workers: int
) -> dict[str, Page]:
    keys = {
        path: (source.blob, source.suffix, spoken.of(path))
        for path, source in sources.items()
        if isinstance(source.text, str)
    }
    jobs = {
        key: Job(text, RST if key[1] in RST_SUFFIXES else key[1], key[2])
        for path, key in keys.items()
        if key not in memo and isinstance(text := sources[path].text, str)
    }
    memo.update(zip(jobs, parse_all(tuple(jobs.values()), workers=workers), strict=True))
    return {
        path: memo[keys[path]] if path in keys else _unread(source)
        for path, source in sources.items()
    }


def _unread(source: _Source) -> Page:
    parser = parser_for(RST if source.suffix in RST_SUFFIXES else source.suffix)
    name = Format(parser.name if parser else source.suffix.lstrip("."))
    reason = source.text.reason if isinstance(source.text, Unreadable) else ""
    # The id of what it holds stands for it, so that a page of which nothing else can be said is still seen to change.
    return unparsed(source.blob, format=name, reason=reason)


def _count(skipped: dict[str, int], name: str, number: int) -> None:
    if number:
        skipped[name] = skipped.get(name, 0) + number
