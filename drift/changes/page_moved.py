"""`page.moved`: the same page under another path.

What it tells: a page whose file was renamed or went to another folder; a bare change of suffix is a conversion.
Why it matters: its URL changed, and old links need a redirect.
Example: `admin/travel.md` -> `operations/travel.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from drift.changes.base import Change
from drift.changes.comparison import Comparison, page_at
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.page_pairs():
        old, new = matching.old.nodes[pair.old].page, matching.new.nodes[pair.new].page
        if PurePosixPath(old).with_suffix("") == PurePosixPath(new).with_suffix(""):
            continue
        yield Change(
            kind="page.moved",
            old=page_at(matching.old, pair.old),
            new=page_at(matching.new, pair.new),
            before=old,
            after=new,
            significance="structure",
            confidence=pair.confidence,
        )


PAGE_MOVED = Kind("page.moved", _detect, mirror="page.moved")
