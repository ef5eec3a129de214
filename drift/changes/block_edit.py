"""What differs in the own blocks of a section, and which of it went from one section to another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from drift.match.blocks import alike
from drift.trees.page import Block
from drift.trees.words import rough

TELLING_WORDS = 4
"""A block with fewer words that left one section and came to another is no sign of a move."""

_NAMED = re.compile(
    r"""<(?:a|span)(?:\s+(?:id|name)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>/]+))+\s*/?>"""
)
"""A tag that does nothing but name a place."""


class BlockEdit(msgspec.Struct, frozen=True):
    """One block that differs, on both sides or on one."""

    old: Block | None
    new: Block | None
    moved: bool = False
    # Within its section, or to or from another.
    told: bool = False
    # Whether links or placeholders are all that differs: their own kinds tell that.
    formatting: bool = False
    # Whether no word differs.
    respelled: bool = False
    # Whether nothing differs but how the targets of its links are written.


class SectionEdit(msgspec.Struct, frozen=True):
    """The blocks of a section that differ."""

    old: int
    new: int
    blocks: tuple[BlockEdit, ...]


def frames_of(blocks: Iterable[Block]) -> frozenset[str]:
    """Name the admonitions among some blocks."""
    return frozenset(block.name for block in blocks if block.kind == "admonition")


def shape(block: Block, frames: frozenset[str]) -> tuple[str, str, str, str, tuple[str, ...]]:
    """Give what a reader sees of a block besides its words.

    Args:
        block: The block.
        frames: The admonitions of its section, which tell themselves which of them it stands in.
    """
    # Which words are a link, and where it leads, is told by the kinds of links, and names in tags by those of anchors.
    markup = _NAMED.sub("", block.markup).replace("[", "").replace("]", "")
    for link in block.links if block.kind == "html" else ():
        markup = markup.replace(link.target, "")
    container = tuple("" if name in frames else name for name in block.container)
    return (block.kind, block.name, block.arguments, markup, container)


def is_renamed_frame(old: Block, new: Block) -> bool:
    """Tell whether an admonition is another one around the same words: a note that was made a warning.

    Args:
        old: A block.
        new: What it is now.
    """
    admonitions = old.kind == new.kind == "admonition"
    return admonitions and old.name != new.name and old.text == new.text


def moved_between(found: Sequence[SectionEdit]) -> tuple[SectionEdit, ...]:
    """Mark the blocks that left one section and stand, word for word, in another.

    One that stands there did not become what took its place, where the two have little in common.

    Args:
        found: The sections with what differs in them.

    Returns:
        The same, such blocks marked as moved on both sides.
    """
    gone = _texts(found, removed=True)
    come = _texts(found, removed=False)
    found = [
        msgspec.structs.replace(
            edit, blocks=tuple(part for block in edit.blocks for part in _torn(block, gone, come))
        )
        for edit in found
    ]
    gone = _texts(found, removed=True)
    come = _texts(found, removed=False)
    return tuple(
        msgspec.structs.replace(
            edit,
            blocks=tuple(
                msgspec.structs.replace(block, moved=True) if _left(block, gone, come) else block
                for block in edit.blocks
            ),
        )
        for edit in found
    )


def _texts(found: Sequence[SectionEdit], *, removed: bool) -> Counter[str]:
    texts: Counter[str] = Counter()
    for edit in found:
        for block in edit.blocks:
            lone = block.old if block.new is None else block.new if block.old is None else None
            if lone is not None and removed == (block.new is None):
                texts[lone.text] += 1
    return texts


def _torn(block: BlockEdit, gone: Counter[str], come: Counter[str]) -> tuple[BlockEdit, ...]:
    """Take two blocks apart of which one left, or came, and the other is in its place."""
    old, new = block.old, block.new
    if old is None or new is None or block.moved:
        return (block,)
    left = _stands_once(old.text, come, gone) or _stands_once(new.text, gone, come)
    if not left or alike(old.text, new.text):
        return (block,)
    return (BlockEdit(old, None), BlockEdit(None, new))


def _stands_once(text: str, there: Counter[str], here: Counter[str]) -> bool:
    return there[text] == 1 and not here[text] and len(rough(text)) >= TELLING_WORDS


def _left(block: BlockEdit, gone: Counter[str], come: Counter[str]) -> bool:
    if block.old is not None and block.new is not None:
        return block.moved
    lone = block.old or block.new
    text = lone.text if lone else ""
    return len(rough(text)) >= TELLING_WORDS and gone[text] == come[text] == 1
