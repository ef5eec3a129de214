"""Links that show the title of their place -> the blocks in which nothing differs but how such a place is named.

    see :ref:`people-keys` for the keys   ->   see :doc:`/people/keys` for the keys
    see :doc:`keys` for the keys          ->   see [Keys and cards](keys.md) for the keys

Readers see the title of the page on both sides, so that no label changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from drift.changes.homes import renamed
from drift.changes.navigation import page_title
from drift.match.matching import Matching
from drift.match.place import LinkPair, Place
from drift.trees.page import Block
from drift.trees.site import Site

Spot = tuple[int, int, int, int]
"""An old node, the place of a block in it, and the same of the new side."""

_LABEL = "\ufffc"


def untitled(matching: Matching, links: Iterable[LinkPair]) -> frozenset[Spot]:
    """Find the blocks that differ in nothing but the names of places whose titles are shown.

    Args:
        matching: The matching.
        links: The links, paired.

    Returns:
        The blocks, each with its counterpart.
    """
    found: defaultdict[Spot, list[tuple[Place, Place]]] = defaultdict(list)
    for pair in links:
        old, new = pair.old, pair.new
        if old and new and not pair.moved and _is_mere_name(matching, old, new):
            found[old.node, old.block, new.node, new.block].append((old, new))
    return frozenset(spot for spot, pairs in found.items() if _reads_alike(matching, spot, pairs))


def _is_mere_name(matching: Matching, old: Place, new: Place) -> bool:
    if "role" not in {old.link.kind, new.link.kind} or old.link.label == new.link.label:
        return False
    found = old.target.state == new.target.state == "found"
    if not found or old.home != new.home or renamed(old, new):
        return False
    if _is_bare(old) and _is_bare(new):
        return True
    was = _shown(matching.old.site, old)
    return bool(was) and was == _shown(matching.new.site, new)


def _is_bare(place: Place) -> bool:
    return place.link.kind == "role" and place.link.label == place.link.target


def _shown(site: Site, place: Place) -> str:
    """Give what readers see of a link: where no label is written, the title of its page; nothing if that is not known."""
    if not _is_bare(place):
        return place.link.label
    return "" if place.target.anchor else page_title(site, place.target.page)


def _reads_alike(matching: Matching, spot: Spot, pairs: list[tuple[Place, Place]]) -> bool:
    old, block, new, other = spot
    if -1 in (block, other) or not matching.sections.holds(old, new):
        return False
    before = matching.old.nodes[old].section.blocks[block]
    after = matching.new.nodes[new].section.blocks[other]
    ones, others = zip(*pairs, strict=True)
    return _without(before, ones) == _without(after, others)


def _without(block: Block, places: Iterable[Place]) -> str:
    """Give the text of a block without the names in it."""
    text = block.text
    spans = sorted(place.link.span for place in places if place.link.span)
    for start, end in reversed(spans):
        text = text[:start] + _LABEL + text[end:]
    return text
