"""`link.added`: a link with no counterpart.

What it tells: a new link in a section that was there before; links of sections and pages that were added go along.
Why it matters: it is a new promise to readers, kept or broken.
Example: "Travel policy" now leads to `travel.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.details import link_change
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    for pair in comparison.links:
        if pair.old is None and not comparison.tells_link(pair):
            yield link_change("link.added", comparison.matching, pair)
    for entry in comparison.navigation.links:
        if entry.old is None:
            yield entry.change("link.added")


LINK_ADDED = Kind("link.added", _detect, mirror="link.removed")
