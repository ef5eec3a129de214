"""Two texts -> how much of what the one says stands in the other, as far as that is no accident of size."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import sqrt

from drift.match.evidence import Evidence
from drift.match.profile import Profile, Rarity

LARGER = 6
"""A text that is so many times as large as another holds much of it by accident: a changelog of ten thousand words has
most words, and many pairs of words, of any page of its handbook."""

Said = tuple[Profile, int]
"""A text and its weight, which is asked for once for each text that may hold it."""

TELLING = 12
"""Words that a section must say to be known again by them alone."""


def best_held(
    evidence: Evidence, looking: Iterable[int], among: Iterable[int], *, least: float
) -> dict[int, tuple[float, int]]:
    """Find for each of some sections the one that holds most of what it says.

    Args:
        evidence: What the sections say.
        looking: Old nodes; those that say too little to be known again are passed over.
        among: New nodes.
        least: The part that must be held, from 0 to 1.

    Returns:
        For each old node that is found the part that is held, and the new node.
    """
    telling = [node for node in looking if evidence.old.profile(node).size >= TELLING]
    found: dict[int, tuple[float, int]] = {}
    for old, new in sorted(evidence.candidates(telling, among)):
        one = evidence.old.profile(old), evidence.old.total(old)
        part = held(evidence.rarity, one, (evidence.new.profile(new), evidence.new.total(new)))
        if part >= least and part > found.get(old, (0.0, 0))[0]:
            found[old] = (part, new)
    return found


def held(rarity: Rarity, one: Said, other: Said) -> float:
    """Measure how much of a text another has taken up.

    Args:
        rarity: Knows how rare words are.
        one: The text that is looked for.
        other: The text that may hold it.

    Returns:
        From 0 to 1, by weight; less where the other is so large that it holds something of everything.
    """
    (text, total), (place, room) = one, other
    if not total or not room:
        return 0.0
    return rarity.shared(text, place) / total * min(1.0, sqrt(LARGER * total / room))


def held_within(
    rarity: Rarity,
    one: Said,
    place: int,
    said: Callable[[int], Said],
    parts: Callable[[int], Iterable[int]],
) -> float:
    """Measure how much of a text a place has taken up, as a whole or in one part of it.

    Args:
        rarity: Knows how rare words are.
        one: The text that is looked for.
        place: The place that may hold it.
        said: Gives what a place says with all its parts.
        parts: Gives the parts of a place.

    Returns:
        From 0 to 1, by weight; a large place in which one part says it holds it as that part does.
    """
    found = held(rarity, one, said(place))
    if said(place)[1] <= LARGER * one[1]:
        # No part of it says more, and nothing is taken off.
        return found
    inside = (held_within(rarity, one, part, said, parts) for part in parts(place))
    return max((found, *inside))
