"""Text -> the features by which likeness is measured, and the measures."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log2

import msgspec
from rapidfuzz import fuzz

from drift.match.modulo import Modulo
from drift.trees.page import Section
from drift.trees.words import words

LONGEST_TITLE = 2_000
"""Letters of a heading that are compared: nobody reads one of a million, and comparing two of them takes two minutes."""

COMMON = 24
"""A feature that stands in more stretches than this leads to no candidates: it would lead to all."""

RARITY_STEPS = 8
"""Weights are whole numbers of eighths of a bit, so that sums do not hang on the order of adding."""

LONG = 4_000
"""Characters of a section from which on its profile is not kept: hundreds of them would take too much memory."""

_NUMBERED = re.compile(r"\A(?:step )?\d+(?:\.\d+)*[.):]?\s+(?=\S)", re.IGNORECASE)
_REMARK = re.compile(r"(?<=\S)\s*\([^()]*\)(?=\W*\Z)")
# What stands before or behind the name in a heading.


class Profile(msgspec.Struct, frozen=True, eq=False):
    """The words, pairs of neighbouring words and link targets of a stretch of text, as a bag."""

    features: Mapping[str, int]
    size: int
    # How many words.

    @property
    def empty(self) -> bool:
        """Whether there is nothing to compare."""
        return not self.features


def profile(section: Section, modulo: Modulo) -> Profile:
    """Read the own text of a section, without its heading and its sections.

    Args:
        section: The section.
        modulo: What is to be read as the same.

    Returns:
        Its features: words in lower case, pairs of neighbours, and `->` before each link's target.
    """
    rows = [
        (modulo.text(block.text), tuple([modulo.url(link.target) for link in block.links]))
        for block in section.blocks
    ]
    read = _bag if sum([len(text) for text, _ in rows]) <= LONG else _bag.__wrapped__
    return read(tuple(rows))


@lru_cache(maxsize=512)
def _bag(rows: tuple[tuple[str, tuple[str, ...]], ...]) -> Profile:
    """Read texts, each with its targets; neighbouring commits ask for most of the same."""
    bag: Counter[str] = Counter()
    size = 0
    for text, targets in rows:
        found = [word.lower() for word in words(text) if word[0].isalnum()]
        size += len(found)
        bag.update(found)
        bag.update(map(" ".join, itertools.pairwise(found)))
        bag.update(["->" + target for target in targets])
    return Profile(features=bag, size=size)


def merged(profiles: Iterable[Profile]) -> Profile:
    """Add profiles up, for instance those of all sections of a page."""
    parts = tuple(profiles)
    counts = itertools.chain.from_iterable(part.features.items() for part in parts)
    # Each feature as often as it was counted: so nothing is added up in Python itself.
    bag: Counter[str] = Counter(
        itertools.chain.from_iterable(itertools.starmap(itertools.repeat, counts))
    )
    return Profile(features=bag, size=sum(part.size for part in parts))


class Rarity:
    """How much a shared feature tells: the fewer stretches have it, the more, in eighths of a bit (inverse document frequency)."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        """Count in how many stretches each feature stands."""
        self._seen: Counter[str] = Counter()
        stretches = 1
        for part in profiles:
            self._seen.update(part.features.keys())
            stretches += 1
        steps = {
            seen: 1 + int(RARITY_STEPS * log2(stretches / (1 + seen) + 1))
            for seen in {0, *self._seen.values()}
        }
        self._weights = {feature: steps[seen] for feature, seen in self._seen.items()}
        self._unseen = steps[0]

    def seen(self, feature: str) -> int:
        """Tell in how many of the counted stretches a feature stands."""
        return self._seen[feature]

    def weight(self, feature: str) -> int:
        """Weigh one occurrence of a feature."""
        return self._weights.get(feature, self._unseen)

    def telling(self, part: Profile) -> list[str]:
        """Give the features of a profile that stand in a few stretches and not in one alone, which nothing can share."""
        seen = self._seen.get
        return [feature for feature in part.features if 1 < seen(feature, 0) <= COMMON]

    def total(self, part: Profile) -> int:
        """Weigh a whole profile."""
        weight, unseen = self._weights.get, self._unseen
        # A counter would call Python for each feature that it has not counted.
        return sum([weight(feature, unseen) * count for feature, count in part.features.items()])

    def shared(self, one: Profile, other: Profile) -> int:
        """Weigh what two profiles have in common."""
        small, large = one.features, other.features
        if len(small) > len(large):
            small, large = large, small
        weight, unseen = self._weights.get, self._unseen
        return sum(
            [
                # No call of `min`: it would take as long as all the rest.
                weight(feature, unseen)
                * (a if (a := small[feature]) < (b := large[feature]) else b)
                for feature in small.keys() & large.keys()
            ]
        )


def likeness(shared: int, one: int, other: int) -> float:
    """Give the Dice coefficient of two weighed bags, 0 where both are empty."""
    return 2 * shared / (one + other) if one + other else 0.0


@lru_cache(maxsize=1 << 12)
def title_likeness(one: str, other: str) -> float:
    """Tell how alike two headings are, from 0 to 1, by words in any order and by letters."""
    left, right = fold(one[:LONGEST_TITLE]), fold(other[:LONGEST_TITLE])
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    return max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right)) / 100


@lru_cache(maxsize=1 << 12)
def is_extended(one: str, other: str) -> bool:
    """Tell whether one of two headings is the other with a number before it or a remark in parentheses behind it.

    Args:
        one: A heading.
        other: Another, which reads otherwise.

    Returns:
        Whether `Kubernetes` became `2. Kubernetes`, `Kubernetes (recommended)` or both, or the reverse.
    """
    left, right = fold(one), fold(other)
    return left in _cores(other) or right in _cores(one)


def _cores(title: str) -> tuple[str, str, str]:
    """Give a heading without its number, without its remark, and without both."""
    title = title[:LONGEST_TITLE]
    bare, named = _NUMBERED.sub("", title), _REMARK.sub("", title)
    return fold(bare), fold(named), fold(_REMARK.sub("", bare))


@lru_cache(maxsize=1 << 14)
def fold(title: str) -> str:
    """Bring a heading into the form in which case, punctuation and spaces do not count."""
    return " ".join(word.casefold() for word in words(title) if word[0].isalnum()) or title.strip()
