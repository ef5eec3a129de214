"""`page.added`: a page with no counterpart.

What it tells: a page that no page of the old revision is, nor half of one, nor one section of one.
Why it matters: readers have something new to read, and links to it may be missing.
Example: `handbook/travel.md` is new.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison, page_at
from drift.changes.details import headings, opening, runner_up
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for root in matching.new.roots.values():
        if root in comparison.fresh and not comparison.became_page(root):
            yield Change(
                kind="page.added",
                old=None,
                new=page_at(matching.new, root),
                significance="content",
                blocks=opening(matching.new, root, comparison.fresh),
                headings=headings(matching.new, root, comparison.fresh),
                runner_up=runner_up(matching, root),
            )


PAGE_ADDED = Kind("page.added", _detect, mirror="page.removed")
