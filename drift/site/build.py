"""A revision -> its site: read the documents, find the dialect; pages are parsed when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drift.revision.base import Content as Bytes
from drift.revision.base import Revision
from drift.site.content import Tree, content
from drift.site.pages import Reader
from drift.site.tree_site import TreeSite
from drift.trees.site import UNSTATED, Stated

FEW = 4
"""If more than one page in so many differs, all are parsed at once: one by one, when they are asked for, takes longer."""


def site(
    revision: Revision,
    *,
    stated: Stated = UNSTATED,
    reader: Reader | None = None,
    near: TreeSite | None = None,
) -> TreeSite:
    """Read a revision as a site.

    Args:
        revision: The revision.
        stated: What the user says of the site.
        reader: What parses the pages, and has perhaps parsed some before.
        near: Another revision of the same tree, so that nothing is read or found twice.

    Returns:
        The site. A document that cannot be read is a page with its reason; every other file is counted.
    """
    entries = {entry.path: entry for entry in revision.entries()}

    def read(paths: Iterable[str]) -> Iterator[Bytes]:
        return revision.read(entries[path] for path in paths)

    tree = Tree(
        blobs={path: entry.blob for path, entry in entries.items()},
        read=read,
        skipped=revision.skipped,
        single=revision.single,
        symlinks=revision.symlinks,
    )
    known = near.content if near else None
    return TreeSite(content(tree, known, stated), reader or Reader(), near=near)


def sites(
    old: Revision, new: Revision, *, stated: Stated = UNSTATED, jobs: int = 1
) -> tuple[TreeSite, TreeSite]:
    """Read the two sides of a comparison: equal pages are one object, and both are published under the same URLs.

    Args:
        old: One revision.
        new: The other.
        stated: What the user says of the site.
        jobs: Processor cores to use at most.

    Returns:
        Both sites, with the pages parsed that differ.
    """
    reader = Reader()
    before = site(old, stated=stated, reader=reader)
    before, after = share_bases(before, site(new, stated=stated, reader=reader, near=before))
    load_differing(before, after, reader, jobs=jobs)
    return before, after


def load_differing(old: TreeSite, new: TreeSite, reader: Reader, *, jobs: int) -> None:
    """Parse the pages in which two revisions differ, all at once.

    Args:
        old: One revision.
        new: The other.
        reader: What parses the pages of both.
        jobs: Processor cores to use at most.
    """
    differing = old.differing(new)
    after = [path for path in new.pages if path in differing]
    if len(after) * FEW > len(new.pages):
        # What so many pages changed is looked for on most of the others.
        after = list(new.pages)
    before = [path for path in old.pages if path in differing]
    reader.load([*old.pages.wanted(before), *new.pages.wanted(after)], jobs=jobs)


def stepped(near: TreeSite, tree: Tree, *, reader: Reader, stated: Stated = UNSTATED) -> TreeSite:
    """Read a revision that differs little from one that is known.

    Args:
        near: The site of the other revision.
        tree: The files of this one, and which of them differ.
        reader: What parses its pages.
        stated: What the user says of the site.

    Returns:
        The site, equal to the one that is read from scratch.
    """
    return TreeSite(content(tree, near.content, stated), reader, near=near)


def share_bases(old: TreeSite, new: TreeSite) -> tuple[TreeSite, TreeSite]:
    """Let two revisions agree on where they are published, or the same link would point to two places.

    Args:
        old: One revision.
        new: The other.

    Returns:
        Both, each with the base URLs of both.
    """
    bases = tuple(dict.fromkeys((*old.bases, *new.bases)))
    return (
        old if old.bases == bases else old.published_under(bases),
        new if new.bases == bases else new.published_under(bases),
    )
