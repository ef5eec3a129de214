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
        if comparison.title_of_merged(pair) and _titles_new_page(comparison, pair.new):
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


def _titles_new_page(comparison: Comparison, node: int) -> bool:
    """Tell whether a section is the title of a page that no page was; one that was another's is a new title there."""
    new, pages = comparison.matching.new, comparison.matching.pages
    root = new.roots[new.nodes[node].page]
    return root not in pages.by_new and new.title_of(root) == node


SECTION_RENAMED = Kind("section.renamed", _detect, mirror="section.renamed")
