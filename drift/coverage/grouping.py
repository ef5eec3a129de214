"""A changelog -> which parts of the two sides are to be laid against each other.

Pages belong together by their path, or as a move, conversion, split or merge says. A section that moved or was
reordered is taken out of its page on both sides and laid against itself, so that what was edited on the way must be
told all the same; so is a block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import takewhile

import msgspec

from drift.changes.base import Change, Location
from drift.changes.navigation import chain
from drift.coverage.token import Token, visible
from drift.coverage.told import SIDES, SideName, at, moved_blocks
from drift.trees.site import Site

JOINING = frozenset({"page.moved", "page.converted", "page.split", "page.merged"})
CUTTING = frozenset({"section.moved", "section.reordered", "nav.moved"})
ALONE = frozenset({"page.added", "page.removed"})
WHOLE = frozenset({"section.added", "section.removed"})
SPREADING = frozenset({"page.split", "page.merged", "section.split", "section.merged"})

TOLD = "told"
"""The group of what an addition or removal tells as a whole."""

Key = tuple[str, ...]
Node = tuple[SideName, str]


class Cut(msgspec.Struct, frozen=True):
    """Some lines of a page that belong to a group of their own."""

    lines: tuple[int, int]
    section: tuple[str, ...]
    group: Key

    def holds(self, token: Token) -> bool:
        """Tell whether a token stands in these lines and sections; a footnote may belong to neither."""
        inside = self.lines[0] <= token.line <= self.lines[1]
        return inside and token.section[: len(self.section)] == self.section


class _Trees:
    """Sets of pages that belong together, each named by one of its pages (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        while self._parent.setdefault(node, node) != node:
            node = self._parent[node]
        return node

    def join(self, nodes: Iterable[Node]) -> None:
        first, *rest = map(self.root, nodes)
        for node in rest:
            self._parent[node] = first


class Grouping:
    """Where each part of either side belongs."""

    def __init__(self, changes: tuple[Change, ...], sites: Mapping[SideName, Site]) -> None:
        """Read the moves, splits, additions and removals of a changelog."""
        self._changes = changes
        self._pages: dict[tuple[SideName, str], Key] = {}
        self._cuts: dict[tuple[SideName, str], list[Cut]] = {}
        self._moved: dict[tuple[SideName, str, tuple[str, ...], Key], Key] = {}
        self._sites = sites
        self._join({side: set(site.pages) for side, site in sites.items()})
        self._parts = dict(self._shared())
        for number, change in enumerate(changes):
            self._cut(number, change)
            self._lift(change)
        for cuts in self._cuts.values():
            cuts.sort(key=lambda cut: cut.lines[1] - cut.lines[0])

    @cached_property
    def spread(self) -> frozenset[tuple[SideName, str, tuple[str, ...] | None]]:
        """The sections of splits and merges, between which whole blocks go to and fro; no section for whole pages."""
        return frozenset(
            (side, place.path, place.section if change.kind.startswith("section.") else None)
            for change in self._changes
            if change.kind in SPREADING
            for side in SIDES
            for place in at(change, side)
        )

    @cached_property
    def carried_anchors(self) -> frozenset[tuple[SideName, str, str]]:
        """The anchors of which a change tells, with their pages."""
        return frozenset(
            (side, place.path, name)
            for change in self._changes
            if change.kind == "anchor.changed"
            for side, name in zip(SIDES, (change.before, change.after), strict=True)
            for place in at(change, side)
            if isinstance(name, str)
        )

    def carries(self, side: SideName, token: Token) -> bool:
        """Tell whether a token may have come along from elsewhere, whole, without a word said of it.

        So it is with the parts of a split or merge, and with what follows a heading that moved or changed its level.
        """
        return self.spreads(side, token) or any(
            cut.holds(token) for cut in self._cuts.get((side, token.path), ())
        )

    def spreads(self, side: SideName, token: Token) -> bool:
        """Tell whether a token stands in a part of a split or merge, or on such a page."""
        places = {(side, token.path, token.section), (side, token.path, None)}
        return bool(places & self.spread)

    @cached_property
    def touched(self) -> frozenset[str]:
        """The paths that any change speaks of."""
        return frozenset(
            place.path for change in self._changes for side in SIDES for place in at(change, side)
        )

    def group(self, side: SideName, token: Token, block: Key) -> Key:
        """Tell where a token belongs.

        Args:
            side: The side it stands on.
            token: The token.
            block: All words of its block.

        Returns:
            The key of its group; `(TOLD,)` when it is told as part of a whole.
        """
        lifted = self._moved.get((side, token.path, token.section, block))
        if lifted is not None and token.block >= 0:
            return lifted
        cuts = self._cuts.get((side, token.path), ())
        page = self._pages[side, token.path]
        found = next((cut.group for cut in cuts if cut.holds(token)), page)
        if found == (TOLD,):
            return self._parts.get((side, token.path, token.section), found)
        return found

    def pages(self, side: SideName, path: str) -> Key:
        """Tell which pages a page belongs together with; nothing of one that came or went, or is none."""
        found = self._pages.get((side, path), (TOLD,))
        return () if found == (TOLD,) else found

    def _shared(self) -> Iterator[tuple[tuple[SideName, str, tuple[str, ...]], Key]]:
        """Put the parts of a split or merge of sections with the page of its whole, on whatever new page they stand."""
        for change in self._changes:
            if change.kind in {"section.split", "section.merged"}:
                own, other = SIDES if change.kind == "section.split" else SIDES[::-1]
                whole = at(change, own)[0]
                for place in at(change, other):
                    yield (other, place.path, place.section), self._pages[own, whole.path]

    def _join(self, pages: dict[SideName, set[str]]) -> None:
        trees = _Trees()
        apart: set[Node] = set()
        for change in self._changes:
            ends: list[Node] = [(side, place.path) for side in SIDES for place in at(change, side)]
            if change.kind in JOINING:
                trees.join(ends)
                apart.update(ends)
            elif change.kind in ALONE:
                self._pages.update(dict.fromkeys(ends, (TOLD,)))
                apart.update(ends)
        for path in pages["old"] & pages["new"]:
            if not {("old", path), ("new", path)} & apart:
                trees.join([("old", path), ("new", path)])
        for side in SIDES:
            for path in pages[side]:
                self._pages.setdefault((side, path), ("page", *trees.root((side, path))))

    def _cut(self, number: int, change: Change) -> None:
        if change.kind not in CUTTING and change.kind not in WHOLE:
            return
        key: Key = (TOLD,) if change.kind in WHOLE else ("cut", str(number))
        for side in SIDES:
            for place in at(change, side):
                if place.lines is not None:
                    lines = place.lines
                    if change.kind == "nav.moved":
                        lines = (lines[0], max(lines[1], _last_below(self._sites[side], place)))
                    self._cuts.setdefault((side, place.path), []).append(
                        Cut(lines, place.section, key)
                    )

    def _lift(self, change: Change) -> None:
        for before, after in moved_blocks(change):
            text = before if before is not None else after or ""
            key: Key = ("block", text)
            for side, own in zip(SIDES, (before, after), strict=True):
                for place in at(change, side) if own is not None else ():
                    spot = (side, place.path, place.section, tuple(visible(own or "")))
                    self._moved[spot] = key


def _last_below(site: Site, place: Location) -> int:
    """Find the last line of what goes along with an entry of the navigation: the entries below it."""
    first = place.lines[0] if place.lines else 0
    nav = site.nav
    found = next((i for i, e in enumerate(nav) if (e.path, e.line) == (place.path, first)), None)
    if found is None:
        return first
    titles = chain(site, nav[found])
    below = takewhile(lambda entry: entry.trail[: len(titles)] == titles, nav[found + 1 :])
    return max((entry.line for entry in below if entry.path == place.path), default=first)
