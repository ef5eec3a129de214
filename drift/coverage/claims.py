"""A changelog -> what it tells of words, targets and headings, and at which places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import permutations
from typing import Literal, TypeVar

import msgspec

from drift.changes.base import (
    BlockChange,
    Change,
    LinkFacts,
    LinkSides,
    Location,
    both_places,
    locations,
)
from drift.coverage.carried import came_reworded, left_elsewhere
from drift.coverage.token import Token
from drift.site.urls import identity
from drift.trees.words import visible

T = TypeVar("T")

SideName = Literal["old", "new"]
SIDES: tuple[SideName, SideName] = ("old", "new")

Spot = tuple[SideName, str, tuple[str, ...]]


def at(change: Change, side: SideName) -> tuple[Location, ...]:
    """List the places of a change on one side."""
    return locations(change.old if side == "old" else change.new)


class Claims:
    """What the changes of a changelog tell, to be used up by the differences that they explain."""

    def __init__(
        self,
        changes: tuple[Change, ...],
        lone: frozenset[tuple[SideName, str]] = frozenset(),
        titles: Iterable[tuple[SideName, str, str]] = (),
    ) -> None:
        """Sort out the changes by what they tell.

        Args:
            changes: The changes.
            lone: The pages that only one side has.
            titles: Titles in the front matter of pages that were merged or split off, which may be headings of the other
                side's page: that side, its path, and the title.
        """
        self._lone = lone
        self._words: dict[Spot, Counter[str]] = defaultdict(Counter)
        self._targets: dict[Spot, Counter[str]] = defaultdict(Counter)
        self._listed: dict[Spot, Counter[str]] = defaultdict(Counter)
        self._headings: dict[Spot, Counter[str]] = defaultdict(Counter)
        self._titles: dict[tuple[SideName, str], Counter[str]] = defaultdict(Counter)
        self._headed: dict[tuple[SideName, str], Counter[str]] = defaultdict(Counter)
        for side, path, title in titles:
            self._headed[side, path].update(visible(title))
        self._renamed: dict[tuple[SideName, str], Counter[str]] = defaultdict(Counter)
        self._keys: set[tuple[SideName, str, str]] = set()
        self._lines: dict[tuple[SideName, str], list[tuple[int, int]]] = defaultdict(list)
        self._exact: dict[tuple[SideName, str], Counter[str]] = defaultdict(Counter)
        self._left = left_elsewhere(changes)
        for change in changes:
            for side in SIDES:
                self._take(change, side)
        for change in changes:
            self._take_entry(change)

    def _take(self, change: Change, side: SideName) -> None:
        for place in at(change, side):
            spot = (side, place.path, place.section)
            group = change.kind.partition(".")[0]
            if change.kind == "section.edited":
                self._edited(change, side, spot)
            elif group == "section":
                self._section(change, side, spot)
            elif group == "page":
                self._page(change, side, place.path)
            elif group == "link":
                self._link(change, side, spot)
            elif group == "placeholder":
                self._words[spot].update(visible(_value(change, side)))
            elif group == "nav" and place.lines:
                self._lines[side, place.path].append(place.lines)

    def _section(self, change: Change, side: SideName, spot: Spot) -> None:
        if change.kind == "section.renamed":
            told = visible(_value(change, side))
            self._headings[spot].update(told)
            self._renamed[side, spot[1]].update(told)
        elif change.kind in ("section.split", "section.merged") or _becomes_page(change):
            self._headings[spot].update(visible(" ".join(spot[2][-1:])))
        joined = change.kind in ("section.moved", "section.split", "section.merged")
        if joined and spot[:2] in self._lone:
            # A section, or a part of one, that became a page or was one: what its front matter says goes along.
            self._keys.add((side, spot[1], "*data"))

    def _page(self, change: Change, side: SideName, path: str) -> None:
        if change.kind == "page.retitled":
            self._titles[side, path].update(visible(_value(change, side)))
            self._keys.add((side, path, "title"))
        elif change.kind == "page.metadata" and isinstance(change.key, str):
            self._keys.add((side, path, change.key))
        elif change.kind in ("page.split", "page.merged"):
            ends = [{place.path for place in at(change, one)} for one in SIDES]
            if path not in ends[0] & ends[1]:
                # A page that came or went with this, and with its title and all that its front matter says.
                self._keys |= {(side, path, "*title"), (side, path, "*data")}

    def _edited(self, change: Change, side: SideName, spot: Spot) -> None:
        for block in change.blocks or ():
            if side == "old" and came_reworded(block, self._left):
                continue
            text = block.before if side == "old" else block.after
            if text is None:
                continue
            self._words[spot].update(visible(text))
            self._exact[side, spot[1]].update(_differing(block, side))
            other = block.after if side == "old" else block.before
            # An entry of a table of contents is a line of its own.
            self._listed[spot] += Counter(text.split("\n")) - Counter((other or "").split("\n"))

    def _link(self, change: Change, side: SideName, spot: Spot) -> None:
        if isinstance(change.link, msgspec.UnsetType):
            return
        facts: LinkFacts | None = change.link.old if side == "old" else change.link.new
        if facts is None:
            return
        if change.kind not in ("link.retargeted", "link.broken"):
            self._words[spot].update(visible(facts.label))
            self._headings[spot].update(visible(facts.label))
        if change.kind != "link.relabelled" or _leads_as_before(change.link):
            self._targets[spot][facts.target] += 1

    def _take_entry(self, change: Change) -> None:
        """Let a link that leads elsewhere tell its label where its line on the other side is told as an entry that came or went."""
        places = both_places(change)
        if places is None or change.kind != "link.retargeted" or not change.link:
            return
        ends = zip(SIDES, places, (change.link.old, change.link.new), strict=True)
        for (side, place, facts), (far, there, _) in permutations(ends):
            told = self._lines.get((far, there.path), ())
            if facts and there.lines and there.lines in told:
                self._words[side, place.path, place.section].update(visible(facts.label))

    def tells(self, side: SideName, token: Token) -> bool:
        """Tell whether some change speaks of a difference, and use that up.

        Args:
            side: The side it stands on.
            token: What differs.

        Returns:
            Whether it is told.
        """
        spot = (side, token.path, token.section)
        if self.lists(side, token):
            return True
        if token.what == "word":
            return self._tells_word(spot, token)
        if token.what == "target":
            listed = token.entry and use(self._listed[spot], token.written)
            return use(self._targets[spot], token.written) or listed
        if token.what == "datum":
            keys = {(side, token.path, token.written), (side, token.path, "*data")}
            return bool(keys & self._keys)
        return self._tells_heading(spot, token)

    def _tells_heading(self, spot: Spot, token: Token) -> bool:
        if token.first and (*spot[:2], "*title") in self._keys:
            return True
        if use(self._headings[spot], token.text):
            use(self._renamed[spot[:2]], token.text)
            return True
        if use(self._headed[spot[:2]], token.text):
            return True
        return token.first and use(self._titles[spot[:2]], token.text)

    def _tells_word(self, spot: Spot, token: Token) -> bool:
        if use(self._words[spot], token.text):
            use(self._exact[spot[0], token.path], token.text)
            return True
        return any(use(self._words[spot], part) for part in token.glued)

    def tells_target(self, side: SideName, token: Token) -> bool:
        """Tell whether a change of a link speaks of a target, and use that up."""
        return use(self._targets[side, token.path, token.section], token.written)

    def lists(self, side: SideName, token: Token) -> bool:
        """Tell whether a token stands on the line of an entry of which a change of the navigation tells."""
        return any(a <= token.line <= b for a, b in self._lines.get((side, token.path), ()))

    def elsewhere(self, side: SideName, token: Token) -> bool:
        """Tell whether a change elsewhere on the page tells of a word for which no difference asked, and use that up.

        Several headings may read alike, of which one was renamed.
        """
        if token.what == "heading":
            return use(self._renamed[side, token.path], token.text)
        return token.what == "word" and use(self._exact[side, token.path], token.text)

    def spare(self, side: SideName, path: str) -> int:
        """Count the words of a page that edits tell of and that no difference asked for."""
        return self._exact[side, path].total()


def _leads_as_before(link: LinkSides) -> bool:
    """Tell whether a link that goes by another label is told to lead where it led, by whatever page it stands on now."""
    ends = {identity(facts.target) for facts in (link.old, link.new) if facts is not None}
    return len(ends) == 1


def _becomes_page(change: Change) -> bool:
    """Tell whether a section that moved is all of a page on one side, and its heading the title of that page."""
    places = (*at(change, "old"), *at(change, "new"))
    return change.kind == "section.moved" and not all(place.section for place in places)


def _differing(block: BlockChange, side: SideName) -> list[str]:
    """List the words that an edit of a block tells of, without those that stayed."""
    if block.op == "moved":
        return []
    if block.op != "edited":
        return visible((block.before if side == "old" else block.after) or "")
    told = (hunk.before if side == "old" else hunk.after for hunk in block.hunks)
    return [word for text in told for word in visible(text)]


def _value(change: Change, side: SideName) -> str:
    value = change.before if side == "old" else change.after
    return value if isinstance(value, str) else ""


def use(supply: Counter[T], text: T) -> bool:
    """Take one of a supply, and tell whether there was one."""
    if supply[text] <= 0:
        return False
    supply[text] -= 1
    return True
