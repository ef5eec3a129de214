"""Where a page or section stands at one commit -> which changes concern it, and where it stood before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from drift.changes.base import Change, Location
from drift.history.passage import Passage, Place

_WITH_PAGE = frozenset(
    {
        "page.added",
        "page.removed",
        "page.moved",
        "page.converted",
        "page.split",
        "page.merged",
    }
)
"""Kinds by which a page takes its sections along."""

_WITH_SECTION = frozenset(
    {"section.added", "section.removed", "section.moved", "section.split", "section.merged"}
)
"""Kinds by which a section takes its sections along."""


class Standpoint(msgspec.Struct, frozen=True):
    """A place, and the section path that leads to it."""

    place: Place
    trail: tuple[str, ...] = ()

    def source(self, passed: Passage) -> Standpoint | None:
        """Tell where it stood before a commit.

        Args:
            passed: What the commit did to the places of the tree.

        Returns:
            Its standpoint, under the headings that it has now; None where it did not exist.
        """
        path, key = self.place
        # What moved out and left a heading behind did not begin where it arrived.
        for one in (*passed.sections, *passed.pages, *passed.left):
            if one.new == self.place:
                return Standpoint(one.old, self.trail)
        if any(one.new == self.place for one in passed.born):
            return None
        came = next((one.old[0] for one in passed.pages if one.new[0] == path), path)
        return Standpoint((came, key), self.trail)

    def whole(self, passed: Passage) -> Place | None:
        """Tell what it was a part of before a commit that made it a section or page of its own.

        Args:
            passed: What the commit did to the places of the tree.

        Returns:
            The place that was split; None where there was none.
        """
        return next((one.source for one in passed.born if one.new == self.place), None)

    def lost(self, passed: Passage) -> Standpoint | None:
        """Find what a commit removed, where it came back to this standpoint later.

        Args:
            passed: What the commit did to the places of the tree.

        Returns:
            Where it stood; at the same place if there was one, else under the same key.
        """
        gone = [one.old for one in passed.gone]
        same = [place for place in gone if place[1] == self.place[1]]
        found = self.place if self.place in gone else next(iter(same), None)
        return None if found is None else Standpoint(found, self.trail)

    def renamed(self, changes: Iterable[Change], now: Standpoint) -> Standpoint:
        """Give this standpoint, of before a commit, the headings that it had then.

        Args:
            changes: What the commit did.
            now: The standpoint after it.
        """
        trail = now.trail
        for change in changes:
            old, new = change.old, change.new
            if not isinstance(old, Location) or not isinstance(new, Location):
                continue
            if change.kind == "page.retitled" and trail[:1] == (change.after,):
                trail = (str(change.before), *trail[1:]) if change.before else trail
            elif new.section and trail[: len(new.section)] == new.section:
                trail = (*old.section, *trail[len(new.section) :])
        return msgspec.structs.replace(self, trail=trail)

    def may_be_in(self, raw: bytes, source: Standpoint | None) -> bool:
        """Tell whether an entry may speak of it, without reading the entry.

        Args:
            raw: The entry's JSON.
            source: Where it stood before.
        """
        paths = {self.place[0], *([source.place[0]] if source else [])}
        return any(msgspec.json.encode(path)[1:-1] in raw for path in paths)

    def concerned(self, change: Change, before: Standpoint | None, *, gone: bool = False) -> bool:
        """Tell whether a change has to do with it, with what stands below it, or takes it along.

        Args:
            change: A change of the commit that led here.
            before: Where it stood before.
            gone: Whether it was the commit that removed it.
        """
        here = any(self.meets(change, location) for location in _locations(change.new))
        if here or before is None or not (gone or change.new is None):
            return here
        return any(before.meets(change, location) for location in _locations(change.old))

    def meets(self, change: Change, location: Location) -> bool:
        """Tell whether a change at a location has to do with it, with what stands below it, or takes it along.

        Args:
            change: The change.
            location: One of its locations on the side of this standpoint.
        """
        path, key = self.place
        if location.path != path:
            return False
        if not key:
            return True
        if not location.section:
            return change.kind in _WITH_PAGE
        if location.anchor == key or location.section[: len(self.trail)] == self.trail:
            return True
        above = self.trail[: len(location.section)] == location.section
        return above and change.kind in _WITH_SECTION


def _locations(side: Location | tuple[Location, ...] | None) -> Iterator[Location]:
    if isinstance(side, Location):
        yield side
    elif side is not None:
        yield from side
