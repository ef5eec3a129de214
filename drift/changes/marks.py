"""Paired sections -> the placeholders that came and went in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from drift.changes.base import Location
from drift.changes.block_edit import BlockEdit
from drift.changes.comparison import Comparison
from drift.changes.placeholders import placeholders
from drift.match.aligned import align
from drift.trees.page import Block


class Mark(msgspec.Struct, frozen=True):
    """One placeholder that came or went, with where its section is on both sides."""

    text: str
    old: Location
    new: Location


def gone(comparison: Comparison) -> Iterable[Mark]:
    """Find the placeholders that are no more in sections that still are.

    Args:
        comparison: The two revisions.

    Yields:
        Each occurrence, headings before blocks.
    """
    return _marks(comparison, _went)


def come(comparison: Comparison) -> Iterable[Mark]:
    """Find the placeholders that are new in sections that were there before.

    Args:
        comparison: The two revisions.

    Yields:
        Each occurrence, headings before blocks.
    """
    return _marks(comparison, _came)


Sides = Callable[[BlockEdit], tuple[Block | None, Block | None]]


def _went(edit: BlockEdit) -> tuple[Block | None, Block | None]:
    return edit.old, edit.new


def _came(edit: BlockEdit) -> tuple[Block | None, Block | None]:
    return edit.new, edit.old


def _marks(comparison: Comparison, sides: Sides) -> Iterable[Mark]:
    matching = comparison.matching
    for pair in comparison.section_pairs():
        before = matching.old.nodes[pair.old].section.title
        after = matching.new.nodes[pair.new].section.title
        if before != after:
            titles = placeholders(before), placeholders(after)
            old, new = comparison.old_at(pair.old), comparison.new_at(pair.new)
            lost = _lost(*titles) if sides is _went else _lost(titles[1], titles[0])
            yield from (Mark(text, old, new) for text in lost)
    for edit in comparison.edits:
        for text, lines in _in_blocks(edit.blocks, sides):
            old, new = comparison.old_at(edit.old), comparison.new_at(edit.new)
            if sides is _went:
                yield Mark(text, msgspec.structs.replace(old, lines=lines), new)
            else:
                yield Mark(text, old, msgspec.structs.replace(new, lines=lines))


def _in_blocks(blocks: Sequence[BlockEdit], sides: Sides) -> Iterable[tuple[str, tuple[int, int]]]:
    """Compare what was lost with what was gained, block by block and then over the whole section."""
    lost: list[tuple[str, Block]] = []
    gained: list[str] = []
    for edit in blocks:
        if edit.moved and None in (edit.old, edit.new):
            # The other end tells of it.
            continue
        one, other = sides(edit)
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
    return [word for tag, a, b, _, _ in align(old, new) if tag != "equal" for word in old[a:b]]
