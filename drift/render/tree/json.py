"""Pages -> one JSON document with their sections, blocks and links, each link with what it points to."""

from __future__ import annotations

import msgspec

from drift.explain.base import Side
from drift.render.base import Renderer
from drift.render.encode import encode
from drift.render.tree.view import TreeView
from drift.trees.page import Block, Datum, Explicit, Link, Page, Section
from drift.trees.site import NavEntry, Site, Target


class LinkNode(msgspec.Struct, frozen=True):
    """A link as written and as resolved."""

    kind: str
    label: str
    target: str
    line: int
    role: str
    resolved: Target


class BlockNode(msgspec.Struct, frozen=True):
    """A block with its links resolved."""

    kind: str
    name: str
    arguments: str
    container: tuple[str, ...]
    lines: tuple[int, int]
    text: str
    links: tuple[LinkNode, ...]


class SectionNode(msgspec.Struct, frozen=True):
    """A section with all below it."""

    title: str
    level: int
    anchor: str
    lines: tuple[int, int]
    digest: str
    subtree: str
    anchors: tuple[Explicit, ...]
    links: tuple[LinkNode, ...]
    blocks: tuple[BlockNode, ...]
    sections: tuple[SectionNode, ...]


class PageNode(msgspec.Struct, frozen=True):
    """A page under its path."""

    path: str
    format: str
    title: str
    unparsed: str
    metadata: tuple[Datum, ...]
    root: SectionNode


class TreeDocument(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="drift.trees/1"
):
    """The trees of a revision."""

    revision: Side
    dialect: str
    pages: tuple[PageNode, ...]
    nav: tuple[NavEntry, ...]


def render(view: TreeView) -> str:
    """Write the pages as JSON.

    Args:
        view: The pages; how people wish to see them plays no part.

    Returns:
        The document, indented, with a line end.
    """
    return encode(
        TreeDocument(
            revision=view.side,
            dialect=view.site.dialect,
            pages=tuple(_page(path, page, view.site) for path, page in view.pages.items()),
            nav=tuple(entry for entry in view.site.nav if entry.page in view.pages),
        )
    )


def _page(path: str, page: Page, site: Site) -> PageNode:
    root = _section(path, page.root, site)
    return PageNode(path, page.format, page.title, page.unparsed, page.metadata, root)


def _section(path: str, section: Section, site: Site) -> SectionNode:
    return SectionNode(
        title=section.title,
        level=section.level,
        anchor=section.anchor,
        lines=section.lines,
        digest=section.digest.hex(),
        subtree=section.subtree.hex(),
        anchors=section.anchors,
        links=_links(path, section.links, site),
        blocks=tuple(_block(path, block, site) for block in section.blocks),
        sections=tuple(_section(path, below, site) for below in section.sections),
    )


def _block(path: str, block: Block, site: Site) -> BlockNode:
    return BlockNode(
        kind=block.kind,
        name=block.name,
        arguments=block.arguments,
        container=block.container,
        lines=block.lines,
        text=block.text,
        links=_links(path, block.links, site),
    )


def _links(path: str, links: tuple[Link, ...], site: Site) -> tuple[LinkNode, ...]:
    return tuple(
        LinkNode(link.kind, link.label, link.target, link.line, link.role, site.resolve(path, link))
        for link in links
    )


JSON = Renderer("json", render)
