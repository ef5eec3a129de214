"""A commit -> its files and its site, parsed with the help of what earlier runs have kept."""

from __future__ import annotations

from drift.cache.store import Cache
from drift.errors import RevisionError
from drift.history.fragments import CacheShelf
from drift.parse.shelf import MemoryShelf
from drift.revision.base import Revision
from drift.revision.git import Repository
from drift.revision.objects import commit_revision
from drift.site.build import site
from drift.site.pages import Reader
from drift.site.tree_site import TreeSite
from drift.trees.site import Stated


def reader(cache: Cache, *, most: int | None = None) -> Reader:
    """Give what parses pages, of which only what is new is parsed.

    Args:
        cache: What earlier runs have parsed.
        most: Characters of documents whose pages are kept at hand, as for `Reader`.
    """
    return Reader(most=most, shelf=MemoryShelf(CacheShelf(cache)))


def revision_at(repository: Repository, commit: str) -> Revision:
    """Open a commit.

    Args:
        repository: Whose commit it is.
        commit: Its id.

    Returns:
        Its files.

    Raises:
        RevisionError: It cannot be read.
    """
    revision = commit_revision(repository, commit)
    if revision is None:
        raise RevisionError("is not in this repository", where=commit)
    return revision


def site_at(repository: Repository, commit: str, pages: Reader, *, stated: Stated) -> TreeSite:
    """Read the site of a commit.

    Args:
        repository: Whose commit it is.
        commit: Its id.
        pages: What parses its pages, when they are asked for.
        stated: What the user says of the site.

    Returns:
        The site.

    Raises:
        RevisionError: It cannot be read.
    """
    return site(revision_at(repository, commit), stated=stated, reader=pages)
