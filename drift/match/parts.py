"""Splits and merges of sections -> which block of the whole is which block of a part."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

import msgspec

from drift.match.blocks import BlockPair, match_blocks
from drift.match.matching import Matching
from drift.match.section_blocks import section_blocks
from drift.trees.page import Block

Sections = tuple[int, int]
"""A section of the old side and one of the new."""

Free = tuple[list[int], list[int]]
"""The places of their blocks that have no counterpart yet."""

Spot = tuple[int, int | None]
"""A section and the place of a block in it."""


class Part(msgspec.Struct, frozen=True, eq=False):
    """A section that shares blocks with one that is not its counterpart: a part of a split or of a merge."""

    old: int
    new: int
    pairs: tuple[BlockPair, ...]


def parts(matching: Matching) -> list[Part]:
    """Pair the blocks that the whole of a split lost with those of its parts, and the reverse for merges.

    Args:
        matching: The matching, with its splits and merges.

    Returns:
        The pairs of sections that share blocks, in their order.
    """
    sections = [
        (spread.whole, part)
        for spread in matching.splits
        for part in spread.parts
        if matching.new.nodes[part].depth
    ]
    sections += [
        (part, spread.whole)
        for spread in matching.merges
        for part in spread.parts
        if matching.old.nodes[part].depth
    ]
    free = {pair: _free(matching, *pair) for pair in sorted(sections)}
    return [Part(old, new, tuple(pairs)) for (old, new), pairs in _shared(matching, free).items()]


def _shared(matching: Matching, free: dict[Sections, Free]) -> dict[Sections, list[BlockPair]]:
    """Pair the blocks of all parts, each block of a whole with one block of one part at most.

    What is the same word for word goes first: a part must not get, for something alike, what another part has in full.
    """
    pairs: dict[Sections, list[BlockPair]] = {sections: [] for sections in free}
    taken: tuple[set[Spot], set[Spot]] = (set(), set())
    for same in (True, False):
        for (old, new), (lost, gained) in free.items():
            one = [i for i in lost if (old, i) not in taken[0]]
            other = [j for j in gained if (new, j) not in taken[1]]
            found = _paired(matching, (old, new), (one, other), same=same)
            pairs[old, new] += found
            taken[0].update((old, p.old) for p in found if p.old is not None and p.new is not None)
            taken[1].update((new, p.new) for p in found if p.old is not None and p.new is not None)
    return {
        (old, new): [
            pair
            for pair in found
            if (pair.new is not None or (old, pair.old) not in taken[0])
            and (pair.old is not None or (new, pair.new) not in taken[1])
        ]
        for (old, new), found in pairs.items()
    }


def _paired(
    matching: Matching, sections: Sections, free: Free, *, same: bool
) -> Iterable[BlockPair]:
    """Pair the free blocks of two sections: those of one text, or all that are left."""
    one, other = (
        [forest.nodes[node].section.blocks[i] for i in places]
        for forest, node, places in zip((matching.old, matching.new), sections, free, strict=True)
    )
    found = _alike(one, other) if same else match_blocks(one, other, matching.evidence.modulo)
    return [
        BlockPair(
            None if pair.old is None else free[0][pair.old],
            None if pair.new is None else free[1][pair.new],
        )
        for pair in found
    ]


def _alike(one: Sequence[Block], other: Sequence[Block]) -> list[BlockPair]:
    """Pair blocks of one kind and text, the first with the first."""
    waiting: dict[tuple[str, str], deque[int]] = defaultdict(deque)
    for number, block in enumerate(other):
        waiting[block.kind, block.text].append(number)
    return [
        BlockPair(number, places.popleft())
        for number, block in enumerate(one)
        if (places := waiting[block.kind, block.text])
    ]


def _free(matching: Matching, old: int, new: int) -> tuple[list[int], list[int]]:
    """List the blocks of two sections that are in no pair with the section's own counterpart."""
    lost = set(range(len(matching.old.nodes[old].section.blocks)))
    gained = set(range(len(matching.new.nodes[new].section.blocks)))
    stays, came = matching.sections.new_of(old), matching.sections.old_of(new)
    if stays is not None:
        pairs = section_blocks(matching, old, stays)
        lost = {p.old for p in pairs if p.new is None and p.old is not None}
    if came is not None:
        pairs = section_blocks(matching, came, new)
        gained = {p.new for p in pairs if p.old is None and p.new is not None}
    return sorted(lost), sorted(gained)


def along_with_parts(matching: Matching) -> frozenset[tuple[int, int, int, int]]:
    """Find the blocks that went from the whole of a split or merge to a part, or back.

    Args:
        matching: The matching.

    Returns:
        The old node and the place of the block in it, the new node and its place there.
    """
    return frozenset(
        (part.old, pair.old, part.new, pair.new)
        for part in parts(matching)
        for pair in part.pairs
        if pair.old is not None and pair.new is not None
    )
