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
from drift.changes.titles import headed, keeps_title


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    titles = headed(matching)
    for spread in matching.splits:
        found = [part for part in spread.parts if part not in titles]
        if not found or not _of_sections(comparison, spread.parts):
            continue
        stays = matching.sections.new_of(spread.whole)
        parts = sorted({*found, *(() if stays is None else (stays,))})
        yield Change(
            kind="section.split",
            old=located(matching.old, spread.whole),
            new=tuple(located(matching.new, part) for part in parts),
            significance="cosmetic"
            if keeps_title(comparison.turned.matching, spread.whole, found)
            else "structure",
            confidence=spread.confidence,
        )


def _of_sections(comparison: Comparison, parts: tuple[int, ...]) -> bool:
    """Tell whether a spread is of sections and not of pages: the root of a page may lose blocks to a section."""
    nodes = comparison.matching.new.nodes
    return all(nodes[part].depth for part in parts)


SECTION_SPLIT = Kind("section.split", _detect, mirror="section.merged")
