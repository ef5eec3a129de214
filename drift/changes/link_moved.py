"""`link.moved`: the same label and target in another section.

What it tells: a link went from one section to another by itself.
Why it matters: it is found in another context; nothing was lost.
Example: "Travel policy" went from "Finance" to "People".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.details import link_at, sides
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.links:
        old, new = pair.old, pair.new
        if old is None or new is None or not comparison.link_moved(pair):
            continue
        yield Change(
            kind="link.moved",
            old=link_at(matching.old, old),
            new=link_at(matching.new, new),
            before=matching.old.nodes[old.node].path,
            after=matching.new.nodes[new.node].path,
            link=sides(pair),
            significance="links",
        )


LINK_MOVED = Kind("link.moved", _detect, mirror="link.moved")
