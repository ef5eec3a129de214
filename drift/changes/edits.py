"""Paired sections -> what differs between their own blocks, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from drift.changes.block_edit import (
    BlockEdit,
    SectionEdit,
    frames_of,
    is_renamed_frame,
    moved_between,
    shape,
)
from drift.changes.carried import carried
from drift.changes.code_lines import is_rewrapped
from drift.changes.homes import renamed
from drift.changes.navigation import Navigation, Spot
from drift.changes.passing import passing
from drift.changes.reflow import Joined, reflowed
from drift.changes.told import is_told
from drift.changes.untitled import untitled
from drift.changes.untold import Kept, kept, with_kept_marks
from drift.match.blocks import BlockPair
from drift.match.matching import Matching
from drift.match.parts import Part, parts
from drift.match.place import LinkPair
from drift.match.section_blocks import section_blocks
from drift.trees.page import Block


def edits(
    matching: Matching, links: Sequence[LinkPair], navigation: Navigation
) -> tuple[SectionEdit, ...]:
    """Find what differs in the own blocks of paired sections, and of the parts of splits and merges.

    Args:
        matching: The matching.
        links: The links, paired.
        navigation: What changed in the navigation, which tells of the order of its entries.

    Returns:
        The sections with a difference, in the order of the new pages.
    """
    entries = navigation.new_lines
    ordered = entries - passing(matching, navigation)
    respelled = _respelled(matching, links, entries)
    held = kept(links, lambda at: (matching.new.nodes[at.node].page, at.link.line) in entries)
    names = untitled(matching, links)
    shared = parts(matching)
    taken = (
        {(part.old, p.old) for part in shared for p in part.pairs if p.new is not None},
        {(part.new, p.new) for part in shared for p in part.pairs if p.old is not None},
    )
    found: list[SectionEdit] = []
    for old, new in _units(matching):
        one, other = matching.old.nodes[old].section, matching.new.nodes[new].section
        if (one.digest, one.form) == (other.digest, other.form) and old not in respelled:
            continue
        page = matching.new.nodes[new].page
        frames = frames_of((*one.blocks, *other.blocks))
        same_format = matching.old.page_of(old).format == matching.new.page_of(new).format
        blocks = tuple(
            _named(edit)
            if (old, both.pair.old, new, both.pair.new) in names
            else held.untold(edit, (old, new), both.pair)
            for both in reflowed(_own(matching, (old, new), taken), one.blocks, other.blocks)
            if (edit := _edit(both, respelled.get(old, set()), frames))
            # Each format has marks of its own, but no converter breaks a paragraph up.
            and (same_format or both.reflowed or not edit.formatting)
            and not (edit.moved and _is_entry(edit, page, ordered))
            and not (edit.formatting and _is_entry(edit, page, entries))
        )
        if blocks:
            found.append(SectionEdit(old, new, with_kept_marks(blocks)))
    return carried(moved_between((*found, *_part_edits(matching, shared, held))))


def _own(
    matching: Matching,
    sections: tuple[int, int],
    taken: tuple[set[tuple[int, int | None]], set[tuple[int, int | None]]],
) -> list[BlockPair]:
    """Pair the blocks of two sections, without lone ones that a part of a split or merge has."""
    old, new = sections
    return [
        pair
        for pair in section_blocks(matching, old, new)
        if (pair.new is not None or (old, pair.old) not in taken[0])
        and (pair.old is not None or (new, pair.new) not in taken[1])
    ]


def _named(edit: BlockEdit) -> BlockEdit:
    """Tell of a block in which a place is named in another way, and nothing else differs for a reader."""
    mere = not edit.moved
    return msgspec.structs.replace(edit, told=False, formatting=mere, respelled=mere)


def _is_entry(edit: BlockEdit, page: str, entries: frozenset[Spot]) -> bool:
    """Tell whether a block is an entry of the navigation and nothing else, and was no mere text before."""
    block = edit.new
    if (
        block is None
        or not is_told(block, None)
        or not (edit.old is None or is_told(edit.old, None))
    ):
        return False
    return (page, block.lines[0]) in entries


def _units(matching: Matching) -> list[tuple[int, int]]:
    pairs = matching.sections.by_new.values()
    return sorted(((pair.old, pair.new) for pair in pairs), key=lambda pair: pair[1])


def _respelled(
    matching: Matching, links: Sequence[LinkPair], entries: frozenset[Spot]
) -> dict[int, set[int]]:
    """Find the blocks with a link whose target is another spelling of the same place, by old node."""
    found: dict[int, set[int]] = {}
    for pair in links:
        old, new = pair.old, pair.new
        if old is None or new is None or pair.moved or old.home != new.home:
            continue
        page = matching.new.nodes[new.node].page
        # An entry of the navigation follows its page, whatever that is called.
        if (page, new.link.line) in entries:
            continue
        shown = (old.link.kind == "image") != (new.link.kind == "image")
        if shown or (old.link.target != new.link.target and not renamed(old, new)):
            found.setdefault(old.node, set()).add(old.block)
    return found


def _edit(
    both: Joined, respelled: set[int], frames: frozenset[str] = frozenset()
) -> BlockEdit | None:
    pair, one, other = both.pair, both.old, both.new
    if one is None or other is None:
        block = one or other
        empty = block is not None and not block.text and not block.links
        return BlockEdit(one, other, told=is_told(one, other), formatting=empty)
    if both.reflowed and one.text.split() == other.text.split():
        return BlockEdit(one, other, formatting=True)
    if one.text == other.text and not is_renamed_frame(one, other):
        reshaped = shape(one, frames) != shape(other, frames)
        if reshaped or pair.old in respelled:
            mere = not pair.moved
            spelt = mere and not reshaped
            return BlockEdit(one, other, pair.moved, formatting=mere, respelled=spelt)
        return BlockEdit(one, other, moved=True) if pair.moved else None
    if not pair.moved and _reindented(one, other):
        return BlockEdit(one, other, formatting=True)
    # No kind of link tells that its block went elsewhere.
    return BlockEdit(one, other, pair.moved, told=not pair.moved and is_told(one, other))


def _reindented(one: Block, other: Block) -> bool:
    """Tell whether code differs in nothing but blanks and where its lines are broken, and a reader sees that."""
    if not one.kind == other.kind == "code":
        return False
    if one.text.split() != other.text.split() and not is_rewrapped(one.text, other.text):
        return False
    lines, others = (
        [line.rstrip() for line in text.split("\n")] for text in (one.text, other.text)
    )
    return lines != others


def _part_edits(matching: Matching, shared: Sequence[Part], held: Kept) -> Iterable[SectionEdit]:
    """Find what differs in the parts themselves: blocks edited on the way, and blocks that came from nowhere."""
    for part in shared:
        one = matching.old.nodes[part.old].section.blocks
        other = matching.new.nodes[part.new].section.blocks
        alone_old = part.old not in matching.sections.by_old
        alone_new = part.new not in matching.sections.by_new
        pairs = [
            pair
            for pair in part.pairs
            if (pair.old is not None or alone_new) and (pair.new is not None or alone_old)
        ]
        blocks = tuple(
            held.untold(edit, (part.old, part.new), both.pair)
            for both in reflowed(pairs, one, other)
            if (edit := _edit(both, set())) and not edit.formatting
        )
        if blocks:
            yield SectionEdit(part.old, part.new, blocks)
