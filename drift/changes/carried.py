"""Blocks that left one section and blocks that came to another -> those that are one, reworded on the way.

Apply: … The treasurer pays on every Monday.   ->   Pay: … The treasurer pays on every Tuesday.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from rapidfuzz.distance import Indel

from drift.changes.block_edit import BlockEdit, SectionEdit
from drift.trees.page import Block
from drift.trees.words import words

TELLING_WORDS = 8
"""A block with fewer words says too little to be known again when some of them differ."""

LIKE = 0.75
"""The part of their words that two blocks share at least, to be one; what is made from one template shares half."""

RUN = 3
"""Words in a row that both must have: what shares so many words has some of them side by side."""

OFTEN = 4
"""A run of words in more blocks than these tells none of them from the others."""

Spot = tuple[int, int]
"""The place of a section among those that differ, and of a block in it."""


def carried(found: Sequence[SectionEdit]) -> tuple[SectionEdit, ...]:
    """Join blocks that went from one section to another and were edited on the way.

    Args:
        found: The sections with what differs in them.

    Returns:
        The same; such a block is marked as moved where it was, and has both its texts where it is now.
    """
    gone = {spot: block for spot, block in _loose(found) if block.new is None}
    come = {spot: block for spot, block in _loose(found) if block.old is None}
    pairs = _pairs(_texts(gone), _texts(come)) if gone and come else {}
    if not pairs:
        return tuple(found)
    left = {old: gone[old] for old in pairs.values()}
    return tuple(
        msgspec.structs.replace(
            edit,
            blocks=tuple(
                msgspec.structs.replace(block, moved=True)
                if (number, place) in left
                else msgspec.structs.replace(block, old=left[pairs[number, place]].old, moved=True)
                if (number, place) in pairs
                else block
                for place, block in enumerate(edit.blocks)
            ),
        )
        for number, edit in enumerate(found)
    )


def _loose(found: Sequence[SectionEdit]) -> Iterator[tuple[Spot, BlockEdit]]:
    """Go through the blocks that stand on one side alone, and that no other kind of change tells of."""
    for number, edit in enumerate(found):
        for place, block in enumerate(edit.blocks):
            if (block.old is None or block.new is None) and not (block.moved or block.told):
                yield (number, place), block


def _texts(blocks: Mapping[Spot, BlockEdit]) -> dict[Spot, tuple[str, list[str]]]:
    """Give the kind and the words of those that can be known again."""
    found = {spot: _text(block.old or block.new) for spot, block in blocks.items()}
    return {spot: text for spot, text in found.items() if len(text[1]) >= TELLING_WORDS}


def _text(block: Block | None) -> tuple[str, list[str]]:
    return (block.kind, words(block.text.casefold())) if block else ("", [])


def _pairs(
    gone: Mapping[Spot, tuple[str, list[str]]], come: Mapping[Spot, tuple[str, list[str]]]
) -> dict[Spot, Spot]:
    """Pair the blocks of which each is the only one alike to the other, the new one first."""
    runs: dict[tuple[str, ...], list[Spot]] = defaultdict(list)
    for spot, (kind, text) in gone.items():
        for run in _runs(kind, text):
            runs[run].append(spot)
    alike: dict[Spot, set[Spot]] = {}
    for spot, (kind, text) in come.items():
        near = {
            old
            for run in _runs(kind, text)
            if len(at := runs.get(run, ())) <= OFTEN
            for old in at
            if old[0] != spot[0]
        }
        alike[spot] = {
            old for old in near if Indel.normalized_similarity(gone[old][1], text) >= LIKE
        }
    back: dict[Spot, int] = defaultdict(int)
    for olds in alike.values():
        for old in olds:
            back[old] += 1
    return {
        spot: old
        for spot, olds in alike.items()
        if len(olds) == 1
        for old in olds
        if back[old] == 1
    }


def _runs(kind: str, text: Sequence[str]) -> set[tuple[str, ...]]:
    return {(kind, *text[at : at + RUN]) for at in range(len(text) - RUN + 1)}
