"""`unfinished-rename`: the range renames a term and leaves the old one elsewhere.

What it tells: each page whose text, headings or link labels still say the old form of a term that the range renamed;
more than five pages at once.
Why it matters: readers take two words for two things.
Example: "V2MOM" becomes "VPMOM" on twelve pages, and `planning.md` still says "V2MOM".
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told
from drift.review.partly import left_over


def _check(reviewed: Reviewed) -> Iterator[Told]:
    yield from left_over(reviewed, "term.renamed", {"prose", "heading", "label"})


UNFINISHED_RENAME = Policy("unfinished-rename", "warning", _check, __doc__ or "")
