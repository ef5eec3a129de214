"""Two navigations -> the entries that came, went, and changed their parent or place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

import msgspec

from drift.changes.base import Location
from drift.changes.nav_links import NavLinkPair, nav_links
from drift.match.aligned import align, alike
from drift.match.matching import Matching
from drift.match.order import displaced
from drift.trees.site import NavEntry, Site

Trail = tuple[str, ...]

Spot = tuple[str, int]
"""The file and line of an entry."""


class NavPair(msgspec.Struct, frozen=True):
    """An entry on both sides, or on one."""

    old: NavEntry | None
    new: NavEntry | None
    moved: bool = False


class Navigation:
    """The navigations of both revisions, entry by entry."""

    def __init__(self, matching: Matching) -> None:
        """Keep the matching; all else is made when it is asked for."""
        self._old, self._new = matching.old.site, matching.new.site
        self._pages = matching.new_paths()
        # Then no page that changed has a part in it, and there is no need to read it.
        self._shared = self._old.nav_key == self._new.nav_key

    @property
    def old_lines(self) -> frozenset[tuple[str, int]]:
        """Files and lines of the entries of the old navigation on pages that changed."""
        return frozenset() if self._shared else self._old.nav_lines

    @property
    def new_lines(self) -> frozenset[tuple[str, int]]:
        """Files and lines of the entries of the new navigation on pages that changed."""
        return frozenset() if self._shared else self._new.nav_lines

    @cached_property
    def relabelled(self) -> tuple[tuple[NavEntry, NavEntry], ...]:
        """The entries that show another text than before, of files that are no pages: those of pages are links of theirs."""
        return tuple(
            (a, b)
            for a, b in self._renamed
            if a.path not in self._old.pages
            and b.path not in self._new.pages
            and chain(self._old, a)[-1] != chain(self._new, b)[-1]
        )

    @cached_property
    def titled(self) -> tuple[tuple[NavEntry, NavEntry], ...]:
        """The entries of pages that were given a text, or lost it: where a glob lists them, no link is theirs."""
        return tuple(
            (a, b)
            for a, b in self._renamed
            if a.path in self._old.pages and b.path in self._new.pages and "" in (a.label, b.label)
        )

    @cached_property
    def _renamed(self) -> tuple[tuple[NavEntry, NavEntry], ...]:
        """The entries of which another text is written, or none."""
        if self._shared or self._old.nav == self._new.nav:
            return ()
        both, _, _ = self._matched
        return tuple((a, b) for a, b in both if a.label != b.label)

    @cached_property
    def links(self) -> tuple[NavLinkPair, ...]:
        """The links out of the tree that stand in files that are no pages, paired."""
        return () if self._shared else nav_links(self._old.nav_links, self._new.nav_links)

    @cached_property
    def pairs(self) -> tuple[NavPair, ...]:
        """The entries that differ, in the order of the new navigation, those that went last."""
        stay = all(old == new for old, new in self._pages.items())
        if stay and (self._shared or self._old.nav == self._new.nav):
            return ()
        both, gone, come = self._matched
        listed = [(a, b) for a, b in both if self._in_one_list(a, b)]
        groups = _groups(listed, self._heads(both))
        stayed = [(a, b) for a, b in listed if groups.get(a.trail) == b.trail]
        kept = {(id(a), id(b)) for a, b in stayed}
        moved = [(a, b) for a, b in both if (id(a), id(b)) not in kept]
        moved += _reordered(stayed, self._new)
        found = [NavPair(a, b, moved=True) for a, b in moved]
        found += [NavPair(None, entry) for entry in come]
        found.sort(key=lambda pair: self._new.nav.index(pair.new) if pair.new else -1)
        return (*found, *(NavPair(entry, None) for entry in gone))

    def stays(self, old: Spot, new: Spot) -> bool:
        """Tell whether one page lists an entry on both sides, and no change of the navigation tells that it moved."""
        return self._now(old[0]) == new[0] and new not in self.moved

    @cached_property
    def moved(self) -> frozenset[Spot]:
        """Files and lines of the entries that are told to have moved, in the new navigation."""
        return frozenset((p.new.path, p.new.line) for p in self.pairs if p.moved and p.new)

    @cached_property
    def came(self) -> frozenset[Spot]:
        """Files and lines of the entries that are told to have been added, in the new navigation."""
        return frozenset((p.new.path, p.new.line) for p in self.pairs if p.old is None and p.new)

    def _heads(self, both: list[tuple[NavEntry, NavEntry]]) -> dict[Trail, Trail]:
        """Give the titles that lead to each entry that stands on both sides, those of now by those before."""
        return {chain(self._old, a): chain(self._new, b) for a, b in both}

    def _in_one_list(self, old: NavEntry, new: NavEntry) -> bool:
        """Tell whether no other page lists an entry now: one parent under another title is that parent still.

        Files of a navigation that are no pages may take each other's place.
        """
        if self._now(old.path) == new.path:
            return True
        return old.path not in self._old.pages or new.path not in self._new.pages

    @cached_property
    def _matched(
        self,
    ) -> tuple[list[tuple[NavEntry, NavEntry]], list[NavEntry], list[NavEntry]]:
        """Pair the entries of each page: those under the same titles, first in the order of their file, then the others."""
        # In the order of the whole navigation, all that stands below an entry would count for it.
        old = sorted(self._old.nav, key=lambda entry: (self._now(entry.path), entry.line))
        new = sorted(self._new.nav, key=lambda entry: (entry.path, entry.line))
        before = [(self._now(entry.page), entry.trail) for entry in old]
        after = [(entry.page, entry.trail) for entry in new]
        both: dict[int, int] = {}
        for tag, a, b, c, d in align(before, after):
            if tag == "equal":
                both.update(zip(range(a, b), range(c, d), strict=True))
        both |= dict(alike(before, after, both))
        both |= dict(alike([page for page, _ in before], [page for page, _ in after], both))
        pairs = {id(old[i]): new[j] for i, j in both.items()}
        stayed = set(both.values())
        come = {id(entry) for j, entry in enumerate(new) if j not in stayed}
        return (
            [(entry, pairs[id(entry)]) for entry in self._old.nav if id(entry) in pairs],
            [entry for entry in self._old.nav if id(entry) not in pairs],
            [entry for entry in self._new.nav if id(entry) in come],
        )

    def _now(self, path: str) -> str:
        """Give the path that an old page has now."""
        return self._pages.get(path, path)


def chain(site: Site, entry: NavEntry) -> tuple[str, ...]:
    """Give the titles that lead to an entry, its own last."""
    return (*entry.trail, entry.label or page_title(site, entry.page) or entry.page)


def page_title(site: Site, path: str) -> str:
    """Give the title of a page, for which it has to be parsed; nothing where there is no such page."""
    return site.pages[path].title if path in site.pages else ""


def entry_at(entry: NavEntry) -> Location:
    """Locate an entry."""
    return Location(entry.path, (), None, (entry.line, entry.line))


def _groups(both: list[tuple[NavEntry, NavEntry]], heads: dict[Trail, Trail]) -> dict[Trail, Trail]:
    """Tell under which titles the old groups go by now: where most of their pages are, and most of theirs came from.

    A group below an entry goes where that entry goes; no other takes it over. One below a mere title stays where it is,
    under that title or another: if it went elsewhere, no entry above it would tell that.
    """
    votes = Counter((old.trail, new.trail) for old, new in both)
    ranked = sorted(votes, key=lambda pair: (-votes[pair], pair[0] != pair[1], pair))
    found: dict[Trail, Trail] = {}
    taken: set[Trail] = set()
    before = {new: old for old, new in heads.items()}
    for old, new in ranked:
        stays = heads.get(old, new) == new and before.get(new, old) == old
        stays = stays and (old in heads or _retitled(old, new))
        if old not in found and new not in taken and stays:
            found[old] = new
            taken.add(new)
    return found


def _retitled(old: Trail, new: Trail) -> bool:
    """Tell whether two chains of titles differ in one title at most, or one has a caption more right above the list."""
    if len(old) == len(new):
        return sum(one != other for one, other in zip(old, new, strict=True)) <= 1
    return old[:-1] == new or new[:-1] == old


def _reordered(
    stayed: list[tuple[NavEntry, NavEntry]], new: Site
) -> Iterable[tuple[NavEntry, NavEntry]]:
    """Find the fewest entries whose move explains the order within each group."""
    place = {id(entry): index for index, entry in enumerate(new.nav)}
    groups: dict[Trail, list[tuple[NavEntry, NavEntry]]] = defaultdict(list)
    for pair in stayed:
        groups[pair[0].trail].append(pair)
    for pairs in groups.values():
        places = [place[id(b)] for _, b in pairs]
        names = [tuple(sorted((a.page, b.page))) for a, b in pairs]
        for index in sorted(displaced(places, names, [0] * len(pairs))):
            yield pairs[index]
