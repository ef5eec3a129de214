"""`broken-link`: a link into the tree leads to a page that is not there.

What it tells: each link that resolved at the merge base, or is new, and does not resolve now, also on pages that the range
does not touch; where drift knows it, with where the target is now. Where nobody knows the site's generator, it may publish a
file elsewhere (`/assets/map.png` out of `static/`), and is left in peace; so are drafts, what the generator leaves out,
and parts of pages, of which no link counted from where they stand.
Why it matters: readers who click on it get an error page, and whoever moved the target seldom sees who links to it.
Example: `travel.md` was removed, and `index.md` still links to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told, here
from drift.review.breakage import broken, found_again, moves, named


def _check(reviewed: Reviewed) -> Iterator[Told]:
    among = moves(reviewed)
    for change in broken(reviewed, anchors=False):
        message = f"{named(change)} leads nowhere{found_again(change, among)}"
        yield Told(message=message, at=here(change), facts=(change.id,))


BROKEN_LINK = Policy("broken-link", "error", _check, __doc__ or "")
