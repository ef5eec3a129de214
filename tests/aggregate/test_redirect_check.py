from __future__ import annotations

import pytest

from drift.aggregate.map_row import MapRow, RedirectMap
from drift.aggregate.redirect_check import addable, check, missing
from drift.site.address import Address
from drift.site.published import Publisher
from tests.aggregate.places import moved, pages, publishers

OLD = pages("a.md", "b.md", "gone.md")
NEW = {**pages("x/a.md", "y.md", "live.md"), "img/one.png": "", "live/data.json": ""}
ROWS = ["a.md => x/a.md", "b.md => y.md#b", "b.md#b => y.md", "b.md#q => y.md#b", "gone.md => ?"]


def _map(*lines: str) -> RedirectMap:
    return RedirectMap(_row(at, *line.split()) for at, line in enumerate(lines, start=1))


def _row(at: int, old: str, new: str) -> MapRow:
    if "*" in old:
        expression = old.replace("*", "(.*)")
        template = new.replace("*", "\\g<1>")
        return MapRow(line=at, old=old, new=new, pattern=expression, template=template)
    target = None if new.startswith("http") else Address(*new.split("#"))
    return MapRow(line=at, old=old, new=new, source=Address(*old.split("#")), target=target)


def _told(*lines: str, anchors: bool = False, end: Publisher | None = None) -> list[str]:
    wanted = moved(ROWS, OLD, NEW)
    found = check(_map(*lines), wanted, end or publishers(OLD, NEW)[1], anchors=anchors)
    return [
        f"{one.kind} {one.line or one.old}"
        + (
            f" {one.place.path}{'#' if one.place.anchor else ''}{one.place.anchor or ''}"
            if one.place
            else ""
        )
        for one in found
    ]


BOTH = ("/a /x/a", "/b /y#b")


def test_a_map_that_says_it_all() -> None:
    assert _told(*BOTH) == []
    assert _told("/a.html /x/a/", "/b/ /y.html") == []
    assert _told("/a https://elsewhere.example/", "/b /y") == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (BOTH[:1], ["missing b.md y.md#b"]),
        ((), ["missing a.md x/a.md", "missing b.md y.md#b"]),
        ((*BOTH, "/old /a"), ["chained 3 x/a.md"]),
        ((*BOTH, "/old /nowhere"), ["dead 3"]),
        ((*BOTH, "/old /live#nowhere"), ["dead 3"]),
        ((*BOTH, "/old /live#b"), []),
        ((*BOTH, "/old /img/one.png", "/old2 /feed.xml", "/old3 /"), []),
        (("/a /b", BOTH[1]), ["chained 1 y.md#b", "elsewhere 1 x/a.md"]),
        (("/a /nowhere", BOTH[1]), ["dead 1 x/a.md"]),
        (("/a /live", BOTH[1]), ["elsewhere 1 x/a.md"]),
        ((*BOTH, "/live /y"), ["shadowed 3 live.md"]),
        ((*BOTH, "/p /q", "/q /p"), ["cyclic 3", "cyclic 4"]),
        ((*BOTH, "/p /p"), ["cyclic 3"]),
        ((*BOTH, "/live /live"), ["shadowed 3 live.md"]),
        ((*BOTH, "/z/* /nowhere"), ["dead 3"]),
        ((*BOTH, "/z/* /live/*"), []),
        (("/* /y", *BOTH), ["elsewhere 1 x/a.md"]),
        (("/* /x/*", "/b /y"), ["dead 1 y.md#b"]),
        (("/a* /x/a*", "/b /y"), []),
    ],
)
def test_what_is_wrong(lines: tuple[str, ...], told: list[str]) -> None:
    assert _told(*lines) == told


def test_anchors_are_missed_where_a_row_can_name_them() -> None:
    assert _told(*BOTH, anchors=True) == ["missing b.md#b y.md", "missing b.md#q y.md#b"]
    assert _told(*BOTH, "/b#b /y", "/b#q /y#b", anchors=True) == []
    assert _told(*BOTH, "/b#b /y", "/b#q /y#a", anchors=True) == ["elsewhere 4 y.md#b"]


def test_a_row_that_closes_a_circle_is_not_added() -> None:
    wanted = moved(ROWS, OLD, NEW)
    book = _map("/x/a /a")
    lacking = missing(book, wanted, anchors=False)
    assert [move.old.path for move in lacking] == ["/a", "/b"]
    assert [move.old.path for move in addable(book, lacking)] == ["/b"]


def test_what_sphinx_makes_is_there() -> None:
    config = {"conf.py": 'project = "x"\n'}
    rows = ("/old /genindex.html", "/old2 /_modules/x.html", "/old3 /live.html#module.Name")
    assert _told(*BOTH, *rows, end=publishers(OLD, config | NEW)[1]) == []
