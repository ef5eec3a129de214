"""A page -> what a reader could miss in it: its words, headings, link targets and data, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from drift.site.globs import is_glob
from drift.trees.page import Block, Link, Page, Section
from drift.trees.site import Site
from drift.trees.walk import walk
from drift.trees.words import is_read, spans, visible

What = Literal["word", "heading", "target", "datum"]


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
    spot: str = ""
    # Of a target that was not found: where in the tree it would be; of a URL, that URL.
    found: bool = False
    # Whether a target is in the tree.
    entry: bool = False
    # Whether it is part of an entry of a table of contents.
    unsure: bool = False
    # Whether it may be somewhere that the tree does not tell of.
    glued: tuple[str, ...] = ()
    # Of a word that begins or ends with the label of a link: what of it is the label's, such as `Id` in `[Id]s`; of one
    # that labels without a blank between them make, the parts of all.
    near: int = 0
    # Of what is written outside of its section, as footnotes are: the section's line that is nearest to it.

    @property
    def home(self) -> int:
        """The line by which it belongs to its section."""
        return self.near or self.line


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
        text = f"{datum.key}={_data(datum.value)}"
        yield Token("datum", text, path, (), datum.line, written=datum.key)
    number = 0
    for order, (trail, section) in enumerate(walk(page.root)):
        yield from _heading(site, section, (path, trail), first=order == 1, renamed=renamed)
        for block in section.blocks:
            listed = any(link.kind == "nav" for link in block.links)
            near = _near(block, section)
            for text, line, glued in _words(block):
                yield Token(
                    "word", text, path, trail, line, number, entry=listed, glued=glued, near=near
                )
            for link in block.links:
                where = (path, trail, link.line, number)
                if link.kind == "nav" and is_glob(link.target):
                    yield from _listed(site, link, where, renamed)
                else:
                    yield _target(site, link, where, renamed, near=near)
            number += 1


def _near(block: Block, section: Section) -> int:
    """Give the line of a section that is nearest to a block of it, where that is written elsewhere."""
    (first, last), (top, end) = block.lines, section.lines
    return top if last < top else end if first > end else 0


def _data(value: str) -> str:
    """Give a datum in one spelling: `1.0` is `1`, and text that says a number or a truth is that."""
    data = msgspec.json.decode(value)
    if isinstance(data, float) and data.is_integer():
        return str(int(data))
    return data if isinstance(data, str) else value


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
        yield _target(site, link, (*where, line, -1), renamed)


def _words(block: Block) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """List the words of a block, with their lines and what of each belongs to a label."""
    entries = {name: link.line for link in block.links for name in (link.target, link.label)}
    # An entry of a toctree that has no title shows the title of its page; what is written is its target.
    bare = {link.target for link in block.links if link.kind == "nav" and link.span is None}
    labels = [link.span for link in block.links if link.span]
    start = 0
    for row, text in enumerate(block.text.split("\n")):
        line = entries.get(text.strip(), min(block.lines[0] + row, block.lines[1]))
        for a, b in spans(text) if text.strip() not in bare else ():
            if is_read(word := text[a:b]):
                yield word, line, _glued(word, start + a, labels)
        start += len(text) + 1


def _glued(word: str, start: int, labels: list[tuple[int, int]]) -> tuple[str, ...]:
    end = start + len(word)
    shared = [(max(a, start), min(b, end)) for a, b in labels]
    return tuple(word[a - start : b - start] for a, b in shared if a < b and b - a < len(word))


def _listed(
    site: Site, glob: Link, where: tuple[str, tuple[str, ...], int, int], renamed: dict[str, str]
) -> Iterator[Token]:
    """Name the pages that a glob of a table of contents lists: readers see those, whichever pattern they fit."""
    for entry in site.nav:
        if (entry.path, entry.line) == (where[0], glob.line):
            place = f"{renamed.get(entry.page, entry.page)}#"
            yield Token("target", place, *where, glob.target, found=True, entry=True)


def _target(
    site: Site,
    link: Link,
    where: tuple[str, tuple[str, ...], int, int],
    renamed: dict[str, str],
    *,
    near: int = 0,
) -> Token:
    """Name the place that a link leads to, so that another spelling of it is no difference.

    What was not found is named as it is written, and besides by the place that it would have: on a page that moved, one
    place has two spellings, and one spelling two places.
    """
    target = site.resolve(where[0], link)
    place = f"{renamed.get(target.page, target.page)}#{target.anchor}" if target.page else ""
    found = target.state == "found" and bool(place)
    out = target.url if target.state == "outside" and target.url else link.target
    url = link.target if "://" in link.target else ""
    spot = url or ("" if found else place)
    return Token(
        "target",
        place if found else out,
        *where,
        link.target,
        spot=spot,
        found=found,
        entry=link.kind == "nav",
        unsure=target.state == "unknown",
        near=near,
    )
