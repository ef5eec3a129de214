"""What the stretches of a page must know of each other."""

from __future__ import annotations

from drift.parse.fragments import Fragment, Read
from drift.parse.restructured.known import Known, reaches
from drift.parse.shelf import Outcome


def row(*defined: tuple[str, str], count: int = 1) -> Read:
    return Read(Fragment(""), b"", Outcome((), defined=defined), count)


def test_the_first_target_and_the_last_substitution_count() -> None:
    known = Known([row(("|s", "one"), ("_a", "=u"), ("~a", "a")), row(("|s", "two"), ("_a", "=v"))])
    assert known.certain
    assert known.context("a_ |s|", {"a", "b"}, 0) == {"_a\nu", "|s\ntwo"}


def test_what_is_put_in_a_place_asks_for_more() -> None:
    known = Known([row(("|s", "|t|"), ("|t", "a_"), ("_a", ">b"), ("~b", "b-id"), ("_c", ">d"))])
    assert known.context("|s|", (), 0) == {"|s\n|t|", "|t\na_", "_a\n#b-id"}
    assert known.context("c_", {"c"}, 0) == {"_c"}


def test_a_role_holds_behind_its_definition() -> None:
    known = Known([row(count=2), row((":html", ""))])
    assert [known.context(":HTML:`x`", (), number) for number in (1, 2, 3)] == [
        set(),
        set(),
        {":html"},
    ]


def test_what_is_uncertain() -> None:
    assert not Known([row(("|s", "")), row(("|S", ""))]).certain
    assert not Known([row((":html", "")), row(("|s", ":html:`x`"))]).certain


def test_what_reaches_far() -> None:
    assert reaches([row(), row(("|s", ""), ("_a", ""))])
    assert not reaches([row(("_a", "")), row()])
