"""Toctrees -> navigation: each page's entries, globs expanded as Sphinx does, from the root document down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from drift.site.globs import is_glob
from drift.site.resolve import Resolver
from drift.trees.page import Block, Link, Page
from drift.trees.site import NavEntry
from drift.trees.walk import walk

_CAPTION = re.compile(r":caption: (?P<caption>.*?)(?= :[\w-]+:|\Z)", re.DOTALL)


class _Branch(msgspec.Struct, frozen=True):
    page: str
    caption: str
    label: str
    line: int


def toctrees(
    pages: Mapping[str, Page], resolver: Resolver, listing: Iterable[str]
) -> Iterator[NavEntry]:
    """Read the toctrees of all pages.

    Args:
        pages: The pages by path.
        resolver: Of the tree's links.
        listing: The pages that may have a toctree, in the order of paths.

    Yields:
        An entry for each place of a page in a toctree; first those that the root documents lead to. A page that stands in more than
        one toctree has its own entries below the first.
    """
    branches = {
        path: found for path in listing if (found := tuple(_branches(path, pages, resolver)))
    }
    below = {branch.page for found in branches.values() for branch in found}
    seen: set[str] = set()
    # Pages in a circle have no root; they come last.
    for root in sorted(branches, key=lambda path: (path in below, path.count("/"), path)):
        yield from _descend(root, branches, pages=pages, seen=seen)


def _descend(
    root: str,
    branches: Mapping[str, tuple[_Branch, ...]],
    *,
    pages: Mapping[str, Page],
    seen: set[str],
) -> Iterator[NavEntry]:
    stack: list[tuple[str, tuple[str, ...], Iterator[_Branch]]] = []
    if root not in seen:
        seen.add(root)
        stack.append((root, (), iter(branches[root])))
    while stack:
        path, trail, rest = stack[-1]
        branch = next(rest, None)
        if branch is None:
            stack.pop()
            continue
        here = (*trail, branch.caption) if branch.caption else trail
        yield NavEntry(branch.page, here, branch.label, path, branch.line)
        if branch.page in branches and branch.page not in seen:
            seen.add(branch.page)
            title = branch.label or pages[branch.page].title
            stack.append((branch.page, (*here, title), iter(branches[branch.page])))


def _branches(path: str, pages: Mapping[str, Page], resolver: Resolver) -> Iterator[_Branch]:
    for _, section in walk(pages[path].root):
        for block in section.blocks:
            if block.name == "toctree":
                yield from _entries(path, block, resolver)


def _entries(path: str, block: Block, resolver: Resolver) -> Iterator[_Branch]:
    caption = _caption(block)
    globs = ":glob:" in block.arguments
    taken: set[str] = set()
    found: list[_Branch] = []
    for link in block.links:
        if not is_glob(link.target):
            matches = _page(path, link, resolver)
        elif globs:
            # A glob gives no page that the toctree has already, nor the one it stands on.
            expanded = resolver.references.glob(path, link.target)
            matches = [page for page in expanded if page not in taken and page != path]
        else:
            matches = []
        taken.update(matches)
        found.extend(_Branch(page, caption, link.label, link.line) for page in matches)
    yield from reversed(found) if ":reversed:" in block.arguments else found


def _page(path: str, link: Link, resolver: Resolver) -> list[str]:
    target = resolver.resolve(path, link)
    return [target.page] if target.state == "found" and target.page != path else []


def _caption(block: Block) -> str:
    found = _CAPTION.search(block.arguments)
    if found:
        return found["caption"].strip()
    lines = block.text.split("\n")
    return lines[0] if len(lines) == len(block.links) + 1 else ""
