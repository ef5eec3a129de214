from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from drift.aggregate.lineage import HEIR, MOST_COMMITS, Fate, Lineage
from drift.history.passage import passage as summed_up
from drift.match import match
from tests.aggregate.lives import CARS, FOOD, KEYS, LEAVE, MAIL, TRAVEL, page, part
from tests.aggregate.passages import Tale, passage, place, tales, written
from tests.conftest import Files, both

STEPS: dict[str, tuple[tuple[tuple[str, ...], ...], dict[str, str]]] = {
    "nothing happens": (((),), {"a.md": "a.md", "a.md#x": "a.md#x"}),
    "a page takes its sections along": (
        (("a.md -> b.md",), ("b.md -> c.md",)),
        {"a.md": "c.md", "a.md#x": "c.md#x"},
    ),
    "a section has another name on a page that moved": (
        (("a.md -> b.md",), ("b.md#x -> b.md#y",), ("b.md -> c.md",)),
        {"a.md#x": "c.md#y", "a.md#z": "c.md#z"},
    ),
    "two pages swap": (
        (("a.md -> b.md", "b.md -> a.md"), ("a.md#x -> a.md#y",)),
        {"a.md": "b.md", "b.md": "a.md", "a.md#x": "b.md#x", "b.md#x": "a.md#y"},
    ),
    "three pages go round, and go on": (
        (
            ("a.md -> b.md", "b.md -> c.md", "c.md -> a.md"),
            ("a.md -> b.md", "b.md -> c.md", "c.md -> a.md"),
        ),
        {"a.md": "c.md", "b.md": "a.md", "c.md#x": "b.md#x"},
    ),
    "a path is used again": (
        (("a.md -> b.md", "a.md <-"), ("a.md -> d.md",)),
        {"a.md": "b.md", "a.md#x": "b.md#x"},
    ),
    "two keys swap on one page": (
        (("a.md#x -> a.md#y", "a.md#y -> a.md#x"),),
        {"a.md#x": "a.md#y", "a.md#y": "a.md#x"},
    ),
    "a page becomes a section, and a page again": (
        (("a.md#x -> b.md#x", "a.md -| b.md#x 0.9"), ("b.md#x -> a.md#x", "b.md#x -> a.md")),
        {"a.md#x": "a.md", "a.md": "a.md"},
    ),
    "what is merged goes on as what it was merged into": (
        (("a.md#x -| b.md#y 0.9",), ("b.md#y -> c.md#z",)),
        {"a.md#x": "c.md#z", "b.md#y": "c.md#z"},
    ),
    "what is gone is gone, whatever comes to its place": (
        (("a.md#x -|",), ("a.md#x <-",), ("a.md#x -> b.md#x",)),
        {"a.md#x": "! a.md#x"},
    ),
    "what came later where a page was removed is followed as what it may be": (
        (("a.md -| b.md 0.3",), ("a.rst <-",), ("a.rst -> c.rst",)),
        {"a.md": "! a.md ? c.rst"},
    ),
    "what came there in the same step is another": (
        (("a.md -|", "a.rst <-"), ("a.rst -> c.rst",)),
        {"a.md": "! a.md"},
    ),
    "what is unlikely is no heir, and is remembered": (
        (("a.md#x -| b.md#y 0.3",),),
        {"a.md#x": "! a.md#x ? b.md#y"},
    ),
    "where what is gone may live on is followed too": (
        (
            ("a.md#x -| b.md#y 0.3", "d.md -| b.md 0.3"),
            ("b.md -> c.md",),
            ("c.md#y -> a.md#x", "c.md -|"),
        ),
        {"a.md#x": "! a.md#x ? a.md#x", "d.md": "! d.md ? c.md"},
    ),
    "who left a sign is where it leads": (
        (("a.md#x => b.md#x 0.97",), ("b.md -> c.md",)),
        {"a.md#x": "c.md#x"},
    ),
    "a section of a page that is gone may live": (
        (("a.md -|", "a.md#y -|", "a.md#x -> b.md#x"),),
        {"a.md#x": "b.md#x", "a.md": "! a.md", "a.md#y": "! a.md#y"},
    ),
}


@pytest.mark.parametrize("name", STEPS)
def test_places_are_followed(name: str) -> None:
    steps, expected = STEPS[name]
    lineage = Lineage()
    for number, lines in enumerate(steps):
        lineage.follow(str(number), passage(*lines))
    assert {word: _told(lineage.of(place(word))) for word in expected} == expected


def _told(fate: Fate) -> str:
    if not fate.gone:
        return written(fate.place)
    return f"! {written(fate.place)}" + (f" ? {written(fate.home)}" if fate.home else "")


def test_confidence_falls_along_the_chain_and_the_commits_are_named() -> None:
    lineage = Lineage()
    for commit, line in (
        ("1", "a.md -> b.md 0.9"),
        ("", "b.md#x -> b.md#y 0.8"),
        ("3", "b.md -> c.md 0.5"),
    ):
        lineage.follow(commit, passage(line))
    assert lineage.of(("a.md", "x")) == Fate(("c.md", "y"), 0.36, ("1", "3"))
    assert lineage.of(("a.md", "z")) == Fate(("c.md", "z"), 0.45, ("1", "3"))
    assert lineage.of(("other.md", "z")) == Fate(("other.md", "z"))


def test_an_heir_is_likelier_than_not() -> None:
    for sure, gone in ((HEIR, False), (HEIR - 0.01, True)):
        lineage = Lineage()
        lineage.follow("1", passage(f"a.md#x -| b.md#y {sure}"))
        assert lineage.of(("a.md", "x")).gone is gone


def test_of_one_that_moves_for_ever_only_the_first_commits_are_named() -> None:
    lineage = Lineage()
    for number in range(MOST_COMMITS):
        lineage.follow(f"{number}", passage("a.md -> b.md"))
        lineage.follow(f"{number} back", passage("b.md -> a.md"))
    fate = lineage.of(("a.md", ""))
    assert (fate.place, len(fate.commits), fate.commits[-1]) == (("a.md", ""), 32, "15 back")


@given(tales())
def test_step_by_step_is_as_good_as_knowing_where_each_went(tale: Tale) -> None:
    lineage = Lineage()
    for number, one in enumerate(tale.passages):
        lineage.follow(str(number), one)
    found = {one: lineage.of(one) for one in tale.start}
    assert {one: None if fate.gone else fate.place for one, fate in found.items()} == tale.ends


def test_what_comes_within_a_range_is_followed_where_that_is_asked_for() -> None:
    lineage = Lineage()
    steps = (passage("a.md -> b.md", "n.md <-"), passage("n.md -> m.md", "b.md#x -> b.md#y"))
    adopted = []
    for number, one in enumerate(steps):
        adopted.append(list(lineage.adopt(one)))
        lineage.follow(str(number), one)
    assert adopted == [[("a.md", "")], [("n.md", ""), ("b.md", "x")]]
    assert [written(lineage.of(place(word)).place) for word in ("n.md", "b.md#x", "a.md#x")] == [
        "m.md",
        "b.md#y",
        "b.md#y",
    ]


STAFF = page("Staff", TRAVEL, part("Leave", LEAVE), part("Keys", KEYS))
HOUSE = page("House", FOOD, part("Cars", CARS))
BARE = page("Staff", TRAVEL, part("Keys", KEYS))

STORIES: dict[str, tuple[tuple[Files, ...], dict[str, str]]] = {
    "moved, converted and renamed, one after the other": (
        (
            {"a.rst": f"Staff\n=====\n\n{TRAVEL}\nLeave\n-----\n\n{LEAVE}"},
            {"b/a.rst": f"Staff\n=====\n\n{TRAVEL}\nLeave\n-----\n\n{LEAVE}"},
            {"b/a.md": page("Staff", TRAVEL, part("Leave", LEAVE))},
            {"b/a.md": page("Staff", TRAVEL, part("Absence", LEAVE))},
        ),
        {"a.rst": "b/a.md", "a.rst#leave": "b/a.md#absence"},
    ),
    "so little by little that no word is left": (
        (
            {"a.md": page("Staff", TRAVEL, part("Leave", LEAVE))},
            {"a.md": page("Staff", TRAVEL, part("Leave", LEAVE + KEYS))},
            {"a.md": page("Staff", TRAVEL, part("Locks", LEAVE + KEYS))},
            {"a.md": page("Staff", TRAVEL, part("Locks", KEYS))},
        ),
        {"a.md#leave": "a.md#locks"},
    ),
    "a section that becomes a page and a section of another": (
        (
            {"a.md": STAFF, "b.md": HOUSE},
            {"a.md": BARE, "b.md": HOUSE, "c.md": page("Leave", LEAVE)},
            {"a.md": BARE, "b.md": f"{HOUSE}\n{part('Leave', LEAVE)}"},
        ),
        {"a.md#leave": "b.md#leave", "a.md#keys": "a.md#keys", "b.md#cars": "b.md#cars"},
    ),
    "two pages swap, and one moves on": (
        (
            {"a.md": STAFF, "b.md": HOUSE},
            {"a.md": HOUSE, "b.md": STAFF},
            {"c.md": HOUSE, "b.md": STAFF},
        ),
        {"a.md#leave": "b.md#leave", "b.md": "c.md", "b.md#cars": "c.md#cars"},
    ),
    "a page goes, and another takes its path": (
        ({"a.md": STAFF}, {}, {"a.md": page("Post", MAIL, MAIL)}),
        {"a.md": "! a.md ? a.md", "a.md#leave": "! a.md#leave"},
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_the_steps_of_a_story_are_put_together(name: str) -> None:
    trees, expected = STORIES[name]
    lineage = Lineage()
    for number, (before, after) in enumerate(pairwise(trees)):
        lineage.follow(str(number), summed_up(match(*both(before, after))))
    assert {word: _told(lineage.of(place(word))) for word in expected} == expected


def test_it_knows_when_a_page_came() -> None:
    followed = Lineage()
    for line in ("b.md <-", "b.md#x <-", "b.md -> c.md", "b.md <-"):
        followed.follow("", passage(line))
    assert {path: followed.came(path) for path in ("a.md", "b.md", "c.md")} == {
        "a.md": 0,
        "b.md": 4,
        "c.md": 3,
    }
