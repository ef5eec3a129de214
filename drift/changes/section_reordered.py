"""`section.reordered`: a section stands at another place among its siblings.

What it tells: the fewest sections whose move explains the new order, with their places among all siblings.
Why it matters: order is a message; nothing was lost and no URL changed.
Example: "Contact" went from place 4 to place 0.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.match.matching import Matching, Pair
from drift.match.order import displaced


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for parent in sorted(matching.sections.by_new.values(), key=lambda pair: pair.new):
        for pair in _displaced(comparison, parent):
            yield Change(
                kind="section.reordered",
                old=comparison.old_at(pair.old),
                new=comparison.new_at(pair.new),
                before=matching.old.nodes[pair.old].place,
                after=matching.new.nodes[pair.new].place,
                significance="structure",
                confidence=pair.confidence,
            )


def _displaced(comparison: Comparison, parent: Pair) -> list[Pair]:
    matching = comparison.matching
    old, new = _siblings(matching, parent)
    stayed = [
        pair for child in old if (pair := matching.sections.by_old.get(child)) and pair.new in new
    ]
    places = [matching.new.nodes[pair.new].place for pair in stayed]
    if places == sorted(places):
        # Nearly always; then nothing else need be known of them.
        return []
    names = [
        tuple(
            sorted(
                (
                    matching.old.nodes[pair.old].section.title,
                    matching.new.nodes[pair.new].section.title,
                )
            )
        )
        for pair in stayed
    ]
    sizes = [min(_size(comparison, pair), 10**6) for pair in stayed]
    return [stayed[index] for index in sorted(displaced(places, names, sizes))]


def _siblings(matching: Matching, parent: Pair) -> tuple[tuple[int, ...], frozenset[int]]:
    """List the sections below both sides of one; of a page, below the heading of its title where one side alone has that."""
    old, new = matching.old.nodes[parent.old].children, matching.new.nodes[parent.new].children
    if not (matching.old.nodes[parent.old].depth or matching.new.nodes[parent.new].depth):
        gone = len(old) == 1 and old[0] not in matching.sections.by_old
        come = len(new) == 1 and new[0] not in matching.sections.by_new
        if gone and not come:
            old = matching.old.nodes[old[0]].children
        elif come and not gone:
            new = matching.new.nodes[new[0]].children
    return old, frozenset(new)


def _size(comparison: Comparison, pair: Pair) -> int:
    old, new = comparison.matching.old.nodes[pair.old], comparison.matching.new.nodes[pair.new]
    lengths = (section.lines[1] - section.lines[0] for section in (old.section, new.section))
    return min(lengths)


SECTION_REORDERED = Kind("section.reordered", _detect, mirror="section.reordered")
