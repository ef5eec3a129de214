"""A part of a page, read as if the page began with it -> the same part on its lines."""

from __future__ import annotations

from drift.parse.nesting import Heading, Part
from drift.trees.page import Block, Explicit, Link


def shift(parts: tuple[Part, ...], by: int) -> tuple[Part, ...]:
    """Move parts down a page.

    Args:
        parts: The parts.
        by: How many lines.

    Returns:
        The same parts with other lines; the very same objects where they stay.
    """
    return tuple([_part(part, by) for part in parts]) if by else parts


def _part(part: Part, by: int) -> Part:
    # Structs are made by place and tuples of lists throughout: a long page shifts ten thousands of these.
    return Part(
        part.own,
        _heading(part.heading, by) if part.heading is not None else None,
        tuple([shift_block(block, by) for block in part.blocks]),
        tuple([shift_block(block, by) for block in part.notes]) if part.notes else (),
        _anchors(part.anchors, by) if part.anchors else (),
    )


def _heading(heading: Heading, by: int) -> Heading:
    return Heading(
        heading.title,
        heading.level,
        heading.line + by,
        _anchors(heading.anchors, by) if heading.anchors else (),
        heading.written,
        _links(heading.links, by) if heading.links else (),
        heading.markup,
        heading.spelling,
    )


def shift_block(block: Block, by: int) -> Block:
    """Move a block down a page.

    Args:
        block: The block.
        by: How many lines.

    Returns:
        The same block on its lines, and so its links.
    """
    first, last = block.lines
    links = block.links
    return Block(
        block.kind,
        block.text,
        (first + by, last + by),
        block.name,
        block.arguments,
        block.container,
        _links(links, by) if links else links,
        block.markup,
    )


def _links(links: tuple[Link, ...], by: int) -> tuple[Link, ...]:
    return tuple(
        [
            Link(link.kind, link.label, link.target, link.line + by, link.span, link.role)
            for link in links
        ]
    )


def _anchors(anchors: tuple[Explicit, ...], by: int) -> tuple[Explicit, ...]:
    return tuple([Explicit(anchor.name, anchor.line + by, anchor.label) for anchor in anchors])
