"""Pair pages that kept their path and most of their sections, word for word."""

from __future__ import annotations

from collections import Counter

import msgspec

from drift.match.forest import Forest
from drift.match.matching import CERTAIN, Matching, Pair

HALF = 0.5
"""Of two pages under one path, the part of the sections that must say the same on both sides: then no other page can
be nearer to either, and nothing needs to be weighed."""


def kept(matching: Matching) -> Matching:
    """Pair the pages that stayed where they are and are plainly the same.

    Args:
        matching: The matching so far; only its forests are used.

    Returns:
        The same with those pages, and their roots, paired.
    """
    found: list[Pair] = []
    for path, old in matching.old.roots.items():
        new = matching.new.roots.get(path)
        if new is None:
            continue
        one, other = _sections(matching.old, old), _sections(matching.new, new)
        same = (one & other).total()
        if same and same >= HALF * max(one.total(), other.total()):
            found.append(Pair(old, new, CERTAIN, "kept"))
    return msgspec.structs.replace(
        matching,
        pages=matching.pages.with_all(found),
        sections=matching.sections.with_all(found),
    )


def _sections(forest: Forest, root: int) -> Counter[bytes]:
    """Count the own contents of a page's sections; a bare heading says nothing."""
    nodes = (root, *forest.below(root))
    sections = (forest.nodes[node].section for node in nodes)
    return Counter(section.digest for section in sections if section.blocks)
