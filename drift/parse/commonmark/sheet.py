"""A page of Markdown without its inside: its head apart from its body, and both together again as a tree."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from drift.parse.anchors import slugger
from drift.parse.base import last_line
from drift.parse.commonmark.converted import take_orphan
from drift.parse.commonmark.filled import fill
from drift.parse.commonmark.front_matter import FrontMatter, front_matter
from drift.parse.footnotes import settle_notes
from drift.parse.nesting import Part, make_part, nest_parts
from drift.trees.page import Block, Format, Page
from drift.trees.site import Dialect


class Sheet(msgspec.Struct, frozen=True):
    """A page, its front matter read."""

    head: FrontMatter
    body: str
    # What follows the front matter.
    last: int
    # The last line of the page.


def unfold(source: str) -> Sheet:
    """Part a page's front matter from its body.

    Args:
        source: The text, decoded.

    Returns:
        Both, all ends of lines alike.
    """
    text = source.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    head = front_matter(text)
    body = text.split("\n", head.lines)[head.lines :]
    return Sheet(head, "".join(body), last_line(text))


def page(sheet: Sheet, parts: Sequence[Part], dialect: Dialect) -> Page:
    """Put a page together.

    Args:
        sheet: Its head, and where it ends.
        parts: What its body says.
        dialect: How the site's generator makes anchors.

    Returns:
        The tree.

    Raises:
        Unbearable: Sections are nested too deeply.
    """
    head = sheet.head
    parts, orphan = (_kept(head.kept, parts), ()) if head.kept else take_orphan(parts)
    parts = fill(parts, head.title)
    titles = (part.heading.title for part in parts if part.heading)
    return Page(
        format=Format("markdown"),
        title=head.title or next(titles, ""),
        root=nest_parts(settle_notes(parts), last_line=sheet.last, slugger=slugger(dialect)),
        metadata=(*head.metadata, *orphan),
    )


def _kept(block: Block, parts: Sequence[Part]) -> Sequence[Part]:
    """Put front matter that cannot be read before everything else."""
    if not parts or parts[0].heading:
        return (make_part(None, (block,)), *parts)
    first = parts[0]
    return (
        make_part(None, (block, *first.blocks), notes=first.notes, anchors=first.anchors),
        *parts[1:],
    )
