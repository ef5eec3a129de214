from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from drift.match.paged import _followed, _Page
from drift.match.profile import Profile

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

A, B, C = f"# Travel\n\n{TRAVEL}", f"# Leave\n\n{LEAVE}", f"# Keys\n\n{KEYS}"

CASES = {
    "by path, whatever became of the text": ({"a.md": A}, {"a.md": f"# Travel\n\n{SALES}"}, "a a"),
    "by content": ({"a.md": A, "b.md": B}, {"x.md": A, "y.md": B}, "a x, b y"),
    "by content with edits": ({"a.md": A}, {"x.md": A.replace("trains", "a bus")}, "a x"),
    "by content in another format": (
        {"a.md": A},
        {"x.rst": f"Travel\n======\n\n{TRAVEL}"},
        "a x",
    ),
    "of copies the one in a folder of the same name": (
        {"x/a.md": A, "y/a.md": A},
        {"p/y/b.md": A, "p/x/b.md": A},
        "x/a p/x/b, y/a p/y/b",
    ),
    "of copies the one of the same number": (
        {f"{number}/sea/a.md": A for number in range(20, 40)},
        {f"p/{number}/sea/a.md": A for number in range(20, 40)},
        ", ".join(f"{number}/sea/a p/{number}/sea/a" for number in range(20, 40)),
    ),
    "exchanged": ({"a.md": A, "b.md": B}, {"a.md": B, "b.md": A}, "a b, b a"),
    "in a circle": (
        {"a.md": A, "b.md": B, "c.md": C},
        {"b.md": A, "c.md": B, "a.md": C},
        "a b, b c, c a",
    ),
    "a path that another page took": ({"a.md": A}, {"a.md": C, "x.md": A}, "a x"),
    "a stub that was left behind": (
        {"a.md": A},
        {"a.md": "# Travel\n\nSee [travel](x/a.md).\n", "x/a.md": A},
        "a x/a",
    ),
    "a copy leaves the first where it is": ({"a.md": A}, {"a.md": A, "x.md": A}, ""),
    "strangers are none": ({"a.md": A}, {"x.md": f"# Quotes\n\n{SALES}"}, ""),
    "a short page follows its folder": (
        {"old/a.md": A, "old/b.md": B, "old/c.md": C, "old/d.md": "# D\n\nSoon there.\n"},
        {"new/a.md": A, "new/b.md": B, "new/c.md": C, "new/d.md": "# Rules\n\nRead on.\n"},
        "old/a new/a, old/b new/b, old/c new/c, old/d new/d",
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_which_page_is_which(
    old: dict[str, str],
    new: dict[str, str],
    told: str,
    paired: Callable[[dict[str, str], dict[str, str]], list[str]],
) -> None:
    pages = [one.replace(" => ", " ") for one in paired(old, new) if "#" not in one]
    assert ", ".join(pages).replace(".md", "").replace(".rst", "") == told


def test_pages_that_follow_their_folder_are_looked_for_where_it_went_and_nowhere_else() -> None:
    def page(root: int, path: str) -> _Page:
        return _Page(root, PurePosixPath(path), (), "", Profile({}, 0), 0)

    def calls(folders: int) -> int:
        names = [(place, name) for place in range(folders) for name in ("a.md", "b.md", "c.md")]
        old = {root: page(root, f"{place}/{name}") for root, (place, name) in enumerate(names)}
        new = {root: page(root, f"new/{place}/{name}") for root, (place, name) in enumerate(names)}
        pairs = {(root, root): 1 for root, (_, name) in enumerate(names) if name != "c.md"}
        counted = Counter[str]()
        sys.setprofile(lambda _frame, event, _argument: counted.update((event,)))
        try:
            found = _followed(old, new, pairs, {})
        finally:
            sys.setprofile(None)
        assert sorted(found) == [(root, root) for root in old if (root, root) not in pairs]
        return counted["call"]

    assert calls(80) < 2.5 * calls(40)
