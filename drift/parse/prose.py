"""Inline content of any format -> the text that a reader sees, its links, and its markup in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from drift.trees.page import CELL, Link, LinkKind

_TYPOGRAPHY = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"',
        "\u2013": "--", "\u2014": "--", "\u2015": "--", "\u2026": "...",
        "\u200b": None, "\ufeff": None, "\u00ad": None,
    }
)  # fmt: skip
_LONG_DASH = re.compile(r"(?<!-)---(?!-)")
_UNUSUAL = re.compile("[\u00ad\u2010-\u2026\u200b\ufeff]|---")


def straight(text: str) -> str:
    """Give text outside of code the spelling that a typewriter would: straight quotes, `--` for dashes, `...`.

    Generators turn the one into the other, and so do writers' keyboards; no reader takes it for a change.
    """
    if not _UNUSUAL.search(text):
        return text
    return _LONG_DASH.sub("--", text.translate(_TYPOGRAPHY))


Written = tuple[str, str, tuple[Link, ...]]
"""A text, its markup, and its links."""


def grid(rows: Iterable[Iterable[Written]]) -> Written:
    """Join the cells of a table: a line a row, cells parted by " | ", the spans of links true to the whole."""
    texts: list[str] = []
    markups: list[str] = []
    links: list[Link] = []
    length = 0
    for row in rows:
        parts: list[Written] = []
        for cell in row:
            links += (_shifted(link, length) for link in cell[2])
            length += len(cell[0]) + len(CELL)
            parts.append(cell)
        texts.append(CELL.join(part[0] for part in parts))
        markups.append(CELL.join(part[1] for part in parts))
        length += 1 - len(CELL) if parts else 1
    return "\n".join(texts), "\n".join(markups), tuple(links)


def _shifted(link: Link, by: int) -> Link:
    if link.span is None or not by:
        return link
    start, end = link.span
    return msgspec.structs.replace(link, span=(start + by, end + by))


class _Open:
    """A link whose label is being written."""

    __slots__ = ("kind", "line", "piece", "role", "start", "target", "unseen")

    def __init__(self, kind: LinkKind, target: str, line: int, role: str) -> None:
        self.kind: LinkKind = kind
        self.target = target
        self.line = line
        self.role = role
        self.start = -1
        self.piece = 0
        # Of the text, the first that is its label's.
        self.unseen = ""
        # What images in it are called, where that is no text.


class Prose:
    """Writes one block's inline content, folding white space so that spans stay true.

    White space is kept back until something follows it, so that none stands at the ends or inside a mark's end.
    """

    __slots__ = ("_images", "_length", "_links", "_marks", "_markup", "_open", "_space", "_text")

    def __init__(self, *, images: bool = True) -> None:
        """Begin with nothing.

        Args:
            images: Whether what an image is called is text; beside the words of a heading it is none.
        """
        self._images = images
        self._text: list[str] = []
        self._markup: list[str] = []
        self._length = 0
        self._space = False
        self._marks: list[str] = []
        self._open: list[_Open] = []
        self._links: list[Link] = []

    def text(self, text: str) -> None:
        """Add text outside of code."""
        self._add(straight(text))

    def code(self, code: str) -> None:
        """Add a code span, its characters as they are but for white space."""
        self.open("`")
        self._add(code)
        self.close("`")

    def open(self, mark: str) -> None:
        """Begin emphasis or the like; nothing is written for what stays empty."""
        self._marks.append(mark)

    def close(self, mark: str) -> None:
        """End what was begun with a mark."""
        if self._marks and self._marks[-1] == mark:
            self._marks.pop()
        else:
            self._markup.append(mark[::-1])

    def mark(self, markup: str) -> None:
        """Add what no reader sees: a comment, a reference to a footnote."""
        if markup.startswith("[^"):
            # Whether its mark stands off from the word before it is a matter of format.
            self._space = False
        self._markup.append(markup)

    def begin_link(self, kind: LinkKind, target: str, line: int, *, role: str = "") -> None:
        """Begin a link; what is added until its end is its label."""
        self._open.append(_Open(kind, target, line, role))
        self.open("[")

    def end_link(self) -> None:
        """End the innermost link."""
        link = self._open.pop()
        if self._marks and self._marks[-1] == "[":
            self._marks.pop()
        else:
            self._markup.append("]")
        span = (link.start, self._length) if link.start >= 0 else None
        label = "".join(self._text[link.piece :]) if span else link.unseen
        made = Link(link.kind, label, link.target, link.line, span=span, role=link.role)
        self._links.append(made)

    def link(self, kind: LinkKind, label: str, target: str, line: int, *, role: str = "") -> None:
        """Add a whole link with a label of plain text."""
        self.begin_link(kind, target, line, role=role)
        self._add(straight(label))
        self.end_link()

    def image(self, kind: LinkKind, label: str, target: str, line: int) -> None:
        """Add an image, which is a link with what it is called as its label."""
        if self._images:
            self.link(kind, label, target, line)
            return
        self._links.append(Link(kind, " ".join(straight(label).split()), target, line))
        for link in self._open:
            link.unseen = f"{link.unseen} {self._links[-1].label}".strip()

    def finish(self) -> Written:
        """Give the text, the markup, and the links in the order of their ends."""
        return "".join(self._text), "".join(self._markup), tuple(self._links)

    def _add(self, text: str) -> None:
        words = " ".join(text.split())
        if not words:
            self._space = self._space or bool(text)
            return
        self._space = self._space or text[0].isspace()
        self._settle()
        for link in self._open:
            if link.start < 0:
                link.start, link.piece = self._length, len(self._text)
        self._text.append(words)
        self._markup.append(words)
        self._length += len(words)
        self._space = text[-1].isspace()

    def _settle(self) -> None:
        if self._space and self._length:
            self._text.append(" ")
            self._markup.append(" ")
            self._length += 1
        self._space = False
        if self._marks:
            self._markup.extend(self._marks)
            self._marks.clear()
