from __future__ import annotations

import pytest

from drift.changes.code_lines import code_hunks, is_rewrapped, line_pairs

COMMENT = """# The boat is made fast at both of
# its ends before anybody leaves it,
# and the sails are taken down.
tie(boat)"""

WRAPPED = """# The boat is made fast at both
# of its ends before anybody leaves
# it, and the sails are taken down.
tie(boat)"""

LINES = {
    "a comment that was wrapped anew": (COMMENT, WRAPPED, []),
    "a comment that was wrapped anew since a word came": (
        COMMENT,
        WRAPPED.replace("before anybody leaves\n# it", "before\n# anybody ever leaves it"),
        [
            (
                "# The boat is made fast at both of its ends before anybody leaves it, and the sails are taken down.",
                "# The boat is made fast at both of its ends before anybody ever leaves it, and the sails are taken down.",
            )
        ],
    ),
    "a comment that was wrapped anew, and the line behind it": (
        COMMENT,
        WRAPPED.replace("tie(boat)", "moor(boat)\nleave()"),
        [("tie(boat)", "moor(boat)"), (None, "leave()")],
    ),
    "lines of a comment in another order": (
        "# oars\n# a rope\nrow()",
        "# a rope\n# oars\nrow()",
        [("# oars", None), (None, "# oars")],
    ),
    "a statement that was broken up": (
        "go()\nsail(boat, to=harbour, at=dawn)",
        "go()\nsail(\n    boat,\n    to=harbour,\n    at=dawn\n)",
        [],
    ),
    "a name within dots": (
        "key = wharf.boat.id\ngo()",
        "key = wharf.boat.boat_id\ngo()",
        [("key = wharf.boat.id", "key = wharf.boat.boat_id")],
    ),
    "all that a line said, and more": (
        "def sail(self):\n    go()",
        "def sail(self) -> dict[str, list[Harbour]]:\n    go()",
        [("def sail(self):", "def sail(self) -> dict[str, list[Harbour]]:")],
    ),
    "the line most like it": (
        "get boat-1.2.tar\ngo()",
        "get sail-1.2.tar\nget boat-1.3.tar\ngo()",
        [(None, "get sail-1.2.tar"), ("get boat-1.2.tar", "get boat-1.3.tar")],
    ),
    "a line in place of an unlike one": (
        "go()\ncast_off(boat)",
        "go()\nwait(3)",
        [("cast_off(boat)", None), (None, "wait(3)")],
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_become_what_they_are_like(name: str) -> None:
    old, new, told = LINES[name]
    assert list(line_pairs(old, new)) == told
    back = sorted(line_pairs(new, old), key=str)
    assert back == sorted(((one, other) for other, one in told), key=str)


def test_only_where_lines_are_broken() -> None:
    assert is_rewrapped(COMMENT, WRAPPED)
    assert not is_rewrapped(COMMENT, WRAPPED.replace("sails", "oars"))
    assert not is_rewrapped("tie(boat)", "tie( boat )")


def test_the_words_of_lines_are_compared_line_by_line() -> None:
    found = code_hunks("a(1)\nold()\ngone()\nend", "a(2)\nend\nnew_one()")
    assert [(one.before, one.after) for one in found] == [
        ("1", "2"),
        ("old() gone()", ""),
        ("", "new_one()"),
    ]
    assert [one.context for one in code_hunks("sail(1)", "sail(2)")] == [("sail(", ")")]
