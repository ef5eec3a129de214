"""The links of two sections -> what each is called, where that tells it from the others.

    2.1 | Notes        3.0 | Notes
    2.0 | Notes   ->   2.1 | Notes

A label that leads to several places says of no link which it is; in a table the row says it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from drift.match.forest import Forest
from drift.match.matching import Matching
from drift.match.place import Place
from drift.trees.page import CELL


class Labels:
    """Says what the links of two sections are called."""

    def __init__(self, matching: Matching, old: Iterable[Place], new: Iterable[Place]) -> None:
        """Find the labels that lead to several places.

        Args:
            matching: The matching, with the rules that make labels look the same.
            old: All links of the old section.
            new: All links of the new one.
        """
        self._text = matching.evidence.modulo.text
        self._rows: dict[int, str] = {}
        # By the identity of each link whose label says too little: its row, or nothing outside of tables.
        sides = (matching.old, tuple(old)), (matching.new, tuple(new))
        vague = frozenset[str]().union(*(_vague(places) for _, places in sides))
        for forest, places in sides if vague else ():
            self._rows.update(
                (id(place), _row(forest, place)) for place in places if place.link.label in vague
            )

    def tells(self, place: Place) -> bool:
        """Tell whether the label of a link is its own."""
        return id(place) not in self._rows

    def key(self, place: Place, *, together: bool) -> Hashable:
        """Give what a link is called.

        Args:
            place: The link.
            together: Whether it is looked for in one block.

        Returns:
            Its label, with its row where that is needed; itself where nothing tells it from others.
        """
        label = self._text(place.link.label)
        row = self._rows.get(id(place))
        if row:
            return row, label
        told = label and (together or row is None)
        return label if told else place


def _vague(places: Iterable[Place]) -> frozenset[str]:
    said = Counter(label for label, _ in {(place.link.label, place.home) for place in places})
    return frozenset(label for label, count in said.items() if count > 1)


def _row(forest: Forest, place: Place) -> str:
    """Give the first cell of a link's row, or the second where the link is the first one."""
    block = forest.nodes[place.node].section.blocks[place.block] if place.block >= 0 else None
    if block is None or block.kind != "table" or place.link.span is None:
        return ""
    start = block.text.rfind("\n", 0, place.link.span[0]) + 1
    cells = block.text[start:].split("\n", 1)[0].split(CELL)
    return next((cell for cell in cells[:2] if cell != place.link.label), "")
