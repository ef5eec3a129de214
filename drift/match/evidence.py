"""Two forests -> what their stretches of text have in common, measured when it is asked for and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import nsmallest

from drift.match.blocks import BlockPair, match_blocks
from drift.match.forest import Forest
from drift.match.modulo import Modulo
from drift.match.profile import Profile, Rarity, likeness, merged
from drift.match.reading import Reading
from drift.trees.page import Section

HELD = 0.7
"""How alike a text is to one that holds all of it and much more."""

CANDIDATES = 8
"""How many counterparts are weighed for a stretch, the most promising first."""

BACKGROUND = 64
"""Sections without a change whose words are counted, to know which are rare; a handbook's next hundreds say the same."""

Source = Callable[[int], Profile]
"""What to read for a node."""


class Side:
    """The texts of one forest."""

    def __init__(self, forest: Forest, reading: Reading) -> None:
        """Keep both.

        Args:
            forest: The sections.
            reading: What they say, shared with the other side.
        """
        self._forest = forest
        self._reading = reading
        self._sizes: dict[int, int] = {}

    def profile(self, node: int) -> Profile:
        """Read the own text of a section."""
        return self._reading.profile(self._forest.nodes[node].section)

    def total(self, node: int) -> int:
        """Weigh the own text of a section, in the unit of `Rarity`."""
        return self._reading.total(self._forest.nodes[node].section)

    def touched(self, node: int) -> bool:
        """Tell whether a section reads otherwise than in an earlier look, if there was one."""
        return self._reading.touched(self._forest.nodes[node].section)

    def size(self, node: int) -> int:
        """Count the words of a section with all below it."""
        found = self._sizes.get(node)
        if found is None:
            whole = range(node, self._forest.nodes[node].end)
            found = self._sizes[node] = sum(self.profile(part).size for part in whole)
        return found

    def whole(self, node: int) -> Profile:
        """Add up the profiles of a section and of all below it."""
        return merged(map(self.profile, range(node, self._forest.nodes[node].end)))


class Evidence:
    """What the sections of two forests say, and what they share."""

    def __init__(
        self,
        old: Forest,
        new: Forest,
        modulo: Modulo,
        *,
        swapped: bool = False,
        before: Evidence | None = None,
    ) -> None:
        """Keep where to read; nothing is read yet.

        Args:
            old: One side.
            new: The other.
            modulo: What is to be read as the same.
            swapped: Whether texts are read as the other side would have them, where old forms are the new ones.
            before: The evidence of an earlier look without rules, so that only what rules touch is read again.
        """
        self.modulo = modulo
        self._forests = (old, new)
        self._before = before
        self._turned = False
        self.reading: Reading = Reading(
            modulo.turned() if swapped else modulo,
            lambda: _telling(old, new),
            before.reading if before else None,
        )
        self.old, self.new = Side(old, self.reading), Side(new, self.reading)
        # Both shared with the evidence as the other side sees it.
        self._blocks: dict[tuple[bool, int, int], tuple[BlockPair, ...]] = {}
        self._own: dict[tuple[int, int], float] = {}

    def turned(self) -> Evidence:
        """Give the evidence as the other side sees it."""
        turned = object.__new__(Evidence)
        turned.modulo = self.modulo.turned()
        turned._forests = (self._forests[1], self._forests[0])
        turned._before = self._before and self._before.turned()
        turned._turned = not self._turned
        turned.reading = self.reading
        turned.old, turned.new = self.new, self.old
        turned._blocks, turned._own = self._blocks, self._own
        return turned

    @property
    def rarity(self) -> Rarity:
        """How much each feature tells, counted over the sections of both sides."""
        return self.reading.rarity

    def blocks(self, old: int, new: int) -> tuple[BlockPair, ...]:
        """Pair the blocks of two sections."""
        key = (self._turned, old, new)
        found = self._blocks.get(key)
        if found is None:
            if self._before is not None and not self.worth(old, new):
                found = self._before.blocks(old, new)
            else:
                one, other = (
                    side.nodes[node].section
                    for side, node in zip(self._forests, (old, new), strict=True)
                )
                found = match_blocks(one.blocks, other.blocks, self.modulo)
            self._blocks[key] = found
        return found

    def staying(self, old: int, new: int) -> frozenset[int]:
        """Tell which blocks of an old section are in its counterpart, by their places."""
        if self._turned:
            pairs = self.turned().blocks(new, old)
            return frozenset(p.new for p in pairs if p.new is not None and p.old is not None)
        pairs = self.blocks(old, new)
        return frozenset(p.old for p in pairs if p.old is not None and p.new is not None)

    def worth(self, old: int, new: int) -> bool:
        """Tell whether a pair is worth another look: it may read otherwise than in the earlier one, if there was one."""
        return self.old.touched(old) or self.new.touched(new)

    def own(self, old: int, new: int) -> float:
        """Tell how alike the own texts of two sections are.

        Args:
            old: The one.
            new: The other.

        Returns:
            The Dice coefficient of their weighed words, from 0 to 1; of a text that grew, at least `HELD` of what it holds.
        """
        key = (new, old) if self._turned else (old, new)
        found = self._own.get(key)
        if found is None:
            shared = self.shared(old, new)
            totals = self.old.total(old), self.new.total(new)
            held = HELD * shared / min(totals) if min(totals) else 0.0
            found = self._own[key] = max(likeness(shared, *totals), held)
        return found

    def shared(self, old: int, new: int) -> int:
        """Weigh what the own texts of two sections have in common, in the unit of `Rarity`."""
        return self.rarity.shared(self.old.profile(old), self.new.profile(new))

    def candidates(
        self,
        old: Iterable[int],
        new: Iterable[int],
        sources: tuple[Source, Source] | None = None,
        *,
        most: int = CANDIDATES,
    ) -> set[tuple[int, int]]:
        """Find pairs that share rare features, through an inverted index and never all against all.

        Args:
            old: The old nodes that look for a counterpart.
            new: The new nodes that may be one.
            sources: What to read for a node on each side; its own text if it is not given.
            most: How many counterparts to keep for a node.

        Returns:
            For each node of either side its few most promising counterparts.
        """
        left, right = sorted(old), sorted(new)
        if not left or not right:
            return set()
        mine, theirs = sources or (self.old.profile, self.new.profile)
        if len(left) < len(right):
            # To list what stretches say takes longer than to look it up, so the fewer are listed.
            pairs = _best(self._shared((right, theirs), (left, mine)), most)
            return {(node, other) for other, node in pairs}
        return _best(self._shared((left, mine), (right, theirs)), most)

    def _shared(
        self, looking: tuple[list[int], Source], listed: tuple[list[int], Source]
    ) -> dict[int, dict[int, int]]:
        """Weigh the rare features that the stretches of one side share with those of the other."""
        rarity = self.rarity
        index: dict[str, tuple[int, list[int]]] = {}
        for node in listed[0]:
            for feature in rarity.telling(listed[1](node)):
                if feature not in index:
                    index[feature] = rarity.weight(feature), []
                index[feature][1].append(node)
        shared: dict[int, dict[int, int]] = {}
        for node in looking[0]:
            votes = shared.setdefault(node, {})
            for feature in looking[1](node).features.keys() & index.keys():
                weight, nodes = index[feature]
                for other in nodes:
                    votes[other] = votes.get(other, 0) + weight
        return shared


def _telling(old: Forest, new: Forest) -> Iterator[Section]:
    """Choose the sections over which rarity is counted: those of one side only, and some that both sides have.

    The digests of sections are as good as drawn by lot; so the smallest are a fair sample, and the same on the way back.
    """
    sections = [node.section for side in (old, new) for node in side.nodes]
    mine, theirs = ({node.section.digest for node in side.nodes} for side in (old, new))
    background = mine & theirs
    if len(background) > BACKGROUND:
        background = set(nsmallest(BACKGROUND, background))
    wanted = background | (mine ^ theirs)
    return (section for section in sections if section.digest in wanted)


def _best(shared: dict[int, dict[int, int]], most: int) -> set[tuple[int, int]]:
    """Keep the best counterparts of each node, of both sides, so that turning the sides changes nothing."""
    turned: dict[int, dict[int, int]] = {}
    for node, votes in shared.items():
        for other, weight in votes.items():
            turned.setdefault(other, {})[node] = weight
    found = {(other, node) for node, other in _most(turned, most)}
    return found.union(_most(shared, most))


def _most(shared: dict[int, dict[int, int]], most: int) -> Iterator[tuple[int, int]]:
    for node, votes in shared.items():
        ranked = sorted(votes, key=lambda other: (-votes[other], other))
        yield from ((node, other) for other in ranked[:most])
