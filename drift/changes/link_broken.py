"""`link.broken`: a link that points into the tree and no longer leads anywhere.

What it tells: it resolved in the old revision, or is new, and does not resolve in the new one; `before` is the target
as it was written, `after` as it is.
That its target is another besides is not told apart.
Why it matters: readers who click on it get an error page.
Example: `travel.md#visa` leads nowhere since "Visa" became "Entry permits".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.details import link_change
from drift.changes.kind import Kind
from drift.changes.retargets import broken


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.links:
        if pair.new and broken(matching.new.site, pair.old, pair.new):
            yield link_change("link.broken", matching, pair)
    yield from (one.change("link.broken") for one in comparison.standing if one.broken)


LINK_BROKEN = Kind(
    "link.broken", _detect, waiver="a link that works again is told by what mended it"
)
