"""`link.removed`: a link with no counterpart.

What it tells: a link is gone from a section that is still there; links of sections and pages that were removed go along.
Why it matters: readers lose a way to somewhere.
Example: "Fax numbers" no longer leads to `fax.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.details import link_change
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    for pair in comparison.links:
        if pair.new is None and not comparison.tells_link(pair):
            yield link_change("link.removed", comparison.matching, pair)
    for entry in comparison.navigation.links:
        if entry.new is None:
            yield entry.change("link.removed")


LINK_REMOVED = Kind("link.removed", _detect, mirror="link.added")
