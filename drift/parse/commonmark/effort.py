"""A text -> whether it can be read in good time."""

from __future__ import annotations

from drift.parse.nesting import Unbearable

MAX_EFFORT = 100_000_000
"""Characters that the search for the ends of links and tags may look at: one to five seconds."""

COPIES = 500
"""Braces that cost what one bracket does: the plugins copy what follows each, which is quicker than to search it."""

CHEAP = 10_000
"""Characters up to which no text can be dear."""


def check_effort(text: str) -> None:
    """Refuse text in which each opening of a link, tag, role or comment would be held against all that follows.

    Args:
        text: Inline content, or a block of HTML.

    Raises:
        Unbearable: Reading it would take longer than anyone waits.
    """
    if len(text) < CHEAP:
        return
    openings = text.count("[") + text.count("<!") + text.count("<?") + text.count("://")
    openings += max(0, text.count("<") - text.count(">"))
    openings += text.count("{") // COPIES
    if len(text) * openings > MAX_EFFORT:
        raise Unbearable("too many brackets in one paragraph")
