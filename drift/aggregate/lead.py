"""Where the content of an old place may live now."""

from __future__ import annotations

import msgspec

from drift.history.places import Place

GUESSED = 0.2
"""How certain it is that what took up a part of a section that is gone is what its readers look for: of forty such in a
manual with redirects written by hand, six."""

FEW_WORDS = 15
"""How many words halve what their being found elsewhere tells: a page that says where to read on says little."""


class Lead(msgspec.Struct, frozen=True):
    """Where a place may be now."""

    place: Place
    confidence: float
    commits: tuple[str, ...] = ()


def weight(words: float) -> float:
    """Tell what it counts that so many words were found elsewhere, between 0 and 1.

    Args:
        words: How many, or what they weigh.
    """
    return words / (words + FEW_WORDS)
