"""Paired sections -> the placeholders that came and went in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from drift.changes.base import Location
from drift.changes.block_edit import BlockEdit
from drift.changes.comparison import Comparison
from drift.changes.placeholders import placeholders
from drift.match.aligned import align
from drift.trees.page import Block, Lines


class Mark(msgspec.Struct, frozen=True):
    """One placeholder that came or went, with where its section is on both sides."""

    text: str
    old: Location
    new: Location


def marks(comparison: Comparison, *, came: bool) -> Iterable[Mark]:
    """Find the placeholders that came or went in sections that are on both sides.

    Args:
        comparison: The two revisions.
        came: Whether those are wanted that are new; else those that are no more.

    Yields:
        Each occurrence, headings before blocks.
    """
    matching = comparison.matching
    for pair in comparison.section_pairs:
        before = matching.old.nodes[pair.old].section.title
        after = matching.new.nodes[pair.new].section.title
        if before != after:
            titles = placeholders(before), placeholders(after)
            old, new = comparison.old_at(pair.old), comparison.new_at(pair.new)
            lost = _lost(*reversed(titles)) if came else _lost(*titles)
            yield from (Mark(text, old, new) for text in lost)
    for edit in comparison.edits:
        for text, lines in _in_blocks(edit.blocks, came=came):
            old, new = comparison.old_at(edit.old), comparison.new_at(edit.new)
            if came:
                yield Mark(text, old, msgspec.structs.replace(new, lines=lines))
            else:
                yield Mark(text, msgspec.structs.replace(old, lines=lines), new)


def _in_blocks(blocks: Sequence[BlockEdit], *, came: bool) -> Iterable[tuple[str, Lines]]:
    """Hold what stands on one side alone against the other side, block by block and then over the whole section."""
    lost: list[tuple[str, Block]] = []
    gained: list[str] = []
    for edit in blocks:
        if edit.moved and None in (edit.old, edit.new):
            # The other end tells of it.
            continue
        one, other = (edit.new, edit.old) if came else (edit.old, edit.new)
        before = placeholders(one.text) if one else []
        after = placeholders(other.text) if other else []
        if one:
            lost += [(text, one) for text in _lost(before, after)]
        gained += _lost(after, before)
    for text, block in lost:
        if text in gained:
            gained.remove(text)
        else:
            yield text, block.lines


def _lost(old: list[str], new: list[str]) -> list[str]:
    if not old:
        return []
    return [word for tag, a, b, _, _ in align(old, new) if tag != "equal" for word in old[a:b]]
