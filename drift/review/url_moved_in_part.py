"""`url-moved-in-part`: the range moves links to another address and leaves the old one elsewhere.

What it tells: each page that still has links under a URL prefix that the range replaced; more than five pages at
once.
Why it matters: the old address was replaced for a reason, such as that it will soon lead nowhere.
Example: `http://forms.example.com/old/` becomes `http://forms.example.com/new/` on one page of two.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told
from drift.review.partly import left_over


def _check(reviewed: Reviewed) -> Iterator[Told]:
    yield from left_over(reviewed, "url.moved", {"url"})


URL_MOVED_IN_PART = Policy("url-moved-in-part", "warning", _check, __doc__ or "")
