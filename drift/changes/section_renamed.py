"""`section.renamed`: the text of a heading changed.

What it tells: the same section under another heading; `anchor` in `old` and `new` shows the slug that follows from it.
Why it matters: readers look for the old words, and links to the old anchor break.
Example: "Company" -> "Company and Board".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.changes.titles import is_title


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.section_pairs:
        before, after = matching.old.name_of(pair.old), matching.new.name_of(pair.new)
        if before == after or is_title(matching, pair):
            continue
        if comparison.title_of_merged(pair) and _is_title(comparison, pair.new):
            continue
        yield Change(
            kind="section.renamed",
            old=comparison.old_at(pair.old),
            new=comparison.new_at(pair.new),
            before=before,
            after=after,
            significance="structure",
            confidence=pair.confidence,
        )


def _is_title(comparison: Comparison, node: int) -> bool:
    new = comparison.matching.new
    return new.title_of(new.roots[new.nodes[node].page]) == node


SECTION_RENAMED = Kind("section.renamed", _detect, mirror="section.renamed")
