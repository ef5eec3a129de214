"""Parts of a section -> the hashes that tell whether anything in it changed."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from drift.trees.page import Anchor, Block, Explicit, Link, Section

SIZE = 12
"""Bytes a digest; at a million distinct sections a collision has a chance of one in 10^17."""


_FRAMES = frozenset(("html", "directive", "admonition"))
"""Kinds of which a block without words is only the frame of others: `<div>`, `.. only::`, a bare `.. note::`.

What frames a passage is its form; another format has another frame, or none.
"""


def digest(parts: Iterable[str | bytes]) -> bytes:
    """Hash a sequence of parts so that no two sequences run into each other.

    Args:
        parts: The parts in order.

    Returns:
        The digest, `SIZE` bytes long.
    """
    framed: list[bytes] = []
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        framed.append(b"%d:%b" % (len(data), data))
    return blake2b(b"".join(framed), digest_size=SIZE).digest()


class Own(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the hashes of a section follow from without its sections, whatever lines it stands on."""

    digest: bytes
    form: bytes
    subtree: bytes
    # As long as it has no sections.


def own_hashes(
    heading: tuple[str, int, str],
    blocks: tuple[Block, ...],
    links: tuple[Link, ...],
    anchors: tuple[Explicit, ...],
) -> Own:
    """Hash what stands in a section itself.

    Args:
        heading: Its title, its level, and its title's markup.
        blocks: Its blocks.
        links: Those in the heading.
        anchors: All that are written in it, its heading's first.

    Returns:
        The hashes.
    """
    title, level, markup = heading
    own = digest(_content(title, blocks, links))
    return Own(own, digest(_form(level, markup, blocks, anchors)), digest((own,)))


def make_section(  # noqa: PLR0913 - one argument a field, and all are needed for the hashes
    *,
    title: str,
    level: int,
    anchor: str,
    lines: tuple[int, int],
    blocks: tuple[Block, ...] = (),
    sections: tuple[Section, ...] = (),
    slug: str = "",
    anchors: tuple[Explicit, ...] = (),
    links: tuple[Link, ...] = (),
    markup: str = "",
    own: Own | None = None,
) -> Section:
    """Make a section with its hashes; the arguments are the fields of `Section`, and its own hashes if known."""
    if own is None:
        own = own_hashes((title, level, markup), blocks, links, anchors)
    if sections:
        subtree = digest((own.digest, *[child.subtree for child in sections]))
    else:
        subtree = own.subtree
    return Section(
        title=title,
        level=level,
        anchor=Anchor(anchor),
        lines=lines,
        digest=own.digest,
        subtree=subtree,
        form=own.form,
        blocks=blocks,
        sections=sections,
        slug=Anchor(slug),
        anchors=anchors,
        links=links,
        markup=markup,
    )


def _content(title: str, blocks: tuple[Block, ...], links: tuple[Link, ...]) -> Iterable[str]:
    yield title
    for link in links:
        yield from (link.label, link.target)
    for block in blocks:
        if block.text or block.links or block.kind not in _FRAMES:
            yield block.text
        for link in block.links:
            yield from (link.label, link.target)


def _form(
    level: int, markup: str, blocks: tuple[Block, ...], anchors: tuple[Explicit, ...]
) -> Iterable[str]:
    yield from (str(level), markup)
    for anchor in anchors:
        yield anchor.name
    for block in blocks:
        yield from (block.kind, block.name, block.arguments, block.markup, *block.container)
