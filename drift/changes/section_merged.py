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
from drift.changes.titles import headed, keeps_title


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    titles = headed(comparison.turned.matching)
    for spread in matching.merges:
        found = [part for part in spread.parts if part not in titles]
        if not found or not _of_sections(comparison, spread.parts):
            continue
        stays = matching.sections.old_of(spread.whole)
        parts = sorted({*found, *(() if stays is None else (stays,))})
        yield Change(
            kind="section.merged",
            new=located(matching.new, spread.whole),
            old=tuple(located(matching.old, part) for part in parts),
            significance="cosmetic" if keeps_title(matching, spread.whole, found) else "structure",
            confidence=spread.confidence,
        )


def _of_sections(comparison: Comparison, parts: tuple[int, ...]) -> bool:
    """Tell whether a spread is of sections and not of pages: the root of a page may lose blocks to a section."""
    nodes = comparison.matching.old.nodes
    return all(nodes[part].depth for part in parts)


SECTION_MERGED = Kind("section.merged", _detect, mirror="section.split")
