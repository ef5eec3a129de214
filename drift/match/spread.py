"""Find the sections and pages whose content lives on in several places, or came together from several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

import msgspec

from drift.match.blocks import alike, match_blocks
from drift.match.forest import Forest
from drift.match.likeness import is_known
from drift.match.matching import Matching, Pair, Spread
from drift.match.modulo import Modulo
from drift.match.spread_pages import parted, spread_pages
from drift.trees.page import Block
from drift.trees.words import rough

SHARE = 1 / 3
"""The part of a new section's blocks that must come from another, for that one to have been split."""

NEAREST = 3
"""How many sections a new one may have taken its blocks from are looked at."""

GLANCE = 0.2
"""The part of a section's weighed words that a third of its blocks can hardly be less than."""

TELLING_WORDS = 6
"""Blocks that live on must have so many words together: `Yes` and `See below` stand everywhere."""

EDITED_WORDS = 12
"""Words and signs of a block that was edited on the way to another section; of fewer nearly all must be the same, since `Click
here to read more about this` stands in many."""

COMMON = 3
"""What stands on pages of so many names is no page's own: `New in 4.2`, or the sentence that closes them all."""

LONGEST_COMMON = 300
"""Letters of it at most; what is longer is content."""

_NUMBER = re.compile(r"[\d.]*\d")


def spread(matching: Matching) -> Matching:
    """Look where the lost content of each node went, and where that of each new one came from.

    Args:
        matching: The matching with all pairs made.

    Returns:
        The same with splits and merges, sections before pages.
    """
    if not _leaves(matching) and not _leaves(matching.turned()):
        return matching
    return matching.weighed(_weighed)


def _leaves(matching: Matching) -> bool:
    """Tell whether an old page, or a section with content of its own, has no counterpart."""
    paired = len(matching.pages.by_old) == len(matching.old.roots)
    return not paired or bool(_fresh(matching.old, matching.sections.by_old))


def _fresh(forest: Forest, taken: Mapping[int, Pair]) -> list[int]:
    """List the sections with content of their own, and the pages, that have no counterpart."""
    if len(taken) == len(forest.nodes):
        return []
    return [
        node.id
        for node in forest.nodes
        if node.id not in taken and (node.section.blocks or node.parent < 0)
    ]


def _weighed(matching: Matching) -> Matching:
    matching = parted(matching)
    # What is a split on exchanged sides is a merge to the reader.
    return msgspec.structs.replace(
        matching,
        splits=_spreads(matching, merged=matching.swapped),
        merges=_merges(matching, merged=not matching.swapped),
    )


def _spreads(matching: Matching, *, merged: bool) -> tuple[Spread, ...]:
    return (*_sections(matching), *spread_pages(matching, merged=merged))


def _merges(matching: Matching, *, merged: bool) -> tuple[Spread, ...]:
    """Look the other way round, which takes a while to turn to, where anything old is left to have been merged."""
    if not _leaves(matching):
        return ()
    return _spreads(matching.turned(), merged=merged)


def _sections(matching: Matching) -> Iterable[Spread]:
    """Find the old sections from which new, unpaired sections took their blocks."""
    fresh = _parts(matching)
    lost = dict(_losers(matching, _texts(matching.new, fresh))) if fresh else {}
    candidates = {
        (loser, node)
        for loser, node in matching.evidence.candidates(lost, fresh, most=NEAREST)
        if _came_from(matching, loser, node)
    }
    near: dict[int, list[int]] = {}
    for loser, node in candidates:
        near.setdefault(loser, []).append(node)
    taken = {loser: _texts(matching.new, nodes, least=0) for loser, nodes in near.items()}
    best: dict[int, tuple[float, bool, int]] = {}
    for loser, node in sorted(candidates):
        own = _texts(matching.new, [node], least=0)
        # What stands word for word in another section did not go where something is alike to it.
        free = (b for b in lost[loser] if b.text in own or b.text not in taken[loser])
        share = _share(matching, tuple(free), (loser, node))
        # Of pages that are nearly alike, each has taken its own blocks.
        rank = (share, _on_one_page(matching, loser, node))
        if share >= SHARE and rank > best.get(node, (0.0, False))[:2]:
            best[node] = (*rank, loser)
    parts: dict[int, list[int]] = {}
    for node, (_, _, loser) in sorted(best.items()):
        parts.setdefault(loser, []).append(node)
    for loser, nodes in sorted(parts.items()):
        share = min(best[node][0] for node in nodes)
        yield Spread(loser, tuple(nodes), round(min(0.99, 0.5 + share / 2), 3))


def _parts(matching: Matching) -> list[int]:
    """List the new sections that may be a part of another: copies of sections that stay are none."""
    fresh = [
        node
        for node in _fresh(matching.new, matching.sections.by_new)
        if matching.new.nodes[node].parent >= 0
    ]
    if not fresh:
        return fresh
    digests = {matching.new.nodes[node].section.digest for node in fresh}
    stay = {
        digest
        for node in matching.sections.by_old
        if (digest := matching.old.nodes[node].section.digest) in digests
    }
    return [node for node in fresh if matching.new.nodes[node].section.digest not in stay]


def _on_one_page(matching: Matching, old: int, new: int) -> bool:
    """Tell whether two sections stand on pages that are one."""
    one = matching.old.roots[matching.old.nodes[old].page]
    return matching.pages.holds(one, matching.new.roots[matching.new.nodes[new].page])


def _came_from(matching: Matching, loser: int, node: int) -> bool:
    """Tell cheaply whether enough of a new section's words stand in an old one for a closer look.

    What is equal to the whole of it, heading and all, is no part but a copy: the section itself is elsewhere.
    """
    evidence = matching.evidence
    if matching.old.nodes[loser].section.digest == matching.new.nodes[node].section.digest:
        return False
    if matching.apart(loser, node):
        return False
    return evidence.shared(loser, node) >= GLANCE * evidence.new.total(node)


def _texts(forest: Forest, nodes: Iterable[int], *, least: int = TELLING_WORDS) -> frozenset[str]:
    """List what stands in some sections, but for what is too short to say where it came from."""
    return frozenset(
        block.text
        for node in nodes
        for block in forest.nodes[node].section.blocks
        if len(rough(block.text)) >= least
    )


def _losers(matching: Matching, found: frozenset[str]) -> Iterator[tuple[int, tuple[Block, ...]]]:
    """Give the paired old sections with the blocks that their counterparts no longer have.

    What stands word for word in a new section did not stay where something is alike to it.
    """
    for pair in matching.sections.by_old.values():
        old = matching.old.nodes[pair.old].section
        if old.blocks and old.digest != matching.new.nodes[pair.new].section.digest:
            stayed = matching.evidence.staying(pair.old, pair.new)
            here = {block.text for block in matching.new.nodes[pair.new].section.blocks}
            stayed = frozenset(
                index
                for index in stayed
                # All that is new in a large tree is only looked up, and not gone through for each section.
                if (text := old.blocks[index].text) not in found or text in here
            )
            if len(stayed) < len(old.blocks):
                lost = (block for index, block in enumerate(old.blocks) if index not in stayed)
                yield pair.old, tuple(lost)


def _lives(here: Block, there: Block, modulo: Modulo) -> bool:
    """Tell whether two blocks are one; figures without a word are if they show the same."""
    if here.text or there.text:
        one, other = modulo.text(here.text), modulo.text(there.text)
        return alike(one, other) and is_known(one, other, EDITED_WORDS)
    return [link.target for link in here.links] == [link.target for link in there.links]


def _is_common(matching: Matching, text: str) -> bool:
    """Tell whether a short text stood on many pages, whatever the number in it."""
    said = " ".join(max(_NUMBER.split(text), key=len).casefold().split())
    if not said or len(text) > LONGEST_COMMON or 2 * len(said) < len(text):
        return False
    site = matching.old.site
    pages = (path for path in site.saying(said) if said in " ".join(site.folded(path).split()))
    # Of a page that is kept for each version there are as many as versions.
    return len({PurePosixPath(path).name for path in pages}) >= COMMON


def _with_fresh(matching: Matching, node: int) -> list[Block]:
    """List the blocks of a section and of all new below it, unless something there was known before.

    Whose chapters all are new is new, though its opening was written from another.
    """
    below = matching.new.below(node)
    if any(part in matching.sections.by_new for part in below):
        below = range(0)
    return [block for part in (node, *below) for block in matching.new.nodes[part].section.blocks]


def _share(matching: Matching, lost: tuple[Block, ...], sections: tuple[int, int]) -> float:
    """Tell which part of a new section's blocks are among those that an old one lost."""
    old = matching.old.nodes[sections[0]].section.blocks
    new = _with_fresh(matching, sections[1])
    modulo = matching.evidence.modulo
    pairs = [
        (lost[p.old], new[p.new])
        for p in match_blocks(lost, new, modulo)
        if p.old is not None and p.new is not None
    ]
    # That it stands alone between the same neighbours says nothing of a block that went elsewhere.
    alive = [there for here, there in pairs if _lives(here, there, modulo)]
    if len(alive) >= SHARE * len(new):
        alive = [block for block in alive if not _is_common(matching, block.text)]
    few = sum(len(rough(block.text)) for block in alive) < TELLING_WORDS
    if few and [block.text for block in old] != [block.text for block in new]:
        return 0.0
    return len(alive) / len([block for block in new if block.text or block.links])
