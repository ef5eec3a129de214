"""Two texts -> how much of them is the same, word by word or, of very short ones, letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from drift.trees.words import words

MOST_CELLS = 4_000_000
"""Words of the one block times words of the other up to which their order counts; of longer ones, two thousand words
each, the words alone say as much, and each may be held against eighty others."""

LONG = 2_000
"""Characters of a text from which on its words are not kept: a few hundred would take as much memory as all else."""

SHORT = 40
"""Characters of a text whose few words are as good as the letters in them."""

SHORTEST = 4
"""Characters of which one more or less is a few in a hundred, and no other text altogether."""

SPELT_ALIKE = 0.8
"""The part of their letters that two short texts share that stand alone between the same neighbours."""

LIKE_ELSEWHERE = 750
"""In thousandths: what two texts of fewer words than `TELLING_WORDS` share that are one at different places: items are made
from one mould."""

TELLING_WORDS = 8
"""Of fewer, too little is left to know a block by when some of them differ."""


def folded_words(text: str) -> tuple[str, ...]:
    """Give the words of a text in lower case; those of short texts are kept."""
    return _cut(text) if len(text) <= LONG else _folded(text)


@lru_cache(maxsize=1 << 9)
def _cut(text: str) -> tuple[str, ...]:
    return _folded(text)


def _folded(text: str) -> tuple[str, ...]:
    return tuple([word.casefold() for word in words(text)])


def word_likeness(one: Sequence[str], other: Sequence[str]) -> int:
    """Tell how many words of two texts are the same in their order, in thousandths."""
    if not one or not other:
        return 0
    if len(one) * len(other) > MOST_CELLS:
        kept = sum((Counter(one) & Counter(other)).values())
        return int(2000 * kept / (len(one) + len(other)))
    return int(1000 * Indel.normalized_similarity(one, other))


def spelt_alike(one: str, other: str) -> bool:
    """Tell whether two short texts are one but for some letters: a version, or an item of one word."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < SHORTEST or longer > SHORT:
        return False
    return Indel.normalized_similarity(one, other) >= SPELT_ALIKE


def is_known(one: str, other: str, telling: int = TELLING_WORDS) -> bool:
    """Tell whether a text that went elsewhere and was edited is plainly that text: of few words nearly all must stay.

    Args:
        one: The text before.
        other: The text after, which is alike.
        telling: Words from which on half of them are enough.

    Returns:
        Whether it is.
    """
    left, right = folded_words(one), folded_words(other)
    return (
        one == other
        or min(len(left), len(right)) >= telling
        or word_likeness(left, right) >= LIKE_ELSEWHERE
    )
