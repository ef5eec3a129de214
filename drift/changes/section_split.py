"""`section.split`: a section lives on in several.

What it tells: at least a third of a new section's blocks stood in another, which lives on.
Why it matters: what a reader looks for under the old heading is now under two.
Example: "Travel" -> "Travel" and "Expenses".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison, located
from drift.changes.kind import Kind
from drift.changes.merges import merged_sections


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for (spread, parts), same in merged_sections(comparison.turned.matching):
        yield Change(
            kind="section.split",
            old=located(matching.old, spread.whole),
            new=tuple(located(matching.new, part) for part in parts),
            significance="cosmetic" if same else "structure",
            confidence=spread.confidence,
        )


SECTION_SPLIT = Kind("section.split", _detect, mirror="section.merged")
