"""Pair sections by what speaks for and against each possible counterpart, weighed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product

import msgspec

from drift.match.assignment import assign
from drift.match.copied import Copies
from drift.match.evidence import CANDIDATES
from drift.match.gathered import gathered
from drift.match.matching import Doubt, Matching, Pair, probability
from drift.match.profile import fold
from drift.match.weighing import same_page, weigh

ALL_PAIRS = 4000
"""Up to so many combinations of left over sections of one page pair are all weighed; of more, the likely ones."""

EQUAL_TITLES = 900
"""Up to so many combinations of sections under one heading, `Example` on all pages, are all looked at."""

BAND = 2
"""Beyond, only those so near to each other, counted from the beginning or from the end; in a `CROWD` only those that
have the same place."""

CROWD = 6000
"""Sections without a counterpart, both sides together; beyond it somebody compares two strangers."""

FEW = 2
"""Then so many counterparts are weighed for a section, where it would be `CANDIDATES`."""

MARGINS = (2500, 800, 0)
"""What a pair must score in each round: the first pairs are parents and neighbours to the later ones."""


def similar(matching: Matching) -> Matching:
    """Pair the sections left over, on their own page or on any other.

    Args:
        matching: The matching with certain pairs made.

    Returns:
        The same with likely pairs made, the best choice over all of them together.
    """
    old, new = matching.free()
    return matching.weighed(_weighed) if old and new else matching


def _weighed(matching: Matching) -> Matching:
    titles = _title_counts(matching)
    near = _near(matching)
    copies = Copies(matching)
    for margin in MARGINS:
        # What stands on a copy of a page has its counterpart there only where it has none on the page itself.
        candidates = {
            pair for pair in _candidates(matching, near) if not margin or not copies.between(*pair)
        }
        scores = {pair: weigh(matching, *pair, titles) for pair in sorted(candidates)}
        chosen = assign({pair: score - margin for pair, score in scores.items()})
        found = [Pair(*pair, probability(scores[pair]), "similar") for pair in chosen]
        matching = msgspec.structs.replace(
            matching,
            sections=matching.sections.with_all(found),
            old_doubts={**matching.old_doubts, **_doubts(scores, turned=False)},
            new_doubts={**matching.new_doubts, **_doubts(scores, turned=True)},
        )
    return matching


def _title_counts(matching: Matching) -> Counter[str]:
    """Count the sections of either side that have a heading, whichever side has more."""
    old = Counter(fold(node.section.title) for node in matching.old.nodes)
    new = Counter(fold(node.section.title) for node in matching.new.nodes)
    return old | new


def _near(matching: Matching) -> set[tuple[int, int]]:
    """Find the pairs that share rare features; in a later look those of sections that rules touch."""
    evidence = matching.evidence
    old, new = matching.free()
    most = CANDIDATES if len(old) + len(new) <= CROWD else FEW
    mine = [node for node in old if evidence.old.touched(node)]
    theirs = [node for node in new if evidence.new.touched(node)]
    found = evidence.candidates(mine, new, most=most)
    if len(mine) == len(old):
        return found
    return found | evidence.candidates(old, theirs, most=most)


def _candidates(matching: Matching, near: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Collect the pairs to be weighed in one round: near in words, on one page, or under one heading."""
    old, new = matching.free()
    pairs = matching.sections
    found = {(a, b) for a, b in near if a not in pairs.by_old and b not in pairs.by_new}
    found |= _on_same_page(matching, old, new)
    found |= _with_same_title(matching, old, new)
    return {pair for pair in found if matching.evidence.worth(*pair) and not matching.apart(*pair)}


def _on_same_page(matching: Matching, old: list[int], new: list[int]) -> set[tuple[int, int]]:
    left = gathered(old, lambda node: matching.old.roots[matching.old.nodes[node].page])
    right = gathered(new, lambda node: matching.new.roots[matching.new.nodes[node].page])
    found: set[tuple[int, int]] = set()
    for root, nodes in left.items():
        other_root = matching.pages.new_of(root)
        others = [] if other_root is None else right.get(other_root, [])
        if len(nodes) * len(others) <= ALL_PAIRS:
            found.update((node, other) for node in nodes for other in others)
    return found


def _with_same_title(matching: Matching, old: list[int], new: list[int]) -> set[tuple[int, int]]:
    """Pair up equal headings: those of one page pair, and elsewhere those that few sections have."""
    few = 3
    left = gathered(old, lambda node: fold(matching.old.nodes[node].section.title))
    right = gathered(new, lambda node: fold(matching.new.nodes[node].section.title))
    crowd = len(old) + len(new) > CROWD
    found: set[tuple[int, int]] = set()
    for title, nodes in left.items():
        others = right.get(title, [])
        rare = len(nodes) <= few and len(others) <= few
        found.update(
            (node, other)
            for node, other in _combined(nodes, others, band=0 if crowd else BAND)
            if rare or same_page(matching, matching.old.nodes[node], matching.new.nodes[other])
        )
    return found


def _combined(nodes: list[int], others: list[int], *, band: int) -> Iterator[tuple[int, int]]:
    """Combine two lists: all with all, or, where that is too much, those of about the same place in both."""
    if band and len(nodes) * len(others) <= EQUAL_TITLES:
        yield from product(nodes, others)
        return
    shift = len(others) - len(nodes)
    for index, node in enumerate(nodes):
        near = {*range(index - band, index + band + 1)}
        near |= {place + shift for place in near}
        yield from ((node, others[place]) for place in sorted(near) if 0 <= place < len(others))


def _doubts(scores: dict[tuple[int, int], int], *, turned: bool) -> dict[int, Doubt]:
    best: dict[int, tuple[int, int]] = {}
    for (one, other), score in scores.items():
        node, counterpart = (other, one) if turned else (one, other)
        if node not in best or score > best[node][0]:
            best[node] = (score, counterpart)
    return {node: Doubt(other, probability(score)) for node, (score, other) in best.items()}
