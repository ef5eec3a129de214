"""`section.added`: a section with no counterpart anywhere in the old revision.

What it tells: a new heading with what stands under it, its own text as `blocks`; new sections inside it go along.
Why it matters: there is something new to read on a page that was there before.
Example: "Leadership Meetings" is new in `operations.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.details import headings, opening, own_blocks, runner_up
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for node in matching.new.nodes:
        opens = node.id in comparison.openings
        if opens or (node.depth and node.id in comparison.told_as_new):
            yield Change(
                kind="section.added",
                old=None,
                new=comparison.new_at(node.id),
                significance="content",
                blocks=own_blocks(matching.new, node.id)
                if opens
                else opening(matching.new, node.id, comparison.fresh),
                headings=UNSET if opens else headings(matching.new, node.id, comparison.fresh),
                runner_up=runner_up(matching, node.id),
            )


SECTION_ADDED = Kind("section.added", _detect, mirror="section.removed")
