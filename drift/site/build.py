"""A revision -> its site: read the documents, find the dialect, parse what was not parsed before."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from pathlib import PurePosixPath

import msgspec

from drift.parse.base import parse, parser_for, unparsed
from drift.revision.base import Entry, Revision, Unreadable, blob_id
from drift.site.dialect import RST_SUFFIXES, Dialects, dialects
from drift.site.documents import decode, is_pointer, suffix_of, suffixes
from drift.site.settings import Settings, settings, wanted
from drift.site.tree_site import TreeSite
from drift.tree.page import Format, Page
from drift.tree.site import Dialect

Memo = MutableMapping[tuple[str, str, Dialect], Page]
"""Blob id, suffix and dialect -> the page; shared by both sides of a comparison, so that equal pages are one object."""


class _Source(msgspec.Struct, frozen=True):
    blob: str
    suffix: str
    text: str | Unreadable


def site(
    revision: Revision, *, dialect: Dialect | None = None, memo: Memo | None = None
) -> TreeSite:
    """Read a revision as a site.

    Args:
        revision: The revision.
        dialect: What the user says of the anchors of its Markdown pages; None finds it from the tree.
        memo: Pages parsed before; those parsed now are added.

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
    pages = _pages(sources, spoken, {} if memo is None else memo)
    return TreeSite(
        pages=pages,
        files=paths,
        settings=known,
        dialects=spoken,
        single=revision.single,
        skipped=skipped,
    )


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


def _pages(sources: Mapping[str, _Source], spoken: Dialects, memo: Memo) -> dict[str, Page]:
    pages: dict[str, Page] = {}
    for path, source in sources.items():
        dialect = spoken.of(path)
        key = (source.blob, source.suffix, dialect)
        page = memo.get(key) if source.blob else None
        if page is None:
            page = _page(source, dialect)
            if source.blob:
                memo[key] = page
        pages[path] = page
    return pages


def _page(source: _Source, dialect: Dialect) -> Page:
    suffix = ".rst" if source.suffix in RST_SUFFIXES else source.suffix
    if isinstance(source.text, str):
        return parse(source.text, suffix=suffix, dialect=dialect)
    parser = parser_for(suffix)
    name = Format(parser.name if parser else suffix.lstrip("."))
    return unparsed("", format=name, reason=source.text.reason)


def _count(skipped: dict[str, int], name: str, number: int) -> None:
    if number:
        skipped[name] = skipped.get(name, 0) + number
