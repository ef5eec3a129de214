"""Two phrases -> what they have in common at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from drift.explain.lexicon import stem


def shared(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Count the words that two phrases have in common at their ends, in whatever inflection.

    Args:
        one: The words of a phrase.
        other: The words of another.

    Returns:
        How many at the beginning and how many at the end; at least one word of each phrase is none of them.
    """
    most = min(len(one), len(other)) - 1
    ahead = _alike(one, other, most)
    return ahead, _alike(one[::-1], other[::-1], most - ahead)


def _alike(one: Sequence[str], other: Sequence[str], most: int) -> int:
    pairs = zip(one[:most], other, strict=False) if most > 0 else ()
    return sum(1 for _ in takewhile(lambda pair: stem(pair[0]) == stem(pair[1]), pairs))
