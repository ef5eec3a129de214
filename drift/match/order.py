"""A sequence in a new order -> the fewest elements that must have moved."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Hashable, Sequence

LARGEST_EXACT = 400
"""Longer sequences get a longest run by length alone; the quadratic choice by weight would be felt."""


def displaced(places: Sequence[int], names: Sequence[Hashable], sizes: Sequence[int]) -> set[int]:
    """Find the fewest elements whose move explains a new order, and of equal choices the smallest.

    Args:
        places: For each element, in its old order, its place in the new order; no two alike.
        names: What breaks ties, the same for both directions.
        sizes: How much text each element has; small ones are rather held to have moved than large ones.

    Returns:
        Indexes into `places` of the elements that moved. The others are a heaviest increasing subsequence.
    """
    if all(one < other for one, other in itertools.pairwise(places)):
        return set()
    if len(places) > LARGEST_EXACT:
        return set(range(len(places))) - _longest(places)
    ranked = sorted(range(len(places)), key=lambda index: (sizes[index], str(names[index])))
    # A rank of its own for each element makes the heaviest choice unique, so that both directions agree on it.
    rank = {index: position for position, index in enumerate(ranked)}
    best: list[tuple[int, int, int]] = []
    back: list[int] = []
    for index, place in enumerate(places):
        before = [other for other in range(index) if places[other] < place]
        chosen = max(before, key=best.__getitem__, default=-1)
        length, size, ranks = best[chosen] if before else (0, 0, 0)
        best.append((length + 1, size + sizes[index], ranks + (1 << rank[index])))
        back.append(chosen)
    last = max(range(len(places)), key=best.__getitem__)
    return set(range(len(places))) - _run(back, last)


def _longest(places: Sequence[int]) -> set[int]:
    """Find a longest increasing subsequence by patience sorting (Fredman 1975)."""
    tops: list[int] = []
    owners: list[int] = []
    back: list[int] = []
    for index, place in enumerate(places):
        pile = bisect_left(tops, place)
        back.append(owners[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        owners[pile : pile + 1] = [index]
    return _run(back, owners[-1] if owners else -1)


def _run(back: Sequence[int], last: int) -> set[int]:
    """Collect a run from its last element back to its first, before which stands -1."""
    found: set[int] = set()
    while last >= 0:
        found.add(last)
        last = back[last]
    return found
