"""What a section said that has no counterpart -> the one that says most of it now, whatever that is."""

from __future__ import annotations

from functools import cached_property

from drift.aggregate.lead import Lead, weight
from drift.history.held import best_held
from drift.history.places import places
from drift.match.matching import Matching

HELD = 0.4
"""The part, by weight, of what a section said that must stand in another for the one to be looked for there."""


class Elsewhere:
    """Knows where what was said is said now."""

    def __init__(self, matching: Matching) -> None:
        """Begin with nothing known.

        Args:
            matching: Of the two ends.
        """
        self._matching = matching

    def lead(self, node: int) -> Lead | None:
        """Find what says most of what a section said; several may live in one place.

        Args:
            node: An old page or section.

        Returns:
            The lead; None of what has a counterpart, and where nothing says enough of it.
        """
        return self._known.get(node)

    @cached_property
    def _known(self) -> dict[int, Lead]:
        """What all of them said is looked for when the first is asked for."""
        matching = self._matching
        at = places(matching.new)
        lost = [node.id for node in matching.old.nodes if node.id not in matching.sections.by_old]
        found = best_held(matching.evidence, lost, range(len(at)), least=HELD)
        says = matching.evidence.old.profile
        return {
            old: Lead(at[new], round(part * weight(says(old).size), 3))
            for old, (part, new) in found.items()
        }
