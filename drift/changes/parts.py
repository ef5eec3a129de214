"""Splits and merges of sections -> which block of the whole is which block of a part."""

from __future__ import annotations

import msgspec

from drift.match.blocks import BlockPair, match_blocks
from drift.match.matching import Matching


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
    modulo = matching.evidence.modulo
    found: list[Part] = []
    for old, new in sorted(sections):
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
        found.append(Part(old, new, tuple(numbered)))
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
