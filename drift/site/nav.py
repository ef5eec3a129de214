"""A tree -> its navigation, from whichever file or directives hold it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from drift.site.content import Content
from drift.site.document import Document, unlike
from drift.site.nav_summary import summary
from drift.site.nav_toctree import toctrees
from drift.site.resolve import Resolver
from drift.site.settings import Settings
from drift.trees.page import Page
from drift.trees.site import NavEntry, NavLink

CONTENTS = ("_toc.yml", "myst.yml", "_quarto.yml")
"""Files of YAML with the contents of a book."""


def navigation(
    pages: Mapping[str, Page], content: Content, resolver: Resolver
) -> tuple[NavEntry | NavLink, ...]:
    """Read the navigation.

    Args:
        pages: The pages by path.
        content: What the tree is made of.
        resolver: Of the tree's links.

    Returns:
        The entries in order, and what leads out of the tree from files that are no pages; empty where the tree has no navigation.
    """
    settings = content.settings
    if settings.generator in {"mkdocs", "docusaurus"}:
        # YAML is slow to import, and needed for these alone.
        from drift.site.nav_data import mkdocs, sidebars  # noqa: PLC0415

        read = mkdocs if settings.generator == "mkdocs" else sidebars
        return tuple(read(settings, resolver))
    if _has_contents(settings):
        from drift.site.nav_contents import contents  # noqa: PLC0415 - as above

        found = tuple(contents(pages, settings, resolver))
        if any(isinstance(one, NavEntry) for one in found):
            return found
    path = summary_of(settings)
    if path in pages:
        return tuple(summary(path, pages, resolver))
    listing = (path for path, one in content.documents.items() if one.may_list_pages)
    return tuple(toctrees(pages, resolver, listing))


def summary_of(settings: Settings) -> str:
    """Give the path of the page that holds the navigation of a site that has one; else an empty string."""
    listed = settings.generator in {"", "gitbook", "gitlab", "mdbook"}
    return f"{settings.root}{settings.summary}" if listed else ""


def _has_contents(settings: Settings) -> bool:
    """Tell whether a file of YAML may list the contents, as Jupyter Book, mystmd and Quarto have it."""
    return any(path.endswith(CONTENTS) for path in settings.configs)


class Navigation:
    """A navigation that several revisions share, and the first that is asked for it reads."""

    def __init__(self, read: Callable[[], tuple[NavEntry | NavLink, ...]]) -> None:
        """Keep what reads it.

        Args:
            read: Gives what is in it.
        """
        self._read = read

    @cached_property
    def _all(self) -> tuple[NavEntry | NavLink, ...]:
        return self._read()

    @cached_property
    def entries(self) -> tuple[NavEntry, ...]:
        """The entries in order."""
        return tuple(one for one in self._all if isinstance(one, NavEntry))

    @cached_property
    def links(self) -> tuple[NavLink, ...]:
        """What leads out of the tree, in order."""
        return tuple(one for one in self._all if isinstance(one, NavLink))

    @cached_property
    def lines(self) -> frozenset[tuple[str, int]]:
        """Files and lines of the entries."""
        return frozenset((entry.path, entry.line) for entry in self.entries)


def navigates_alike(mine: Content, other: Content) -> bool:
    """Tell whether nothing that navigation is made of differs: configuration, or pages that list pages.

    Args:
        mine: Of one revision.
        other: Of another with the same paths.
    """
    if mine.dialects != other.dialects or mine.settings != other.settings:
        return False
    others = unlike(mine.documents, other.documents)
    if others and _has_contents(mine.settings):
        # They may be called after any page.
        return False
    summary = summary_of(mine.settings)
    return not any(
        there is None or (one.blob != there.blob and _has_part(path, one, there, summary))
        for path, one, there in others
    )


def _has_part(path: str, one: Document, other: Document, summary: str) -> bool:
    return path == summary or one.may_list_pages or other.may_list_pages
