"""`page.merged`: several pages live on in one.

What it tells: two or more sections, or half of a page, came from another page, which is gone; a page that became one
section of another, under its title, was merged too. On the way back that section became a page, and so it moved: it is the
one change whose mirror has another name, since a whole page is lost there and none is here.
Why it matters: the URLs of the pages that went are dead, their content is not.
Example: `guide.md` and `install.md` -> `guide.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison, page_at
from drift.changes.kind import Kind
from drift.changes.merges import merged_pages


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for spread, parts in merged_pages(matching):
        yield Change(
            kind="page.merged",
            new=page_at(matching.new, spread.whole),
            old=tuple(page_at(matching.old, part) for part in parts),
            significance="structure",
            confidence=spread.confidence,
        )


PAGE_MERGED = Kind("page.merged", _detect, mirror="page.split")
