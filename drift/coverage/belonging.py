"""A changelog and two sites -> which sections are one section by what the changelog says, or parts of one.

A changelog is taken at its word as to which section is which: those that a change names on both sides, and those of
which none speaks and that stand under the same headings. What it tells of a section must then turn the one text into the
other. Headings are left with their page, so that a section which went elsewhere untold is noticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from drift.changes.base import SPREADING, WHOLE, Change, Location, both_places
from drift.coverage.claims import SIDES, SideName, Spot, at
from drift.coverage.groups import Groups
from drift.coverage.titled import Key, Sites, first, headed, trails
from drift.trees.site import Site

PARTS = frozenset({"section.split", "section.merged"})
PAGES = frozenset({"page.split", "page.merged"})
ALONE = frozenset({"page.added", "page.removed"})
STAYING = frozenset({"link.relabelled", "link.retargeted"})

Place = tuple[str, Key]
"""A page and a section path."""


class Belonging:
    """The sections that belong together."""

    def __init__(self, changes: tuple[Change, ...], sites: Sites, paths: Mapping[str, str]) -> None:
        """Read what a changelog says of sections.

        Args:
            changes: The changes.
            sites: The two sides.
            paths: The new path of each old page that may differ.
        """
        self._sites = sites
        self._groups = Groups[Spot]()
        self._known: set[Spot] = set()
        self._told = {spot for change in changes if change.kind in WHOLE for spot in _spots(change)}
        for change in changes:
            if change.kind in PARTS:
                self._join(*_spots(change))
            elif titled := headed(change, sites):
                self._join(*titled)
        self._spread = _lines(changes)
        # Several sections under one path may have become several, which then belong together.
        claims = list(_claims(changes, sites))
        self._went = dict(claims)
        for old, new in claims:
            self._join(("old", *old), ("new", *new))
        for old_path, new_path in paths.items():
            self._derive(old_path, new_path)
        for change in changes:
            for covered in (False, True) if change.kind in SPREADING else ():
                self._name(change, covered=covered)

    def key(self, spot: Spot) -> Key | None:
        """Name the sections that belong together with one; None where nothing is known of it, or of too many."""
        return self._named(spot) if spot in self._known and spot not in self._spread else None

    def part(self, spot: Spot, line: int) -> Key | None:
        """Name the sections that a part of a split or merge, or its whole, belongs together with."""
        lines = self._spread.get(spot)
        if lines is None or not any(a <= line <= b for a, b in lines):
            return None
        return self._named(spot)

    def beside(self, spot: Spot) -> Key | None:
        """Name the sections that one belongs together with if a part of a split or merge is among them."""
        key = self.key(spot)
        return key if key in self._parted else None

    @cached_property
    def _parted(self) -> frozenset[Key]:
        """The sections that belong together by a split or merge."""
        return frozenset(map(self._named, self._spread))

    def _named(self, spot: Spot) -> Key:
        side, path, section = self._groups.root(spot)
        return ("section", side, path, *section)

    def _join(self, *spots: Spot) -> None:
        self._groups.join(spots)
        self._known.update(spots)

    def _derive(self, old: str, new: str) -> None:
        """Pair the sections of a page of which nothing is said by the headings that they stand under."""
        there = {new: trails(self._sites["new"], new)}
        for section, count in trails(self._sites["old"], old).items():
            path, goal = self._image(old, section, new)
            if path not in there:
                there[path] = trails(self._sites["new"], path)
            one: Spot = ("old", old, section)
            other: Spot = ("new", path, goal)
            # Of several sections under one path, none can be told from the others.
            several = count > 1 or there[path][goal] > 1
            apart = self._covered(one) != self._covered(other)
            if there[path][goal] and (several or (not apart and self._silent(one, other))):
                self._join(one, other)
            if count > 1:
                # Some of them may have gone elsewhere, and others not, or with the heading above them.
                page, above = self._image(old, section[:-1], new)
                for place, trail in ((new, section), (page, (*above, section[-1]))):
                    if place in there and there[place][trail]:
                        self._join(one, ("new", place, trail))

    def _image(self, old: str, section: Key, new: str) -> Place:
        """Give the path of a section as the headings above it are called now."""
        for depth in range(len(section), -1, -1):
            went = self._went.get((old, section[:depth]))
            if went is not None:
                return went[0], (*went[1], *section[depth:])
        return new, section

    def _name(self, change: Change, *, covered: bool) -> None:
        """Pair the sections that went along with a split or merge by their headings, each of which stands once.

        Those that came or went with one above them are asked last: what went along may stand below what came.
        """
        titles: dict[SideName, dict[str, list[Spot]]] = {}
        for side in SIDES:
            names = titles.setdefault(side, {})
            spots: dict[Spot, None] = {}
            for place in at(change, side):
                below = _below(self._sites[side], place, pages=change.kind in PAGES)
                # One part may stand in another.
                spots |= dict.fromkeys((side, place.path, trail) for trail in below)
            for spot in spots:
                told = spot in self._known or spot in self._told
                if not told and (covered or not self._covered(spot)):
                    names.setdefault(spot[2][-1].casefold(), []).append(spot)
        for title, ones in titles["old"].items():
            others = titles["new"].get(title, [])
            if len(ones) == len(others) == 1 and self._silent(ones[0], others[0]):
                self._join(ones[0], others[0])

    def _silent(self, one: Spot, other: Spot) -> bool:
        """Tell whether two sections may be one: no change says otherwise, by itself or by one above it on each side."""
        if {one, other} & (self._known | self._told):
            return False
        return not (self._came_along(one) and self._came_along(other))

    def _covered(self, spot: Spot) -> bool:
        """Tell whether a section came or went with one above it; below the title of a page, it may be part of a split.

        One below a section that belongs together with others goes along with that, whatever stands above them.
        """
        title = (first(self._sites[spot[0]], spot[1]),)
        known = (one for one in _above(spot) if one in self._told or one in self._known)
        nearest = next(known, None)
        return nearest is not None and nearest in self._told and nearest[2] != title

    def _came_along(self, spot: Spot) -> bool:
        return any(one in self._told for one in _above(spot))


def _above(spot: Spot) -> Iterator[Spot]:
    """List the sections that one stands below, the nearest first; none stands below what comes before all headings."""
    side, path, section = spot
    return ((side, path, section[:depth]) for depth in range(len(section) - 1, 0, -1))


def _below(site: Site, place: Location, *, pages: bool) -> list[Key]:
    """List the sections of a page, or those below one of its sections; what stands before a heading has none."""
    depth = len(place.section)
    return [
        trail
        for trail in trails(site, place.path)
        if trail and (pages or (depth and trail[:depth] == place.section and len(trail) > depth))
    ]


def _spots(change: Change) -> list[Spot]:
    return [(side, place.path, place.section) for side in SIDES for place in at(change, side)]


def _lines(changes: Iterable[Change]) -> dict[Spot, list[tuple[int, int]]]:
    """List the parts and wholes of splits and merges of sections with their lines: two may go by one path."""
    found: dict[Spot, list[tuple[int, int]]] = {}
    for change in changes:
        for side in SIDES if change.kind in PARTS else ():
            for place in at(change, side):
                lines = place.lines or (0, 0)
                found.setdefault((side, place.path, place.section), []).append(lines)
    return found


def _claims(changes: Iterable[Change], sites: Sites) -> Iterator[tuple[Place, Place]]:
    """List the sections of the one side that changes name beside one of the other side."""
    spread = [set(_spots(change)) for change in changes if change.kind in PARTS]
    alone = _alone(changes)
    for change in changes:
        places = both_places(change)
        if places is None:
            continue
        old, new = places
        if change.kind == "page.retitled":
            if headed(change, sites):
                continue
            one, other = first(sites["old"], old.path), first(sites["new"], new.path)
            if (one, other) == (change.before, change.after):
                yield (old.path, (one,)), (new.path, (other,))
        # What became of blocks on their way to a part is no word about which section the whole is now.
        elif change.kind.startswith("section.") and not (
            change.kind == "section.edited" and any({*_spots(change)} <= s for s in spread)
        ):
            yield (old.path, old.section), (new.path, new.section)
        elif (
            change.kind in STAYING
            and old.section[-1:] == new.section[-1:] != ()
            # A link that went to a page that came says nothing of the section it went to.
            and not {("old", old.path), ("new", new.path)} & alone
        ):
            # Below a heading that became another, where nothing but links changed.
            yield (old.path, old.section), (new.path, new.section)


def _alone(changes: Iterable[Change]) -> set[tuple[SideName, str]]:
    """List the pages that came or went."""
    return {spot[:2] for change in changes if change.kind in ALONE for spot in _spots(change)}
