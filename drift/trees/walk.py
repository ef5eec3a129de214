"""A page's tree -> its sections and their links, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator

from drift.trees.page import Link, Section


def walk(root: Section) -> Iterator[tuple[tuple[str, ...], Section]]:
    """Go through a section and all below it, in the order of the page.

    Args:
        root: The section to begin with, usually a page's root.

    Yields:
        The section path below the root and the section; the root itself comes first with `()`.
    """
    stack: list[tuple[tuple[str, ...], Section]] = [((), root)]
    while stack:
        path, section = stack.pop()
        yield path, section
        stack.extend(((*path, child.title), child) for child in reversed(section.sections))


def own_links(section: Section) -> Iterator[Link]:
    """Go through the links of a section, without those of its sections.

    Args:
        section: The section.

    Yields:
        Those in the heading, then those of its blocks.
    """
    yield from section.links
    for block in section.blocks:
        yield from block.links


def all_links(root: Section) -> Iterator[Link]:
    """Go through the links of a section and of all below it, in the order of the page.

    Args:
        root: The section to begin with, usually a page's root.

    Yields:
        The links.
    """
    for _, section in walk(root):
        yield from own_links(section)


def paths_of(root: Section) -> dict[str, tuple[str, ...]]:
    """List what the sections below one may be called, as `names_of` gives it.

    Args:
        root: The section, usually a page's root.

    Returns:
        Each name -> the path of the first section that has it.
    """
    below = [(path, section) for path, section in walk(root) if path]
    return {name: path for path, section in reversed(below) for name in names_of(section)}


def names_of(section: Section) -> Iterator[str]:
    """Go through what a URL fragment or a label may call a section.

    Args:
        section: The section.

    Yields:
        Its anchor, its slug and what is written in it; some of them may be empty, or the same.
    """
    yield section.anchor
    yield section.slug
    yield from (anchor.name for anchor in section.anchors)
