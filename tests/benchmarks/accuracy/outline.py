"""A page's source text as an outline that can be edited and written back.

It is a reading of its own, by lines, and knows nothing of the parsers under test: a page that the two readings
see differently is left out of the benchmark and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

ChunkKind = Literal["paragraph", "list", "table", "other"]


@dataclass(eq=False)
class Chunk:
    """Some lines of a section between two blank lines, or a whole list, fence or directive."""

    kind: ChunkKind
    source: str
    gap: str = "\n"


@dataclass(eq=False)
class Node:
    """A section: its heading, its own chunks, and the sections below it."""

    title: str
    level: int
    raw: str = ""
    # The heading's lines as they stand; empty when they are to be written anew.
    lead: str = ""
    # Label lines that belong to the heading.
    gap: str = "\n"
    suffix: str = ""
    # What follows the title on its line: an explicit id.
    chunks: list[Chunk] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Go through this section and all below it, in the order of the page."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(eq=False)
class Sheet:
    """A page: where it lies, its front matter, and its root section."""

    path: str
    format: Literal["markdown", "rst"]
    front: str
    root: Node
    adornments: list[str] = field(default_factory=list)
    # RST only: the underline of each level, outermost first; two characters where there is an overline.

    def nodes(self) -> list[Node]:
        """List all sections but the root, in the order of the page."""
        return list(self.root.walk())[1:]

    def parent(self, node: Node) -> Node:
        """Find the section that a section stands in.

        Args:
            node: A section of this page.

        Returns:
            Its parent.

        Raises:
            LookupError: It does not stand on this page.
        """
        for candidate in self.root.walk():
            if any(child is node for child in candidate.children):
                return candidate
        raise LookupError(node.title)

    def section(self, node: Node) -> tuple[str, ...]:
        """Tell the section path of a section as plain text."""
        trail: tuple[str, ...] = ()
        while node is not self.root:
            trail = (plain(node.title), *trail)
            node = self.parent(node)
        return trail

    def paths(self) -> list[tuple[str, ...]]:
        """List the section paths of the page, in its order."""
        return list(_paths(self.root, ()))


def _paths(node: Node, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for child in node.children:
        here = (*above, plain(child.title))
        yield here
        yield from _paths(child, here)


_STRIP = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"\{[\w:-]+\}`([^`<]*?)\s*(?:<[^>`]*>)?`"), r"\1"),
    (re.compile(r":[\w:+-]+:`([^`<]*?)\s*(?:<[^>`]*>)?`"), r"\1"),
    (re.compile(r"`([^`<]+?)\s*<[^>`]*>`__?"), r"\1"),
    (re.compile(r"``(.+?)``"), r"\1"),
    (re.compile(r"`([^`]+)`_?_?"), r"\1"),
    (re.compile(r"</?[A-Za-z][^>]*>"), ""),
    (re.compile(r"\*\*|__|(?<!\\)\*"), ""),
    (re.compile(r"\\(?=[^\w\s])"), ""),
    (re.compile(r"(?<!\w)_([^_]+)_(?!\w)"), r"\1"),
)


def plain(text: str) -> str:
    """Strip the inline markup of either format, as well as lines of regular expressions can."""
    for pattern, kept in _STRIP:
        text = pattern.sub(kept, text)
    quotes = str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''")
    return " ".join(text.translate(quotes).split())


def write(sheet: Sheet) -> str:
    """Write a page back as source text.

    Args:
        sheet: The page.

    Returns:
        Its text; the very text it was read from when nothing was edited, but for a blank line at the end.
    """
    return sheet.front + "".join(_write(sheet, sheet.root))


def _write(sheet: Sheet, node: Node) -> Iterator[str]:
    if node is not sheet.root:
        yield node.lead
        yield (node.raw or _heading(sheet, node)) + node.gap
    for chunk in node.chunks:
        yield chunk.source + chunk.gap
    for child in node.children:
        yield from _write(sheet, child)


def _heading(sheet: Sheet, node: Node) -> str:
    if sheet.format == "markdown":
        return f"{'#' * node.level} {node.title}{node.suffix}\n"
    while len(sheet.adornments) < node.level:
        sheet.adornments.append(
            next(mark for mark in "=-~^\"'`#*+:." if mark not in sheet.adornments)
        )
    mark = sheet.adornments[node.level - 1]
    line = mark[0] * max(len(node.title), 4)
    over = f"{line}\n" if len(mark) > 1 else ""
    return f"{over}{node.title}\n{line}\n"


def nest(root: Node, flat: list[Node]) -> None:
    """Hang sections that follow each other into one another, by the order of their levels."""
    open_: list[Node] = [root]
    for node in flat:
        while len(open_) > 1 and open_[-1].level >= node.level:
            open_.pop()
        open_[-1].children.append(node)
        open_.append(node)
