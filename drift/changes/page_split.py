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


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for spread in matching.splits:
        # Sections may have taken their blocks from what stands before the first heading.
        if matching.old.nodes[spread.whole].depth or any(
            matching.new.nodes[part].depth for part in spread.parts
        ):
            continue
        stays = matching.pages.new_of(spread.whole)
        parts = sorted({*spread.parts, *(() if stays is None else (stays,))})
        yield Change(
            kind="page.split",
            old=page_at(matching.old, spread.whole),
            new=tuple(page_at(matching.new, part) for part in parts),
            significance="structure",
            confidence=spread.confidence,
        )


PAGE_SPLIT = Kind("page.split", _detect, mirror="page.merged")
