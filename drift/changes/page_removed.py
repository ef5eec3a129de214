"""`page.removed`: a page with no counterpart in the new revision.

What it tells: a page that is gone, and whose content is in no other page.
Why it matters: its URL is dead, and so is every link to it.
Example: `handbook/fax.md` was removed.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change
from drift.changes.comparison import Comparison, page_at
from drift.changes.details import opening, runner_up
from drift.changes.kind import Kind


def _detect(comparison: Comparison) -> Iterable[Change]:
    matching, turned = comparison.matching, comparison.turned
    for root in matching.old.roots.values():
        if root in turned.fresh and not turned.became_page(root):
            yield Change(
                kind="page.removed",
                old=page_at(matching.old, root),
                new=None,
                significance="content",
                blocks=opening(matching.old, root, "removed", comparison.turned.fresh),
                runner_up=runner_up(
                    matching.old_doubts, root, matching.new, matching.sections.by_new
                ),
            )


PAGE_REMOVED = Kind("page.removed", _detect, mirror="page.added")
