"""What the stages of matching fill, each giving a fuller one back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import exp

import msgspec

from drift.match.evidence import Evidence
from drift.match.forest import Forest
from drift.match.series import Series

CERTAIN = 0.995
"""The confidence of pairs that rest on equal content or equal names; nothing read from outside is ever 1."""


class Pair(msgspec.Struct, frozen=True, gc=False):
    """An old and a new node that are held to be the same section, or page when both are roots."""

    old: int
    new: int
    confidence: float
    stage: str


class Doubt(msgspec.Struct, frozen=True):
    """The nearest counterpart of a node that was left alone."""

    other: int
    confidence: float


class Pairs(msgspec.Struct, frozen=True, eq=False):
    """A one-to-one relation of old and new nodes."""

    by_old: Mapping[int, Pair] = {}
    by_new: Mapping[int, Pair] = {}

    def with_all(self, pairs: Iterable[Pair]) -> Pairs:
        """Add pairs whose nodes are both free; others are passed over."""
        fresh = tuple(pairs)
        if not fresh:
            return self
        by_old, by_new = dict(self.by_old), dict(self.by_new)
        for pair in fresh:
            if pair.old not in by_old and pair.new not in by_new:
                by_old[pair.old] = by_new[pair.new] = pair
        return Pairs(by_old, by_new)

    def only(self, keep: Callable[[Pair], bool]) -> Pairs:
        """Keep some of the pairs."""
        pairs = [pair for pair in self.by_old.values() if keep(pair)]
        return Pairs({p.old: p for p in pairs}, {p.new: p for p in pairs})

    def new_of(self, old: int) -> int | None:
        """Give the counterpart of an old node."""
        pair = self.by_old.get(old)
        return None if pair is None else pair.new

    def old_of(self, new: int) -> int | None:
        """Give the counterpart of a new node."""
        pair = self.by_new.get(new)
        return None if pair is None else pair.old

    def holds(self, old: int, new: int) -> bool:
        """Tell whether two nodes are a pair."""
        return self.new_of(old) == new

    def turned(self) -> Pairs:
        """Give the relation as the other side sees it."""
        pairs = [Pair(p.new, p.old, p.confidence, p.stage) for p in self.by_old.values()]
        return Pairs({p.old: p for p in pairs}, {p.new: p for p in pairs})


class Spread(msgspec.Struct, frozen=True):
    """A node whose content lives on in others beside its counterpart, or came together from them."""

    whole: int
    # The node that is one: old in a split, new in a merge.
    parts: tuple[int, ...]
    # The nodes on the other side, without the whole's own counterpart.
    confidence: float


class Matching(msgspec.Struct, frozen=True, eq=False):
    """Which page and section of one forest is which of another."""

    old: Forest
    new: Forest
    evidence: Evidence
    series: Series
    unchanged: frozenset[str] = frozenset()
    # Paths of pages that are the same on both sides and are in neither forest.
    swapped: bool = False
    # Whether what is weighed is seen from the other side.
    pages: Pairs = Pairs()
    # Of root nodes.
    sections: Pairs = Pairs()
    # Of all nodes, roots among them.
    old_doubts: Mapping[int, Doubt] = {}
    new_doubts: Mapping[int, Doubt] = {}
    splits: tuple[Spread, ...] = ()
    merges: tuple[Spread, ...] = ()

    @property
    def leaves_both_sides(self) -> bool:
        """Whether there are nodes without a counterpart on either side, so that some of them may be one."""
        return len(self.sections.by_old) < min(len(self.old.nodes), len(self.new.nodes))

    def free(self) -> tuple[list[int], list[int]]:
        """List the old and the new sections without a counterpart, root sections left out."""
        return _free(self.old, self.sections.by_old), _free(self.new, self.sections.by_new)

    def apart(self, old: int, new: int) -> bool:
        """Tell whether an old and a new node stand on two members of a series, so that nothing could make them one."""
        return self.series.apart(self.old.nodes[old].page, self.new.nodes[new].page)

    def new_paths(self) -> dict[str, str]:
        """Give the new path of each old page that is in a pair."""
        return {
            self.old.nodes[pair.old].page: self.new.nodes[pair.new].page
            for pair in self.pages.by_old.values()
        }

    def weighed(self, stage: Callable[[Matching], Matching]) -> Matching:
        """Apply a stage that weighs from the side that comes first in an order of its own, whatever is called old.

        So that the way back gives the same pairs as the way there; stages that are certain see no side.
        """
        return stage(self.turned()).turned() if self.swapped else stage(self)

    def turned(self) -> Matching:
        """Give the matching as the other side sees it."""
        return Matching(
            old=self.new,
            new=self.old,
            evidence=self.evidence.turned(),
            series=self.series.turned(),
            unchanged=self.unchanged,
            swapped=self.swapped,
            pages=self.pages.turned(),
            sections=self.sections.turned(),
            old_doubts=self.new_doubts,
            new_doubts=self.old_doubts,
            splits=self.merges,
            merges=self.splits,
        )


def _free(forest: Forest, taken: Mapping[int, Pair]) -> list[int]:
    if len(taken) == len(forest.nodes):
        return []
    return [node.id for node in forest.nodes if node.id not in taken and node.parent >= 0]


def probability(score: int) -> float:
    """Turn a score, in thousandths of the natural logarithm of the odds, into a confidence."""
    return round(min(CERTAIN, 1 / (1 + exp(-score / 1000))), 3)
