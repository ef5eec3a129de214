from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drift.changes.homes import Homes
from drift.match.links import match_links, still
from drift.match.matching import Matching
from drift.match.place import LinkPair
from drift.trees.walk import own_links

Matched = Callable[[dict[str, str], dict[str, str]], Matching]

OTHERS = {"b.md": "# B\n\nThe second page.\n", "c.md": "# C\n\nThe third page of all.\n"}
TEXT = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"


def _page(*parts: str) -> dict[str, str]:
    sections = "".join(f"\n## S{number}\n\n{TEXT}\n{part}\n" for number, part in enumerate(parts))
    return {"a.md": f"# A\n{sections}", **OTHERS}


def _entry(above: str, below: str = "") -> dict[str, str]:
    items = f"* {TEXT}* Ask at `x <b.rst>`__\n\n{below}\n* Write to `y <c.rst>`__\n"
    return {"a.rst": f"A\n=\n\n{above}\n{items}"}


def _told(pair: LinkPair) -> str:
    old, new = (
        "-" if place is None else f"{place.link.label}>{place.link.target}"
        for place in (pair.old, pair.new)
    )
    return f"{old} {new}" + " moved" * pair.moved


CASES = {
    "the same, whatever their order": (
        _page("[x](b.md) and [y](c.md)"),
        _page("[y](c.md) or [x](b.md)"),
        ["x>b.md x>b.md", "y>c.md y>c.md"],
    ),
    "below an index entry that came": (
        _entry(""),
        _entry(".. index:: fares\n"),
        ["x>b.rst x>b.rst", "y>c.rst y>c.rst"],
    ),
    "beside an index entry that stands elsewhere": (
        _entry(".. index:: fares\n", ""),
        _entry("", ".. index:: fares\n"),
        ["x>b.rst x>b.rst", "y>c.rst y>c.rst"],
    ),
    "another label": (_page("[x](b.md)"), _page("[z](b.md)"), ["x>b.md z>b.md"]),
    "another target": (_page("[x](b.md)"), _page("[x](c.md)"), ["x>b.md x>c.md"]),
    "another spelling": (_page("[x](b.md)"), _page("[x](./b.md)"), ["x>b.md x>./b.md"]),
    "a target before a label": (
        _page("[x](b.md) and [y](c.md)"),
        _page("[y](b.md) and [x](c.md)"),
        ["x>b.md y>b.md", "y>c.md x>c.md"],
    ),
    "strangers in one block": (
        _page("Go [here](https://one.example/map)"),
        _page("Go [to the fares](https://two.example/list)"),
        ["- to the fares>https://two.example/list", "here>https://one.example/map -"],
    ),
    "to another section": (_page("[x](b.md)", ""), _page("", "[x](b.md)"), ["x>b.md x>b.md moved"]),
    "to another section under another label": (
        _page("[x](b.md)", ""),
        _page("", "[y](b.md)"),
        ["- y>b.md", "x>b.md -"],
    ),
    "a label that each row of a table has": (
        _page("Notes | Raft\n-|-\n[x](b.md) | 3\n[x](c.md) | 1 with blue sails\n"),
        _page("Notes | Raft\n-|-\n[x](d.md) | 4 of oak, for the summer\n[x](b.md) | 3\n"),
        ["- x>d.md", "x>b.md x>b.md", "x>c.md -"],
    ),
    "a label that one link has, and each in another block": (
        _page("Go by raft today, see [x](b.md)"),
        _page("- Lunch at noon: [x](c.md), in the long hall"),
        ["x>b.md x>c.md"],
    ),
    "below a comment that came": (
        _page("- [hubs](b.md)\n- [labs](c.md)"),
        _page("<!-- toc -->\n\n- [hubs](b.md)\n- [labs](c.md)"),
        ["hubs>b.md hubs>b.md", "labs>c.md labs>c.md"],
    ),
    "two alike and one": (
        _page("[x](b.md) and [x](b.md)"),
        _page("[x](b.md)"),
        ["x>b.md -", "x>b.md x>b.md"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_which_is_which(
    matched: Matched, old: dict[str, str], new: dict[str, str], told: list[str]
) -> None:
    matching = matched(old, new)
    assert (
        sorted(map(_told, match_links(matching, Homes(matching), tuple(still(matching))))) == told
    )


def test_entries_of_the_navigation_are_their_targets_whatever_they_are_called(
    matched: Matched,
) -> None:
    old = {"SUMMARY.md": "# Summary\n\n* [Trains](b.md)\n* [Planes](c.md)\n", **OTHERS}
    new = {"SUMMARY.md": "# Summary\n\n* [Planes](b.md)\n* [Trains](c.md)\n", **OTHERS}
    matching = matched(old, new)
    assert sorted(map(_told, match_links(matching, Homes(matching), tuple(still(matching))))) == [
        "Planes>c.md Trains>c.md",
        "Trains>b.md Planes>b.md",
    ]


LINKS = st.lists(
    st.builds(
        "[{}]({})".format,
        st.sampled_from(["x", "y", "the map"]),
        st.sampled_from(["b.md", "c.md", "https://one.example/a"]),
    ),
    max_size=4,
).map(" and ".join)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(LINKS, max_size=3), st.lists(LINKS, max_size=3))
def test_each_link_is_told_once(matched: Matched, old: list[str], new: list[str]) -> None:
    matching = matched(_page(*old), _page(*new))
    found = match_links(matching, Homes(matching), tuple(still(matching)))
    nodes = matching.old.nodes
    kept = sum(len(list(own_links(nodes[pair.old].section))) for pair in still(matching))
    if old != new:
        assert kept + sum(pair.old is not None for pair in found) == "".join(old).count("](")
        assert kept + sum(pair.new is not None for pair in found) == "".join(new).count("](")
    assert not any(pair.old is None and pair.new is None for pair in found)
