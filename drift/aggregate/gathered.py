"""A page that is gone without a trace -> the one on which most of its sections are now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from drift.aggregate.lead import GUESSED, Lead

LEAST = 0.3
"""The part of a page, in words, that must be known to stand on another; where less is left, readers miss too much."""

LOST = 0.5
"""What was taken away tells half as much against a page as what stands on another one now."""


def gathered(parts: Iterable[tuple[int, Lead | None]]) -> Lead | None:
    """Find the page that has the sections of one that is gone.

    Args:
        parts: Of each section how many words it said, and where it lives now.

    Returns:
        The lead, to a page; None where none has enough of them.
    """
    there: dict[str, float] = defaultdict(float)
    found = lost = 0
    for words, lead in parts:
        if lead is None or lead.confidence <= GUESSED:
            lost += words
        else:
            found += words
            there[lead.place[0]] += words * lead.confidence
    if not found:
        return None
    path, most = max(there.items(), key=lambda item: (item[1], item[0]))
    if most < LEAST * (found + lost):
        return None
    return Lead((path, ""), round(most / (found + LOST * lost), 3))
