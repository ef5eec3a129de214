"""Paired sections -> what differs between their own blocks, block by block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from drift.changes.homes import renamed
from drift.changes.placeholders import without_placeholders
from drift.match.blocks import BlockPair, match_blocks
from drift.match.links import LinkPair
from drift.match.matching import Matching
from drift.tree.page import Block

TELLING_WORDS = 4
"""A block with fewer words that left one section and came to another is no sign of a move."""

_WORD = re.compile(r"\w")

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


class SectionEdit(msgspec.Struct, frozen=True):
    """The blocks of a section that differ."""

    old: int
    new: int
    blocks: tuple[BlockEdit, ...]


Entries = frozenset[tuple[str, int]]
"""Files and lines of the entries of a navigation."""


def edits(
    matching: Matching, links: Sequence[LinkPair], entries: Entries
) -> tuple[SectionEdit, ...]:
    """Find what differs in the own blocks of paired sections, and of the parts of splits and merges.

    Args:
        matching: The matching.
        links: The links, paired.
        entries: Where the new navigation stands; the order of its entries is told by the navigation.

    Returns:
        The sections with a difference, in the order of the new pages.
    """
    respelled = _respelled(matching, links, entries)
    parts = _parts(matching)
    taken_old = {(part.old, p.old) for part in parts for p in part.pairs if p.new is not None}
    taken_new = {(part.new, p.new) for part in parts for p in part.pairs if p.old is not None}
    found: list[SectionEdit] = []
    for old, new in _units(matching):
        one, other = matching.old.nodes[old].section, matching.new.nodes[new].section
        if (one.digest, one.form) == (other.digest, other.form) and old not in respelled:
            continue
        page = matching.new.nodes[new].page
        same_format = matching.old.page_of(old).format == matching.new.page_of(new).format
        blocks = tuple(
            edit
            for pair in matching.evidence.blocks(old, new)
            if (pair.new is not None or (old, pair.old) not in taken_old)
            and (pair.old is not None or (new, pair.new) not in taken_new)
            and (edit := _edit(one.blocks, other.blocks, pair, respelled.get(old, set())))
            and (same_format or not edit.formatting)
            and not ((edit.moved or edit.formatting) and _is_entry(edit, page, entries))
        )
        if blocks:
            found.append(SectionEdit(old, new, blocks))
    return _moved_between((*found, *_part_edits(matching, parts)))


def _is_entry(edit: BlockEdit, page: str, entries: Entries) -> bool:
    """Tell whether a block is an entry of the navigation and nothing else."""
    block = edit.new
    return block is not None and _told(block, None) and (page, block.lines[0]) in entries


def _units(matching: Matching) -> list[tuple[int, int]]:
    pairs = matching.sections.by_new.values()
    return sorted(((pair.old, pair.new) for pair in pairs), key=lambda pair: pair[1])


def _respelled(
    matching: Matching, links: Sequence[LinkPair], entries: Entries
) -> dict[int, set[int]]:
    """Find the blocks with a link whose target is another spelling of the same place, by old node."""
    found: dict[int, set[int]] = {}
    for pair in links:
        old, new = pair.old, pair.new
        if old is None or new is None or pair.moved or old.home != new.home:
            continue
        page = matching.new.nodes[new.node].page
        # An entry of the navigation follows its page, whatever that is called.
        if old.link.target == new.link.target or (page, new.link.line) in entries:
            continue
        if not renamed(old, new):
            found.setdefault(old.node, set()).add(old.block)
    return found


def _edit(
    old: Sequence[Block], new: Sequence[Block], pair: BlockPair, respelled: set[int]
) -> BlockEdit | None:
    if pair.old is None or pair.new is None:
        one = None if pair.old is None else old[pair.old]
        other = None if pair.new is None else new[pair.new]
        block = one or other
        empty = block is not None and not block.text and not block.links
        return BlockEdit(one, other, told=_told(one, other), formatting=empty)
    one, other = old[pair.old], new[pair.new]
    if one.text == other.text:
        if _shape(one) != _shape(other) or pair.old in respelled:
            return BlockEdit(one, other, pair.moved, formatting=not pair.moved)
        return BlockEdit(one, other, moved=True) if pair.moved else None
    return BlockEdit(one, other, pair.moved, told=_told(one, other))


def _shape(block: Block) -> tuple[str, str, str, str, tuple[str, ...]]:
    # Which words are a link is told by the kinds of links, and names in tags by those of anchors.
    markup = _NAMED.sub("", block.markup).replace("[", "").replace("]", "")
    return (block.kind, block.name, block.arguments, markup, block.container)


def _told(one: Block | None, other: Block | None) -> bool:
    """Tell whether two texts differ in nothing but links and placeholders."""
    left, right = _bare(one), _bare(other)
    if one is None or other is None:
        block = one or other
        return (
            block is not None and bool(block.links or block.text) and not _WORD.search(left + right)
        )
    return left == right


def _bare(block: Block | None) -> str:
    """Give the words of a block outside of its links and placeholders."""
    if block is None:
        return ""
    kept, end = "", 0
    for start, stop in sorted(link.span for link in block.links if link.span):
        kept += block.text[end:start]
        end = max(end, stop)
    kept += block.text[end:]
    for link in block.links:
        # An entry of a table of contents that has no title of its own shows its target.
        if link.kind == "nav" and not link.span:
            kept = kept.replace(link.target, "", 1)
    return " ".join(without_placeholders(kept).split()).strip(" ,;|")


class _Part(msgspec.Struct, frozen=True, eq=False):
    """A section that shares blocks with one that is not its counterpart: a part of a split or of a merge."""

    old: int
    new: int
    pairs: tuple[BlockPair, ...]


def _parts(matching: Matching) -> list[_Part]:
    """Pair the blocks that the whole of a split lost with those of its parts, and the reverse for merges."""
    parts = [
        (spread.whole, part)
        for spread in matching.splits
        for part in spread.parts
        if matching.new.nodes[part].depth
    ]
    parts += [
        (part, spread.whole)
        for spread in matching.merges
        for part in spread.parts
        if matching.old.nodes[part].depth
    ]
    modulo = matching.evidence.modulo
    found: list[_Part] = []
    for old, new in sorted(parts):
        lost, gained = _free(matching, old, new)
        one, other = matching.old.nodes[old].section.blocks, matching.new.nodes[new].section.blocks
        pairs = match_blocks([one[i] for i in lost], [other[j] for j in gained], modulo)
        numbered = (
            BlockPair(
                None if p.old is None else lost[p.old],
                None if p.new is None else gained[p.new],
            )
            for p in pairs
        )
        found.append(_Part(old, new, tuple(numbered)))
    return found


def _free(matching: Matching, old: int, new: int) -> tuple[list[int], list[int]]:
    """List the blocks of two sections that are in no pair with the section's own counterpart."""
    evidence = matching.evidence
    lost = set(range(len(matching.old.nodes[old].section.blocks)))
    gained = set(range(len(matching.new.nodes[new].section.blocks)))
    stays, came = matching.sections.new_of(old), matching.sections.old_of(new)
    if stays is not None:
        lost = {p.old for p in evidence.blocks(old, stays) if p.new is None and p.old is not None}
    if came is not None:
        gained = {p.new for p in evidence.blocks(came, new) if p.old is None and p.new is not None}
    return sorted(lost), sorted(gained)


def _part_edits(matching: Matching, parts: Sequence[_Part]) -> Iterable[SectionEdit]:
    """Find what differs in the parts themselves: blocks edited on the way, and blocks that came from nowhere."""
    for part in parts:
        one = matching.old.nodes[part.old].section.blocks
        other = matching.new.nodes[part.new].section.blocks
        alone_old = part.old not in matching.sections.by_old
        alone_new = part.new not in matching.sections.by_new
        blocks = tuple(
            edit
            for pair in part.pairs
            if (edit := _edit(one, other, pair, set()))
            and not edit.formatting
            and (edit.old is not None or alone_new)
            and (edit.new is not None or alone_old)
        )
        if blocks:
            yield SectionEdit(part.old, part.new, blocks)


def _moved_between(found: Sequence[SectionEdit]) -> tuple[SectionEdit, ...]:
    """Mark the blocks that left one section and stand, word for word, in another."""
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


def _left(block: BlockEdit, gone: Counter[str], come: Counter[str]) -> bool:
    if block.old is not None and block.new is not None:
        return block.moved
    lone = block.old or block.new
    text = lone.text if lone else ""
    return len(text.split()) >= TELLING_WORDS and gone[text] == come[text] == 1
