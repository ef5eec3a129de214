from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.match.labelled import Labels
from drift.match.linked import pair_by, pair_links
from drift.match.matching import Matching
from drift.match.place import LinkPair, Place
from drift.trees.page import Link
from drift.trees.site import Target

Matched = Callable[[dict[str, str], dict[str, str]], Matching]


def _place(label: str, url: str, index: int = 0) -> Place:
    link = Link("inline", label, url, 1)
    return Place(1, 0, index, link, Target("outside", url=url), ("", "", url))


def _told(found: tuple[list[LinkPair], list[Place], list[Place]]) -> tuple[list[str], int, int]:
    pairs, old, new = found
    labels = [f"{p.old.link.label} {p.new.link.label}" for p in pairs if p.old and p.new]
    return labels, len(old), len(new)


def test_links_of_one_key_are_paired_in_their_order() -> None:
    old = [_place("a", "u"), _place("b", "u"), _place("c", "v")]
    new = [_place("d", "u"), _place("e", "w")]
    assert _told(pair_by(lambda place: place.home, old, new)) == (["a d"], 2, 1)


CASES = {
    "target before label": (("a", "https://x.y/1"), ("b", "https://x.y/1"), (True, True)),
    "a label that took words on": (
        ("fares", "https://x.y/a"),
        ("fares of today", "https://q.r/zzz"),
        (True, False),
    ),
    "label and target a little": (
        ("the fares", "https://x.y/prices/2018"),
        ("the new fares", "https://x.y/prices/2019"),
        (True, True),
    ),
    "strangers": (("fares", "https://x.y/a"), ("people", "https://q.r/zzz"), (False, False)),
}


@pytest.mark.parametrize(("old", "new", "one"), CASES.values(), ids=CASES)
def test_which_are_one_in_one_block_and_in_two(
    matched: Matched, old: tuple[str, str], new: tuple[str, str], one: tuple[bool, bool]
) -> None:
    matching = matched({"a.md": "# A\n"}, {"a.md": "# A\n"})
    sides = [_place(*old)], [_place(*new)]
    labels = Labels(matching, *sides)
    found = [
        bool(pair_links(matching, *sides, labels, together=together)[0])
        for together in (True, False)
    ]
    assert tuple(found) == one
