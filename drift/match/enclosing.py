"""Pair pages left over whose first section, found by itself, is the same."""

from __future__ import annotations

import msgspec

from drift.match.matching import Matching, Pair


def enclosing(matching: Matching) -> Matching:
    """Pair the pages that hold each other's only outermost section.

    A page with few words says too little to be found as a page; its section may have been found all the same.

    Args:
        matching: The matching with sections paired.

    Returns:
        The same with those pages, and their roots, paired.
    """
    found: list[Pair] = []
    for root in matching.old.roots.values():
        children = matching.old.nodes[root].children
        if root in matching.pages.by_old or len(children) != 1:
            continue
        pair = matching.sections.by_old.get(children[0])
        if pair is None:
            continue
        other = matching.new.nodes[pair.new].parent
        alone = other >= 0 and matching.new.nodes[other].children == (pair.new,)
        if alone and not matching.new.nodes[other].depth and other not in matching.pages.by_new:
            found.append(Pair(root, other, pair.confidence, "enclosing"))
    return msgspec.structs.replace(
        matching,
        pages=matching.pages.with_all(found),
        sections=matching.sections.with_all(found),
    )
