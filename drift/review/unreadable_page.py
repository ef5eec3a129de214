"""`unreadable-page`: a page could not be read as what it is meant to be.

What it tells: each page that drift had to compare line by line, and could read at the merge base.
Why it matters: where a parser gives up, the site's generator may too, and what else the range changed there is not told: one
byte that is no UTF-8 would hide that "must" became "need not".
Example: `rates.md` is nested a hundred quotes deep.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told, fresh


def _check(reviewed: Reviewed) -> Iterator[Told]:
    unread = reviewed.changelog.stats.unread
    known = {one.path for one in unread if one.side == "old"}
    origins = reviewed.origins()
    for one in unread:
        if one.side == "new" and origins.get(one.path, one.path) not in known:
            yield Told(
                message=f"could not be read: {one.reason}", at=fresh(one.path), facts=(one.path,)
            )


UNREADABLE_PAGE = Policy("unreadable-page", "error", _check, __doc__ or "")
