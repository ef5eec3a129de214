"""Pair sections whose whole subtree says the same, first within paired pages, then anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from drift.match.copied import Copies
from drift.match.forest import Forest
from drift.match.gathered import gathered
from drift.match.matching import CERTAIN, Matching, Pair
from drift.match.profile import likeness

TELLING_WORDS = 12
"""A subtree with fewer words is no evidence that a section came from another page: stubs are alike everywhere."""

STAYS = 0.8
"""How alike what stands at a section's place must be to it, for an equal section on another page to be a copy of it."""


def identical(matching: Matching) -> Matching:
    """Pair equal subtrees that can have no other counterpart.

    Args:
        matching: The matching with pages paired.

    Returns:
        The same with all sections of equal subtrees paired, the topmost deciding for all below it.
    """
    sections = matching.sections
    found: list[Pair] = []
    for pair in matching.pages.by_old.values():
        old = [node for node in matching.old.below(pair.old) if node not in sections.by_old]
        new = [node for node in matching.new.below(pair.new) if node not in sections.by_new]
        found.extend(_on_page(matching, old, new))
    matching = msgspec.structs.replace(matching, sections=sections.with_all(found))
    found = list(_anywhere(matching, *matching.free()))
    return msgspec.structs.replace(matching, sections=matching.sections.with_all(found))


def _on_page(matching: Matching, old: list[int], new: list[int]) -> Iterator[Pair]:
    """Find equal subtrees that stand once on each side of a page, then those once under each section path."""
    several: list[tuple[list[int], list[int]]] = []
    for nodes, others in _equal(matching, old, new):
        if len(nodes) == len(others) == 1:
            yield from _whole(matching, nodes[0], others[0])
        else:
            several.append((nodes, others))
    for nodes, others in several:
        yield from _by_path(matching, nodes, others)


def _anywhere(matching: Matching, old: list[int], new: list[int]) -> Iterator[Pair]:
    """Find equal subtrees that stand once on each side, are no stubs, and are no copies of what stayed."""
    stays, came = _Staying(matching), _Staying(matching.turned())
    copies = Copies(matching)
    for nodes, others in _equal(matching, old, new):
        alone = len(nodes) == len(others) == 1
        if (
            alone
            and matching.evidence.old.size(nodes[0]) >= TELLING_WORDS
            and not stays.stays(nodes[0])
            and not came.stays(others[0])
            and not copies.between(nodes[0], others[0])
            and not matching.apart(nodes[0], others[0])
        ):
            yield from _whole(matching, nodes[0], others[0])


class _Staying:
    """Which sections are at their place still, in nearly the same words: what is equal to them elsewhere is a copy.

    So it is with the pages of one version of a manual that were copied for the next, and then touched.
    """

    def __init__(self, matching: Matching) -> None:
        self._matching = matching
        self._pages: dict[int, dict[tuple[str, ...], list[int]]] = {}

    def stays(self, old: int) -> bool:
        """Tell whether an unpaired section has a counterpart where it stood."""
        matching = self._matching
        node = matching.old.nodes[old]
        page = matching.pages.new_of(matching.old.roots[node.page])
        there = [] if page is None else self._at(page).get(node.path, [])
        if len(there) != 1 or there[0] in matching.sections.by_new:
            return False
        profiles = matching.evidence.old.whole(old), matching.evidence.new.whole(there[0])
        rarity = matching.evidence.rarity
        totals = rarity.total(profiles[0]), rarity.total(profiles[1])
        return likeness(rarity.shared(*profiles), *totals) >= STAYS

    def _at(self, page: int) -> dict[tuple[str, ...], list[int]]:
        """Give the sections of a new page by their paths."""
        if page not in self._pages:
            new = self._matching.new
            self._pages[page] = gathered(new.below(page), lambda node: new.nodes[node].path)
        return self._pages[page]


def _equal(
    matching: Matching, old: list[int], new: list[int]
) -> Iterator[tuple[list[int], list[int]]]:
    if old and new:
        right = _by_subtree(matching.new, new)
        for key, nodes in _by_subtree(matching.old, old).items():
            if key in right:
                yield nodes, right[key]


def _by_subtree(forest: Forest, nodes: list[int]) -> dict[bytes, list[int]]:
    return gathered(nodes, lambda node: forest.nodes[node].section.subtree)


def _by_path(matching: Matching, old: list[int], new: list[int]) -> Iterable[Pair]:
    """Among several equal subtrees, pair those that stand at the same place."""
    places = {matching.new.nodes[node].path: node for node in new}
    if len(places) < len(new) or len({matching.old.nodes[node].path for node in old}) < len(old):
        return
    for node in old:
        other = places.get(matching.old.nodes[node].path)
        if other is not None:
            yield from _whole(matching, node, other)


def _whole(matching: Matching, old: int, new: int) -> Iterable[Pair]:
    yield Pair(old, new, CERTAIN, "identical")
    for one, other in zip(matching.old.below(old), matching.new.below(new), strict=True):
        yield Pair(one, other, CERTAIN, "identical")
