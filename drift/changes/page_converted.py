"""`page.converted`: the same page in another markup format.

What it tells: a page that was, say, reStructuredText and is Markdown, whatever else happened to it.
Why it matters: the suffix of its file changed, and with it how people edit it; the text need not have.
Example: `operations.rst` became `operations.md`.
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
        before, after = matching.old.page_of(pair.old).format, matching.new.page_of(pair.new).format
        suffixes = PurePosixPath(old).suffix, PurePosixPath(new).suffix
        if before == after and suffixes[0] == suffixes[1]:
            continue
        yield Change(
            kind="page.converted",
            old=page_at(matching.old, pair.old),
            new=page_at(matching.new, pair.new),
            before=before if before != after else suffixes[0],
            after=after if before != after else suffixes[1],
            significance="structure",
            confidence=pair.confidence,
        )


PAGE_CONVERTED = Kind("page.converted", _detect, mirror="page.converted")
