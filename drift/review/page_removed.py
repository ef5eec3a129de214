"""`page-removed`: a page is gone, and its content lives nowhere else.

What it tells: each page that has no counterpart in the new revision; one that moved, or was merged into another, has one.
What the generator left out (`exclude_patterns`, `exclude_docs`) and what was a draft was no page of the site.
Why it matters: what it said is said nowhere any more, and links from elsewhere to it end in an error page.
Example: `parking.md` is deleted.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told, here
from drift.site.excluded import is_left_out


def _check(reviewed: Reviewed) -> Iterator[Told]:
    for change in reviewed.of("page.removed"):
        at = here(change)
        if not is_left_out(reviewed.old, at.path):
            yield Told(message="page removed", at=at, facts=(change.id,))


PAGE_REMOVED = Policy("page-removed", "warning", _check, __doc__ or "")
