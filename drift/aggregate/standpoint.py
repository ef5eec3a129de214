"""Where a page or section stands after a commit, and what the commit did -> where it stood before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from drift.changes.base import Change, Location, both_places, locations
from drift.history.passage import Passage
from drift.history.places import Place

MOVED_OUT = 0.9
"""How certain it must be that a section went elsewhere of which the heading stayed: less is a part that was split off."""


class Standpoint(msgspec.Struct, frozen=True):
    """A place, and the section path that leads to it."""

    place: Place
    trail: tuple[str, ...] = ()
    # Empty for a page; of a section only where it is not known.

    @property
    def location(self) -> Location:
        """The place as changes name it."""
        path, key = self.place
        return Location(path, self.trail, anchor_of(key) or None)

    def source(self, passed: Passage) -> Standpoint | None:
        """Tell where it stood before a commit.

        Args:
            passed: What the commit did to the places of the tree.

        Returns:
            Its standpoint, under the headings that it has now; None where it did not exist.
        """
        path, key = self.place
        for one in (*passed.sections, *passed.pages):
            if one.new == self.place:
                return self._at(one.old)
        if any(one.new == self.place for one in passed.born):
            return self._moved_out(passed)
        page = next((one.old[0] for one in passed.pages if one.new[0] == path), path)
        return self._at((page, key))

    def _moved_out(self, passed: Passage) -> Standpoint | None:
        """What moved out and left a heading behind did not begin where it arrived; what went on elsewhere was split."""
        went = {one.old for one in (*passed.sections, *passed.pages)}
        for one in passed.left:
            if one.new == self.place and one.confidence >= MOVED_OUT and one.old not in went:
                return self._at(one.old)
        return None

    def _at(self, place: Place) -> Standpoint:
        # A page has no trail, and that of a section which became a page is not to be seen here.
        return Standpoint(place, self.trail if place[1] else ())

    def whole(self, passed: Passage) -> Place | None:
        """Tell what it was a part of before a commit that made it a section or page of its own.

        Args:
            passed: What the commit did to the places of the tree.

        Returns:
            The place that was split; None where there was none.
        """
        return next((one.source for one in passed.born if one.new == self.place), None)

    def lost(self, passed: Passage, path: str) -> Standpoint | None:
        """Find where it was when a commit took away what came back to this standpoint later.

        Args:
            passed: What the commit did to the places of the tree.
            path: The page that it was on, if that is known by its content; else empty.

        Returns:
            Where it stood; None where the commit took away no such thing.
        """
        known = {
            *(one.old for one in passed.gone),
            *(one.old for one in (*passed.sections, *passed.pages)),
        }
        for page in (self.place[0], path):
            place = (page, self.place[1])
            if place in known or (page, "") in known:
                return Standpoint(place, self.trail)
        return None

    def went(self, passed: Passage) -> Standpoint | None:
        """Tell where a commit moved it.

        Args:
            passed: What the commit did to the places of the tree.

        Returns:
            The new place, under the headings of the old one; None where it is gone, or stayed.
        """
        path, key = self.place
        for one in (*passed.sections, *passed.pages):
            if one.old == self.place:
                return self._at(one.new)
        gone = any(one.old == self.place for one in passed.gone)
        pages = (one.new[0] for one in passed.pages if one.old[0] == path)
        page = None if gone else next(pages, None)
        return None if page is None else self._at((page, key))

    def renamed(self, changes: Iterable[Change], now: Standpoint) -> Standpoint:
        """Give this standpoint, of before a commit, the headings that it had then.

        Args:
            changes: What the commit did.
            now: The standpoint after it.
        """
        if not self.place[1]:
            return self
        best: tuple[int, tuple[str, ...]] = (0, self.trail)
        for change in changes:
            for old, new in _headings(change):
                if old.section and self.names(old):
                    return msgspec.structs.replace(self, trail=old.section)
                size = len(new.section)
                on = new.path == now.place[0] and now.trail[:size] == new.section
                if on and size > best[0] and old.path == self.place[0]:
                    best = (size, (*old.section, *now.trail[size:]))
        return msgspec.structs.replace(self, trail=best[1])

    def title(self, changes: Iterable[Change], passed: Passage) -> Standpoint | None:
        """Tell which section became this page, if it is one that began with a commit.

        Args:
            changes: What the commit did.
            passed: What it did to the places of the tree.

        Returns:
            Where the section stood; None where the page did not begin as one.
        """
        path = self.place[0]
        found = [
            Standpoint(one.old, old.section)
            for change in changes
            if change.kind == "section.moved" and (places := both_places(change))
            for old, new in (places,)
            if (new.path, len(new.section)) == (path, 1)
            for one in passed.sections
            if one.new == (path, new.anchor or "") and one.old[1]
        ]
        # A page that several sections were put on is a new one.
        return found[0] if len(found) == 1 else None

    def names(self, location: Location) -> bool:
        """Tell whether a location is this section, of which another may have the same heading.

        Args:
            location: On the side of this standpoint.
        """
        path, key = self.place
        if location.path != path or not key:
            return False
        anchor = anchor_of(key)
        if anchor == key or not self.trail:
            return bool(anchor) and location.anchor == anchor
        return location.section == self.trail and (location.anchor or "") == anchor


def anchor_of(key: str) -> str:
    """Give the anchor from which the key of a section was made.

    Args:
        key: Of a section; empty for a page.

    Returns:
        The anchor; empty where the section has none.
    """
    anchor, sign, number = key.rpartition("~")
    return anchor if sign and number.isdecimal() else key


def _headings(change: Change) -> Iterator[tuple[Location, Location]]:
    """Give what was called otherwise, and how it is called now."""
    if change.kind == "page.retitled":
        if change.before and (places := both_places(change)):
            yield _under(places[0], str(change.before)), _under(places[1], str(change.after))
        return
    for before in locations(change.old):
        for after in locations(change.new):
            yield before, after


def _under(page: Location, title: str) -> Location:
    return msgspec.structs.replace(page, section=(title,))
