"""Where a place seems to have gone, or nowhere -> the page or section of the very name, where that is likelier.

A page that was split leaves its name to one part, and one that was written anew keeps little else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import PurePosixPath

import msgspec

from drift.aggregate.lead import GUESSED, Lead
from drift.history.places import Place
from drift.history.successors import archived
from drift.match.profile import fold
from drift.trees.site import Site

NAMED = 0.85
"""A lead is doubted below this where another page, or section of its page, has the very name."""

NAMESAKE = 0.5
"""The part of what such a lead says of the old place that its namesake must say to be it: it was perhaps rewritten
while some of it went to a neighbour."""

ALONE = 0.8
"""How certain it is that a page without any lead is the one that came with its name, if that says anything of it."""

ANYTHING = 0.2
"""The part of what a page said that its namesake must say at least: `Overview` and `Settings` are called alike too."""

_COUNTED = re.compile(r"(?:\Aid|[-_])\d+\Z")
# A generator's number, which names no section: the next one of the same heading takes it.

_OF_FOLDER = frozenset({"index", "_index", "readme"})
# Files that are called by their folder.


class Namesakes:
    """Knows the pages that came, by the names of their files."""

    def __init__(self, old: Site, new: Site, said: Callable[[Place, Place], float]) -> None:
        """List what came.

        Args:
            old: The revision before.
            new: The revision after; its pages are parsed as they are asked for.
            said: Tells how much of what an old place said a new one says, from 0 to 1.
        """
        self._old, self._new = old, new
        self._said = said
        self._came: dict[str, list[str]] = defaultdict(list)
        for path in new.pages:
            if path not in old.pages and not archived(path):
                self._came[_name(path)].append(path)

    def preferred(self, place: Place, lead: Lead) -> Lead:
        """Prefer a namesake to what may have taken up some of a place.

        Args:
            place: The old place.
            lead: Where it seems to be.

        Returns:
            The lead, to the page of the very name, or the section of that name on the page, where it is in doubt.
        """
        path, key = place
        if not GUESSED < lead.confidence < NAMED:
            return lead
        if not key:
            namesake = self._page(path)
        else:
            on_page = lead.place[1] and not _COUNTED.search(key)
            namesake = (lead.place[0], key) if on_page else None
        if namesake is None or namesake == lead.place:
            return lead
        said = self._said(place, namesake)
        if not said or said < NAMESAKE * self._said(place, lead.place):
            return lead
        return msgspec.structs.replace(lead, place=namesake)

    def alone(self, place: Place) -> Lead | None:
        """Find the namesake of a page that is gone and nowhere else.

        Args:
            place: The page; sections have too many namesakes.

        Returns:
            The lead; None where there is no such page, or it says other things.
        """
        page = None if place[1] else self._page(place[0])
        if page is None or self._said(place, page) < ANYTHING:
            return None
        return Lead(page, ALONE)

    def _page(self, path: str) -> Place | None:
        """Find the one page that came with a page's name and its title."""
        if path not in self._old.pages:
            return None
        title = fold(self._old.pages[path].title)
        found = [one for one in self._came.get(_name(path), ()) if one != path]
        found = [one for one in found if fold(self._new.pages[one].title) == title]
        return (found[0], "") if title and len(found) == 1 else None


def _name(path: str) -> str:
    file = PurePosixPath(path)
    name = file.stem.casefold()
    return file.parent.name.casefold() if name in _OF_FOLDER else name
