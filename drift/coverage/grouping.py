"""A changelog -> which parts of the two sides are to be laid against each other.

Pages belong together by their path, or as a move, conversion, split or merge says. A section that moved or was
reordered is taken out of its page on both sides and laid against itself, so that what was edited on the way must be
told all the same; so is a block.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from drift.changes.base import SPREADING, WHOLE, Change
from drift.coverage.belonging import ALONE, Belonging
from drift.coverage.claims import SIDES, SideName, Spot, at
from drift.coverage.cut import TOLD, Cut
from drift.coverage.entries import last_below
from drift.coverage.groups import Groups
from drift.coverage.lifted import Lifted
from drift.coverage.titled import Key, headed
from drift.coverage.token import Token
from drift.trees.site import Site

JOINING = frozenset({"page.moved", "page.converted", "page.split", "page.merged"})
CUTTING = frozenset({"section.moved", "section.reordered", "nav.moved"})
ALIKE = frozenset({"page.moved", "page.converted"})

Node = tuple[SideName, str]


class Grouping:
    """Where each part of either side belongs."""

    def __init__(self, changes: tuple[Change, ...], sites: Mapping[SideName, Site]) -> None:
        """Read the moves, splits, additions and removals of a changelog."""
        self._changes = changes
        self._pages: dict[tuple[SideName, str], Key] = {}
        self._cuts: dict[tuple[SideName, str], list[Cut]] = {}
        self._lifted = Lifted(changes, sites)
        self._sites = sites
        self._join({side: set(site.pages) for side, site in sites.items()})
        self._paths = self._both()
        self._sections = Belonging(changes, sites, self._paths)
        for number, change in enumerate(changes):
            self._cut(number, change)
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

    @cached_property
    def _headed(self) -> frozenset[Spot]:
        """What stands below a title that a page was given or lost, and before its first heading."""
        return frozenset(spot for change in self._changes for spot in headed(change, self._sites))

    def crosses(self, side: SideName, token: Token) -> bool:
        """Tell whether a token may stand on the other side of what stayed, whole, without a word said of it."""
        if (side, token.path, token.line) in self._listed:
            return True
        return self.spreads(side, token) or (side, token.path, token.section) in self._headed

    @cached_property
    def _listed(self) -> frozenset[tuple[SideName, str, int]]:
        """The entries of the navigation that are told to have come or gone: none is another that stayed."""
        return frozenset(
            (side, place.path, place.lines[0])
            for change in self._changes
            if change.kind in ("nav.added", "nav.removed")
            for side in SIDES
            for place in at(change, side)
            if place.lines
        )

    def spreads(self, side: SideName, token: Token) -> bool:
        """Tell whether a token stands in a part of a split or merge, or on such a page."""
        # What stands below a section goes along with it.
        depths = range(1 if token.section else 0, len(token.section) + 1)
        places = {(side, token.path, token.section[:depth]) for depth in depths}
        return bool({*places, (side, token.path, None)} & self.spread)

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
        cuts = self._cuts.get((side, token.path), ())
        cut = next((cut for cut in cuts if cut.holds(token)), None)
        # An entry that is told to have moved did so in its list, wherever that list went.
        listed = token.entry and cut is not None and cut.group != (TOLD,) and not cut.section
        lifted = None if listed else self._lifted.key(side, token, block)
        if lifted is not None:
            return lifted
        spot = (side, token.path, token.section)
        part = self._sections.part(spot, token.home)
        own = part or self._sections.key(spot)
        if own is not None and token.what == "target":
            # Beside the words: those of its block may have been taken out.
            own = ("targets", *own)
        if token.what == "datum":
            home = self._data(side, token.path) if own is None else own
            # The order of keys says nothing.
            return home if home == (TOLD,) else ("datum", *home, token.written)
        if part is not None and own is not None:
            return own
        # With what was split or merged, sections go under headings that came or went and are not told to move.
        parted = self.spreads(side, token)
        if (
            own is not None
            and token.what != "heading"
            and (cut is None or cut.leaves(token, parted=parted))
        ):
            return own
        return self._pages[side, token.path] if cut is None else cut.group

    def _data(self, side: SideName, path: str) -> Key:
        """Tell where the data of a page belong: to itself where it lives on, whatever was split off it or merged into it."""
        now = self._paths.get(path) if side == "old" else path
        lives = now is not None and now in self._paths.values()
        return ("page", "new", now) if lives and now else self._pages[side, path]

    def _both(self) -> dict[str, str]:
        """Give the new path of each old page that a change speaks of and that is a page still."""
        moved = {
            old.path: new.path
            for change in self._changes
            if change.kind in ALIKE
            for old, new in zip(at(change, "old"), at(change, "new"), strict=True)
        }
        paths = {path: moved.get(path, path) for path in sorted(self.touched)}
        return {old: new for old, new in paths.items() if self._one_page(old, new)}

    def _one_page(self, old: str, new: str) -> bool:
        group = self._pages.get(("old", old))
        return group not in (None, (TOLD,)) and group == self._pages.get(("new", new))

    def parts(self, side: SideName, token: Token) -> Key | None:
        """Name the split or merge of sections that a token stands in a part of, or beside one, if there is one."""
        spot = (side, token.path, token.section)
        return self._sections.part(spot, token.home) or self._sections.beside(spot)

    def section(self, side: SideName, path: str, trail: Key) -> Key | None:
        """Name the sections that belong together with one; None where nothing is known of it."""
        return self._sections.key((side, path, trail))

    def pages(self, side: SideName, path: str) -> Key:
        """Tell which pages a page belongs together with; nothing of one that came or went, or is none."""
        found = self._pages.get((side, path), (TOLD,))
        return () if found == (TOLD,) else found

    def _join(self, pages: dict[SideName, set[str]]) -> None:
        trees = Groups[Node]()
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
                        lines = (lines[0], max(lines[1], last_below(self._sites[side], place)))
                    self._cuts.setdefault((side, place.path), []).append(
                        Cut(lines, place.section, key)
                    )
