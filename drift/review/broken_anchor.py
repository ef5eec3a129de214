"""`broken-anchor`: a link leads to a page on which its anchor is not.

What it tells: each link whose page is there and whose anchor was there at the merge base, or is newly asked for, and is
not there now, also on pages that the range does not touch; where drift knows it, with where the text is now. Anchors that
plugins make (`config.tags`) are left in peace where the page names them, and so are new links to pages that templates fill.
Why it matters: readers land at the top of a long page and have to search for what the link promised.
Example: "Visa" became "Entry permits", and `index.md` still links to `travel.md#visa`.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told, here
from drift.review.breakage import broken, found_again, moves, named


def _check(reviewed: Reviewed) -> Iterator[Told]:
    among = moves(reviewed)
    for change in broken(reviewed, anchors=True):
        yield Told(
            message=f"{named(change)} finds its page but not its anchor{found_again(change, among)}",
            at=here(change),
            facts=(change.id,),
        )


BROKEN_ANCHOR = Policy("broken-anchor", "error", _check, __doc__ or "")
