"""`nav.added`: a page entered the site's navigation.

What it tells: the chain of titles that leads to the page.
Why it matters: it can be found without a search.
Example: "Travel" stands under "Finance" in `SUMMARY.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.changes.navigation import chain, entry_at


def _detect(comparison: Comparison) -> Iterable[Change]:
    for pair in comparison.navigation.pairs:
        if pair.old is None and pair.new is not None:
            yield Change(
                kind="nav.added",
                old=None,
                new=entry_at(pair.new),
                before=None,
                after=chain(comparison.matching.new.site, pair.new),
                significance="structure",
            )


NAV_ADDED = Kind("nav.added", _detect, mirror="nav.removed")
