"""A possible pair of sections -> how likely they are one, from what speaks for and against it."""

from __future__ import annotations

from collections import Counter

from drift.match.forest import Node
from drift.match.matching import Matching
from drift.match.profile import fold, is_extended, title_likeness

BIAS = -3000
"""Two sections taken at random are strangers: odds of one in twenty before anything is known of them."""

CONTENT = 8000
"""Gained from no common text to the same text."""

NEUTRAL = 0.35
"""Sections of one handbook share up to this much of their weighed words by accident."""

ENOUGH_WORDS = 20
"""Texts shorter than this say proportionally less; much longer ones say up to half as much again."""

MOST_TOLD = 1.5
"""Of what a text of `ENOUGH_WORDS` says, the most that a longer one can."""

SAME_TITLE = 3600
"""The same heading on the same page; any other likeness counts from `-OTHER_TITLE` to `OTHER_TITLE`."""

SAME_PATH = 3500
"""Besides, under the same parent: what reads the same at the same place is the same, whatever became of its text, unless
a whole section speaks against it."""

OTHER_TITLE = 1800

EXTENDED_TITLE = 2800
"""A heading on the same page that took in a number or a remark, `2. Sails (optional)`: more than any other likeness, and
less than the same words."""

RARE_TITLE = 3000
"""The same heading on another page, if no third section has it; `Overview` says next to nothing."""

SAME_PAGE = 1500

OTHER_PAGE = -1000
"""Sections seldom leave their page."""

SAME_PARENT = 1000
"""Besides, under a pair of headings."""

SAME_NEIGHBOUR = 600
"""For each of the sections before and after it that are a pair."""

SAME_CHILDREN = 2500
"""If all their sections are pairs of each other; twice as much from `MANY` on."""

MANY = 4
"""Sections below that no accident brings together."""

ONLY_CHILD = 1500
"""For the only sections of a paired parent, such as the titles of a page; beside others, a title is known by its place and
by a section below it that is."""


def same_page(matching: Matching, old: Node, new: Node) -> bool:
    """Tell whether two sections stand on pages that are a pair."""
    return matching.pages.holds(matching.old.roots[old.page], matching.new.roots[new.page])


def weigh(matching: Matching, old: int, new: int, titles: Counter[str]) -> int:
    """Weigh what speaks for and against two sections being one.

    Args:
        matching: The matching so far; pairs in it are evidence for their neighbours.
        old: A section of the one side.
        new: A section of the other.
        titles: How many sections have each heading, folded.

    Returns:
        The natural logarithm of the odds, in thousandths.
    """
    one, other = matching.old.nodes[old], matching.new.nodes[new]
    together = same_page(matching, one, other)
    return (
        BIAS
        + _of_content(matching, old, new)
        + _of_title(matching, one, other, titles, together=together)
        + (SAME_PAGE if together else OTHER_PAGE)
        + _of_place(matching, one, other)
        + _of_children(matching, one, other)
        # Of equal candidates the one that stands nearest; too little to decide anything else.
        - min(99, abs(one.place - other.place) * 9 + abs(one.depth - other.depth) * 30)
    )


def _of_content(matching: Matching, old: int, new: int) -> int:
    left, right = matching.evidence.old.profile(old), matching.evidence.new.profile(new)
    if left.empty and right.empty:
        return 0
    told = min(MOST_TOLD, max(1, min(left.size, right.size)) / ENOUGH_WORDS)
    if left.empty or right.empty:
        # A text that came or went whole says little about the rest of the section.
        told = min(told, 0.3)
    score = int(CONTENT * (matching.evidence.own(old, new) - NEUTRAL) * told)
    # A new introduction says little against a section whose substance is in the sections below it.
    return score if score > 0 else int(score * _own_part(matching, old, new))


def _own_part(matching: Matching, old: int, new: int) -> float:
    """Give the part of two sections' words that is their own and not their sections'."""
    evidence = matching.evidence
    own = evidence.old.profile(old).size + evidence.new.profile(new).size
    return own / (evidence.old.size(old) + evidence.new.size(new)) if own else 0.0


def _of_title(
    matching: Matching, old: Node, new: Node, titles: Counter[str], *, together: bool
) -> int:
    modulo = matching.evidence.modulo
    title = modulo.text(new.section.title)
    alike = title_likeness(modulo.text(old.section.title), title)
    if alike < 1 and together and is_extended(old.section.title, new.section.title):
        return EXTENDED_TITLE
    if alike < 1:
        return int(OTHER_TITLE * (2 * alike - 1))
    if together:
        return SAME_TITLE + (SAME_PATH if _same_parent(matching, old, new) else 0)
    return OTHER_TITLE // 3 + RARE_TITLE // max(1, titles[fold(title)])


def _same_parent(matching: Matching, old: Node, new: Node) -> bool:
    """Tell whether two sections of one page stand under one heading, be it paired yet or not."""
    if matching.sections.holds(old.parent, new.parent):
        return True
    if old.parent in matching.sections.by_old or new.parent in matching.sections.by_new:
        return False
    one, other = matching.old.nodes[old.parent], matching.new.nodes[new.parent]
    return old.depth == new.depth and fold(one.section.title) == fold(other.section.title)


def _of_place(matching: Matching, old: Node, new: Node) -> int:
    pairs = matching.sections
    left, right = matching.old.siblings(old.id), matching.new.siblings(new.id)
    score = 0
    if pairs.holds(old.parent, new.parent):
        alone = len(left) == len(right) == 1
        score = SAME_PARENT + (ONLY_CHILD if alone or _are_titles(matching, old, new) else 0)
    for step in (-1, 1):
        before = _beside(left, old.place, step)
        after = _beside(right, new.place, step)
        if before is None or after is None:
            score += SAME_NEIGHBOUR // 2 if before is after else 0
        elif pairs.holds(before, after):
            score += SAME_NEIGHBOUR
    return score


def _are_titles(matching: Matching, old: Node, new: Node) -> bool:
    """Tell whether both open their pages, above sections of which one is on both sides."""
    opening = old.depth == new.depth == 1 and old.place == new.place == 0
    return opening and _kept(matching, old, new) > 0


def _beside(siblings: tuple[int, ...], place: int, step: int) -> int | None:
    index = place + step
    return siblings[index] if 0 <= index < len(siblings) else None


def _of_children(matching: Matching, old: Node, new: Node) -> int:
    most = max(len(old.children), len(new.children))
    if not most:
        return 0
    kept = _kept(matching, old, new)
    return SAME_CHILDREN * (1 + min(kept, MANY) // MANY) * kept // most


def _kept(matching: Matching, old: Node, new: Node) -> int:
    """Count the sections right below one that are right below the other now."""
    theirs = frozenset(new.children)
    return sum(matching.sections.new_of(child) in theirs for child in old.children)
