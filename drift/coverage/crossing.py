"""The blocks of both sides that have no equal, where parts of a split or merge stand in any order -> those that are alike.

One alignment of the whole would take them apart where two of them cross.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drift.coverage.part import Unit

HALF = 0.5
"""The part of the words of the longer one that two blocks must have in common to be laid against each other."""


def crossed(old: list[Unit], new: list[Unit]) -> Iterator[tuple[list[Unit], list[Unit]]]:
    """Lay blocks that have most of their words in common against each other, the likest first.

    Args:
        old: Blocks of the old side.
        new: Blocks of the new side.

    Yields:
        Pairs, then what is left of both sides together.
    """
    ones, others = (list(map(_words, side)) for side in (old, new))
    ranked = sorted(
        (-share, i, j)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if (share := _share(one, other)) >= HALF
    )
    left, right = dict(enumerate(old)), dict(enumerate(new))
    for _, i, j in ranked:
        if i in left and j in right:
            yield [left.pop(i)], [right.pop(j)]
    yield list(left.values()), list(right.values())


def _words(unit: Unit) -> Counter[str]:
    return Counter(part.token.text for part in unit if part.token.what == "word")


def _share(one: Counter[str], other: Counter[str]) -> float:
    longer = max(one.total(), other.total())
    return (one & other).total() / longer if longer else 0.0
