"""Tests of `drift.parse.shelf`."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.parse.nesting import Heading, Item, parts
from drift.parse.shelf import MemoryShelf, Outcome, decode_outcome, encode_outcome
from drift.trees.page import Anchor, Block, Explicit, Link


def outcome(text: str) -> Outcome:
    """What a fragment with one heading, one block and one of everything else says."""
    link = Link("image", "", text, 3)
    found: list[Item] = [
        Heading(text, 1, 1, (Explicit(Anchor("a"), 1),), "a", (link,), "m", "s"),
        Block("image", text, (3, 3), links=(link,)),
        Explicit(Anchor("z"), 4, label=True),
    ]
    return Outcome(parts(found), joined=True, begun=("0 x",), defined=(("[A", "/u"),))


class Drawer:
    """A shelf for ever, which counts what is asked of it."""

    def __init__(self) -> None:
        self.kept: dict[bytes, Outcome] = {}
        self.asked: list[list[bytes]] = []

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Outcome]:
        self.asked.append(list(keys))
        return {key: self.kept[key] for key in keys if key in self.kept}

    def put(self, key: bytes, outcome: Outcome) -> None:
        self.kept[key] = outcome


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_written_is_read(text: str) -> None:
    assert decode_outcome(encode_outcome(outcome(text))) == outcome(text)


def test_what_was_not_used_for_longest_leaves_first() -> None:
    shelf = MemoryShelf(limit=3 * 1400, packed=0)
    for key in (b"1", b"2", b"3"):
        shelf.put(key, outcome("x"))
    shelf.get_many([b"1"])
    shelf.put(b"4", outcome("x"))
    assert list(shelf.get_many([b"1", b"2", b"3", b"4"])) == [b"1", b"3", b"4"]


def test_what_has_no_room_is_kept_packed() -> None:
    drawer = Drawer()
    shelf = MemoryShelf(drawer, limit=3 * 1400)
    for key in (b"1", b"2", b"3", b"4", b"5"):
        shelf.put(key, outcome(key.decode()))
    assert shelf.get_many([b"1", b"2"]) == {b"1": outcome("1"), b"2": outcome("2")}
    assert drawer.asked == []


def test_one_that_is_put_again_weighs_once() -> None:
    shelf = MemoryShelf(limit=3 * 1400, packed=0)
    shelf.put(b"1", outcome("x"))
    for _ in range(10):
        shelf.put(b"2", outcome("x"))
    assert shelf.get_many([b"1"]) == {b"1": outcome("x")}


def test_the_last_stays_however_long_it_is() -> None:
    shelf = MemoryShelf(limit=10)
    shelf.put(b"1", outcome("x" * 100))
    assert shelf.get_many([b"1"]) == {b"1": outcome("x" * 100)}


def test_what_is_behind_is_asked_once_and_told_all() -> None:
    drawer = Drawer()
    for key in (b"1", b"3"):
        MemoryShelf(drawer).put(key, outcome(key.decode()))
    shelf = MemoryShelf(drawer)
    shelf.put(b"2", outcome("2"))
    assert sorted(shelf.get_many([b"1", b"2", b"3", b"4"])) == [b"1", b"2", b"3"]
    assert shelf.get_many([b"3", b"1"]) == {b"3": outcome("3"), b"1": outcome("1")}
    assert drawer.asked == [[b"1", b"3", b"4"]]


def test_parts_on_the_line_where_they_were_are_the_same_objects() -> None:
    shelf = MemoryShelf()
    said = outcome("x")
    shelf.put(b"1", said)
    assert shelf.placed(b"1", said, 1) is said.parts
    moved = shelf.placed(b"1", said, 9)
    assert shelf.placed(b"1", said, 9) is moved
    assert moved[0].blocks[0].lines == (11, 11)
    assert shelf.placed(b"unknown", said, 9) == moved


@pytest.mark.parametrize("heading", [True, False])
def test_joined_parts_are_those_of_all_items(heading: bool) -> None:
    first: list[Item] = [Block("paragraph", "a", (3, 3)), Explicit(Anchor("q"), 3)]
    if heading:
        first.insert(0, Heading("T", 1, 1))
    rest: list[Item] = [Block("footnote", "n", (5, 5), "1"), Block("paragraph", "b", (7, 7))]
    shelf = MemoryShelf()
    pieces = [*parts(first), *parts(rest)]
    assert [shelf.join(pieces)] == list(parts([*first, *rest]))
    assert shelf.join(pieces) == shelf.join(pieces)
