"""A tree -> its navigation, from whichever file or directives hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from drift.site.content import Content
from drift.site.document import Document, unlike
from drift.site.nav_summary import summary
from drift.site.nav_toctree import toctrees
from drift.site.resolve import Resolver
from drift.site.settings import Settings
from drift.trees.page import Page
from drift.trees.site import NavEntry

CONTENTS = ("_toc.yml", "myst.yml", "_quarto.yml")
"""Files of YAML with the contents of a book."""


def navigation(
    pages: Mapping[str, Page], settings: Settings, resolver: Resolver, listing: Iterable[str]
) -> tuple[NavEntry, ...]:
    """Read the navigation.

    Args:
        pages: The pages by path.
        settings: What the configuration says.
        resolver: Of the tree's links.
        listing: The pages that may have a toctree.

    Returns:
        The entries in order; empty where the tree has no navigation.
    """
    if settings.generator in {"mkdocs", "docusaurus"}:
        # YAML is slow to import, and needed for these alone.
        from drift.site.nav_data import mkdocs, sidebars  # noqa: PLC0415

        read = mkdocs if settings.generator == "mkdocs" else sidebars
        return tuple(read(settings, resolver))
    if _has_contents(settings):
        from drift.site.nav_contents import contents  # noqa: PLC0415 - as above

        found = tuple(contents(pages, settings, resolver))
        if found:
            return found
    path = summary_of(settings)
    if path in pages:
        return tuple(summary(path, pages, resolver))
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

    def __init__(self, read: Callable[[], tuple[NavEntry, ...]]) -> None:
        """Keep what reads it.

        Args:
            read: Gives the entries.
        """
        self._read = read

    @cached_property
    def entries(self) -> tuple[NavEntry, ...]:
        """The entries in order."""
        return self._read()

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
