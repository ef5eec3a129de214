"""`section.merged`: several sections live on in one.

What it tells: at least a third of the blocks of a section that is gone stand in another.
Why it matters: nothing was lost, though a heading is gone.
Example: "Travel" and "Expenses" -> "Travel".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison, located
from drift.changes.kind import Kind
from drift.changes.merges import merged_sections


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for (spread, parts), same in merged_sections(matching):
        yield Change(
            kind="section.merged",
            new=located(matching.new, spread.whole),
            old=tuple(located(matching.old, part) for part in parts),
            significance="cosmetic" if same else "structure",
            confidence=spread.confidence,
        )


SECTION_MERGED = Kind("section.merged", _detect, mirror="section.split")
