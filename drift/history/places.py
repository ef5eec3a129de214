"""The sections of pages -> the names by which they are followed from commit to commit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from drift.match.forest import Forest

Place = tuple[str, str]
"""The path of a page and the key of a section on it; the page itself has no key."""


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
