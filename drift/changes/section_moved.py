"""`section.moved`: a section stands under another parent, or on another page.

What it tells: the topmost section of what moved; sections inside it go along. A section that became a page of its own
moved there; where that page has its title in the front matter, its section path is empty. A section whose parent is
another only because a heading before it came, went or changed its level did not move itself: `cause` names that change.
Why it matters: its URL is another, and readers find it in another context.
Example: "Expenses" went from "Finance" to "Travel".
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.changes.base import Change, Location
from drift.changes.comparison import Comparison, located
from drift.changes.kind import Kind
from drift.changes.parents import moved
from drift.match.forest import Forest


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.section_pairs:
        if not moved(comparison, pair):
            continue
        yield Change(
            kind="section.moved",
            old=_at(matching.old, pair.old),
            new=_at(matching.new, pair.new),
            before=matching.old.nodes[pair.old].path,
            after=matching.new.nodes[pair.new].path,
            significance="structure",
            confidence=pair.confidence,
        )


def _at(forest: Forest, node: int) -> Location:
    """Locate a section; a page that it became, or was, with all of it."""
    at = located(forest, node)
    return at if at.section else msgspec.structs.replace(at, lines=forest.nodes[node].section.lines)


SECTION_MOVED = Kind("section.moved", _detect, mirror="section.moved")
