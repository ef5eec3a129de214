"""`placeholder.added`: a mark that something is still to be written.

What it tells: TBD, TBA, TODO, FIXME, XXX, "coming soon" and the like, one change an occurrence, in a section that was
there before.
Why it matters: readers get a promise instead of an answer.
Example: "Hiring: U.S. Employees (TBD)".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.changes.marks import marks


def _detect(comparison: Comparison) -> Iterable[Change]:
    for mark in marks(comparison, came=True):
        yield Change(
            kind="placeholder.added",
            old=mark.old,
            new=mark.new,
            after=mark.text,
            significance="content",
        )


PLACEHOLDER_ADDED = Kind("placeholder.added", _detect, mirror="placeholder.resolved")
