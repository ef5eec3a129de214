"""What a section said that has no counterpart -> the one that says most of it now, whatever that is."""

from __future__ import annotations

from drift.aggregate.lead import Lead
from drift.history.held import best_held
from drift.history.places import places
from drift.match.matching import Matching

HELD = 0.4
"""The part, by weight, of what a section said that must stand in another for the one to be looked for there."""

FEW_WORDS = 15
"""How many words halve what their being found at the other end of a range tells."""


class Elsewhere:
    """Knows where what was said is said now."""

    def __init__(self, matching: Matching) -> None:
        """Begin with nothing known: what all of them said is looked for when the first is asked for.

        Args:
            matching: Of the two ends.
        """
        self._matching = matching
        self._known: dict[int, Lead] | None = None

    def lead(self, node: int) -> Lead | None:
        """Find what says most of what a section said; several may live in one place.

        Args:
            node: An old page or section.

        Returns:
            The lead; None of what has a counterpart, and where nothing says enough of it.
        """
        if self._known is None:
            self._known = self._search()
        return self._known.get(node)

    def _search(self) -> dict[int, Lead]:
        matching = self._matching
        at = places(matching.new)
        lost = [node.id for node in matching.old.nodes if node.id not in matching.sections.by_old]
        found = best_held(matching.evidence, lost, range(len(at)), least=HELD)
        says = matching.evidence.old.profile
        return {
            old: Lead(at[new], round(part * says(old).size / (says(old).size + FEW_WORDS), 3))
            for old, (part, new) in found.items()
        }
