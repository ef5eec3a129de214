from __future__ import annotations

from collections.abc import Callable
from unittest import mock

import pytest

from drift.changes.anchors import InboundLinks
from drift.match.matching import Matching
from drift.site.tree_site import TreeSite

PAGES = {
    "a.md": "# A\n\n## One\n\n## Two\n\nSee [two](#two).\n",
    "b.md": "# B\n\n[one](a.md#one), [gone](a.md#gone) and [all](a.md)\n",
    "c.md": "# C\n\n[one](a.md#one 'x')\n[out](https://other.example/a.md#one)\n",
}
ASKED = [("a.md", "one"), ("a.md", "two"), ("a.md", "gone"), ("b.md", "one"), ("a.md", "")]
USED = [["b.md:3", "c.md:3"], ["a.md:7"], ["b.md:3"], [], []]


@pytest.mark.parametrize(("most", "searches"), [(9, 4), (1, 1), (0, 0)])
def test_links_to_an_anchor_are_the_same_whether_they_are_searched_or_all_gone_through(
    most: int, searches: int, matched: Callable[..., Matching]
) -> None:
    inbound = InboundLinks(matched(PAGES, PAGES).new.site, most)
    with mock.patch.object(
        TreeSite, "naming", autospec=True, side_effect=TreeSite.naming
    ) as naming:
        found = [inbound.to(*one) for one in ASKED]
    assert [[f"{use.path}:{use.line}" for use in uses] for uses in found] == USED
    assert naming.call_count == searches
