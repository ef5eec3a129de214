"""`anchor.changed`: what a URL fragment named is named otherwise, or stands on another page.

What it tells: an explicit id or label, or a slug that links in the tree still use, is now another. The slug that follows
from a renamed heading rides on `section.renamed`.
Why it matters: links from outside to the old anchor land at the top of the page.
Example: `#expenses` is `#expense-reports`, and two links still say `#expenses`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    for change in comparison.anchors:
        if change.after is not None:
            yield Change(
                kind="anchor.changed",
                old=comparison.old_at(change.pair.old),
                new=comparison.new_at(change.pair.new),
                before=change.before,
                after=change.after,
                inbound=change.inbound,
                significance="links",
                confidence=change.pair.confidence,
            )


ANCHOR_CHANGED = Kind("anchor.changed", _detect, mirror="anchor.changed")
