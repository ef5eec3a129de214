"""A section that is gone, or seems to be -> the one that has its label now.

`:ref:` goes by labels, so they are kept or brought along where much else is written anew, and a tree has each but once.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.aggregate.lead import Lead
from drift.history.places import places
from drift.match.forest import Forest
from drift.match.matching import Matching
from drift.match.profile import fold

SURE = 0.97
"""How certain it is that a section is the one that has its label and its heading now, whatever they say."""

LABELLED = 0.85
"""The same of one under another heading: labels are left behind, too, when what they were on is taken away."""

TITLED = 0.93
"""The same of a page, whose label stands on the title of another: of 97 pages of three manuals, 91 were sent there."""


class Labels:
    """Knows where labels stand."""

    def __init__(self, matching: Matching) -> None:
        """List them.

        Args:
            matching: Of two revisions.
        """
        self._old, self._new = matching.old, matching.new
        self._places = places(matching.new)
        self._at: dict[str, int | None] = {}
        for node in range(len(self._places)):
            for name in _labels(self._new, node):
                self._at[name] = None if name in self._at else node

    def lead(self, node: int) -> Lead | None:
        """Find where the label of a page or section stands now.

        Args:
            node: An old page or section; the labels of a page are those of its title.

        Returns:
            The lead, to a page where the label stands on its title; None where there is no such label, or it stands
            in several places.
        """
        title = None if self._old.nodes[node].depth else self._old.title_of(node)
        names = [*_labels(self._old, node), *(_labels(self._old, title) if title else ())]
        found = {at for name in names if (at := self._at.get(name)) is not None}
        if len(found) != 1:
            return None
        (there,) = found
        alike = _title(self._old, node) == _title(self._new, there)
        place = self._places[there]
        if title is not None and there == self._new.title_of(self._new.roots[place[0]]):
            return Lead((place[0], ""), SURE if alike else TITLED)
        return Lead(place, SURE if alike else LABELLED)


def _title(forest: Forest, node: int) -> str:
    at = forest.nodes[node]
    return fold(at.section.title if at.depth else forest.page_of(node).title)


def _labels(forest: Forest, node: int) -> Iterator[str]:
    return (one.name for one in forest.nodes[node].section.anchors if one.label)
