"""Sections that lost what they said -> where it is now, by what it says and by the signs that were put up.

Two things are told apart: a section that is gone, and one of which only the heading stayed, with or without a sentence
that says where to read on. Links that led to either should lead to what they said.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.history.held import TELLING, best_held
from drift.history.places import Place
from drift.history.pointer import of_section
from drift.match.matching import Matching, Pair
from drift.trees.page import Section
from drift.trees.site import Target
from drift.trees.walk import names_of, walk

LEFT = 0.5
"""A section that keeps half of what it said, by weight, has not moved out, whatever else says the same."""

SHRUNK = 0.6
"""What moved out leaves less than so much of its length behind; what was rewritten at length in its place is its heir."""

ARRIVED = 0.4
"""The part of what it said by which a section is found again; the rest may have been reworded on the way."""

FEW_WORDS = 10
"""How many words halve what their being found elsewhere tells: a command of ten words stands in many places."""

SIGNED = 0.97
"""How certain it is that a sign leads to what stood at its place."""

Home = int | Place
"""A node of the new forest; or the path of a page that did not change, and the key of a section on it or nothing."""


class Signs:
    """Finds what moved out."""

    def __init__(self, matching: Matching) -> None:
        """Look for what all those said that are gone or empty now, at once.

        Args:
            matching: Of the sites before and after a commit.
        """
        self._matching = matching
        self._paths = matching.new_paths()
        self.emptied = tuple(filter(self._is_emptied, matching.sections.by_old.values()))
        # Pairs of which the new one has little of what the old one said.
        self._arrivals = self._arrived()

    def moved_out(self, pair: Pair) -> tuple[Home, float] | None:
        """Tell where the content of an emptied section went.

        Args:
            pair: One of `emptied`.

        Returns:
            Its home and how certain it is; None where nobody knows, or its heading held other things before.
        """
        new = self._matching.new.nodes[pair.new]
        site = self._matching.new.site
        found = self._arrivals.get(pair.old)
        target = of_section(site, new.page, new.section)
        if target is None:
            return found
        old = self._matching.old.nodes[pair.old]
        if of_section(self._matching.old.site, old.page, old.section) is not None:
            return None
        return self._led(pair.old, target, found[0] if found else None), SIGNED

    def of_lost(self, node: int) -> tuple[Home, float] | None:
        """Tell where the content of a section or page without a counterpart went.

        Args:
            node: An old node.

        Returns:
            Its home and how certain it is; None where nobody knows.
        """
        old = self._matching.old.nodes[node]
        target = of_section(self._matching.old.site, old.page, old.section)
        if target is None:
            return self._arrivals.get(node)
        page = self._paths.get(target.page, target.page)
        if page not in self._matching.new.site.pages:
            return None
        return self._led(node, Target("found", page, target.anchor), None), SIGNED

    def _led(self, node: int, target: Target, arrived: Home | None) -> Home:
        """Find the section that a sign means: its anchor's, else the one that says what the old one said."""
        matching = self._matching
        root = matching.new.roots.get(target.page)
        if root is None:
            return target.page, _key(matching.new.site.pages[target.page].root, target)
        whole = range(root, matching.new.nodes[root].end)
        for one in whole if target.anchor else ():
            if target.anchor in names_of(matching.new.nodes[one].section):
                return one
        if arrived is not None and arrived in whole and matching.old.nodes[node].depth:
            return arrived
        return root

    def _is_emptied(self, pair: Pair) -> bool:
        matching = self._matching
        old, new = matching.old.nodes[pair.old].section, matching.new.nodes[pair.new].section
        if old.subtree == new.subtree:
            return False
        # Without the cheap question all that differs would be weighed, most of which lost next to nothing.
        if _length(new, whole=True) > SHRUNK * _length(old, whole=not old.blocks):
            return False
        evidence = matching.evidence
        was = evidence.old.profile(pair.old) if old.blocks else evidence.old.whole(pair.old)
        now = evidence.new.whole(pair.new)
        rarity = evidence.rarity
        return was.size >= TELLING and rarity.shared(was, now) < LEFT * rarity.total(was)

    def _arrived(self) -> dict[int, tuple[Home, float]]:
        matching = self._matching
        lost = [node.id for node in matching.old.nodes if node.id not in matching.sections.by_old]
        looking = (*lost, *(pair.old for pair in self.emptied))
        if not looking:
            return {}
        found = best_held(matching.evidence, looking, list(self._gained()), least=ARRIVED)
        return {
            old: (new, round((1 + part) / 2 * self._weight(old), 3))
            for old, (part, new) in found.items()
        }

    def _weight(self, node: int) -> float:
        words = self._matching.evidence.old.profile(node).size
        return words / (words + FEW_WORDS)

    def _gained(self) -> Iterable[int]:
        """List the new sections that may have taken something up: those that do not say what they said before."""
        matching = self._matching
        for node in matching.new.nodes:
            old = matching.sections.old_of(node.id)
            if old is None or matching.old.nodes[old].section.digest != node.section.digest:
                yield node.id


def _length(section: Section, *, whole: bool) -> int:
    """Count the characters of a section's text, with or without that of its sections."""
    parts = (one for _, one in walk(section)) if whole else (section,)
    return sum(len(block.text) for part in parts for block in part.blocks)


def _key(root: Section, target: Target) -> str:
    sections = walk(root)
    found = (one.anchor for trail, one in sections if trail and target.anchor in names_of(one))
    return next(found, "") if target.anchor else ""
