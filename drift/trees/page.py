"""The tree of one page: page -> sections -> blocks -> links."""

from __future__ import annotations

from typing import Literal, NewType

import msgspec

Anchor = NewType("Anchor", str)
"""What a URL fragment can name, without the `#`."""

Format = NewType("Format", str)
"""The name of a markup format, which is its parser's: `markdown`, `rst`."""

Lines = tuple[int, int]
"""First and last line, 1-based and inclusive, in the file as stored."""

LinkKind = Literal["inline", "reference", "autolink", "image", "nav", "role", "html", "include"]

NAMED = "named"
"""The role of a link by a name that nothing on its page has; a file that is not read may define it."""

BlockKind = Literal[
    "paragraph",
    "list_item",
    "code",
    "table",
    "quote",
    "admonition",
    "directive",
    "html",
    "image",
    "definition",
    "footnote",
    "rule",
]


CELL = " | "
"""What parts the cells of a table's row in its text."""


class Link(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One reference from a page to somewhere."""

    kind: LinkKind
    label: str
    # What the reader sees, white space folded; an image's alternative text; empty where nothing was written.
    target: str
    # As written, after the format's own escapes are undone.
    line: int
    span: tuple[int, int] | None = None
    # Where the label stands in its block's text, as character offsets; None where it has no place there.
    role: str = ""
    # The role or directive that says how the target is to be read: `doc`, `ref`, `download`, `toctree`, …


class Block(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A paragraph, list item, code block, table, … with its own text and not that of blocks inside it.

    Blocks stand in a flat list in the order of the page; what encloses one is told by its `container`.
    """

    kind: BlockKind
    text: str
    # What a reader sees: markup stripped, white space folded. Code keeps its text exactly. A table is a line a row,
    # its cells joined by `CELL`. A toctree is its caption and its entries, a line each.
    lines: Lines
    name: str = ""
    # A directive's, admonition's, shortcode's or component's name; the language of code.
    arguments: str = ""
    # A directive's argument and options in a canonical order; nothing that is part of the text.
    container: tuple[str, ...] = ()
    # What it stands in, outermost first: `bullet`, `ordered`, `quote`, or the name of an admonition or directive.
    links: tuple[Link, ...] = ()
    markup: str = ""
    # The text with its inline markup in one spelling for all formats; equal texts with other markup differ in formatting.


class Explicit(msgspec.Struct, frozen=True, gc=False):
    """An anchor that somebody wrote: `{#id}`, `<a name>`, `.. _label:`, `(label)=`."""

    name: Anchor
    line: int
    label: bool = False
    # Whether it is a label of the whole tree, which any page can name (`:ref:`), or an id of its page only.


class Section(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A heading and everything up to the next heading of the same or a shallower depth."""

    title: str
    # Plain text; empty for the root section of a page.
    level: int
    # The level it is published with, 1 for `<h1>`; 0 for the root section.
    anchor: Anchor
    # What links name it by first: an id written at the heading, else the slug that the site's generator makes.
    lines: Lines
    # With all its sections.
    digest: bytes
    # Of its own title, texts and link targets, in no format's spelling.
    subtree: bytes
    # Of its own digest and those of all its sections.
    form: bytes
    # Of all that the digest leaves out and a reader can see: level, markup, containers, spelling of targets, anchors.
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    slug: Anchor = Anchor("")
    # The generated anchor alone.
    anchors: tuple[Explicit, ...] = ()
    links: tuple[Link, ...] = ()
    # Those in the heading itself.
    markup: str = ""
    # The heading's, as a block's.


class Datum(msgspec.Struct, frozen=True, gc=False):
    """One key of a page's front matter, or one page-level field of reStructuredText."""

    key: str
    value: str
    # As JSON with sorted keys, so that equal data is an equal string.
    line: int


class Page(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One document at one revision, without its path."""

    format: Format
    title: str
    # The front matter's title, else the text of the first heading, else empty.
    root: Section
    # What stands before the first heading; the sections below it are the page's outermost.
    metadata: tuple[Datum, ...] = ()
    unparsed: str = ""
    # Why the page could not be read as its format, in which case its lines are its blocks; else empty.
