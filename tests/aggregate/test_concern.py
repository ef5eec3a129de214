from __future__ import annotations

import pytest

from drift.aggregate.concern import Relation, concerned, left, may_be_in
from drift.aggregate.standpoint import Standpoint
from drift.changes.base import Location
from tests.aggregate.changed import at, change

HERE = Standpoint(("a.md", "leave"), ("Staff", "Leave"))
PAGE = Standpoint(("a.md", ""))


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
    assert (concerned(PAGE, told, PAGE), concerned(HERE, told, HERE)) == (page, section)
    assert (left(PAGE, told), left(HERE, told)) == (page, section)


def test_what_went_from_below_a_place_concerns_it_and_what_was_removed_too() -> None:
    below, away = at("a.md", "Staff", "Leave", "Sick"), at("b.md", "Health", "Sick")
    assert concerned(HERE, change("section.moved", below, away), HERE) == "below"
    assert concerned(HERE, change("section.removed", below, None), HERE) == "below"
    assert concerned(HERE, change("section.moved", below, away), None) is None
    # What another page says of it is told there.
    assert concerned(HERE, change("link.moved", below, away), HERE) is None


@pytest.mark.parametrize(
    ("kind", "page", "section"),
    [
        ("nav.removed", "itself", "itself"),
        ("link.removed", "itself", "itself"),
        ("anchor.removed", "itself", "itself"),
        ("page.removed", None, None),
        ("section.removed", None, None),
    ],
)
def test_what_was_taken_from_a_place_concerns_it(
    kind: str, page: Relation | None, section: Relation | None
) -> None:
    own = change(kind, at("a.md"), None)
    assert concerned(PAGE, own, PAGE) == page
    assert concerned(HERE, change(kind, at("a.md", "Staff", "Leave"), None), HERE) == section


def test_a_title_is_the_heading_of_its_section() -> None:
    title = Standpoint(("a.md", "crew"), ("Crew",))
    retitled = change("page.retitled", at("a.md"), at("a.md"), before="Staff", after="Crew")
    assert concerned(title, retitled, title) == "itself"
    assert concerned(HERE, retitled, HERE) is None


def test_an_entry_that_does_not_name_the_page_need_not_be_read() -> None:
    moved = Standpoint(("old.md", "x"), ("X",))
    assert may_be_in(b'{"path":"a.md"}', HERE, None)
    assert may_be_in(b'{"path":"old.md"}', HERE, moved)
    assert not may_be_in(b'{"path":"b.md"}', HERE, moved)
    odd = Standpoint((r"\xff.md", ""))
    assert may_be_in(rb'{"path":"\\xff.md"}', odd, odd)
    assert concerned(odd, change("page.moved", None, at(r"\xff.md")), odd) == "itself"
