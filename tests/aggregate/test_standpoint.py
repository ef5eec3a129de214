from __future__ import annotations

import pytest
from hypothesis import given

from drift.aggregate.standpoint import Relation, Standpoint, anchor_of, written
from drift.changes.base import Change, Location
from drift.history.passage import Came, Lost, Passage, Passed, Place
from tests.aggregate.passages import Tale, tales

Trail = tuple[str, ...]
HERE = Standpoint(("a.md", "leave"), ("Staff", "Leave"))
PAGE = Standpoint(("a.md", ""))


def change(kind: str, old: Location | None, new: Location | None, **values: str) -> Change:
    return Change(
        kind=kind,
        old=old,
        new=new,
        significance="structure",
        before=values.get("before"),
        after=values.get("after"),
    )


def at(path: str, *section: str, anchor: str | None = None) -> Location:
    return Location(path, section, anchor or (section[-1].lower() if section else None))


@pytest.mark.parametrize(
    ("kind", "place", "page", "section"),
    [
        ("section.edited", at("a.md", "Staff", "Leave"), "below", "itself"),
        ("section.edited", at("a.md", "Staff", "Leave", "Sick"), "below", "below"),
        ("section.edited", at("a.md", "Staff", "Leaves"), "below", None),
        ("section.edited", at("b.md", "Staff", "Leave"), None, None),
        ("section.edited", at("a.md", "Staff"), "below", None),
        ("section.edited", at("a.md"), "itself", None),
        ("section.moved", at("a.md", "Staff"), "below", "above"),
        ("section.renamed", at("a.md", "Staff"), "below", None),
        ("page.moved", at("a.md"), "itself", "above"),
        ("page.metadata", at("a.md"), "itself", None),
        ("nav.moved", at("a.md"), "itself", None),
        ("section.edited", at("a.md", "Staff", "Leave", anchor="leave-1"), "below", None),
        ("section.edited", at("a.md", "Crew", "Leave"), "below", "itself"),
    ],
)
def test_what_a_change_has_to_do_with_a_place(
    kind: str, place: Location, page: Relation | None, section: Relation | None
) -> None:
    told = change(kind, place, place)
    assert (PAGE.concerned(told, PAGE), HERE.concerned(told, HERE)) == (page, section)
    assert (PAGE.left(told), HERE.left(told)) == (page, section)


def test_what_went_from_below_a_place_concerns_it_and_what_was_removed_too() -> None:
    below, away = at("a.md", "Staff", "Leave", "Sick"), at("b.md", "Health", "Sick")
    assert HERE.concerned(change("section.moved", below, away), HERE) == "below"
    assert HERE.concerned(change("section.removed", below, None), HERE) == "below"
    assert HERE.concerned(change("section.moved", below, away), None) is None
    # What another page says of it is told there.
    assert HERE.concerned(change("link.moved", below, away), HERE) is None


def test_a_title_is_the_heading_of_its_section() -> None:
    title = Standpoint(("a.md", "crew"), ("Crew",))
    retitled = change("page.retitled", at("a.md"), at("a.md"), before="Staff", after="Crew")
    assert title.concerned(retitled, title) == "itself"
    assert HERE.concerned(retitled, HERE) is None


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


def test_an_entry_that_does_not_name_the_page_need_not_be_read() -> None:
    moved = Standpoint(("old.md", "x"), ("X",))
    assert HERE.may_be_in(b'{"path":"a.md"}', None)
    assert HERE.may_be_in(b'{"path":"old.md"}', moved)
    assert not HERE.may_be_in(b'{"path":"b.md"}', moved)
    odd = Standpoint(("\udcff.md", ""))
    assert odd.may_be_in(rb'{"path":"\\xff.md"}', odd)
    assert odd.concerned(change("page.moved", None, at(written("\udcff.md"))), odd) == "itself"


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
