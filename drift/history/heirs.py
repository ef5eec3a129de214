"""Sections and pages without a counterpart -> where most of what they said lives on, or may do so."""

from __future__ import annotations

from collections import defaultdict

from drift.history.places import Place
from drift.history.signs import SIGNED, Home, Signs
from drift.match.matching import Matching, Spread


class Heirs:
    """Knows what the stages of matching and the signs tell of what is gone."""

    def __init__(self, matching: Matching, new: list[Place], signs: Signs) -> None:
        """Hear them.

        Args:
            matching: Of the sites before and after a commit.
            new: The place of each new node.
            signs: What moved out.
        """
        self._matching = matching
        self._signs = signs
        self._new = new
        self._merged: dict[int, Spread] = {
            part: spread for spread in matching.merges for part in spread.parts
        }
        self._split: dict[int, Spread] = {spread.whole: spread for spread in matching.splits}

    def of(self, node: int) -> tuple[Place | None, float]:
        """Give the best home of a node.

        Args:
            node: An old node without a counterpart.

        Returns:
            The place, and how certain it is; None where nothing says so.
        """
        found = self._signs.of_lost(node)
        signed = found is not None and found[1] >= SIGNED
        return (
            (self._place(found) if signed else None)
            or self._title(node)
            or self._spread(node)
            or self._place(found)
            or self._below(node)
            or self._doubt(node)
        )

    def _place(self, found: tuple[Home, float] | None) -> tuple[Place, float] | None:
        if found is None:
            return None
        home, confidence = found
        return self._new[home] if isinstance(home, int) else home, confidence

    def _spread(self, node: int) -> tuple[Place, float] | None:
        """Give what it was merged into, or the greatest of its parts."""
        if node in self._merged:
            return self._new[self._merged[node].whole], self._merged[node].confidence
        if node not in self._split:
            return None
        size = self._matching.evidence.new.size
        best = max(self._split[node].parts, key=lambda part: (size(part), -part))
        return self._new[best], self._split[node].confidence

    def _doubt(self, node: int) -> tuple[Place | None, float]:
        doubt = self._matching.old_doubts.get(node)
        return (None, 0.0) if doubt is None else (self._new[doubt.other], doubt.confidence)

    def _title(self, node: int) -> tuple[Place, float] | None:
        """Tell where the title of a page went with all below it: a section may be a page again one day."""
        at = self._matching.old.nodes[node]
        if at.depth or len(at.children) != 1:
            return None
        pair = self._matching.sections.by_old.get(at.children[0])
        return None if pair is None else (self._new[pair.new], pair.confidence)

    def _below(self, node: int) -> tuple[Place, float] | None:
        """Look to which page most of what the sections below it say went; of a single one, to which place."""
        says = self._matching.evidence.old.profile
        parts = self._matching.old.below(node)
        words: dict[Place, float] = defaultdict(float)
        whole = says(node).size
        for part in parts:
            said = 1 + says(part).size
            whole += said
            found = self._went(part)
            if found is not None:
                (path, key), confidence = found
                words[path, key if len(parts) == 1 else ""] += said * confidence
        if not words:
            return None
        place, most = max(words.items(), key=lambda item: (item[1], item[0]))
        return place, round(most / whole, 3)

    def _went(self, part: int) -> tuple[Place, float] | None:
        """Tell where a section went, or what it said."""
        pair = self._matching.sections.by_old.get(part)
        if pair is None:
            return self._place(self._signs.of_lost(part))
        return self._new[pair.new], 1.0
