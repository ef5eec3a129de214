from __future__ import annotations

import pytest

from tests.aggregate.lives import (
    CARS,
    FOOD,
    KEYS,
    LEAVE,
    MAIL,
    TRAVEL,
    blocks,
    built,
    page,
    part,
    wrote,
)
from tests.revision.builder import Builder, Files

A = page("Staff", TRAVEL, part("Leave", LEAVE))
B = page("House", FOOD, part("Cars", CARS))
MORE = f"{A}\n{KEYS}"
RST = f"Staff\n=====\n\n{TRAVEL}\nLeave\n-----\n\n{LEAVE}\n{KEYS}"

STORIES: dict[str, tuple[tuple[Files, ...], str, list[str]]] = {
    "an edit is the block's, and not its neighbours'": (
        ({"a.md": A}, {"a.md": MORE}, {"a.md": MORE.replace("trains", "coaches")}),
        "a.md",
        ["0 Staff", "2 Book coaches", "0 Leave", "0 Holidays are", "1 Lock the"],
    ),
    "through a move": (
        ({"a.md": A}, {"b/c.md": A}, {"b/c.md": MORE}),
        "b/c.md",
        ["0 Staff", "0 Book trains", "0 Leave", "0 Holidays are", "2 Lock the"],
    ),
    "through a conversion with other line ends": (
        ({"a.md": MORE}, {"a.rst": RST}, {"a.rst": RST.replace("screen", "door")}),
        "a.rst",
        ["0 Staff", "0 Book trains", "0 Leave", "0 Holidays are", "2 Lock the"],
    ),
    "of a section that went to another page": (
        (
            {"a.md": MORE, "b.md": B},
            {"a.md": page("Staff", TRAVEL), "b.md": f"{B}\n{part('Leave', LEAVE)}\n{KEYS}"},
        ),
        "b.md",
        ["0 House", "0 Lunch is", "0 Cars", "0 The two", "0 Leave", "0 Holidays are", "0 Lock the"],
    ),
    "of one part": (
        ({"a.md": A}, {"a.md": MORE}),
        "a.md#leave",
        ["0 Leave", "0 Holidays are", "1 Lock the"],
    ),
    "of a block that is there twice": (
        ({"a.md": A}, {"a.md": f"{A}\n{LEAVE}"}),
        "a.md",
        ["0 Staff", "0 Book trains", "0 Leave", "0 Holidays are", "1 Holidays are"],
    ),
    "of a page that was removed and is back with more": (
        ({"a.md": A, "b.md": B}, {"b.md": B}, {"b.md": B, "a.md": f"{A}\n{MAIL}"}),
        "a.md",
        ["0 Staff", "0 Book trains", "0 Leave", "0 Holidays are", "2 Letters are"],
    ),
    "of a page that is back for the second time, elsewhere": (
        ({"a.md": A}, {"a.md": MORE}, {}, {"a.md": MORE}, {}, {"b/c.md": MORE}),
        "b/c.md",
        ["0 Staff", "0 Book trains", "0 Leave", "0 Holidays are", "1 Lock the"],
    ),
    "of pages that swapped": (
        ({"a.md": A, "b.md": B}, {"a.md": B, "b.md": A}, {"a.md": f"{B}\n{MAIL}", "b.md": A}),
        "a.md",
        ["0 House", "0 Lunch is", "0 Cars", "0 The two", "2 Letters are"],
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_each_block_has_its_commit(build: Builder, name: str) -> None:
    trees, word, expected = STORIES[name]
    assert wrote(built(build, trees), word) == expected


def test_a_block_knows_its_lines_and_its_section(build: Builder) -> None:
    folder = built(build, ({"a.md": A},))
    rows = [(one.kind, one.lines, one.section) for one in blocks(folder, "a.md")]
    assert rows == [
        ("heading", (1, 1), ("Staff",)),
        ("paragraph", (3, 3), ("Staff",)),
        ("heading", (5, 5), ("Staff", "Leave")),
        ("paragraph", (7, 7), ("Staff", "Leave")),
    ]


def test_a_history_that_was_cut_ends_where_it_was_cut(build: Builder) -> None:
    folder = built(build, ({"a.md": A}, {"a.md": A}, {"a.md": MORE}))
    cut = build.told("rev-parse", "HEAD^")
    (folder / "shallow").write_text(f"{cut}\n")
    assert wrote(folder, "a.md#leave") == ["? Leave", "? Holidays are", "2 Lock the"]
