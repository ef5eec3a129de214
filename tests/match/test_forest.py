from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.match.forest import Forest
from drift.match.matching import Matching

PAGE = "Before.\n\n# A\n\n## B\n\n### C\n\n## D\n\n# E\n"


@pytest.fixture
def grown(matched: Callable[..., Matching]) -> Forest:
    return matched({}, {"b.md": "# Z\n", "a.md": PAGE}).new


def test_nodes_are_in_the_order_of_pages(grown: Forest) -> None:
    assert [(node.id, node.page, "/".join(node.path)) for node in grown.nodes] == [
        (0, "a.md", ""),
        (1, "a.md", "A"),
        (2, "a.md", "A/B"),
        (3, "a.md", "A/B/C"),
        (4, "a.md", "A/D"),
        (5, "a.md", "E"),
        (6, "b.md", ""),
        (7, "b.md", "Z"),
    ]


def test_each_knows_its_place(grown: Forest) -> None:
    assert grown.roots == {"a.md": 0, "b.md": 6}
    assert [(node.parent, node.place, node.children) for node in grown.nodes[:5]] == [
        (-1, 0, (1, 5)),
        (0, 0, (2, 4)),
        (1, 0, (3,)),
        (2, 0, ()),
        (1, 1, ()),
    ]
    assert [node.depth for node in grown.nodes] == [0, 1, 2, 3, 2, 1, 0, 1]


def test_below_and_beside(grown: Forest) -> None:
    assert list(grown.below(1)) == [2, 3, 4]
    assert list(grown.below(3)) == []
    assert grown.siblings(4) == (2, 4)
    assert grown.siblings(0) == (0,)
    assert grown.page_of(7).title == "Z"
