"""`nav.removed`: a page left the site's navigation.

What it tells: the chain of titles that led to the page.
Why it matters: only links and searches lead to it now.
Example: "Fax" is gone from `SUMMARY.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.changes.navigation import chain, entry_at


def _detect(comparison: Comparison) -> Iterable[Change]:
    for pair in comparison.navigation.pairs:
        if pair.new is None and pair.old is not None:
            yield Change(
                kind="nav.removed",
                old=entry_at(pair.old),
                new=None,
                before=chain(comparison.matching.old.site, pair.old),
                after=None,
                significance="structure",
            )


NAV_REMOVED = Kind("nav.removed", _detect, mirror="nav.added")
