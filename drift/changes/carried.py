"""Blocks that left one section and blocks that came to another -> those that are one, reworded on the way.

Apply: … The treasurer pays on every Monday.   ->   Pay: … The treasurer pays on every Tuesday.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from drift.changes.block_edit import BlockEdit, SectionEdit
from drift.match.likeness import LIKE_ELSEWHERE, TELLING_WORDS, folded_words, word_likeness
from drift.trees.page import Block

RUN = 3
"""Words in a row that both must have: what shares so many words has some of them side by side."""

OFTEN = 4
"""A run of words in more blocks than these tells none of them from the others."""

Spot = tuple[int, int]
"""The place of a section among those that differ, and of a block in it."""

Text = tuple[str, Sequence[str]]
"""The kind of a block and its words."""


def carried(found: Sequence[SectionEdit]) -> tuple[SectionEdit, ...]:
    """Join blocks that went from one section to another and were edited on the way.

    Args:
        found: The sections with what differs in them.

    Returns:
        The same; such a block is marked as moved where it was, and has both its texts where it is now.
    """
    loose = dict(_loose(found))
    gone = {spot: block for spot, block in loose.items() if block.new is None}
    come = {spot: block for spot, block in loose.items() if block.old is None}
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


def _texts(blocks: Mapping[Spot, BlockEdit]) -> dict[Spot, Text]:
    """Give the kind and the words of those that can be known again."""
    found = {spot: _text(block.old or block.new) for spot, block in blocks.items()}
    return {spot: text for spot, text in found.items() if len(text[1]) >= TELLING_WORDS}


def _text(block: Block | None) -> Text:
    return (block.kind, folded_words(block.text)) if block else ("", ())


def _pairs(gone: Mapping[Spot, Text], come: Mapping[Spot, Text]) -> dict[Spot, Spot]:
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
        alike[spot] = {old for old in near if word_likeness(gone[old][1], text) >= LIKE_ELSEWHERE}
    back = Counter(chain.from_iterable(alike.values()))
    return {
        spot: old
        for spot, olds in alike.items()
        if len(olds) == 1
        for old in olds
        if back[old] == 1
    }


def _runs(kind: str, text: Sequence[str]) -> set[tuple[str, ...]]:
    return {(kind, *text[at : at + RUN]) for at in range(len(text) - RUN + 1)}
