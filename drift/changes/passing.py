"""The entries of a navigation -> those that went past what is no entry, of which no change of the navigation tells.

- [Rooms](rooms.md)   ->   - Ask the porter
- Ask the porter           - [Rooms](rooms.md)
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

from drift.changes.navigation import Navigation, Spot
from drift.match.matching import Matching
from drift.match.section_blocks import section_blocks


def passing(matching: Matching, navigation: Navigation) -> frozenset[Spot]:
    """Find the entries whose new place only their blocks tell.

    Args:
        matching: The matching.
        navigation: What changed in the navigation.

    Returns:
        Files and lines of the entries, in the new navigation.
    """
    if not navigation.new_lines:
        return frozenset()
    files = {path for path, _ in navigation.new_lines}
    # What came was no entry where its page was missing.
    entries = navigation.new_lines - navigation.came
    untold = navigation.new_lines - navigation.moved
    return frozenset(
        spot
        for pair in matching.sections.by_new.values()
        if matching.new.nodes[pair.new].page in files
        for spot in _passing(matching, (pair.old, pair.new), entries)
        if spot in untold
    )


def _passing(
    matching: Matching, sections: tuple[int, int], entries: frozenset[Spot]
) -> Iterator[Spot]:
    """Go through the blocks that moved past what stood still and is no entry."""
    old, new = sections
    one, other = matching.old.nodes[old].section, matching.new.nodes[new].section
    if one.digest == other.digest:
        return
    page = matching.new.nodes[new].page
    both = [
        (pair, pair.old, pair.new, (page, other.blocks[pair.new].lines[0]))
        for pair in section_blocks(matching, old, new)
        if pair.old is not None and pair.new is not None
    ]
    # What did not move stands in one order on both sides.
    rest = [
        (before, after)
        for pair, before, after, spot in both
        if not pair.moved and spot not in entries
    ]
    places = [sorted(side) for side in zip(*rest, strict=True)] or [[], []]
    for pair, before, after, spot in both:
        if pair.moved and bisect(places[0], before) != bisect(places[1], after):
            yield spot
