"""A page -> what a reader could miss in it: its words, headings, link targets and data, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from drift.trees.page import Block, Link, Page, Section
from drift.trees.site import Site
from drift.trees.walk import walk
from drift.trees.words import words

What = Literal["word", "heading", "target", "datum"]

_WORD = re.compile(r"\w")


class Token(msgspec.Struct, frozen=True, gc=False):
    """One thing that may differ."""

    what: What
    text: str
    # What is compared: a word, the place that a link leads to, a key with its value.
    path: str
    section: tuple[str, ...]
    line: int
    block: int = -1
    # The number of its block on the page; -1 for a heading.
    written: str = ""
    # A target as written, a datum's key.
    first: bool = False
    # Of a heading: whether it is the first of its page, which may be the page's title.


def tokens(site: Site, path: str, renamed: dict[str, str]) -> list[Token]:
    """Read a page.

    Args:
        site: The revision it belongs to.
        path: Its path.
        renamed: The paths that pages of this revision have in the other, where they moved.

    Returns:
        What it holds, in its order.
    """
    return list(_read(site, site.pages[path], path, renamed))


def _read(site: Site, page: Page, path: str, renamed: dict[str, str]) -> Iterator[Token]:
    for datum in page.metadata:
        text = f"{datum.key}={datum.value}"
        yield Token("datum", text, path, (), datum.line, written=datum.key)
    number = 0
    for order, (trail, section) in enumerate(walk(page.root)):
        yield from _heading(site, section, (path, trail), first=order == 1, renamed=renamed)
        for block in section.blocks:
            for what, text, line, written in _block(site, block, path, renamed):
                yield Token(what, text, path, trail, line, number, written)
            number += 1


def _heading(
    site: Site,
    section: Section,
    where: tuple[str, tuple[str, ...]],
    *,
    first: bool,
    renamed: dict[str, str],
) -> Iterator[Token]:
    line = section.lines[0]
    for word in visible(section.title):
        yield Token("heading", word, *where, line, first=first)
    for link in section.links:
        place = _place(site, link, where[0], renamed)
        yield Token("target", place, *where, line, written=link.target)


def _block(
    site: Site, block: Block, path: str, renamed: dict[str, str]
) -> Iterator[tuple[What, str, int, str]]:
    entries = {name: link.line for link in block.links for name in (link.target, link.label)}
    for row, text in enumerate(block.text.split("\n")):
        line = entries.get(text.strip(), min(block.lines[0] + row, block.lines[1]))
        yield from (("word", word, line, "") for word in visible(text))
    for link in block.links:
        yield "target", _place(site, link, path, renamed), link.line, link.target


def visible(text: str) -> list[str]:
    """List the words of a text, without its punctuation marks."""
    return [word for word in words(text) if _WORD.search(word)]


def _place(site: Site, link: Link, path: str, renamed: dict[str, str]) -> str:
    """Name the place that a link leads to, so that another spelling of it is no difference."""
    target = site.resolve(path, link)
    if target.state == "found" and target.page:
        return f"{renamed.get(target.page, target.page)}#{target.anchor}"
    return target.url if target.state == "outside" and target.url else link.target
