"""`duplicate-anchor`: an id or label is written twice on a page.

What it tells: each explicit anchor that a page has twice, and had not twice before. Slugs of equal headings are no matter:
generators number them.
Why it matters: a link finds the first of the two, whichever was meant.
Example: a section is copied with its `{#visa}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told, fresh
from drift.trees.page import Page
from drift.trees.walk import walk


def _check(reviewed: Reviewed) -> Iterator[Told]:
    for path, page, before in reviewed.touched():
        known = _counted(before)
        seen: Counter[str] = Counter()
        for trail, section in walk(page.root):
            for anchor in section.anchors:
                seen[anchor.name] += 1
                if seen[anchor.name] == max(2, known[anchor.name] + 1):
                    yield Told(
                        message=f"anchor “{anchor.name}” is on this page already",
                        at=fresh(path, section=trail, line=anchor.line),
                        facts=(path, anchor.name),
                    )


def _counted(page: Page | None) -> Counter[str]:
    sections = () if page is None else tuple(walk(page.root))
    return Counter(anchor.name for _, section in sections for anchor in section.anchors)


DUPLICATE_ANCHOR = Policy("duplicate-anchor", "error", _check, __doc__ or "")
