"""The files of a revision -> its documents, configuration and dialects; what another revision has is taken from there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import msgspec

from drift.revision.base import Content as Bytes
from drift.revision.base import Unreadable, blob_id
from drift.site.dialect import Dialects, dialects
from drift.site.document import Document, unlike
from drift.site.documents import decode, is_dependency, is_pointer, suffix_of, suffixes
from drift.site.generators import GENERATORS, LOOSE, mark_of
from drift.site.settings import Settings, settings, wanted
from drift.site.urls import is_readable
from drift.trees.site import Dialect, Stated

_MARKS = frozenset({"SUMMARY.md", ".gitlab-ci.yml"})
"""Files whose mere presence tells the generator."""


class Tree(msgspec.Struct, frozen=True, eq=False):
    """The files of a revision."""

    blobs: Mapping[str, str]
    # Every path, in the order of paths -> the id of its content; empty where nobody knows it before it is read.
    read: Callable[[Iterable[str]], Iterator[Bytes]]
    # Gives the contents of some paths, in the same order.
    skipped: Mapping[str, int] = {}
    # Entries that are no files, by what they are.
    single: bool = False
    # Whether it is one file, so that nothing is known of those around it.
    changed: Collection[str] | None = None
    # The paths that differ from the revision it is held against, where somebody knows them.
    symlinks: Mapping[str, str] = {}
    # Path of each -> what is written in it.


class Content(msgspec.Struct, frozen=True, eq=False):
    """What a site is made of."""

    files: frozenset[str]
    # Every path, documents and others.
    documents: Mapping[str, Document]
    # By path, in the order of paths.
    pointers: frozenset[str]
    # Paths of documents whose content is kept elsewhere (Git LFS).
    said: Settings
    # By the configuration.
    text_is_rst: bool
    # Whether `.txt` files are documents.
    settings: Settings
    # What the configuration says, and what the documents add to it.
    dialects: Dialects
    # Of the pages.
    stated: Stated
    # What the user says of the site.
    skipped: Mapping[str, int]
    # How many files are no documents, by what they are.
    single: bool = False
    # Whether it is one file, so that nothing is known of those around it.
    symlinks: Mapping[str, str] = {}
    # Path of each -> what is written in it.


def content(tree: Tree, near: Content | None, stated: Stated) -> Content:
    """Read what a site is made of.

    Args:
        tree: Its files.
        near: Of another revision of the same tree, so that nothing is read or found twice.
        stated: What the user says of the site.

    Returns:
        The content; the same whatever is near.
    """
    changed = _changed(tree, near)
    files = _files(tree, near, changed)
    said = _said(tree, near, changed, files)
    text_is_rst = said.text_is_rst or _only_text(near, files)
    if near is not None and near.text_is_rst != text_is_rst:
        near, changed = None, tree.blobs.keys()
    documents, pointers = _documents(tree, near, changed, text_is_rst=text_is_rst)
    spoken = _dialects(documents, said, near, stated.dialect)
    known = said
    if not said.generator and len(spoken.sphinx) == 1:
        known = msgspec.structs.replace(said, root=spoken.sphinx[0])
    if stated.base:
        known = msgspec.structs.replace(known, bases=(stated.base,))
    known = msgspec.structs.replace(known, bases=tuple(filter(is_readable, known.bases)))
    others = len(files) - len(documents) - len(pointers)
    skipped = {**tree.skipped, "lfs": len(pointers), "file": others}
    return Content(
        files=files,
        documents=documents,
        pointers=pointers,
        said=said,
        text_is_rst=text_is_rst,
        settings=near.settings if near and near.settings == known else known,
        dialects=spoken,
        stated=stated,
        skipped={name: number for name, number in skipped.items() if number},
        single=tree.single,
        symlinks=tree.symlinks,
    )


def _changed(tree: Tree, near: Content | None) -> Collection[str]:
    if near is None:
        return tree.blobs.keys()
    if tree.changed is not None:
        return tree.changed
    known = {path: document.blob for path, document in near.documents.items()}
    gone = near.files - tree.blobs.keys()
    return gone | {path for path, blob in tree.blobs.items() if not blob or blob != known.get(path)}


def _files(tree: Tree, near: Content | None, changed: Collection[str]) -> frozenset[str]:
    if near is not None and all((path in tree.blobs) == (path in near.files) for path in changed):
        return near.files
    return frozenset(tree.blobs)


def _said(
    tree: Tree, near: Content | None, changed: Iterable[str], files: frozenset[str]
) -> Settings:
    """Read the configuration, if any of its files changed, or where files come and go and it may be Hugo's."""
    if near is not None:
        names = {mark_of(path) for path in changed}
        moot = files is not near.files and any(
            GENERATORS[mark_of(path)] in LOOSE | {"hugo"} for path in wanted(files)
        )
        if not moot and names.isdisjoint(GENERATORS) and names.isdisjoint(_MARKS):
            return near.said
    paths = wanted(tree.blobs)
    configs: dict[str, str] = {}
    for path, data in zip(paths, tree.read(paths), strict=True):
        text = data if isinstance(data, Unreadable) else decode(data)
        if isinstance(text, str):
            configs[path] = text
    return settings(configs, tree.blobs)


def _only_text(near: Content | None, files: frozenset[str]) -> bool:
    """Whether a tree looks like Sphinx with `.txt` sources: an index, and no page in another format."""
    if near is not None and near.files is files and not near.said.text_is_rst:
        return near.text_is_rst
    if not any(path == "index.txt" or path.endswith("/index.txt") for path in files):
        return False
    return not any(suffix_of(path) in suffixes() and not is_dependency(path) for path in files)


def _documents(
    tree: Tree, near: Content | None, changed: Iterable[str], *, text_is_rst: bool
) -> tuple[Mapping[str, Document], frozenset[str]]:
    """Read the documents that are not known, and note those that only stand for a content kept elsewhere."""
    known = suffixes() | {".txt"} if text_is_rst else suffixes()
    touched = [path for path in changed if suffix_of(path) in known and not is_dependency(path)]
    if near is not None and not touched:
        return near.documents, near.pointers
    there = [path for path in touched if path in tree.blobs]
    documents = dict(near.documents) if near else {}
    pointers = set(near.pointers) if near else set()
    for path in touched:
        if path not in tree.blobs:
            documents.pop(path, None)
            pointers.discard(path)
    added = any(path not in documents for path in there)
    for path, data in zip(there, tree.read(there), strict=True):
        pointers.discard(path)
        if isinstance(data, bytes) and is_pointer(data):
            documents.pop(path, None)
            pointers.add(path)
        else:
            documents[path] = _document(path, tree.blobs[path], data, documents.get(path))
    ordered = dict(sorted(documents.items())) if added else documents
    return ordered, frozenset(pointers)


def _document(path: str, blob: str, data: Bytes, before: Document | None) -> Document:
    if isinstance(data, Unreadable):
        return Document(blob, suffix_of(path), data)
    blob = blob or blob_id(data)
    if before is not None and before.blob == blob:
        return before
    return Document(blob, suffix_of(path), decode(data))


def _dialects(
    documents: Mapping[str, Document],
    said: Settings,
    near: Content | None,
    override: Dialect | None,
) -> Dialects:
    if near is None or near.stated.dialect != override or near.said != said:
        return dialects(documents, said, override=override)
    if _speak_alike(documents, near.documents):
        return near.dialects
    return dialects(documents, said, override=override)


def _speak_alike(documents: Mapping[str, Document], others: Mapping[str, Document]) -> bool:
    """Tell whether two sets of documents stand at the same paths and the same of them have toctrees."""
    if documents.keys() != others.keys():
        return False
    return all(
        other is not None
        and (one.unread is None) == (other.unread is None)
        and one.has_toctree == other.has_toctree
        for _, one, other in unlike(documents, others)
    )
