from __future__ import annotations

from drift.aggregate.map_row import MOST_STEPS, MapRow, RedirectMap
from drift.site.address import Address


def _row(line: int, old: str, new: str, anchor: str = "") -> MapRow:
    source, target = Address(old, anchor), Address(new)
    return MapRow(line=line, old=old, new=new, source=source, target=target)


def test_spellings_of_an_address_are_one() -> None:
    rows = RedirectMap([_row(1, "/a.html", "/b")])
    assert rows.led(Address("/a/")) == Address("/b")
    assert rows.led(Address("/a/index.html")) == Address("/b")


def test_the_exact_address_goes_first() -> None:
    rows = RedirectMap([_row(1, "/a.html", "/b"), _row(2, "/a/", "/c")])
    assert rows.led(Address("/a")) == Address("/c")


def test_a_fragment_is_an_address_of_its_own() -> None:
    rows = RedirectMap([_row(1, "/a", "/b"), _row(2, "/a", "/c", anchor="x")])
    assert rows.led(Address("/a", "x")) == Address("/c")
    assert rows.led(Address("/a", "y")) is None


def test_a_pattern_holds_where_it_stands_first() -> None:
    pattern = MapRow(line=2, old="", new="", pattern="/a/(.*)", template="/b/\\g<1>#c")
    rows = RedirectMap([_row(1, "/a/x", "/y"), pattern, _row(3, "/a/z", "/y")])
    led = [rows.led(Address(path)) for path in ("/a/x", "/a/z", "/b")]
    assert led == [Address("/y"), Address("/b/z", "c"), None]


def test_the_end_of_a_chain_and_of_none() -> None:
    rows = RedirectMap(
        [_row(1, "/a", "/b"), _row(2, "/b", "/c"), _row(3, "/d", "/e"), _row(4, "/e", "/d")]
    )
    assert rows.end(Address("/a"), set[str]().__contains__) == (Address("/c"), 2)
    assert rows.end(Address("/d"), set[str]().__contains__)[1] == MOST_STEPS


def test_a_pattern_is_not_meant_for_a_page_that_is_there() -> None:
    rows = RedirectMap([MapRow(line=1, old="", new="", pattern="/.*", template="/b")])
    assert rows.end(Address("/a"), {"/b"}.__contains__) == (Address("/b"), 1)
    assert rows.end(Address("/a"), set[str]().__contains__)[1] == MOST_STEPS
