"""Two paired sections -> their blocks, those left out that live on word for word in a part of a split or merge.

    Changes: A B C   ->   Changes: D E F, and below another heading: A B C

Blocks that say alike are taken for one another where nothing better is known; a part that has one in full is better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from drift.match.blocks import BlockPair
from drift.match.forest import Forest
from drift.match.matching import Matching, Spread
from drift.trees.words import rough

TELLING_WORDS = 4
"""A block with fewer words says nothing of where it came from."""


def section_blocks(matching: Matching, old: int, new: int) -> tuple[BlockPair, ...]:
    """Pair the blocks of two sections, knowing what became of the rest of them.

    Args:
        matching: The matching, with its splits and merges.
        old: A section of the old side.
        new: Its counterpart.

    Returns:
        Each block once, in the order of the new side; a removed block stands before what followed it.
    """
    pairs = matching.evidence.blocks(old, new)
    went = _texts(matching.new, matching.splits, old)
    came = _texts(matching.old, matching.merges, new)
    if not went and not came:
        return pairs
    return tuple(_parted(matching, (old, new), pairs, (went, came)))


def _texts(forest: Forest, spreads: Iterable[Spread], whole: int) -> Counter[str]:
    """Count the texts of all parts that a section has on the other side."""
    return Counter(
        block.text
        for spread in spreads
        if spread.whole == whole
        for part in spread.parts
        for block in forest.nodes[part].section.blocks
        if len(rough(block.text)) >= TELLING_WORDS
    )


def _parted(
    matching: Matching,
    sections: tuple[int, int],
    pairs: tuple[BlockPair, ...],
    parts: tuple[Counter[str], Counter[str]],
) -> Iterator[BlockPair]:
    one = matching.old.nodes[sections[0]].section.blocks
    other = matching.new.nodes[sections[1]].section.blocks
    for pair in pairs:
        if pair.old is None or pair.new is None:
            yield pair
            continue
        before, after = one[pair.old].text, other[pair.new].text
        if before != after and (parts[0][before] > 0 or parts[1][after] > 0):
            parts[0][before] -= 1
            parts[1][after] -= 1
            yield BlockPair(pair.old, None)
            yield BlockPair(None, pair.new)
        else:
            yield pair
