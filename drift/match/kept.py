"""Pair pages that kept their path and most of their sections, word for word, or that nothing else could be."""

from __future__ import annotations

from collections import Counter

import msgspec

from drift.match.matching import CERTAIN, Matching, Pair
from drift.match.profile import fold

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
    left, right = dict(matching.old.roots), dict(matching.new.roots)
    for path in matching.old.roots.keys() & matching.new.roots.keys():
        old, new = matching.old.roots[path], matching.new.roots[path]
        if _plain(matching.old.said_of(old), matching.new.said_of(new)):
            found.append(Pair(left.pop(path), right.pop(path), CERTAIN, "kept"))
    if left.keys() == right.keys() and len(left) == 1:
        found += _alone(matching, *left.values(), *right.values())
    found.sort(key=lambda pair: pair.old)
    return msgspec.structs.replace(
        matching,
        pages=matching.pages.with_all(found),
        sections=matching.sections.with_all(found),
    )


def _plain(one: list[bytes], other: list[bytes]) -> bool:
    same = (Counter(one) & Counter(other)).total()
    return same > 0 and same >= HALF * max(len(one), len(other))


def _alone(matching: Matching, old: int, new: int) -> list[Pair]:
    """Pair the only two pages left over, if they have one title besides their path: whatever became of their text."""
    titles = fold(matching.old.page_of(old).title), fold(matching.new.page_of(new).title)
    return [Pair(old, new, CERTAIN, "kept")] if titles[0] == titles[1] else []
