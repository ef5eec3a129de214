"""`section.moved`: a section stands under another parent, or on another page.

What it tells: the topmost section of what moved; sections inside it go along. A section whose parent is another only
because a heading before it came, went or changed its level did not move itself: `cause` names that change.
Why it matters: its URL is another, and readers find it in another context.
Example: "Expenses" went from "Finance" to "Travel".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.changes.parents import moved


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.section_pairs():
        if not moved(comparison, pair):
            continue
        yield Change(
            kind="section.moved",
            old=comparison.old_at(pair.old),
            new=comparison.new_at(pair.new),
            before=matching.old.nodes[pair.old].path,
            after=matching.new.nodes[pair.new].path,
            significance="structure",
            confidence=pair.confidence,
        )


SECTION_MOVED = Kind("section.moved", _detect, mirror="section.moved")
