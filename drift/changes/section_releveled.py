"""`section.releveled`: a heading's level changed while its parent stayed its parent.

What it tells: the topmost heading of those that changed alike; levels are those of one format, never compared
across a conversion.
Why it matters: the page's outline, its table of contents and its looks change.
Example: "Setup" went from level 2 to level 3.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.match.matching import Pair


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.section_pairs:
        old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
        if not comparison.same_format(pair) or not matching.sections.holds(old.parent, new.parent):
            continue
        step = _step(comparison, pair)
        above = matching.sections.by_old[old.parent]
        if not step or step == _step(comparison, above):
            continue
        yield Change(
            kind="section.releveled",
            old=comparison.old_at(pair.old),
            new=comparison.new_at(pair.new),
            before=old.section.level,
            after=new.section.level,
            significance="structure",
            confidence=pair.confidence,
        )


def _step(comparison: Comparison, pair: Pair) -> int:
    """Tell by how many levels a heading went deeper."""
    old, new = comparison.matching.old.nodes[pair.old], comparison.matching.new.nodes[pair.new]
    # The title of a page stands above its root, where that became a section.
    return max(1, new.section.level) - max(1, old.section.level)


SECTION_RELEVELED = Kind("section.releveled", _detect, mirror="section.releveled")
