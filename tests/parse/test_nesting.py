"""Tests of `drift.parse.nesting`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.parse.anchors import slugger
from drift.parse.nesting import Heading, Item, Unbearable, nest_parts, parts
from drift.trees.page import Anchor, Block, Explicit, Section
from drift.trees.site import Dialect
from drift.trees.walk import walk

GITHUB = Dialect("github")


def shape(root: Section) -> list[tuple[int, str, int, tuple[int, int], str]]:
    """Depth, title, level, lines and anchor of each section below the root."""
    return [
        (len(path), section.title, section.level, section.lines, section.anchor)
        for path, section in walk(root)
        if path
    ]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ([(2, 1), (4, 3)], [(1, "h", 2, (1, 9), "h"), (2, "h", 4, (3, 9), "h-1")]),
        ([(3, 2), (1, 5)], [(1, "h", 3, (2, 4), "h"), (1, "h", 1, (5, 9), "h-1")]),
        (
            [(1, 1), (3, 2), (2, 4), (3, 6)],
            [
                (1, "h", 1, (1, 9), "h"),
                (2, "h", 3, (2, 3), "h-1"),
                (2, "h", 2, (4, 9), "h-2"),
                (3, "h", 3, (6, 9), "h-3"),
            ],
        ),
    ],
)
def test_sections_nest_by_the_order_of_levels(
    headings: list[tuple[int, int]], expected: list[tuple[int, str, int, tuple[int, int], str]]
) -> None:
    items = [Heading("h", level, line) for level, line in headings]
    assert shape(nest_parts(parts(items), last_line=9, slugger=slugger(GITHUB))) == expected


@given(st.lists(st.integers(1, 6), max_size=30))
def test_every_heading_is_a_section_below_a_higher_one(levels: list[int]) -> None:
    items = [Heading(str(number), level, number + 1) for number, level in enumerate(levels)]
    root = nest_parts(parts(items), last_line=len(levels) + 1, slugger=slugger(GITHUB))
    assert [section.title for path, section in walk(root) if path] == [item.title for item in items]
    for _, section in walk(root):
        assert all(child.level > section.level for child in section.sections)


def test_blocks_and_anchors_belong_to_the_section_that_they_stand_in() -> None:
    items: list[Item] = [
        Block("paragraph", "intro", (1, 1)),
        Heading("A", 1, 3, (Explicit(Anchor("a1"), 2),)),
        Explicit(Anchor("inside"), 4),
        Block("paragraph", "text", (5, 5)),
        Heading("B", 1, 7),
    ]
    root = nest_parts(parts(items), last_line=7, slugger=slugger(GITHUB))
    first, second = root.sections
    assert [block.text for block in root.blocks] == ["intro"]
    assert (first.anchor, first.slug, first.lines) == ("a1", "a", (3, 6))
    assert [anchor.name for anchor in first.anchors] == ["a1", "inside"]
    assert [block.text for block in first.blocks] == ["text"]
    assert second.blocks == ()


def test_a_section_ends_before_the_anchor_of_the_next() -> None:
    items = [Heading("A", 1, 1), Heading("B", 1, 5, (Explicit(Anchor("b"), 4),))]
    root = nest_parts(parts(items), last_line=6, slugger=slugger(GITHUB))
    assert [section.lines for section in root.sections] == [(1, 3), (5, 6)]


def test_the_slug_follows_the_spelling() -> None:
    heading = Heading("a -- b", 1, 1, spelling="a \u2013 b")
    root = nest_parts(parts([heading]), last_line=1, slugger=slugger(GITHUB))
    assert root.sections[0].slug == "a--b"


def test_sections_nested_without_end_are_refused() -> None:
    items = [Heading("h", level, level) for level in range(1, 200)]
    with pytest.raises(Unbearable, match="nested more than"):
        nest_parts(parts(items), last_line=200, slugger=slugger(GITHUB))
