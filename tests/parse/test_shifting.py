"""Tests of `drift.parse.shifting`."""

from __future__ import annotations

from drift.parse.nesting import Heading, Item, parts
from drift.parse.shifting import shift
from drift.trees.page import Anchor, Block, Explicit, Link


def items(first: int) -> list[Item]:
    """A heading, blocks, a note, links and anchors, from a line on."""
    link = Link("inline", "l", "/t", first + 2, span=(0, 1), role="doc")
    anchor = Explicit(Anchor("a"), first, label=True)
    return [
        Block("paragraph", "before", (first, first + 1)),
        Heading("T", 2, first + 2, (anchor,), "w", (link,), "*T*", "t"),
        Block("code", "x", (first + 3, first + 5), "py", ":n: 1", ("bullet",), (link,), "x"),
        Explicit(Anchor("b"), first + 6),
        Block("footnote", "n", (first + 7, first + 8), "1"),
    ]


def test_every_line_moves_and_nothing_else() -> None:
    assert shift(parts(items(1)), 41) == parts(items(42))


def test_what_stays_is_the_same_object() -> None:
    whole = parts(items(1))
    assert shift(whole, 0) is whole
