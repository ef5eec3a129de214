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
from drift.changes.kind import Kind
from drift.changes.retargets import broken
from drift.changes.told import link_at, sides


def _detect(comparison: Comparison) -> Iterable[Change]:
    yield from _that_changed(comparison)
    yield from _that_nobody_touched(comparison)


def _that_changed(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.links:
        old, new = pair.old, pair.new
        if new is not None and broken(matching.new.site, old, new):
            yield Change(
                kind="link.broken",
                old=link_at(matching.old, old),
                new=link_at(matching.new, new),
                before=old.link.target if old else None,
                after=new.link.target,
                link=sides(pair),
                significance="links",
            )


def _that_nobody_touched(comparison: Comparison) -> Iterable[Change]:
    for one in comparison.standing:
        if one.broken:
            yield Change(
                kind="link.broken",
                old=one.was,
                new=one.at,
                before=one.link.target,
                after=one.link.target,
                link=one.sides,
                significance="links",
            )


LINK_BROKEN = Kind(
    "link.broken", _detect, waiver="a link that works again is told by what mended it"
)
