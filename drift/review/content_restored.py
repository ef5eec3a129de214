"""`content-restored`: what an earlier commit removed is back.

What it tells: each page or section that comes with the range, and that a commit before the merge base had removed; of the
last two thousand commits, and of passages that are long enough to be known again.
Why it matters: a merge that went wrong brings back what somebody took away, and nobody sees it among what is new.
Example: `parking.md` was deleted in spring, and a branch from winter has it again.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from drift.review.base import Policy, Reviewed, Told, here

SHORT = 10
"""Signs of a commit's id that git and people take."""


def _check(reviewed: Reviewed) -> Iterator[Told]:
    for kind, what in (("page.added", "page"), ("section.added", "section")):
        for change in reviewed.of(kind):
            if change.restored_from is not UNSET:
                commit = change.restored_from[:SHORT]
                yield Told(
                    message=f"{what} is back, which commit {commit} had removed",
                    at=here(change),
                    facts=(change.id,),
                )


CONTENT_RESTORED = Policy("content-restored", "note", _check, __doc__ or "")
