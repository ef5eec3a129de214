"""Text -> page tree, whatever the format: the parsers and an honest fallback.

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
  container. Both belong to the section that first refers to it, wherever on the page it is written;
  one that nothing refers to, as a citation, stays where it is.
- `arguments` are the argument, then the options sorted by name, `:name: value`, joined by spaces.
- A heading inside a list, quote, admonition, footnote or table is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from drift.discovery import Variants
from drift.parse.nesting import Unbearable
from drift.parse.shelf import MemoryShelf
from drift.trees.fingerprint import make_section
from drift.trees.page import Block, Format, Page
from drift.trees.site import Dialect

MAX_CHARACTERS = 2 * 1024 * 1024
"""A page beyond this is not read as its format: it would take ten seconds, and no reader has it."""

CHUNK = 64 * 1024
"""Characters of a block where a page is not read as its format and has no blank lines."""

_BLANK = re.compile(r"\n[^\S\n]*\n")


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
    by_fragments: Callable[[str, Dialect, MemoryShelf], Page | None] | None = None
    # The same tree, put together from fragments that were read before; None where the page cannot be cut with
    # certainty. May raise what `parse` may.


parsers: Variants[Parser] = Variants("drift.parse", Parser)
"""The parsers, by name."""


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


def parse(source: str, *, suffix: str, dialect: Dialect, shelf: MemoryShelf | None = None) -> Page:
    """Read a page.

    Args:
        source: The text, decoded.
        suffix: The suffix of its file, which tells the format.
        dialect: How the site's generator makes anchors.
        shelf: Fragments of pages that were read before, to which those of this page are added; None reads
            it whole. The tree is the same.

    Returns:
        The tree; one with `unparsed` set where the text could not be read as its format.
    """
    parser = parser_for(suffix)
    if parser is None:
        name = Format(suffix.lstrip(".").lower() or "text")
        return unparsed(source, format=name, reason=f"no parser reads {suffix or 'such files'}")
    return read(parser, source, dialect, shelf=shelf)


def read(
    parser: Parser, source: str, dialect: Dialect, *, shelf: MemoryShelf | None = None
) -> Page:
    """Read a page with a given parser, falling back to its lines where it cannot bear the text.

    Args:
        parser: The format's parser.
        source: The text, decoded.
        dialect: How the site's generator makes anchors.
        shelf: Fragments that were read before, as for `parse`.

    Returns:
        The tree; one with `unparsed` set where the text could not be read as its format.
    """
    name = Format(parser.name)
    if len(source) > MAX_CHARACTERS:
        size = f"{len(source):,} characters, more than {MAX_CHARACTERS:,}"
        return unparsed(source, format=name, reason=size)
    page = _by_fragments(parser, source, dialect, shelf) if shelf is not None else None
    if page is not None:
        return page
    try:
        return parser.parse(source, dialect)
    except Unbearable as refusal:
        return unparsed(source, format=name, reason=str(refusal))
    except RecursionError:
        return unparsed(source, format=name, reason="nested too deeply")
    except Exception as fault:  # noqa: BLE001 - one page must not cost the whole run; the tree says so
        return unparsed(source, format=name, reason=f"{parser.name} parser: {fault!r}"[:200])


def _by_fragments(parser: Parser, source: str, dialect: Dialect, shelf: MemoryShelf) -> Page | None:
    """Put a page together from fragments, or tell that it has to be read whole."""
    if parser.by_fragments is None:
        return None
    try:
        return parser.by_fragments(source, dialect, shelf)
    except Exception:  # noqa: BLE001 - what is wrong with the page is told in one way, that of the whole
        return None


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
