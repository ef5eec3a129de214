"""The words that no change speaks of -> those that are not merely laid against each other in another way."""

from __future__ import annotations

from collections import defaultdict

from drift.coverage.claims import Claims, SideName
from drift.coverage.grouping import Grouping
from drift.coverage.part import Part
from drift.coverage.titled import Key


def unbalanced(left: list[Part], grouping: Grouping, told: Claims) -> list[Part]:
    """Leave out the words that stand on both sides, where changes lay the sides against each other in another way.

    There may be several ways, and those of changes are not always the longest: where words stand twice, or where blocks
    with little in common stand between those that have much. Then changes tell of words that the plain comparison left
    standing, and of no fewer than they are silent about.

    Args:
        left: What no change tells.
        grouping: Which pages belong together.
        told: What changes tell, less what differences took of it.

    Returns:
        The others.
    """
    groups: dict[Key, dict[SideName, list[Part]]] = defaultdict(lambda: {"old": [], "new": []})
    for part in left:
        if part.token.what == "word":
            groups[grouping.pages(part.side, part.token.path)][part.side].append(part)
    same: set[int] = set()
    for sides in groups.values():
        spare = min(_spare(told, parts) for parts in sides.values())
        kept = _both(sides["old"], sides["new"])
        if len(kept) <= 2 * spare:
            same |= kept
    return [part for part in left if id(part) not in same]


def _both(old: list[Part], new: list[Part]) -> set[int]:
    """Find the parts that stand on both sides, word by word."""
    waiting: dict[str, list[Part]] = defaultdict(list)
    for part in reversed(new):
        waiting[part.token.text].append(part)
    pairs = ((part, waiting[part.token.text].pop()) for part in old if waiting[part.token.text])
    return {id(part) for pair in pairs for part in pair}


def _spare(told: Claims, parts: list[Part]) -> int:
    """Count what changes tell of the pages of some parts beyond what differs."""
    pages = {(part.side, part.token.path): part for part in parts}
    return sum(told.spare(part.side, part.token.path) for part in pages.values())
