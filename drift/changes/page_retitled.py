"""`page.retitled`: a page's title changed.

What it tells: the front matter's title, else the first heading, is another. The heading that is the title is not told
again as `section.renamed`.
Why it matters: the title stands in the navigation, in search results and in every link that shows it.
Example: "Operations Guides" -> "Operations".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison, page_at
from drift.changes.kind import Kind
from drift.changes.titles import retitled


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.page_pairs():
        if retitled(matching, pair):
            yield Change(
                kind="page.retitled",
                old=page_at(matching.old, pair.old),
                new=page_at(matching.new, pair.new),
                before=matching.old.page_of(pair.old).title,
                after=matching.new.page_of(pair.new).title,
                significance="structure",
                confidence=pair.confidence,
            )


PAGE_RETITLED = Kind("page.retitled", _detect, mirror="page.retitled")
