"""Two forests -> what their stretches of text have in common, measured once and kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drift.match.blocks import BlockPair, match_blocks
from drift.match.forest import Forest
from drift.match.modulo import Modulo
from drift.match.profile import Profile, Rarity, likeness, merged, profile

HELD = 0.7
"""How alike a text is to one that holds all of it and much more."""

CANDIDATES = 8
"""How many counterparts are weighed for a stretch, the most promising first."""


class Evidence:
    """The profiles of all nodes of both forests and the weight of what they share."""

    def __init__(
        self, old: Forest, new: Forest, modulo: Modulo, before: Evidence | None = None
    ) -> None:
        """Read every node once.

        Args:
            old: One side.
            new: The other.
            modulo: What is to be read as the same.
            before: The evidence of an earlier look without rules, so that only what rules touch is read again.
        """
        self.modulo = modulo
        self._forests = (old, new)
        self.old: Sequence[Profile] = _profiles(old, modulo, before.old if before else None)
        self.new: Sequence[Profile] = _profiles(new, modulo, before.new if before else None)
        self.touched = (
            (_touched(self.old, before.old), _touched(self.new, before.new)) if before else None
        )
        # The nodes of either side that read otherwise than in the earlier look; None where there was none.
        self.rarity = Rarity((*self.old, *self.new))
        self._blocks: dict[tuple[int, int], tuple[BlockPair, ...]] = {}
        self._own: dict[tuple[int, int], float] = {}
        self.old_sizes, self.new_sizes = _sizes(old, self.old), _sizes(new, self.new)
        # Words of each section with all below it.
        self.old_totals = [self.rarity.total(part) for part in self.old]
        self.new_totals = [self.rarity.total(part) for part in self.new]

    def turned(self) -> Evidence:
        """Give the evidence as the other side sees it."""
        turned = object.__new__(Evidence)
        turned.modulo = self.modulo.turned()
        turned._forests = (self._forests[1], self._forests[0])
        turned.old, turned.new = self.new, self.old
        turned.old_sizes, turned.new_sizes = self.new_sizes, self.old_sizes
        turned.old_totals, turned.new_totals = self.new_totals, self.old_totals
        turned.rarity = self.rarity
        turned.touched = None if self.touched is None else (self.touched[1], self.touched[0])
        turned._blocks, turned._own = {}, {}
        return turned

    def blocks(self, old: int, new: int) -> tuple[BlockPair, ...]:
        """Pair the blocks of two sections."""
        if (old, new) not in self._blocks:
            one, other = self._forests[0].nodes[old].section, self._forests[1].nodes[new].section
            self._blocks[old, new] = match_blocks(one.blocks, other.blocks, self.modulo)
        return self._blocks[old, new]

    def worth(self, old: int, new: int) -> bool:
        """Tell whether a pair may look otherwise than in the earlier look, if there was one."""
        return self.touched is None or old in self.touched[0] or new in self.touched[1]

    def own(self, old: int, new: int) -> float:
        """Tell how alike the own texts of two sections are, from 0 to 1; a text that grew holds what it was."""
        if (old, new) not in self._own:
            shared = self.rarity.shared(self.old[old], self.new[new])
            totals = self.old_totals[old], self.new_totals[new]
            held = HELD * shared / min(totals) if min(totals) else 0.0
            alike = max(likeness(shared, *totals), held)
            self._own[old, new] = alike
        return self._own[old, new]

    def page_profiles(
        self, old: Iterable[int], new: Iterable[int]
    ) -> tuple[dict[int, Profile], dict[int, Profile]]:
        """Add up the profiles of all sections of some pages, given by their root nodes."""
        first, second = self._forests
        return _by_page(first, self.old, old), _by_page(second, self.new, new)

    def candidates(
        self,
        old: Iterable[int],
        new: Iterable[int],
        profiles: tuple[Sources, Sources],
        *,
        most: int = CANDIDATES,
    ) -> set[tuple[int, int]]:
        """Find pairs that share rare features, through an inverted index and never all against all.

        Args:
            old: The old nodes that look for a counterpart.
            new: The new nodes that may be one.
            profiles: What to read for a node on each side.
            most: How many counterparts to keep for a node.

        Returns:
            For each node of either side its few most promising counterparts.
        """
        left = sorted(old)
        right = sorted(new)
        index: dict[str, list[int]] = {}
        for node in right:
            for feature in self.rarity.telling.intersection(profiles[1][node].features):
                index.setdefault(feature, []).append(node)
        shared: dict[int, dict[int, int]] = {}
        weights = self.rarity.weights
        for node in left:
            votes = shared.setdefault(node, {})
            for feature in profiles[0][node].features.keys() & index.keys():
                weight = weights[feature]
                for other in index[feature]:
                    votes[other] = votes.get(other, 0) + weight
        return _best(shared, most)


Sources = Sequence[Profile] | dict[int, Profile]


def _sizes(forest: Forest, profiles: Sequence[Profile]) -> list[int]:
    sizes = [part.size for part in profiles]
    for node in reversed(forest.nodes):
        if node.parent >= 0:
            sizes[node.parent] += sizes[node.id]
    return sizes


def _touched(now: Sequence[Profile], before: Sequence[Profile]) -> frozenset[int]:
    return frozenset(node for node, part in enumerate(now) if part is not before[node])


def _profiles(
    forest: Forest, modulo: Modulo, before: Sequence[Profile] | None
) -> Sequence[Profile]:
    if before is None:
        return [profile(node.section, modulo) for node in forest.nodes]
    return [
        profile(node.section, modulo) if modulo.touches(node.section) else before[node.id]
        for node in forest.nodes
    ]


def _by_page(
    forest: Forest, profiles: Sequence[Profile], roots: Iterable[int]
) -> dict[int, Profile]:
    return {
        root: merged((profiles[root], *(profiles[node] for node in forest.below(root))))
        for root in roots
    }


def _best(shared: dict[int, dict[int, int]], most: int) -> set[tuple[int, int]]:
    """Keep the best counterparts of each node, of both sides, so that turning the sides changes nothing."""
    turned: dict[int, dict[int, int]] = {}
    for node, votes in shared.items():
        for other, weight in votes.items():
            turned.setdefault(other, {})[node] = weight
    chosen: set[tuple[int, int]] = set()
    for node, votes in shared.items():
        ranked = sorted(votes, key=lambda other: (-votes[other], other))
        chosen.update((node, other) for other in ranked[:most])
    for other, votes in turned.items():
        ranked = sorted(votes, key=lambda node: (-votes[node], node))
        chosen.update((node, other) for node in ranked[:most])
    return chosen
