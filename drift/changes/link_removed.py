"""`link.removed`: a link with no counterpart.

What it tells: a link is gone from a section that is still there; links of sections and pages that were removed go along.
Why it matters: readers lose a way to somewhere.
Example: "Fax numbers" no longer leads to `fax.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.changes.told import link_at, sides


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.links:
        place = pair.old
        if pair.new is not None or place is None or comparison.tells_link(pair):
            continue
        yield Change(
            kind="link.removed",
            old=link_at(matching.old, place),
            new=None,
            before=place.link.target,
            after=None,
            link=sides(pair),
            significance="links",
        )


LINK_REMOVED = Kind("link.removed", _detect, mirror="link.added")
