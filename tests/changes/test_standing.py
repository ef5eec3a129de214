from __future__ import annotations

from collections.abc import Callable
from unittest import mock

import pytest

from drift.changes import anchors
from drift.changes.comparison import Comparison
from drift.match.matching import Matching
from drift.site.tree_site import TreeSite

MANY = 30


def _pages(word: str) -> dict[str, str]:
    rooms = {
        f"r{i}.md": f"# Room {i}\n\n## {word} {i}\n\nIt has {i} chairs and a lamp that nobody lights.\n"
        for i in range(MANY)
    }
    links = "\n".join(f"- [r](r{i}.md#old-{i}) [s](r{i}.md)" for i in range(MANY))
    return {**rooms, "index.md": f"# Index\n\n{links}\n", "lone.md": "# Lone\n\n[x](nowhere.md)\n"}


@pytest.mark.parametrize(
    ("limits", "others", "asked"),
    [
        ((2 * MANY, 2 * MANY), 0, True),
        ((2 * MANY, 5), 0, False),
        ((2 * MANY, 5), anchors.FEW * MANY, True),
        ((5, 2 * MANY), anchors.FEW * MANY, False),
    ],
    ids=["few names", "many pages", "few pages of many", "many names"],
)
def test_where_many_names_changed_all_links_are_gone_through_with_the_same_result(
    limits: tuple[int, int], others: int, asked: bool, matched: Callable[..., Matching]
) -> None:
    quiet = {f"q{i}.md": f"# Quiet {i}\n\nNothing new.\n" for i in range(others)}
    matching = matched({**_pages("Old"), **quiet}, {**_pages("New"), **quiet})
    with (
        mock.patch.object(anchors, "MOST_ASKED", limits[0]),
        mock.patch.object(anchors, "MOST_PARSED", limits[1]),
        mock.patch.object(TreeSite, "naming", autospec=True, side_effect=TreeSite.naming) as naming,
    ):
        found = Comparison(matching).standing
    assert [one.link.target for one in found if one.broken] == [
        f"r{i}.md#old-{i}" for i in range(MANY)
    ]
    assert bool(naming.call_count) == asked
