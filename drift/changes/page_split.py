"""`page.split`: a page lives on in several.

What it tells: two or more sections, or half of a page, now live in another page while the page itself lives on, or it
is gone and several share it. One section of a page that stays moved, though it be a page of its own now.
Why it matters: readers of the old page find part of it elsewhere, under another URL.
Example: `guide.md` -> `guide.md` and `install.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison, page_at
from drift.changes.kind import Kind
from drift.changes.merges import merged_pages


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for spread, parts in merged_pages(comparison.turned.matching):
        yield Change(
            kind="page.split",
            old=page_at(matching.old, spread.whole),
            new=tuple(page_at(matching.new, part) for part in parts),
            significance="structure",
            confidence=spread.confidence,
        )


PAGE_SPLIT = Kind("page.split", _detect, mirror="page.merged")
