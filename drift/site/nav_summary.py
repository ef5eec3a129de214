"""SUMMARY.md -> navigation: its headings are parts, its nested lists are the chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drift.site.resolve import Resolver
from drift.trees.page import Block, Page
from drift.trees.site import NavEntry
from drift.trees.walk import walk

_LISTS = frozenset({"bullet", "ordered"})


def summary(path: str, pages: Mapping[str, Page], resolver: Resolver) -> Iterator[NavEntry]:
    """Read a GitBook (or mdBook) summary.

    Args:
        path: The summary's.
        pages: The pages by path.
        resolver: Of the tree's links.

    Yields:
        An entry for each link that leads to a page.
    """
    for part, section in walk(pages[path].root):
        # The first heading is the summary's own name.
        parts = part[1:] if part and _named(pages[path], part[0]) else part
        above: list[str] = []
        for block in section.blocks:
            depth = _depth(block)
            del above[depth:]
            trail = (*parts, *above)
            for link in block.links:
                target = resolver.resolve(path, link)
                # Whether the anchor is there hangs on the other page, and does not make it another entry.
                if target.page in pages:
                    yield NavEntry(target.page, trail, link.label, path, link.line)
            if block.kind == "list_item":
                above.append(block.links[0].label if block.links else block.text)


def _named(page: Page, title: str) -> bool:
    first = page.root.sections[0]
    return first.level == 1 and first.title == title


def _depth(block: Block) -> int:
    lists = sum(name in _LISTS for name in block.container)
    return max(lists - 1, 0)
