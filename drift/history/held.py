"""Two texts -> how much of what the one says stands in the other, as far as that is no accident of size."""

from __future__ import annotations

from math import sqrt

from drift.match.evidence import Evidence
from drift.match.profile import Profile

LARGER = 6
"""A text that is so many times as large as another holds much of it by accident: a changelog of ten thousand words has
most words, and many pairs of words, of any page of its handbook."""


def held(evidence: Evidence, one: Profile, other: Profile) -> float:
    """Measure how much of a text another has taken up.

    Args:
        evidence: That knows how rare words are.
        one: The text that is looked for.
        other: The text that may hold it.

    Returns:
        From 0 to 1, by weight; less where the other is so large that it holds something of everything.
    """
    rarity = evidence.rarity
    total, room = rarity.total(one), rarity.total(other)
    if not total or not room:
        return 0.0
    return rarity.shared(one, other) / total * min(1.0, sqrt(LARGER * total / room))
