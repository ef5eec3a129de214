"""Find the sections and pages whose content lives on in several places, or came together from several."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from drift.match.blocks import match_blocks
from drift.match.forest import Forest
from drift.match.matching import Matching, Spread
from drift.trees.page import Block

SHARE = 1 / 3
"""The part of a new section's blocks that must come from another, for that one to have been split."""

NEAREST = 3
"""How many sections a new one may have taken its blocks from are looked at."""

GLANCE = 0.2
"""The part of a section's weighed words that a third of its blocks can hardly be less than."""

TELLING_WORDS = 6
"""Blocks that live on must have so many words together: `Yes` and `See below` stand everywhere."""

HALF = 0.5
"""The part of a page that must live in another, where it is less than two whole sections."""


def spread(matching: Matching) -> Matching:
    """Look where the lost content of each node went, and where that of each new one came from.

    Args:
        matching: The matching with all pairs made.

    Returns:
        The same with splits and merges, sections before pages.
    """
    backwards = matching.turned()
    # What is a split on exchanged sides is a merge to the reader.
    split, merge = (_is_merged, _is_split_off) if matching.swapped else (_is_split_off, _is_merged)
    return msgspec.structs.replace(
        matching,
        splits=(*_sections(matching), *_pages(matching, split)),
        merges=(*_sections(backwards), *_pages(backwards, merge)),
    )


def _sections(matching: Matching) -> Iterable[Spread]:
    """Find the old sections from which new, unpaired sections took their blocks."""
    evidence = matching.evidence
    fresh = [
        node.id
        for node in matching.new.nodes
        if node.depth and node.id not in matching.sections.by_new and node.section.blocks
    ]
    losers = [
        pair.old
        for pair in matching.sections.by_old.values()
        if _own_text(matching.old, pair.old) != _own_text(matching.new, pair.new)
    ]
    candidates = {
        (loser, node)
        for loser, node in evidence.candidates(
            losers, fresh, (evidence.old, evidence.new), most=NEAREST
        )
        if _came_from(matching, loser, node)
    }
    lost = {node: _lost(matching, node) for node in sorted({node for node, _ in candidates})}
    best: dict[int, tuple[float, int]] = {}
    for loser, node in sorted(candidates):
        share = _share(matching, lost[loser], matching.new.nodes[node].section.blocks)
        if share >= SHARE and share > best.get(node, (0.0, 0))[0]:
            best[node] = (share, loser)
    parts: dict[int, list[int]] = {}
    for node, (_, loser) in sorted(best.items()):
        parts.setdefault(loser, []).append(node)
    for loser, nodes in sorted(parts.items()):
        share = min(best[node][0] for node in nodes)
        yield Spread(loser, tuple(nodes), round(min(0.99, 0.5 + share / 2), 3))


def _came_from(matching: Matching, loser: int, node: int) -> bool:
    """Tell cheaply whether enough of a new section's words stand in an old one for a closer look."""
    evidence = matching.evidence
    shared = evidence.rarity.shared(evidence.old[loser], evidence.new[node])
    return shared >= GLANCE * evidence.new_totals[node]


def _own_text(forest: Forest, node: int) -> tuple[str, ...]:
    return tuple(block.text for block in forest.nodes[node].section.blocks)


def _lost(matching: Matching, node: int) -> tuple[Block, ...]:
    """Give the blocks of an old section that its counterpart no longer has."""
    new = matching.sections.new_of(node)
    blocks = matching.old.nodes[node].section.blocks
    if new is None:
        return blocks
    modulo = matching.evidence.modulo
    kept = match_blocks(blocks, matching.new.nodes[new].section.blocks, modulo)
    stayed = {pair.old for pair in kept if pair.new is not None}
    return tuple(block for index, block in enumerate(blocks) if index not in stayed)


def _share(matching: Matching, lost: tuple[Block, ...], blocks: tuple[Block, ...]) -> float:
    """Tell which part of some blocks are among those that another section lost."""
    pairs = match_blocks(lost, blocks, matching.evidence.modulo)
    alive = [blocks[p.new] for p in pairs if p.new is not None and p.old is not None]
    if sum(len(block.text.split()) for block in alive) < TELLING_WORDS:
        return 0.0
    return len(alive) / len([block for block in blocks if block.text or block.links])


Judge = Callable[[Matching, int, int, list[int]], bool]
"""Whether what moved between two pages, given by the topmost new sections, makes the one a part of the other."""


def _pages(matching: Matching, judge: Judge) -> Iterable[Spread]:
    """Find the old pages of which two or more sections, or half, live in new, unpaired pages."""
    homes: dict[tuple[int, int], list[int]] = {}
    for pair in matching.sections.by_new.values():
        old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
        source, target = matching.old.roots[old.page], matching.new.roots[new.page]
        if target in matching.pages.by_new or matching.pages.holds(source, target):
            continue
        parent = matching.sections.by_new.get(new.parent)
        if parent is None or matching.old.nodes[parent.old].page != old.page:
            homes.setdefault((source, target), []).append(pair.new)
    parts: dict[int, list[int]] = {}
    for (source, target), tops in sorted(homes.items()):
        if judge(matching, source, target, tops):
            parts.setdefault(source, []).append(target)
    for source, targets in sorted(parts.items()):
        if source in matching.pages.by_old or len(targets) > 1:
            yield Spread(source, tuple(targets), 0.9)


def _is_split_off(matching: Matching, source: int, target: int, tops: list[int]) -> bool:
    """Tell whether what moved is more than one section that became a page of its own."""
    if len(tops) > 1:
        return True
    first = matching.new.nodes[target].children
    if list(first) == tops and not matching.new.nodes[target].section.blocks:
        return False
    whole = matching.evidence.old_sizes[source]
    return _moved(matching, tops) >= HALF * whole > 0


def _is_merged(matching: Matching, _source: int, target: int, tops: list[int]) -> bool:
    """Tell, looking backwards, whether half of a page that is gone lives in another."""
    whole = matching.evidence.new_sizes[target]
    return len(tops) > 1 or _moved(matching, tops) >= HALF * whole


def _moved(matching: Matching, tops: list[int]) -> int:
    return sum(matching.evidence.new_sizes[top] for top in tops)
