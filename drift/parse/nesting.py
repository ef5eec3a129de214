"""Headings and blocks in the order of a page -> nested sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from drift.parse.anchors import Slugger
from drift.trees.fingerprint import Own, make_section, own_hashes
from drift.trees.page import Block, Explicit, Link, Section

MAX_DEPTH = 100
"""Blocks or sections inside each other: beyond it a page is an attack, and recursion a crash."""


class Unbearable(Exception):  # noqa: N818 - a fact about the text, no failure of the program
    """Raised by a parser for a text that it will not read as its format; the message says why."""


class Heading(msgspec.Struct, frozen=True, gc=False, array_like=True):
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


class Part(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What stands from one heading to the next, before it is known which sections the heading holds."""

    own: Own
    # The hashes of the section that begins here, without notes.
    heading: Heading | None = None
    # None only for what stands before the first heading.
    blocks: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    # Footnotes, wherever on the page they are referred to.
    anchors: tuple[Explicit, ...] = ()
    # Without the heading's.


class _Open:
    """A section whose end has not been met yet."""

    __slots__ = ("level", "part", "sections", "slug")

    def __init__(self, part: Part, level: int, slug: str) -> None:
        self.part = part
        self.level = level
        self.slug = slug
        self.sections: list[Section] = []

    def close(self, heading: Heading, last: int) -> Section:
        anchors = heading.anchors
        written = anchors[0].name if anchors else heading.written
        return make_section(
            title=heading.title,
            level=heading.level,
            anchor=written or self.slug,
            lines=(heading.line, max(last, heading.line)),
            blocks=self.part.blocks,
            sections=tuple(self.sections),
            slug=self.slug,
            anchors=anchors + self.part.anchors,
            links=heading.links,
            markup=heading.markup,
            own=self.part.own,
        )


def parts(items: Sequence[Item]) -> tuple[Part, ...]:
    """Cut a page's headings and blocks before each heading.

    Args:
        items: Headings, blocks and anchors in the order of the page.

    Returns:
        The parts; the first has no heading where something stands before the first one.
    """
    starts = [number for number, item in enumerate(items) if isinstance(item, Heading)]
    edges = [0, *starts, len(items)]
    return tuple(_part(items[start:end]) for start, end in pairwise(edges) if start < end)


def _part(items: Sequence[Item]) -> Part:
    heading = items[0] if isinstance(items[0], Heading) else None
    blocks: list[Block] = []
    notes: list[Block] = []
    anchors: list[Explicit] = []
    for item in items:
        if isinstance(item, Block):
            (notes if _is_note(item) else blocks).append(item)
        elif isinstance(item, Explicit):
            anchors.append(item)
    return make_part(heading, tuple(blocks), notes=tuple(notes), anchors=tuple(anchors))


def make_part(
    heading: Heading | None,
    blocks: tuple[Block, ...],
    *,
    notes: tuple[Block, ...] = (),
    anchors: tuple[Explicit, ...] = (),
) -> Part:
    """Make a part with its hashes; the arguments are the fields of `Part`."""
    return Part(_own(heading, blocks, anchors), heading, blocks, notes, anchors)


def _own(heading: Heading | None, blocks: tuple[Block, ...], anchors: tuple[Explicit, ...]) -> Own:
    if heading is None:
        return own_hashes(("", 0, ""), blocks, (), anchors)
    words = heading.title, heading.level, heading.markup
    return own_hashes(words, blocks, heading.links, heading.anchors + anchors)


def join_parts(parts: Sequence[Part], own: Own | None = None) -> Part:
    """Join parts of which only the first may have a heading.

    Args:
        parts: The parts in order, at least one.
        own: The hashes of them all, if known.

    Returns:
        The part that they make up.
    """
    heading = parts[0].heading
    blocks = tuple([block for part in parts for block in part.blocks])
    anchors = tuple([anchor for part in parts for anchor in part.anchors])
    notes = tuple([note for part in parts if part.notes for note in part.notes])
    made = own or _own(heading, blocks, anchors)
    return Part(made, heading, blocks, notes, anchors)


def nest_parts(parts: Sequence[Part], *, last_line: int, slugger: Slugger) -> Section:
    """Turn the parts of a page into nested sections.

    Sections nest by the order of levels: a page whose first heading has level 2 has that heading at
    depth 1, and a level 4 directly below it is at depth 2.

    Args:
        parts: The parts in the order of the page, their notes among their blocks.
        last_line: The last line of the page.
        slugger: The dialect's maker of anchors, fresh for this page.

    Returns:
        The root section, which covers the whole page.

    Raises:
        Unbearable: Sections are nested more deeply than `MAX_DEPTH`.
    """
    for name in _written(parts):
        slugger.reserve(name)
    first = parts[0] if parts and parts[0].heading is None else make_part(None, ())
    stack = [_Open(first, 0, "")]
    for part in parts:
        heading = part.heading
        if heading is not None:
            _close(stack, heading.level, _end_before(heading))
            if len(stack) > MAX_DEPTH:
                raise Unbearable(f"sections nested more than {MAX_DEPTH} deep")
            stack.append(_Open(part, heading.level, _slug(heading, slugger)))
        for anchor in part.anchors:
            slugger.reserve(anchor.name)
    _close(stack, 1, last_line)
    return stack[0].close(Heading(title="", level=0, line=1), last_line)


def _is_note(block: Block) -> bool:
    return block.kind == "footnote" or "footnote" in block.container


def _written(parts: Sequence[Part]) -> Iterator[str]:
    """Ids in headings are known before any anchor is generated; labels are met in their turn."""
    return (part.heading.written for part in parts if part.heading and part.heading.written)


def _slug(heading: Heading, slugger: Slugger) -> str:
    for anchor in heading.anchors:
        slugger.reserve(anchor.name)
    return slugger.slug(heading.spelling or heading.title, written=heading.written)


def _end_before(heading: Heading) -> int:
    """The line before a heading, or before the anchors that are written above it."""
    return min([heading.line, *[anchor.line for anchor in heading.anchors]]) - 1


def _close(stack: list[_Open], level: int, last: int) -> None:
    """Close what a heading of this level ends; the root, of level 0, stays open."""
    while stack[-1].level >= level:
        ended = stack.pop()
        if ended.part.heading is not None:
            stack[-1].sections.append(ended.close(ended.part.heading, last))
