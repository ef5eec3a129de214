"""`nav.moved`: a page changed its parent or place in the site's navigation.

What it tells: the chain of titles that leads to the page, before and after; following a page that moved is no change.
Why it matters: readers look for it where it was.
Example: "Travel" went from "Finance" to "People".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.changes.navigation import chain, entry_at


def _detect(comparison: Comparison) -> Iterable[Change]:
    for pair in comparison.navigation.pairs:
        if pair.old is not None and pair.new is not None:
            yield Change(
                kind="nav.moved",
                old=entry_at(pair.old),
                new=entry_at(pair.new),
                before=chain(comparison.matching.old.site, pair.old),
                after=chain(comparison.matching.new.site, pair.new),
                significance="structure",
            )


NAV_MOVED = Kind("nav.moved", _detect, mirror="nav.moved")
