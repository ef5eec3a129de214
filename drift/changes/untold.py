"""Blocks that hold links and placeholders alone -> those of which no other kind tells after all.

    - [The map](map.md): who sits where in the old house and in the new one   ->   - [The map](map.md)

Two blocks with little in common, and one link. Links and placeholders that live on elsewhere in their section did not
come and did not go; so the block has to be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

import msgspec

from drift.changes.block_edit import BlockEdit
from drift.changes.placeholders import placeholders
from drift.match.blocks import BlockPair
from drift.match.place import LinkPair, Place
from drift.trees.page import Block

Spot = tuple[int, int]
"""A node and the place of a block in it; or two nodes."""


class Kept(msgspec.Struct, frozen=True):
    """Where the links of each block stand on the other side, by the block that they stand in."""

    old: Mapping[Spot, frozenset[Spot]]
    new: Mapping[Spot, frozenset[Spot]]
    crossed: frozenset[tuple[Spot, Spot]]
    # The blocks of both sides whose links come in another order, whatever they are called.

    def untold(self, edit: BlockEdit, sections: Spot, pair: BlockPair) -> BlockEdit:
        """Tell of a block by itself where links that stand in another block now, or did, do not tell of it.

        Args:
            edit: What became of a block.
            sections: The old and the new section.
            pair: The places of the block in them.

        Returns:
            The same, told by the edit where need be.
        """
        if not edit.told:
            return edit
        here = None if pair.old is None else (sections[0], pair.old)
        there = None if pair.new is None else (sections[1], pair.new)
        went = self.old.get(here, frozenset()) - {there} if here else frozenset[Spot]()
        came = self.new.get(there, frozenset()) - {here} if there else frozenset[Spot]()
        crossed = here is not None and there is not None and (here, there) in self.crossed
        return msgspec.structs.replace(edit, told=False) if went or came or crossed else edit


def kept(links: Iterable[LinkPair], listed: Callable[[Place], bool]) -> Kept:
    """Find the blocks with links whose label no kind of link tells.

    Args:
        links: The links, paired.
        listed: Whether a link of the new side is an entry of the navigation, which tells of it.

    Returns:
        Those of both sides.
    """
    pairs = [
        (pair.old, pair.new)
        for pair in links
        if pair.old is not None and pair.new is not None and not pair.moved and not listed(pair.new)
    ]
    rows = [
        ((old.node, old.block), (new.node, new.block))
        for old, new in pairs
        if old.link.label == new.link.label
    ]
    return Kept(_grouped(rows), _grouped((new, old) for old, new in rows), _crossed(pairs))


def _crossed(pairs: Iterable[tuple[Place, Place]]) -> frozenset[tuple[Spot, Spot]]:
    """Find the blocks of both sides whose links come in another order; an image is no word among them."""
    found: dict[tuple[Spot, Spot], list[tuple[int, int]]] = {}
    for old, new in pairs:
        if old.link.span and new.link.span:
            blocks = (old.node, old.block), (new.node, new.block)
            found.setdefault(blocks, []).append((old.index, new.index))
    return frozenset(
        blocks
        for blocks, places in found.items()
        if any(one[1] > other[1] for one, other in pairwise(sorted(places)))
    )


def _grouped(rows: Iterable[tuple[Spot, Spot]]) -> dict[Spot, frozenset[Spot]]:
    found: dict[Spot, set[Spot]] = {}
    for one, other in rows:
        found.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in found.items()}


def with_kept_marks(blocks: tuple[BlockEdit, ...]) -> tuple[BlockEdit, ...]:
    """Tell of blocks where only placeholders differ, which one block of a section gave up and another took on.

    Args:
        blocks: What differs in a section.

    Returns:
        The same, with such blocks told by the edit itself.
    """
    if not any(edit.told for edit in blocks):
        return blocks
    marks = [(_marks(edit.old), _marks(edit.new)) for edit in blocks]
    lost, gained = Counter[str](), Counter[str]()
    for before, after in marks:
        lost += before - after
        gained += after - before
    both = lost & gained
    return tuple(
        msgspec.structs.replace(edit, told=False)
        if edit.told and ((before - after) + (after - before)) & both
        else edit
        for edit, (before, after) in zip(blocks, marks, strict=True)
    )


def _marks(block: Block | None) -> Counter[str]:
    return Counter(placeholders(block.text) if block else ())
