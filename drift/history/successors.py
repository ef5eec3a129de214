"""Pages that were put away in an archive -> what took their place for readers of today.

A page is often copied to an archive, or moved there, when a new one is written beside it. By content alone the archive
is its home; but a link to it should lead to what holds now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from drift.history.held import Said, held_within
from drift.match.forest import Forest
from drift.match.matching import Matching
from drift.match.profile import Profile, Rarity, title_likeness

_NUMBER = re.compile(r"\d+")

_Source = Callable[[int], Profile]

_ARCHIVE = re.compile(
    r"(?:\A|[/_.-])(?:archived?|archives|attic|backup|deprecated|legacy|obsolete|old|outdated|retired)(?=[/_.-]|\Z)",
    re.IGNORECASE,
)

TAKEN_UP = 0.4
"""The part of what a page said, by weight, that its successor says too; new ones are written with the old one at hand."""

TITLED_ALIKE = (0.85, 0.2)
"""How alike two titles are, and what part of the text is enough then."""

REPLACES = 0.8
"""The part of what was put away that another page must say under another title: it can be read where it is, and of
seven pages of two manuals that said less none was where readers were sent."""

BESIDE = 0.6
"""A page that said so much of it already while both were in use is no successor but a sibling: the same steps for
another product."""

MERGED = 0.9
"""The same of a page to which the steps lead: it said something of it before, and has taken up the rest."""


def archived(path: str) -> bool:
    """Tell whether a path says that nobody need read what is there.

    Args:
        path: Of a page.
    """
    return _ARCHIVE.search(path) is not None


def put_away(matching: Matching) -> Iterator[int]:
    """Find what went to an archive between two revisions.

    Args:
        matching: Of the two.

    Yields:
        Old nodes, pages and sections.
    """
    for pair in matching.sections.by_old.values():
        old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
        if archived(new.page) and not archived(old.page):
            yield pair.old


class Successors:
    """Finds, for all that was put away at once, what is nearest to it and is not put away."""

    def __init__(
        self,
        matching: Matching,
        nodes: Iterable[int],
        aside: Callable[[str], bool] = archived,
        *,
        enough: float = REPLACES,
    ) -> None:
        """Search.

        Args:
            matching: Of two revisions, near or far from each other.
            nodes: Old nodes, pages and sections, that live in an archive now.
            aside: Tells of a path that nobody need read what is there, besides those in an archive.
            enough: The part of what they said that another must say under any title.
        """
        self._matching, self._enough = matching, enough
        evidence = matching.evidence
        every = sorted(nodes)
        alive = [
            node.id
            for node in matching.new.nodes
            if not archived(node.page) and not aside(node.page)
        ]
        roots = set(matching.new.roots.values())
        pages = [node for node in every if not matching.old.nodes[node].depth]
        sections = [node for node in every if matching.old.nodes[node].depth]
        whole = self._whole = (
            _Kept(evidence.old.whole, matching.old),
            _Kept(evidence.new.whole, matching.new),
        )
        found = evidence.candidates(pages, [node for node in alive if node in roots], whole)
        self._best = dict(self._judged(found, whole))
        own = _Kept(evidence.old.profile), _Kept(evidence.new.profile)
        found = evidence.candidates(sections, [node for node in alive if node not in roots], own)
        self._best |= dict(self._judged(found, own))

    def of(self, node: int) -> tuple[int, float] | None:
        """Give the successor of an old page or section.

        Args:
            node: The old node.

        Returns:
            A new node, and how certain it is; of a section without one, that of its page. None where there is none.
        """
        if node in self._best or node < 0:
            return self._best.get(node)
        old = self._matching.old
        return self._best.get(old.roots[old.nodes[node].page])

    def part(self, old: int, new: int) -> float:
        """Measure how much of an old page a new one has taken up.

        Args:
            old: An old page.
            new: A new one, to which the steps lead.

        Returns:
            From 0 to 1, by weight; 0 where both are of one series, and where the new one said as much beside it before.
        """
        return self._part(old, new, self._whole, beside=MERGED)

    def _judged(
        self, pairs: Iterable[tuple[int, int]], sources: tuple[_Kept, _Kept]
    ) -> Iterator[tuple[int, tuple[int, float]]]:
        best: dict[int, tuple[float, int]] = {}
        for old, new in sorted(pairs):
            part = self._part(old, new, sources)
            alike = title_likeness(self._matching.old.name_of(old), self._matching.new.name_of(new))
            enough = part >= self._enough or (alike >= TITLED_ALIKE[0] and part >= TITLED_ALIKE[1])
            score = part + alike / 2
            if enough and score > best.get(old, (0.0, 0))[0]:
                best[old] = (score, new)
        for old, (score, new) in best.items():
            yield old, (new, round(min(0.95, 0.5 + score / 3), 3))

    def _part(
        self, old: int, new: int, sources: tuple[_Kept, _Kept], beside: float = BESIDE
    ) -> float:
        titles = self._matching.old.name_of(old), self._matching.new.name_of(new)
        if _in_one_series(*titles) or _in_one_series(*self._pages(old, new)):
            return 0.0
        part = self._held(old, new, sources)
        return 0.0 if self._said_before(old, new, sources[0]) > beside * part else part

    def _said_before(self, old: int, new: int, source: _Kept) -> float:
        """Measure how much of what was put away a new place said when it stood beside it."""
        pair = self._matching.sections.by_new.get(new)
        if pair is None or pair.old == old:
            return 0.0
        return self._held(old, pair.old, (source, source))

    def _held(self, text: int, place: int, sources: tuple[_Kept, _Kept]) -> float:
        rarity, (here, there) = self._matching.evidence.rarity, sources
        said = partial(there.said, rarity=rarity)
        return held_within(rarity, here.said(text, rarity), place, said, there.parts)

    def _pages(self, old: int, new: int) -> tuple[str, str]:
        """Give the titles of the pages on which two sections stand."""
        matching = self._matching
        return matching.old.page_of(old).title, matching.new.page_of(new).title


def _in_one_series(one: str, other: str) -> bool:
    """Tell whether two titles are told apart by a number alone: the notes of release 10 say nothing of release 9."""
    skeletons = (_NUMBER.sub("", title.casefold()) for title in (one, other))
    return len(set(skeletons)) == 1 and _NUMBER.findall(one) != _NUMBER.findall(other)


class _Kept:
    """Reads a node once, and weighs it once."""

    def __init__(self, read: _Source, forest: Forest | None = None) -> None:
        self._read = read
        self._forest = forest
        self._known: dict[int, Profile] = {}
        self._weights: dict[int, int] = {}

    def __call__(self, node: int) -> Profile:
        if node not in self._known:
            self._known[node] = self._read(node)
        return self._known[node]

    def parts(self, node: int) -> tuple[int, ...]:
        """Give the parts of what is read for a node; a node that is read by itself has none."""
        return self._forest.nodes[node].children if self._forest else ()

    def said(self, node: int, rarity: Rarity) -> Said:
        text = self(node)
        if node not in self._weights:
            self._weights[node] = rarity.total(text)
        return text, self._weights[node]
