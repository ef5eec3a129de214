"""A tree -> its navigation, from whichever file or directives hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drift.site.nav_summary import summary
from drift.site.nav_toctree import toctrees
from drift.site.resolve import Resolver
from drift.site.settings import Settings
from drift.trees.page import Page
from drift.trees.site import NavEntry


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
    path = summary_of(settings)
    if path in pages:
        return tuple(summary(path, pages, resolver))
    return tuple(toctrees(pages, resolver, listing))


def summary_of(settings: Settings) -> str:
    """Give the path of the page that holds the navigation of a site that has one; else an empty string."""
    listed = settings.generator in {"", "gitbook", "gitlab"}
    return f"{settings.root}{settings.summary}" if listed else ""
