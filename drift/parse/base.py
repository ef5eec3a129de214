"""Text -> page tree, whatever the format: the parsers, nesting of headings, an honest fallback.

What the parsers agree on beyond the types, so that the same words give the same blocks:

- A list item is a block of its first paragraph, its own list last in its `container`: `("bullet",)`.
  What follows in the item has the same container and its own kind. An item that begins with
  something else is no block, unless it is empty.
- A paragraph whose innermost container is `quote` is of kind `quote`.
- An admonition is a block whose text is the title as written, or empty; `name` is its lower-case
  name, and the blocks of its body follow, the name last in their container. A directive with a body
  of prose likewise.
- A term is a block `definition`; the first paragraph of what defines it is another, with
  `definition` last in its container, as in that of all that follows in it.
- A footnote is a block of its first paragraph, `name` its label; what follows has `footnote` in its
  container.
- `arguments` are the argument, then the options sorted by name, `:name: value`, joined by spaces.
- A heading inside a list, quote, admonition, footnote or table is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol

import msgspec

from drift.discovery import discover
from drift.tree.fingerprint import make_section
from drift.tree.page import Block, Explicit, Format, Link, Page, Section
from drift.tree.site import Dialect

MAX_CHARACTERS = 2 * 1024 * 1024
"""A page beyond this is not read as its format: it would take ten seconds, and no reader has it."""

CHUNK = 64 * 1024
"""Characters of a block where a page is not read as its format and has no blank lines."""

MAX_DEPTH = 100
"""Blocks or sections inside each other: beyond it a page is an attack, and recursion a crash."""


_BLANK = re.compile(r"\n[^\S\n]*\n")


class Unbearable(Exception):  # noqa: N818 - a fact about the text, no failure of the program
    """Raised by a parser for a text that it will not read as its format; the message says why."""


class Parser(msgspec.Struct, frozen=True):
    """One markup format.

    `discover` imports every module of this folder, so a format whose library is slow to import
    keeps the modules that need it in a package of its own and imports them with its first page.
    """

    name: str
    version: int
    # Raised with every change of the trees that it makes, so that no cache mixes them.
    suffixes: tuple[str, ...]
    # With their dot, in lower case.
    parse: Callable[[str, Dialect], Page]
    # May raise `Unbearable`; no text may make it raise anything else.


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


@cache
def parsers() -> dict[str, Parser]:
    """Give the parsers by name."""
    return discover("drift.parse", Parser)


@cache
def parser_for(suffix: str) -> Parser | None:
    """Give the parser that reads files with a suffix.

    Args:
        suffix: A file's suffix with its dot, in any case.

    Returns:
        The parser, or None where such files are no documents.
    """
    found = (parser for parser in parsers().values() if suffix.lower() in parser.suffixes)
    return next(found, None)


def parse(source: str, *, suffix: str, dialect: Dialect) -> Page:
    """Read a page.

    Args:
        source: The text, decoded.
        suffix: The suffix of its file, which tells the format.
        dialect: How the site's generator makes anchors.

    Returns:
        The tree; one with `unparsed` set where the text could not be read as its format.
    """
    parser = parser_for(suffix)
    if parser is None:
        name = Format(suffix.lstrip(".").lower() or "text")
        return unparsed(source, format=name, reason=f"no parser reads {suffix or 'such files'}")
    return read(parser, source, dialect)


def read(parser: Parser, source: str, dialect: Dialect) -> Page:
    """Read a page with a given parser, falling back to its lines where it cannot bear the text.

    Args:
        parser: The format's parser.
        source: The text, decoded.
        dialect: How the site's generator makes anchors.

    Returns:
        The tree; one with `unparsed` set where the text could not be read as its format.
    """
    name = Format(parser.name)
    if len(source) > MAX_CHARACTERS:
        size = f"{len(source):,} characters, more than {MAX_CHARACTERS:,}"
        return unparsed(source, format=name, reason=size)
    try:
        return parser.parse(source, dialect)
    except Unbearable as refusal:
        return unparsed(source, format=name, reason=str(refusal))
    except RecursionError:
        return unparsed(source, format=name, reason="nested too deeply")
    except Exception as fault:  # noqa: BLE001 - one page must not cost the whole run; the tree says so
        return unparsed(source, format=name, reason=f"{parser.name} parser: {fault!r}"[:200])


def unparsed(source: str, *, format: Format, reason: str) -> Page:  # noqa: A002 - the tree's word
    """Make the tree of a page that cannot be read as its format: its paragraphs, as they stand.

    Args:
        source: The text.
        format: The format it should have had.
        reason: Why it could not be read.

    Returns:
        A page whose root section holds everything.
    """
    blocks: list[Block] = []
    line = 1
    for passage in _passages(source):
        ends = passage.count("\n")
        text = passage.strip()
        if text:
            first = line + passage[: passage.index(text[0])].count("\n")
            lines = (first, first + text.count("\n"))
            blocks.append(Block(kind="paragraph", text=fold(text), lines=lines))
        line += ends
    root = make_section(
        title="", level=0, anchor="", lines=(1, last_line(source)), blocks=tuple(blocks)
    )
    return Page(format=format, title="", root=root, unparsed=reason or "unreadable")


def _passages(source: str) -> Iterator[str]:
    """Cut a text behind its blank lines; where it has none, behind the line that fills a chunk."""
    start, blank = 0, _BLANK.search(source)
    while start < len(source):
        end = blank.end() if blank else len(source)
        if end - start > CHUNK:
            end = source.find("\n", start + CHUNK) + 1 or len(source)
        yield source[start:end]
        start = end
        if blank and blank.end() <= start:
            blank = _BLANK.search(source, start)


def fold(text: str) -> str:
    """Fold white space: no text that a reader sees differs by it."""
    return " ".join(text.split())


def last_line(source: str) -> int:
    """Give the number of the last line of a text, at least 1."""
    return max(1, source.count("\n") + (not source.endswith("\n")))


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
            stack[-1].blocks.append(item)
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
