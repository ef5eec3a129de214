"""Pair pages left over whose title stands in their front matter, or nowhere, with the sections that they were, or are."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drift.match.assignment import assign
from drift.match.forest import Forest
from drift.match.gathered import gathered
from drift.match.matching import Matching, Pair
from drift.match.profile import fold

HALF = 0.5
"""How alike the own words of a page and of a section under one title must be."""

MOSTLY = 0.8
"""The same for those under two titles, of at least `TELLING_WORDS`."""

TELLING_WORDS = 15

LIKELY = 0.9
"""The confidence of these pairs, in which one side has a heading and the other has none."""

EMBEDDED = "embedded"
"""The stage of these pairs, each of a page and a section."""


def embedded(matching: Matching) -> Matching:
    """Pair what stands before the first heading of a page with a section under the title of that page.

        safety.md: title: Safety     ->   office.md: ## Safety
        Lock the screen.                  Lock the screen.

    Elsewhere the title of a page is a section, and found as one.

    Args:
        matching: The matching with sections paired.

    Returns:
        The same with the root sections of such pages paired with sections, on either side.
    """
    found = [*_found(matching)]
    found += [Pair(p.new, p.old, p.confidence, p.stage) for p in _found(matching.turned())]
    return msgspec.structs.replace(matching, sections=matching.sections.with_all(found))


def _found(matching: Matching) -> Iterator[Pair]:
    """Find the old pages that are sections of others now."""
    old, taken = matching.old, matching.sections
    pages = _unheaded(old, [root for root in old.roots.values() if root not in taken.by_old])
    if not pages:
        return
    free = [n.id for n in matching.new.nodes if n.depth and n.id not in taken.by_new]
    titles = gathered(free, lambda node: fold(matching.new.nodes[node].section.title))
    scores = {
        (root, other): score
        for root, title in pages.items()
        for other in (titles.get(title, ()) if title else ())
        if (score := _alike(matching, root, other)) >= HALF
    }
    for root, other in matching.evidence.candidates(pages, free):
        if matching.evidence.old.profile(root).size >= TELLING_WORDS:
            own = matching.evidence.own(root, other)
            if own >= MOSTLY and (root, other) not in scores:
                scores[root, other] = own
    possible = {pair: int(1000 * one) for pair, one in scores.items() if not matching.apart(*pair)}
    for root, other in assign(possible):
        yield Pair(root, other, LIKELY, EMBEDDED)


def _unheaded(forest: Forest, roots: list[int]) -> dict[int, str]:
    """Give the titles of the pages that have no heading that is their title; of some nothing but the navigation tells one."""
    return {
        root: fold(forest.page_of(root).title) for root in roots if forest.title_of(root) is None
    }


def _alike(matching: Matching, old: int, new: int) -> float:
    """Tell how alike the own words of two sections are, or which part of the old one's sections stand in the new one."""
    children = matching.old.nodes[old].children
    there = frozenset(matching.new.nodes[new].children)
    kept = sum(matching.sections.new_of(child) in there for child in children)
    part = kept / len(children) if children else 0.0
    return max(part, matching.evidence.own(old, new))
