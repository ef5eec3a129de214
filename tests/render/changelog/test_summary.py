from __future__ import annotations

import pytest

from drift.changes.base import Change, Inbound, Location
from drift.explain.base import Changelog, Leftover, Rule, Side, Stats, Unread
from drift.render.changelog.outline import Entry, RulePart, outline
from drift.render.changelog.summary import (
    followed,
    leftovers,
    revision,
    rule_extent,
    rule_places,
    totals,
)

_COMMIT = "0123456789abcdef0123456789abcdef01234567"


def _rule(*places: Location, left: tuple[Leftover, ...] = ()) -> RulePart:
    rule = Rule(
        id="r",
        kind="term.renamed",
        before="x",
        after="y",
        count=len(places),
        confidence=1.0,
        places=places,
        leftovers=left,
    )
    return RulePart(rule, ())


def _at(path: str, line: int) -> Location:
    return Location(path, (), None, (line, line))


@pytest.mark.parametrize(
    ("side", "name"),
    [
        (Side("v1"), "v1"),
        (Side("v1", _COMMIT, "2024-01-02T03:04:05+00:00"), "v1 (0123456789, 2024-01-02)"),
        (Side(_COMMIT, _COMMIT), "0123456789"),
        (Side("0123456", _COMMIT), "0123456789"),
        (Side("odd\x1b"), "odd\\x1b"),
    ],
)
def test_a_revision_is_named_as_people_know_it(side: Side, name: str) -> None:
    assert revision(side) == name


def test_one_place_stands_beside_the_rule_and_many_below() -> None:
    one, many = _rule(_at("a.md", 3)), _rule(_at("a.md", 3), _at("a.md", 9), _at("b.md", 1))
    assert (rule_extent(one), list(rule_places(one, whole=False))) == ("in a.md:3", [])
    assert rule_extent(many) == "in 3 places on 2 pages"
    assert list(rule_places(many, whole=False)) == ["a.md:3, 9", "b.md:1"]


def test_leftovers_that_people_read_come_first_and_the_rest_is_counted() -> None:
    left = (
        Leftover("a.md", 1, "x.png", "url"),
        Leftover("x.md", 1, "x.md", "path"),
        Leftover("b.md", 2, "an x", "prose"),
        Leftover("b.md", 3, "X", "heading"),
    )
    part = _rule(_at("a.md", 3), left=left)
    assert list(leftovers(part.rule, whole=False)) == [
        "still b.md:2 (prose): an x",
        "still b.md:3 (heading): X",
        "still a.md:1 (url): x.png",
        "and 1 more: 1 path",
    ]
    assert list(leftovers(part.rule, whole=True))[-1] == "still x.md"


def test_pages_that_were_not_read_are_named_with_their_reason() -> None:
    unread = tuple(
        Unread(f"{name}.md", side, "is not UTF-8: line 1")
        for side in ("old", "new")
        for name in ("a\x1b", "b", "c", "d")
    )
    stats = Stats(pages={"old": 4, "new": 4}, by_kind={}, coverage=None, unread=unread)
    changelog = Changelog(old=Side("x"), new=Side("y"), rules=(), changes=(), stats=stats)
    assert totals(changelog, outline(changelog)) == (
        "Nothing seen to change. Not read as pages: a\\x1b.md (is not UTF-8: line 1), "
        "b.md (is not UTF-8: line 1), c.md (is not UTF-8: line 1) and 1 more."
    )


def test_pages_that_are_swept_together_are_counted() -> None:
    changes = tuple(
        Change(
            id=path,
            kind="section.renamed",
            old=_at(path, 1),
            new=_at(path, 1),
            before="One Day",
            after="One day",
            significance="structure",
        )
        for path in ("a.md", "b.md", "c.md")
    )
    side = Side("v")
    log = Changelog(old=side, new=side, rules=(), changes=changes, stats=Stats({}, {}, None))
    assert totals(log, outline(log)) == "3 changes on 3 pages."


@pytest.mark.parametrize(
    ("links", "broken", "said"),
    [
        (2, 0, "2 links still there"),
        (2, 2, "with it: 2 links broken"),
        (1, 2, "with it: 2 links broken"),
        (3, 2, "with it: 2 links broken; 1 other link still there"),
    ],
)
def test_a_link_that_is_told_as_broken_is_not_told_to_be_still_there(
    links: int, broken: int, said: str
) -> None:
    gone = Change(
        kind="anchor.removed",
        old=None,
        new=None,
        significance="links",
        inbound=(Inbound("b.md", 3, "keys", "a.md#keys"),) * links,
    )
    follower = Change(kind="link.broken", old=None, new=None, significance="links")
    assert followed(Entry(gone, (follower,) * broken), whole=False) == said
