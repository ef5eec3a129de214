"""What is told of each part of the handbook, as it is found -> the parts in the order of the handbook."""

from __future__ import annotations

from collections import Counter, defaultdict

from drift.aggregate.notes.details import weight
from drift.aggregate.notes.handbook import Sides
from drift.aggregate.notes.notes import ChangedPage, Elsewhere, Gone, NewPage, Part

Chain = tuple[str, ...]
"""The name of a part, from the outside in."""


class Parts:
    """What is told of each part so far."""

    def __init__(self, sides: Sides) -> None:
        """Begin with nothing.

        Args:
            sides: Both ends of the period.
        """
        self.sides = sides
        self.small: Counter[str] = Counter()
        # What is only counted.
        self.new: defaultdict[Chain, list[NewPage]] = defaultdict(list)
        self.moved: defaultdict[Chain, list[Elsewhere]] = defaultdict(list)
        self.renamed: defaultdict[Chain, list[Elsewhere]] = defaultdict(list)
        self.changed: defaultdict[Chain, list[ChangedPage]] = defaultdict(list)
        self.removed: defaultdict[Chain, list[Gone]] = defaultdict(list)

    def told(self) -> tuple[Part, ...]:
        """Give the parts as readers meet them; one that is no more stands where it stood."""
        bins = (self.new, self.moved, self.renamed, self.changed, self.removed)
        chains = {chain for found in bins for chain, some in found.items() if some}
        return tuple(
            Part(
                name=" › ".join(chain),
                new=tuple(self.new[chain]),
                moved=tuple(self.moved[chain]),
                renamed=tuple(self.renamed[chain]),
                changed=tuple(sorted(self.changed[chain], key=lambda page: -weight(page))),
                removed=tuple(self.removed[chain]),
            )
            for chain in sorted(chains, key=self._place)
        )

    def _place(self, chain: Chain) -> tuple[int, int, Chain]:
        order, before = self.sides.new.order, self.sides.old.order
        if chain in order or chain not in before:
            return order.get(chain, len(order)), -1, chain
        ahead = [one for one, at in before.items() if at < before[chain] and one in order]
        return (order[ahead[-1]] if ahead else -1), before[chain], chain
