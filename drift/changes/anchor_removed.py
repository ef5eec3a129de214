"""`anchor.removed`: an explicit id or label is gone, though its section is still there.

What it tells: a URL fragment that somebody wrote names nothing any more; a removed section takes its anchors along.
Why it matters: links from outside, and `:ref:` from other pages, lead nowhere.
Example: the label `travel-visa` is gone from `travel.rst`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    for change in comparison.anchors:
        if change.after is None:
            yield Change(
                kind="anchor.removed",
                old=comparison.old_at(change.pair.old),
                new=comparison.new_at(change.pair.new),
                before=change.before,
                inbound=change.inbound,
                significance="links",
                confidence=change.pair.confidence,
            )


ANCHOR_REMOVED = Kind(
    "anchor.removed", _detect, waiver="a new anchor breaks nothing and is nothing a reader sees"
)
