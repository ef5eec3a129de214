"""A place that was removed on the way -> the one at which it was then, where that is there again.

A folder is removed by mistake, or with a product that comes back, or a page goes in one commit and is added in another
format in the next, and moves on. Each step to the removal was told; none says who came.
"""

from __future__ import annotations

from collections.abc import Callable

from drift.aggregate.lead import Lead
from drift.aggregate.lineage import Fate
from drift.history.places import Place
from drift.match.matching import Matching
from drift.match.profile import title_likeness

BACK = 0.9
"""How certain it is that what has the path and the title of what was removed is it."""

ALIKE = 0.5
"""The part of what a place said that must be said there, or how alike two titles must be: a path is used again, too."""


class Back:
    """Knows what is there again."""

    def __init__(self, matching: Matching, said: Callable[[Place, Place], float]) -> None:
        """Take the ends.

        Args:
            matching: Of the two.
            said: Tells how much of what an old place said a new one says, from 0 to 1.
        """
        self._old, self._new, self._said = matching.old.site, matching.new.site, said

    def lead(self, place: Place, now: Place, fate: Fate) -> Lead | None:
        """Look where a place was last, or where what came there later is.

        Args:
            place: The page or section.
            now: Where to look, at the end.
            fate: What became of it; it is gone.

        Returns:
            The lead, to that place; None where another is there now.
        """
        alike = max(self._said(place, now), self._titled(place, now))
        if alike < ALIKE:
            return None
        doubt = (1 - fate.confidence) * (1 - alike)
        return Lead(now, round(BACK * (1 - doubt), 3))

    def _titled(self, old: Place, new: Place) -> float:
        if old[1] or new[1]:
            return 0.0
        return title_likeness(self._old.pages[old[0]].title, self._new.pages[new[0]].title)
