from __future__ import annotations

import pytest
from hypothesis import given

from drift.aggregate.standpoint import Standpoint, anchor_of
from drift.history.passage import Came, Lost, Passage, Passed
from drift.history.places import Place
from tests.aggregate.changed import at, change
from tests.aggregate.passages import Tale, tales

Trail = tuple[str, ...]
HERE = Standpoint(("a.md", "leave"), ("Staff", "Leave"))
PAGE = Standpoint(("a.md", ""))


@pytest.mark.parametrize(
    ("place", "passage", "source"),
    [
        (("a.md", "x"), Passage(), ("a.md", "x")),
        (("b.md", "x"), Passage(pages=(Passed(("a.md", ""), ("b.md", ""), 0.9),)), ("a.md", "x")),
        (("b.md", ""), Passage(pages=(Passed(("a.md", ""), ("b.md", ""), 0.9),)), ("a.md", "")),
        (
            ("b.md", "y"),
            Passage(
                pages=(Passed(("a.md", ""), ("b.md", ""), 0.9),),
                sections=(Passed(("a.md", "x"), ("b.md", "y"), 0.9),),
            ),
            ("a.md", "x"),
        ),
        (("a.md", "x"), Passage(born=(Came(("a.md", "x"), None),)), None),
        (
            ("a.md", "x"),
            Passage(
                born=(Came(("a.md", "x"), None),),
                left=(Passed(("b.md", "y"), ("a.md", "x"), 0.97),),
            ),
            ("b.md", "y"),
        ),
        (
            ("a.md", "x"),
            Passage(
                born=(Came(("a.md", "x"), ("b.md", "y")),),
                left=(Passed(("b.md", "y"), ("a.md", "x"), 0.7),),
            ),
            None,
        ),
        # What went on elsewhere was split.
        (
            ("a.md", "x"),
            Passage(
                born=(Came(("a.md", "x"), ("b.md", "y")),),
                sections=(Passed(("b.md", "y"), ("b.md", "z"), 0.9),),
                left=(Passed(("b.md", "y"), ("a.md", "x"), 0.97),),
            ),
            None,
        ),
        # What took something up was there before, and is not what it took up.
        (("a.md", "x"), Passage(left=(Passed(("b.md", "y"), ("a.md", "x"), 0.97),)), ("a.md", "x")),
    ],
)
def test_where_a_place_was_before(
    place: tuple[str, str], passage: Passage, source: tuple[str, str] | None
) -> None:
    before = Standpoint(place, ("T",) if place[1] else ()).source(passage)
    assert (before and before.place) == source


def test_what_it_was_a_part_of() -> None:
    passage = Passage(born=(Came(("a.md", "x"), ("b.md", "y")), Came(("a.md", "z"), None)))
    assert Standpoint(("a.md", "x"), ("X",)).whole(passage) == ("b.md", "y")
    assert Standpoint(("a.md", "z"), ("Z",)).whole(passage) is None


@pytest.mark.parametrize(
    ("changes", "trail"),
    [
        ([], ("Crew", "Orders", "Leave")),
        (
            [("section.renamed", ("Crew", "Rules"), ("Crew", "Orders"))],
            ("Crew", "Rules", "Leave"),
        ),
        # Each heading has changed once, whatever it was called before.
        (
            [
                ("section.renamed", ("Crew", "Rules"), ("Crew", "Orders")),
                ("section.renamed", ("Crew", "Orders"), ("Crew", "Rules")),
            ],
            ("Crew", "Rules", "Leave"),
        ),
        # The nearest knows best, and knows the title as it was.
        (
            [
                ("page.retitled", (), ()),
                ("section.moved", ("Staff", "House", "Rules"), ("Crew", "Orders")),
            ],
            ("Staff", "House", "Rules", "Leave"),
        ),
        ([("page.retitled", (), ())], ("Staff", "Orders", "Leave")),
        (
            [("section.edited", ("Staff", "Leave"), ("Crew", "Orders", "Leave"))],
            ("Staff", "Leave"),
        ),
        ([("section.renamed", ("Crew", "X"), ("Crew", "Y"))], ("Crew", "Orders", "Leave")),
    ],
)
def test_under_which_headings_it_was_before(
    changes: list[tuple[str, Trail, Trail]], trail: Trail
) -> None:
    now = Standpoint(("a.md", "leave"), ("Crew", "Orders", "Leave"))
    told = [
        change(kind, at("a.md", *old), at("a.md", *new), before="Staff", after="Crew")
        for kind, old, new in changes
    ]
    assert now.renamed(told, now).trail == trail


def test_where_it_was_lost() -> None:
    passage = Passage(
        pages=(Passed(("m.md", ""), ("n.md", ""), 0.9),),
        gone=(Lost(("a.md", "leave"), None, 0.0), Lost(("c.md", ""), None, 0.0)),
    )
    assert HERE.lost(passage, "") == HERE
    assert PAGE.lost(passage, "") is None
    assert PAGE.lost(passage, "c.md") == Standpoint(("c.md", ""))
    away = Standpoint(("m.md", "leave"), ("Leave",))
    assert away.lost(passage, "") == away
    assert away.went(passage) == Standpoint(("n.md", "leave"), ("Leave",))
    assert HERE.went(passage) is None


@pytest.mark.parametrize(
    ("key", "anchor"),
    [("", ""), ("rules", "rules"), ("rules~2", "rules"), ("~1", ""), ("a~b", "a~b")],
)
def test_the_anchor_of_a_key(key: str, anchor: str) -> None:
    assert anchor_of(key) == anchor


@given(tales())
def test_back_from_the_end_leads_to_where_each_place_began(tale: Tale) -> None:
    began: dict[Place, Place | None] = {}
    for place in tale.states[-1]:
        here: Standpoint | None = Standpoint(place)
        for passage in reversed(tale.passages):
            here = None if here is None else here.source(passage)
        began[place] = None if here is None else here.place
    ends = {end: one for one, end in tale.ends.items() if end}
    assert began == {place: ends.get(place) for place in tale.states[-1]}
