"""Where a place seems to have gone, or nowhere -> the page or section of the very name, where that is likelier.

A page that was split leaves its name to one part, and one that was written anew keeps little else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

import msgspec

from drift.aggregate.lead import GUESSED, Lead
from drift.history.places import Place, places
from drift.history.successors import archived
from drift.match.matching import Matching
from drift.match.profile import fold
from drift.site.documents import suffixes
from drift.trees.page import Page
from drift.trees.site import Site
from drift.trees.walk import walk

NAMED = 0.85
"""A lead is doubted below this where another page, or section of its page, has the very name."""

NAMESAKE = 0.5
"""The part of what such a lead says of the old place that its namesake must say to be it: it was perhaps rewritten
while some of it went to a neighbour. Of several sections of one name, it is the one that says half of the old one and
twice as much of it as any other."""

ALONE = 0.8
"""How certain it is that a place without any lead is the one that came with its name, if that says anything of it."""

ANYTHING = 0.2
"""The part of what a place said that its namesake must say at least: `Overview` and `Settings` are called alike too."""

TITLED = 0.6
"""How certain it is that a page without any lead is the one that came under its title, which no other page has on
either side, whatever they say: it was written anew."""

TITLE_WORDS = 2
"""A title of fewer is what many pages of a kind are called: `Users`, `Overview`."""

COMMON = 8
"""Sections of one name that came at most: what more of them are called, as `Parameters` in a reference, tells none of
them from the others."""

_COUNTED = re.compile(r"(?:\Aid|[-_])\d+\Z")
# A generator's number, which names no section: the next one of the same heading takes it.

_OF_FOLDER = frozenset({"index", "_index", "readme"})
# Files that are called by their folder.


class Namesakes:
    """Knows what came: pages by the names of their files, sections by their keys."""

    def __init__(self, matching: Matching, said: Callable[[Place, Place], float]) -> None:
        """List what came.

        Args:
            matching: Of two revisions.
            said: Tells how much of what an old place said a new one says, from 0 to 1.
        """
        self._old, self._new = matching.old.site, matching.new.site
        self._said = said
        self._came: dict[str, list[Place]] = defaultdict(list)
        for path in self._new.pages:
            if path not in self._old.pages and not archived(path):
                self._came[_name(path)].append((path, ""))
        self._gone = Counter(
            (_name(path), fold(page.title))
            for path, page in self._old.pages.items()
            if path not in self._new.pages
        )
        self._titles = tuple(map(_titles, (self._old, self._new)))
        self._sections: dict[str, list[Place]] = defaultdict(list)
        was, owners = places(matching.old), matching.sections.by_new
        for node, place in enumerate(places(matching.new)):
            free = node not in owners or archived(was[owners[node].old][0])
            if place[1] and free and not archived(place[0]):
                self._sections[place[1]].append(place)

    def preferred(self, place: Place, lead: Lead) -> Lead:
        """Prefer a namesake to what may have taken up some of a place.

        Args:
            place: The old place.
            lead: Where it seems to be.

        Returns:
            The lead, to the page of the very name, or a section of that name, where it is in doubt; to the section also
            where it is not, but says no less on the same page, or far more on another.
        """
        sure = lead.confidence >= NAMED
        if lead.confidence <= GUESSED or (sure and lead.place[1] == place[1]):
            return lead
        if place[1]:
            namesake = self._section(place, lead.place)
        else:
            namesake = None if sure else self._of_folder(place[0]) or self._page(place[0])
        if namesake is None or namesake == lead.place:
            return lead
        said, there = self._said(place, namesake), self._said(place, lead.place)
        away = namesake[0] != lead.place[0]
        enough = NAMESAKE * there if not sure else there / NAMESAKE if away else there
        return msgspec.structs.replace(lead, place=namesake) if said and said >= enough else lead

    def alone(self, place: Place) -> Lead | None:
        """Find the namesake of a place that is gone and nowhere else.

        Args:
            place: The page or section.

        Returns:
            The lead; None where no such place came, or several that say as much, or it says other things. What a
            folder's own page says is of no weight: it is often no more than a list of the pages below it.
        """
        own = None if place[1] else self._of_folder(place[0])
        if own is not None:
            return Lead(own, ALONE)
        came = self._section(place) if place[1] else self._page(place[0])
        if came is None or self._said(place, came) < ANYTHING:
            return None if place[1] else self._under_title(place[0])
        return Lead(came, ALONE)

    def _under_title(self, path: str) -> Lead | None:
        """Find the page that came under the title of one that went, where each is the only one to have it."""
        page = self._old.pages.get(path)
        title = fold(page.title) if page is not None else ""
        if len(title.split()) < TITLE_WORDS or len(self._titles[0][title]) > 1:
            return None
        found = self._titles[1][title]
        came = len(found) == 1 and found[0] not in self._old.pages and not archived(found[0])
        return Lead((found[0], ""), TITLED) if came else None

    def _section(self, place: Place, lead: Place | None = None) -> Place | None:
        """Find the section of the very name that says most of one, be it one that came or on the page of a lead."""
        if _COUNTED.search(place[1]):
            return None
        here = (lead[0], place[1]) if lead is not None and lead[1] else None
        came = self._sections.get(place[1], ())
        found = {*(came if len(came) <= COMMON else ()), *((here,) if here else ())}
        said = sorted(((self._said(place, one), one) for one in found), reverse=True)
        if len(said) > 1 and (said[0][0] < NAMESAKE or said[1][0] > NAMESAKE * said[0][0]):
            return here
        return said[0][1] if said else None

    def _page(self, path: str) -> Place | None:
        """Find the one page that came with a page's name and its title, where no other of these went."""
        if path not in self._old.pages:
            return None
        if self._gone[_name(path), fold(self._old.pages[path].title)] > 1:
            return None
        return self._titled(path)

    def _titled(self, path: str) -> Place | None:
        """Find the one page that came with a page's name and its title."""
        title = fold(self._old.pages[path].title)
        found = [one for one in self._came.get(_name(path), ()) if one[0] != path]
        found = [one for one in found if fold(self._new.pages[one[0]].title) == title]
        return found[0] if title and len(found) == 1 else None

    def _of_folder(self, path: str) -> Place | None:
        """Find the page that stands beside a folder and is called as it: it has the address of the folder's own page.

        Without one it is the page that came with the folder's name and the title of its page, which did no more than list
        the pages below it, whoever else went there.
        """
        file = PurePosixPath(path)
        if file.stem.casefold() not in _OF_FOLDER:
            return None
        beside = (str(file.parent) + suffix for suffix in suffixes())
        found = [one for one in beside if one in self._new.pages]
        if len(found) == 1:
            return found[0], ""
        page = self._old.pages.get(path)
        return self._titled(path) if page is not None and _only_lists(page) else None


def _titles(site: Site) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, page in site.pages.items():
        found[fold(page.title)].append(path)
    return found


def _only_lists(page: Page) -> bool:
    return all(block.links or not block.text for _, one in walk(page.root) for block in one.blocks)


def _name(path: str) -> str:
    file = PurePosixPath(path)
    name = file.stem.casefold()
    return file.parent.name.casefold() if name in _OF_FOLDER else name
