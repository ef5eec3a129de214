"""A matching -> what a commit did to the places of a tree: which went where, which are gone, which are new.

Only what is not plain is written down. A page that is not named keeps its path, and a section that is not named goes
along with its page and keeps its key; so the record of a commit is as small as what it did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from drift.history.signs import SIGNED, Home, Signs
from drift.history.steady import unsteady
from drift.match import match
from drift.match.forest import Forest
from drift.match.matching import Matching, Spread
from drift.site.tree_site import TreeSite

Place = tuple[str, str]
"""The path of a page and the key of a section on it; the page itself has no key."""


class Passed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page or section that is elsewhere now."""

    old: Place
    new: Place
    confidence: float


class Lost(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page or section without a counterpart."""

    old: Place
    home: Place | None
    # Where most of what it said lives on, or may do so.
    confidence: float


class Came(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page or section that nothing was before."""

    new: Place
    source: Place | None
    # What it was split off from.


class Passage(msgspec.Struct, frozen=True, array_like=True):
    """What one commit did to the places of a tree."""

    pages: tuple[Passed, ...] = ()
    # Those under another path.
    sections: tuple[Passed, ...] = ()
    # Those that did not merely go along with their page, or have another key on it.
    gone: tuple[Lost, ...] = ()
    born: tuple[Came, ...] = ()
    left: tuple[Passed, ...] = ()
    # Those that went without a trace but one: their old place only tells its readers to read on elsewhere.


def keys(anchors: Iterable[str]) -> Iterator[str]:
    """Give each section of a page a key that no other has.

    Args:
        anchors: The sections' anchors in the order of the page, without that of the root section.

    Yields:
        The anchor; where another section before has it too, or there is none, with a number behind it.
    """
    seen: Counter[str] = Counter()
    for anchor in anchors:
        seen[anchor] += 1
        yield anchor if anchor and seen[anchor] == 1 else f"{anchor}~{seen[anchor]}"


def unpacked(data: bytes) -> Passage:
    """Read a record as it is kept.

    Args:
        data: MessagePack, or nothing for a commit that did nothing to any place.
    """
    return _DECODER.decode(data) if data else Passage()


_DECODER = msgspec.msgpack.Decoder(Passage)


def passed(old: TreeSite, new: TreeSite) -> Passage:
    """Find what became of each page and section between two neighbouring revisions.

    Args:
        old: The site before.
        new: The site after.

    Returns:
        The record.
    """
    paths = unsteady(old, new)
    return passage(match(old, new, paths)) if paths else Passage()


def passage(matching: Matching) -> Passage:
    """Sum up what became of each page and section.

    Args:
        matching: Of the sites before and after a commit.

    Returns:
        The record.
    """
    old, new = places(matching.old), places(matching.new)
    paths = matching.new_paths()
    pages: list[Passed] = []
    sections: list[Passed] = []
    for pair in matching.sections.by_old.values():
        before, after = old[pair.old], new[pair.new]
        if before[1] or after[1]:
            if after != (paths.get(before[0]), before[1]):
                sections.append(Passed(before, after, pair.confidence))
        elif before != after:
            pages.append(Passed(before, after, pair.confidence))
    signs = Signs(matching)
    heirs = _Heirs(matching, new, signs)
    sources = {part: spread.whole for spread in matching.splits for part in spread.parts}
    return Passage(
        pages=tuple(sorted(pages, key=_order)),
        sections=tuple(sorted(sections, key=_order)),
        gone=tuple(
            Lost(old[node.id], *heirs.of(node.id))
            for node in matching.old.nodes
            if node.id not in matching.sections.by_old
        ),
        born=tuple(
            Came(new[node.id], old[sources[node.id]] if node.id in sources else None)
            for node in matching.new.nodes
            if node.id not in matching.sections.by_new
        ),
        left=tuple(
            Passed(old[pair.old], new[home[0]] if isinstance(home[0], int) else home[0], home[1])
            for pair in signs.emptied
            if (home := signs.moved_out(pair)) is not None
        ),
    )


def _order(passed: Passed) -> Place:
    return passed.old


def places(forest: Forest) -> list[Place]:
    """Give the place of each node.

    Args:
        forest: Pages.

    Returns:
        The places in the order of the nodes.
    """
    found: list[Place] = []
    for path, root in forest.roots.items():
        below = forest.below(root)
        named = keys(forest.nodes[node].section.anchor for node in below)
        found.append((path, ""))
        found.extend((path, key) for key in named)
    return found


class _Heirs:
    """Old nodes without a counterpart -> where what they said lives on."""

    def __init__(self, matching: Matching, new: list[Place], signs: Signs) -> None:
        self._matching = matching
        self._signs = signs
        self._new = new
        self._merged: dict[int, Spread] = {
            part: spread for spread in matching.merges for part in spread.parts
        }
        self._split: dict[int, Spread] = {spread.whole: spread for spread in matching.splits}

    def of(self, node: int) -> tuple[Place | None, float]:
        """Give the best home of a node, and how certain it is."""
        found = self._signs.of_lost(node)
        signed = found is not None and found[1] >= SIGNED
        return (
            (self._place(found) if signed else None)
            or self._title(node)
            or self._spread(node)
            or self._place(found)
            or self._below(node)
            or self._doubt(node)
        )

    def _place(self, found: tuple[Home, float] | None) -> tuple[Place, float] | None:
        if found is None:
            return None
        home, confidence = found
        return self._new[home] if isinstance(home, int) else home, confidence

    def _spread(self, node: int) -> tuple[Place, float] | None:
        """Give what it was merged into, or the greatest of its parts."""
        if node in self._merged:
            return self._new[self._merged[node].whole], self._merged[node].confidence
        if node not in self._split:
            return None
        size = self._matching.evidence.new.size
        best = max(self._split[node].parts, key=lambda part: (size(part), -part))
        return self._new[best], self._split[node].confidence

    def _doubt(self, node: int) -> tuple[Place | None, float]:
        doubt = self._matching.old_doubts.get(node)
        return (None, 0.0) if doubt is None else (self._new[doubt.other], doubt.confidence)

    def _title(self, node: int) -> tuple[Place, float] | None:
        """Tell where the title of a page went with all below it: a section may be a page again one day."""
        at = self._matching.old.nodes[node]
        if at.depth or len(at.children) != 1:
            return None
        pair = self._matching.sections.by_old.get(at.children[0])
        return None if pair is None else (self._new[pair.new], pair.confidence)

    def _below(self, node: int) -> tuple[Place, float] | None:
        """Look to which page most of what the sections below it say went."""
        matching = self._matching
        says = matching.evidence.old.profile
        words: Counter[str] = Counter()
        whole = says(node).size
        for part in matching.old.below(node):
            pair = matching.sections.by_old.get(part)
            said = 1 + says(part).size
            whole += said
            if pair is not None:
                words[matching.new.nodes[pair.new].page] += said
        if not words:
            return None
        page, most = max(words.items(), key=lambda item: (item[1], item[0]))
        return (page, ""), round(most / whole, 3)
