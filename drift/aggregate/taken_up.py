"""A page that is gone and went nowhere as a page -> the one that has taken up most of what it said.

Its sections may have gone to pieces, each too small to be known again, or have been written anew one by one; as a
whole the page is known again.
"""

from __future__ import annotations

from functools import cached_property

from drift.aggregate.lead import Lead, weight
from drift.history.held import TELLING
from drift.history.places import Place, places
from drift.history.successors import TAKEN_UP, Successors, archived
from drift.match.matching import Matching

AT_HOME = 0.22
"""The part of a page that a page must say of which the steps tell, too, that some of it went there: of 34 such pages of
two manuals with redirects written by hand, 30 are what these name, and of those that say less one in four."""

BY_BOTH = 0.75
"""How certain it is then: those that nobody wrote a redirect for have less of a home."""


class TakenUp:
    """Knows which pages have taken up others."""

    def __init__(self, matching: Matching) -> None:
        """Begin with nothing known.

        Args:
            matching: Of the two ends.
        """
        self._matching = matching
        self._places = places(matching.new)

    def lead(self, node: int, home: Place | None) -> Lead | None:
        """Find what has taken up a page.

        Args:
            node: An old page or section.
            home: Where some of it may live on as far as the steps tell, at the end of the range.

        Returns:
            The lead, to a page or its home; None of a section, of a page that is there still or in an archive, and where
            no page holds enough of it.
        """
        if not self._is_lost(node):
            return None
        certain = weight(self._matching.evidence.old.size(node))
        heir = self._known.of(node)
        if heir is not None:
            return Lead(self._places[heir[0]], round(heir[1] * certain, 3))
        there = self._matching.new.roots.get(home[0]) if home else None
        if home is None or there is None or self._known.part(node, there) < AT_HOME:
            return None
        return Lead(home, round(BY_BOTH * certain, 3))

    @cached_property
    def _known(self) -> Successors:
        """What all of them said is looked for when the first is asked for."""
        lost = filter(self._is_lost, self._matching.old.roots.values())
        return Successors(self._matching, lost, enough=TAKEN_UP)

    def _is_lost(self, node: int) -> bool:
        at = self._matching.old.nodes[node]
        return (
            not at.depth
            and at.page not in self._matching.new.site.pages
            and node not in self._matching.sections.by_old
            and not archived(at.page)
            and self._matching.evidence.old.size(node) >= TELLING
        )
