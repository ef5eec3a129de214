"""Pair sections that stayed under their section path and say much the same, or that nothing else could be."""

from __future__ import annotations

from collections import Counter

import msgspec
from rapidfuzz.distance import Indel

from drift.match.forest import Forest
from drift.match.matching import CERTAIN, Matching, Pair
from drift.trees.page import Section
from drift.trees.words import rough

HALF = 0.5
"""The part of the words that must live on in their order; strangers share about a quarter, of such as `the` and `of`."""

LONE = 0.95
"""The confidence that two sections are one because nothing else on any page could be either."""

MOSTLY = 0.8
"""The same for two of a page with other headings: such a part of their words, and at least `TELLING_WORDS`, leave no doubt."""

TELLING_WORDS = 20

MOST_CELLS = 4_000_000
"""Words of the one text times words of the other that are aligned to see it; longer ones are weighed."""


def placed(matching: Matching) -> Matching:
    """Pair the sections of paired pages that stand at the same place and are plainly the same.

    Args:
        matching: The matching with equal subtrees paired.

    Returns:
        The same with those sections paired; their place and their text leave no room for another.
    """
    old, new = matching.free()
    if not old or not new:
        return matching
    there = _by_place(matching.new, new)
    certain: list[Pair] = []
    for (page, path), one in _by_place(matching.old, old).items():
        root = matching.pages.new_of(page)
        other = None if root is None else there.get((root, path))
        if one is None or other is None:
            continue
        if _plain(matching.old.nodes[one].section, matching.new.nodes[other].section):
            certain.append(Pair(one, other, CERTAIN, "placed"))
    if len(old) == len(new) == len(certain) + 1:
        one = next(iter({*old} - {pair.old for pair in certain}))
        other = next(iter({*new} - {pair.new for pair in certain}))
        if _alone(matching, one, other):
            certain.append(Pair(one, other, LONE, "placed"))
    return msgspec.structs.replace(matching, sections=matching.sections.with_all(certain))


def _alone(matching: Matching, one: int, other: int) -> bool:
    """Tell whether the only two sections left over are one: at one place whatever they say, else by what they say."""
    old, new = matching.old.nodes[one], matching.new.nodes[other]
    if not matching.pages.holds(matching.old.roots[old.page], matching.new.roots[new.page]):
        return False
    return old.path == new.path or _mostly(old.section, new.section)


def _by_place(forest: Forest, nodes: list[int]) -> dict[tuple[int, tuple[str, ...]], int | None]:
    """Sort sections by page and section path; None where several stand under one."""
    found: dict[tuple[int, tuple[str, ...]], int | None] = {}
    for number in nodes:
        node = forest.nodes[number]
        key = forest.roots[node.page], node.path
        found[key] = None if key in found else number
    return found


def _plain(old: Section, new: Section) -> bool:
    """Tell whether nothing of two own texts changed, or half of the longer one is in the other."""
    if old.digest == new.digest:
        return True
    one, other = Counter(_texts(old)), Counter(_texts(new))
    # Whole blocks are quickly compared; that they are in order as well is not worth its price.
    longer = max(map(_letters, (one, other)))
    if longer and _letters(one & other) >= HALF * longer:
        return True
    return _alike(_words(old), _words(new)) >= HALF


def _mostly(old: Section, new: Section) -> bool:
    one, other = _words(old), _words(new)
    return min(len(one), len(other)) >= TELLING_WORDS and _alike(one, other) >= MOSTLY


def _alike(one: list[str], other: list[str]) -> float:
    if not one or not other or len(one) * len(other) > MOST_CELLS:
        return 0.0
    return Indel.normalized_similarity(one, other)


def _texts(section: Section) -> list[str]:
    return [block.text for block in section.blocks]


def _letters(texts: Counter[str]) -> int:
    return sum(len(text) * times for text, times in texts.items())


def _words(section: Section) -> list[str]:
    return [word for text in _texts(section) for word in rough(text)]
