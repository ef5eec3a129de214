"""Headings and blocks in the order of a page -> nested sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from drift.trees.fingerprint import make_section
from drift.trees.page import Block, Explicit, Link, Section

MAX_DEPTH = 100
"""Blocks or sections inside each other: beyond it a page is an attack, and recursion a crash."""


class Unbearable(Exception):  # noqa: N818 - a fact about the text, no failure of the program
    """Raised by a parser for a text that it will not read as its format; the message says why."""


class Slugger(Protocol):
    """A dialect's way of making anchors from the headings of one page: `drift.parse.anchors`."""

    def reserve(self, name: str) -> None:
        """Take note of an anchor that is written on the page."""
        ...

    def slug(self, title: str, *, written: str = "") -> str:
        """Make the next heading's anchor; empty where an id `written` there takes its place."""
        ...


class Heading(msgspec.Struct, frozen=True):
    """A heading as met in the order of the page, before it is known what it holds."""

    title: str
    # Plain text, white space folded.
    level: int
    # The level it is published with, from 1.
    line: int
    # Its first line; with anchors written above it, still that of the heading itself.
    anchors: tuple[Explicit, ...] = ()
    # Those written in the heading or directly before it; the first is what links name it by.
    written: str = ""
    # An id in the heading that replaces the generated one: `{#id}`.
    links: tuple[Link, ...] = ()
    markup: str = ""
    spelling: str = ""
    # The title with its own quotes and dashes, where they are not the title's: anchors follow them.


Item = Heading | Block | Explicit
"""What a parser hands over, in the order of the page; an `Explicit` is one of its section."""


class _Open:
    """A section whose end has not been met yet."""

    __slots__ = ("anchors", "blocks", "heading", "sections", "slug")

    def __init__(self, heading: Heading, slug: str) -> None:
        self.heading = heading
        self.slug = slug
        self.anchors: list[Explicit] = list(heading.anchors)
        self.blocks: list[Block] = []
        self.sections: list[Section] = []

    def close(self, last: int) -> Section:
        heading = self.heading
        written = heading.anchors[0].name if heading.anchors else heading.written
        return make_section(
            title=heading.title,
            level=heading.level,
            anchor=written or self.slug,
            lines=(heading.line, max(last, heading.line)),
            blocks=tuple(self.blocks),
            sections=tuple(self.sections),
            slug=self.slug,
            anchors=tuple(self.anchors),
            links=heading.links,
            markup=heading.markup,
        )


def nest(items: Sequence[Item], *, last_line: int, slugger: Slugger) -> Section:
    """Turn headings and blocks in the order of the page into nested sections.

    Sections nest by the order of levels: a page whose first heading has level 2 has that heading at
    depth 1, and a level 4 directly below it is at depth 2.

    Args:
        items: Headings, blocks and anchors in the order of the page.
        last_line: The last line of the page.
        slugger: The dialect's maker of anchors, fresh for this page.

    Returns:
        The root section, which covers the whole page.

    Raises:
        Unbearable: Sections are nested more deeply than `MAX_DEPTH`.
    """
    for name in _written(items):
        slugger.reserve(name)
    stack = [_Open(Heading(title="", level=0, line=1), "")]
    for item in items:
        if isinstance(item, Block):
            stack[0 if _is_note(item) else -1].blocks.append(item)
        elif isinstance(item, Explicit):
            slugger.reserve(item.name)
            stack[-1].anchors.append(item)
        else:
            _close(stack, item.level, _end_before(item))
            if len(stack) > MAX_DEPTH:
                raise Unbearable(f"sections nested more than {MAX_DEPTH} deep")
            stack.append(_Open(item, _slug(item, slugger)))
    _close(stack, 1, last_line)
    return stack[0].close(last_line)


def _is_note(block: Block) -> bool:
    """Notes stand at the foot of the page, wherever in it they are written."""
    return block.kind == "footnote" or "footnote" in block.container


def _written(items: Iterable[Item]) -> Iterable[str]:
    """Ids in headings are known before any anchor is generated; labels are met in their turn."""
    return (item.written for item in items if isinstance(item, Heading) and item.written)


def _slug(heading: Heading, slugger: Slugger) -> str:
    for anchor in heading.anchors:
        slugger.reserve(anchor.name)
    return slugger.slug(heading.spelling or heading.title, written=heading.written)


def _end_before(heading: Heading) -> int:
    """The line before a heading, or before the anchors that are written above it."""
    return min([heading.line, *(anchor.line for anchor in heading.anchors)]) - 1


def _close(stack: list[_Open], level: int, last: int) -> None:
    """Close what a heading of this level ends; the root, of level 0, stays open."""
    while stack[-1].heading.level >= level:
        ended = stack.pop()
        stack[-1].sections.append(ended.close(last))
