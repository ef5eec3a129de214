"""Paired sections -> the placeholders that came and went in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from drift.changes.base import Location
from drift.changes.comparison import Comparison
from drift.changes.edits import BlockEdit
from drift.changes.placeholders import placeholders
from drift.match.aligned import align
from drift.tree.page import Block


class Mark(msgspec.Struct, frozen=True):
    """One placeholder that came or went, with where its section is on both sides."""

    text: str
    old: Location
    new: Location


def gone(comparison: Comparison) -> Iterable[Mark]:
    """Find the placeholders that are no more in sections that still are.

    Args:
        comparison: The two revisions; turn it to find those that came.

    Yields:
        Each occurrence, headings before blocks.
    """
    matching = comparison.matching
    for pair in comparison.section_pairs():
        titles = [
            matching.old.nodes[pair.old].section.title,
            matching.new.nodes[pair.new].section.title,
        ]
        old, new = comparison.old_at(pair.old), comparison.new_at(pair.new)
        yield from (Mark(text, old, new) for text in _lost(*map(placeholders, titles)))
    for edit in comparison.edits:
        for text, lines in _in_blocks(edit.blocks):
            old, new = comparison.old_at(edit.old), comparison.new_at(edit.new)
            yield Mark(text, msgspec.structs.replace(old, lines=lines), new)


def _in_blocks(blocks: Sequence[BlockEdit]) -> Iterable[tuple[str, tuple[int, int]]]:
    """Compare what was lost with what was gained, block by block and then over the whole section."""
    lost: list[tuple[str, Block]] = []
    gained: list[str] = []
    for edit in blocks:
        if edit.moved:
            continue
        before = placeholders(edit.old.text) if edit.old else []
        after = placeholders(edit.new.text) if edit.new else []
        if edit.old:
            lost += [(text, edit.old) for text in _lost(before, after)]
        gained += _lost(after, before)
    for text, block in lost:
        if text in gained:
            gained.remove(text)
        else:
            yield text, block.lines


def _lost(old: list[str], new: list[str]) -> list[str]:
    return [word for tag, a, b, _, _ in align(old, new) if tag != "equal" for word in old[a:b]]
