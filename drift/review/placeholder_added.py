"""`placeholder-added`: a text says that it is not finished.

What it tells: each TBD, TODO, FIXME, "coming soon" and the like that the range brings in.
Why it matters: what is published so is seldom come back to.
Example: "The rates for night calls are TBD."
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told, here


def _check(reviewed: Reviewed) -> Iterator[Told]:
    for change in reviewed.of("placeholder.added"):
        yield Told(
            message=f"placeholder added: {change.after}", at=here(change), facts=(change.id,)
        )


PLACEHOLDER_ADDED = Policy("placeholder-added", "warning", _check, __doc__ or "")
