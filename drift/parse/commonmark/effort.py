"""A text -> whether it can be read in good time."""

from __future__ import annotations

from drift.parse.nesting import Unbearable

MAX_EFFORT = 300_000_000
"""Characters that the search for the ends of links and tags may look at: one to five seconds."""

CHEAP = 10_000
"""Characters up to which no text can be dear."""


def check_effort(text: str) -> None:
    """Refuse text in which each bracket would be held against all that follows.

    Args:
        text: Inline content, or a block of HTML.

    Raises:
        Unbearable: Reading it would take longer than anyone waits.
    """
    if len(text) < CHEAP:
        return
    if len(text) * (text.count("[") + text.count("<")) > MAX_EFFORT:
        raise Unbearable("too many brackets in one paragraph")
