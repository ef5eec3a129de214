"""`placeholder.resolved`: a mark that something was still to be written is gone.

What it tells: one change an occurrence, whether the promise was kept or dropped.
Why it matters: there may be an answer now.
Example: "(TBA)" after "E-sign procedure" is gone.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.changes.marks import marks


def _detect(comparison: Comparison) -> Iterable[Change]:
    for mark in marks(comparison, came=False):
        yield Change(
            kind="placeholder.resolved",
            old=mark.old,
            new=mark.new,
            before=mark.text,
            significance="content",
        )


PLACEHOLDER_RESOLVED = Kind("placeholder.resolved", _detect, mirror="placeholder.added")
