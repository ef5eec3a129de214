from __future__ import annotations

from drift.changes.base import Change, Location
from drift.explain.base import Changelog, Side, Stats
from drift.render.changelog.names import new_names


def test_old_places_have_the_names_of_now() -> None:
    old, new = Location("a.rst", ()), Location("a.md", ())
    changes = (
        Change(
            kind="page.moved",
            old=old,
            new=new,
            before="a.rst",
            after="a.md",
            significance="structure",
        ),
        Change(
            kind="page.retitled", old=old, new=new, before="A", after="Z", significance="structure"
        ),
        Change(
            kind="section.renamed",
            old=Location("a.rst", ("A", "B"), "b", (2, 3)),
            new=Location("a.md", ("Z", "Y"), "y", (2, 3)),
            before="B",
            after="Y",
            significance="structure",
        ),
        Change(
            kind="section.moved",
            old=Location("a.rst", ("A", "E"), "e", (5, 6)),
            new=Location("b.md", ("F", "E"), "e", (5, 6)),
            before=("A", "E"),
            after=("F", "E"),
            significance="structure",
        ),
    )
    side = Side("v")
    names = new_names(
        Changelog(old=side, new=side, rules=(), changes=changes, stats=Stats({}, {}, None))
    )
    assert names.of("a.rst", ("A", "C")) == ("a.md", ("Z", "C"))
    assert names.of("a.rst", ("A", "B", "D")) == ("a.md", ("Z", "Y", "D"))
    assert names.of("a.rst", ("A", "E", "D")) == ("b.md", ("F", "E", "D"))
    assert names.of("other.md", ("A",)) == ("other.md", ("A",))


def test_a_page_without_a_title_is_called_by_the_one_that_it_had() -> None:
    at = Location("a.md", ())
    change = Change(
        kind="page.retitled", old=at, new=at, before="A", after="", significance="structure"
    )
    side = Side("v")
    names = new_names(
        Changelog(old=side, new=side, rules=(), changes=(change,), stats=Stats({}, {}, None))
    )
    assert names.of("a.md", ("A", "B")) == ("a.md", ("A", "B"))


def test_a_section_that_is_gone_does_not_go_by_the_name_of_another() -> None:
    change = Change(
        kind="section.renamed",
        old=Location("a.md", ("A", "B"), "b", (2, 3)),
        new=Location("a.md", ("A", "C"), "c", (2, 3)),
        before="B",
        after="C",
        significance="structure",
    )
    side = Side("v")
    names = new_names(
        Changelog(old=side, new=side, rules=(), changes=(change,), stats=Stats({}, {}, None))
    )
    assert names.of_gone("a.md", ("A", "C")) == ("a.md", ("A", "C (as it was)"))
    assert names.of("a.md", ("A", "C")) == ("a.md", ("A", "C"))
    assert names.of_gone("a.md", ("A", "D")) == ("a.md", ("A", "D"))
