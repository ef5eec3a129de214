"""Matched revisions -> the texts that stand on both sides and differ, from which rules are read."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.changes.base import Location
from drift.changes.block_edit import BlockEdit
from drift.changes.comparison import Comparison, page_at
from drift.changes.hunks import LONGEST
from drift.explain.base import Scope
from drift.match.place import LinkPair
from drift.match.section_blocks import section_blocks


class Text(msgspec.Struct, frozen=True):
    """One text on both sides."""

    before: str
    after: str
    at: Location
    # In the new revision.
    scope: Scope


def texts(comparison: Comparison) -> tuple[Text, ...]:
    """Collect headings, blocks and labels that differ, each occurrence once.

    A URL in a text that went with its prefix is no other word.

    Args:
        comparison: The two revisions.

    Returns:
        The texts, headings first; a label inside a block is part of the block.
    """
    found = (*_headings(comparison), *_blocks(comparison), *_labels(comparison))
    modulo = comparison.matching.evidence.modulo
    if not modulo.prefixes:
        return found
    read = (msgspec.structs.replace(text, before=modulo.urls(text.before)) for text in found)
    return tuple(text for text in read if text.before != text.after)


def _headings(comparison: Comparison) -> Iterable[Text]:
    matching = comparison.matching
    for pair in comparison.section_pairs:
        before = matching.old.nodes[pair.old].section.title
        after = matching.new.nodes[pair.new].section.title
        if before and after and before != after:
            yield Text(before, after, comparison.new_at(pair.new), "heading")
    for pair in comparison.page_pairs():
        before = matching.old.page_of(pair.old).title
        after = matching.new.page_of(pair.new).title
        if before != after and matching.new.title_of(pair.new) is None:
            yield Text(before, after, page_at(matching.new, pair.new), "heading")


def _blocks(comparison: Comparison) -> Iterable[Text]:
    for edit in comparison.edits:
        at = comparison.new_at(edit.new)
        for block in edit.blocks:
            if not block.old or not block.new or block.old.text == block.new.text:
                continue
            if not _listing(block) and len(block.new.text) <= LONGEST:
                scope: Scope = "code" if block.new.kind == "code" else "prose"
                place = msgspec.structs.replace(at, lines=block.new.lines)
                yield Text(block.old.text, block.new.text, place, scope)


def _listing(edit: BlockEdit) -> bool:
    """Tell whether a block is a table of contents: its entries are links, and paths are no words."""
    return edit.new is not None and any(link.kind == "nav" for link in edit.new.links)


def _labels(comparison: Comparison) -> Iterable[Text]:
    """Give the labels of links whose blocks are no pair, and of links that stand in no block's text."""
    for pair in comparison.links:
        if not pair.old or not pair.new or pair.old.link.label == pair.new.link.label:
            continue
        if pair.moved or pair.new.link.kind == "nav" or not _blocks_paired(comparison, pair):
            at = comparison.new_at(pair.new.node)
            line = pair.new.link.line
            place = msgspec.structs.replace(at, lines=(line, line))
            yield Text(pair.old.link.label, pair.new.link.label, place, "label")


def _blocks_paired(comparison: Comparison, pair: LinkPair) -> bool:
    old, new = pair.old, pair.new
    if old is None or new is None or not comparison.matching.sections.holds(old.node, new.node):
        return False
    if old.block < 0 or new.block < 0:
        return old.block == new.block
    blocks = section_blocks(comparison.matching, old.node, new.node)
    return any(p.old == old.block and p.new == new.block for p in blocks)
