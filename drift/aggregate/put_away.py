"""A page that lives on in an archive, or in an old version alone -> what is to be read instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from drift.aggregate.lead import Lead
from drift.aggregate.versions import version_of
from drift.history.places import Place, places
from drift.history.successors import REPLACES, TAKEN_UP, Successors, archived
from drift.match.matching import Matching

LEFT_BEHIND = 0.4
"""How certain it is that readers of a page look for an old version of it, where those around it were moved elsewhere."""


class PutAway:
    """Knows where those places live that nobody need read."""

    def __init__(self, matching: Matching, first: Callable[[Place], Lead | None]) -> None:
        """Begin with nothing known.

        Args:
            matching: Of the two ends.
            first: Tells where a place lives, be it in an archive or not.
        """
        self._matching, self._first = matching, first
        self._old = {place: node for node, place in enumerate(places(matching.old))}
        self._new = places(matching.new)
        self._pages, self._versions = Counter[str](), Counter[str]()
        # Of the pages of no version in each folder: how many are somewhere, and how many of these in a version.
        self._today: set[str] = set()
        self._copies: dict[str, bool] = {}
        self._known: dict[Callable[[str], bool], Successors] = {}

    def replaced(self, place: Place, lead: Lead) -> Lead:
        """Go on from a place that nobody need read.

        Args:
            place: The old place.
            lead: Where it lives now.

        Returns:
            What took its place; without one, the lead, which is a guess where it is only an old version of a page.
        """
        for aside in (archived, _versioned):
            if not self._is_aside(place, lead, aside):
                continue
            heir = self._successors(aside).of(self._old.get(place, -1))
            if heir is not None:
                return Lead(self._new[heir[0]], heir[1], lead.commits)
            if aside is _versioned:
                sure = min(lead.confidence, LEFT_BEHIND)
                return msgspec.structs.replace(lead, confidence=sure)
        return lead

    def _is_aside(self, place: Place, lead: Lead | None, aside: Callable[[str], bool]) -> bool:
        if lead is None or aside(place[0]) or not aside(lead.place[0]):
            return False
        new = lead.place[0]
        return aside is archived or (self._is_copy(version_of(new)) and self._stayed(place[0], new))

    def _is_copy(self, version: str) -> bool:
        """Tell whether a folder holds a version of what is read today, and no subject that is called by a number."""
        if version not in self._copies:
            pages = self._matching.new.site.pages
            if not self._today:
                self._today = {end for path in pages if not version_of(path) for end in _ends(path)}
            held = [path[len(version) + 1 :] for path in pages if path.startswith(f"{version}/")]
            again = sum(path in self._today for path in held)
            self._copies[version] = 2 * again >= len(held)
        return self._copies[version]

    def _stayed(self, old: str, new: str) -> bool:
        """Tell whether most pages of the folder that holds both are read under no version still."""
        if not self._pages:
            self._count()
        above = frozenset(_above(new))
        folder = next(one for one in _above(old) if one in above)
        return 2 * self._versions[folder] < self._pages[folder]

    def _successors(self, aside: Callable[[str], bool]) -> Successors:
        if aside not in self._known:
            nodes = [
                node
                for place, node in self._old.items()
                if not aside(place[0]) and self._is_aside(place, self._first(place), aside)
            ]
            # An archive is kept for those who look for what is in it, an old version is not.
            enough = REPLACES if aside is archived else TAKEN_UP
            self._known[aside] = Successors(self._matching, nodes, aside, enough=enough)
        return self._known[aside]

    def _count(self) -> None:
        for path in self._matching.old.site.pages:
            lead = None if version_of(path) else self._first((path, ""))
            if lead is not None:
                for folder in _above(path):
                    self._pages[folder] += 1
                    self._versions[folder] += bool(version_of(lead.place[0]))


def _versioned(path: str) -> bool:
    return bool(version_of(path))


def _ends(path: str) -> Iterator[str]:
    """Give a path as seen from each folder above it."""
    parts = path.split("/")
    return ("/".join(parts[at:]) for at in range(len(parts)))


def _above(path: str) -> Iterator[str]:
    """Give the folders that a page is in, the nearest first; the last is that of all."""
    while path:
        path = path.rpartition("/")[0]
        yield path
