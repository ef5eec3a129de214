"""A site -> its sections as numbered nodes, so that a matching can name them cheaply."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from drift.trees.page import Page, Section
from drift.trees.site import Site


class Node(msgspec.Struct, frozen=True, eq=False):
    """One section with its place in the tree."""

    id: int
    page: str
    path: tuple[str, ...]
    section: Section
    parent: int
    # The node it stands in; -1 for the root section of a page.
    place: int
    # Zero-based among its siblings.
    children: tuple[int, ...]
    end: int
    # One more than the last node below it; these are the nodes between.

    @property
    def depth(self) -> int:
        """In how many sections it stands; 0 for the root section of a page."""
        return len(self.path)


class Forest(msgspec.Struct, frozen=True, eq=False):
    """The sections of those pages of a site that a matching looks at."""

    site: Site
    nodes: tuple[Node, ...]
    # In the order of paths and, within a page, of the page; a node's id is its index.
    roots: dict[str, int]
    # The root section of each page.
    pages: Mapping[str, Page]
    # Held here, since a site may have to parse a page again that was not asked for lately.

    def page_of(self, node: int) -> Page:
        """Give the page that a section stands on."""
        return self.pages[self.nodes[node].page]

    def says(self, node: int) -> bool:
        """Tell whether anything to be read stands in a section itself; comments are not."""
        return any(block.text or block.links for block in self.nodes[node].section.blocks)

    def said_of(self, root: int) -> list[bytes]:
        """List the own contents of a page's sections, by their digests; a bare heading says nothing."""
        nodes = self.nodes[root : self.nodes[root].end]
        return [node.section.digest for node in nodes if node.section.blocks]

    def name_of(self, node: int) -> str:
        """Give the heading of a section; of what stands before the first, the title of its page."""
        at = self.nodes[node]
        return at.section.title if at.depth else self.page_of(node).title

    def title_of(self, root: int) -> int | None:
        """Find the section whose heading is the title of its page.

        Args:
            root: The page's root section.

        Returns:
            The page's first section, or None where the front matter has a title of its own or there is no section.
        """
        children = self.nodes[root].children
        if not children or self.nodes[children[0]].section.title != self.page_of(root).title:
            return None
        return children[0]

    def below(self, node: int) -> range:
        """Give all sections below one, in the order of the page."""
        return range(node + 1, self.nodes[node].end)

    def siblings(self, node: int) -> tuple[int, ...]:
        """Give the children of a node's parent, itself among them."""
        parent = self.nodes[node].parent
        return (node,) if parent < 0 else self.nodes[parent].children


def forest(site: Site, pages: Mapping[str, Page]) -> Forest:
    """Number the sections of some pages.

    Args:
        site: The revision.
        pages: Those of its pages that are wanted, by path.

    Returns:
        Their sections.
    """
    nodes: list[Node] = []
    roots: dict[str, int] = {}
    for path in sorted(pages):
        roots[path] = len(nodes)
        _number(nodes, path, pages[path].root)
    return Forest(site=site, nodes=tuple(nodes), roots=roots, pages=pages)


def _number(nodes: list[Node], page: str, root: Section) -> None:
    """Append a page's nodes in its order: a section, then all below it, then what follows it."""
    first = len(nodes)
    placed: list[tuple[Section, tuple[str, ...], int, int]] = []
    children: list[list[int]] = []
    stack: list[tuple[Section, tuple[str, ...], int, int]] = [(root, (), -1, 0)]
    while stack:
        row = section, path, parent, _ = stack.pop()
        number = first + len(placed)
        placed.append(row)
        children.append([])
        if parent >= 0:
            children[parent - first].append(number)
        for index in range(len(section.sections) - 1, -1, -1):
            child = section.sections[index]
            stack.append((child, (*path, child.title), number, index))
    ends = _ends(children, first)
    for offset, (section, path, parent, place) in enumerate(placed):
        below = tuple(children[offset])
        nodes.append(Node(first + offset, page, path, section, parent, place, below, ends[offset]))


def _ends(children: list[list[int]], first: int) -> list[int]:
    """Tell for each node where those below it end, which is where those below its last child end."""
    ends = list(range(first + 1, first + 1 + len(children)))
    for offset in range(len(children) - 1, -1, -1):
        if children[offset]:
            ends[offset] = ends[children[offset][-1] - first]
    return ends
