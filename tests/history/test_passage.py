from __future__ import annotations

import pytest

from drift.history.passage import passage, passed
from drift.history.places import keys
from drift.match import match
from tests.conftest import Files, both

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
CARS = "The blue van is for tools, and whoever takes it on a Friday brings it back washed.\n"
FOOD = "Lunch is cooked by two of us in turn, who hang the menu at the kitchen door on Monday.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

CASES: dict[str, tuple[Files, Files, list[str]]] = {
    "nothing": ({"a.md": f"# A\n\n{TRAVEL}"}, {"a.md": f"# A\n\n{TRAVEL}"}, []),
    "a page moves with all its sections": (
        {"a.md": f"# A\n\n{TRAVEL}\n## Leave\n\n{LEAVE}"},
        {"staff/b.md": f"# A\n\n{TRAVEL}\n## Leave\n\n{LEAVE}"},
        ["page a.md -> staff/b.md"],
    ),
    "a section is renamed on a page that moves": (
        {"a.md": f"# A\n\n{TRAVEL}\n## Leave\n\n{LEAVE}"},
        {"b.md": f"# A\n\n{TRAVEL}\n## Time off\n\n{LEAVE}"},
        ["page a.md -> b.md", "section a.md#leave -> b.md#time-off"],
    ),
    "a section goes to another page": (
        {"a.md": f"# A\n\n{TRAVEL}\n## Leave\n\n{LEAVE}", "b.md": f"# B\n\n{KEYS}"},
        {"a.md": f"# A\n\n{TRAVEL}", "b.md": f"# B\n\n{KEYS}\n## Leave\n\n{LEAVE}"},
        ["section a.md#leave -> b.md#leave"],
    ),
    "two pages swap their paths": (
        {"a.md": f"# A\n\n{TRAVEL}{LEAVE}", "b.md": f"# B\n\n{KEYS}\nNothing else is said.\n"},
        {"b.md": f"# A\n\n{TRAVEL}{LEAVE}", "a.md": f"# B\n\n{KEYS}\nNothing else is said.\n"},
        ["page a.md -> b.md", "page b.md -> a.md"],
    ),
    "a page becomes a section of another": (
        {"a.md": f"# A\n\n{TRAVEL}", "b.md": f"# Leave\n\n{LEAVE}"},
        {"a.md": f"# A\n\n{TRAVEL}\n## Leave\n\n{LEAVE}"},
        ["section b.md#leave -> a.md#leave", "gone b.md -> a.md#leave"],
    ),
    "a page is reworded as a section of another": (
        {"a.md": f"# A\n\n{TRAVEL}", "b.md": f"# Leave\n\n{LEAVE}\n{KEYS}"},
        {
            "a.md": f"# A\n\n{TRAVEL}\n## Holidays, sickness and the rest\n\n{LEAVE}"
            "\nWho is ill calls before ten; a note from the doctor is wanted from the third day on.\n"
            "\nFor weddings, births, funerals and moves the office grants further days on request.\n"
        },
        [
            "gone b.md -> a.md#holidays-sickness-and-the-rest",
            "gone b.md#leave -> a.md#holidays-sickness-and-the-rest",
            "born a.md#holidays-sickness-and-the-rest",
        ],
    ),
    "a page of several sections goes where the most of it is": (
        {
            "a.md": f"# A\n\n{KEYS}",
            "b.md": f"# B\n\n{LEAVE}",
            "c.md": f"## Trips\n\n{TRAVEL}\n## Cars\n\n{CARS}\n{FOOD}",
        },
        {
            "a.md": f"# A\n\n{KEYS}\n## Trips\n\n{TRAVEL}",
            "b.md": f"# B\n\n{LEAVE}\n## Cars\n\n{CARS}\n{FOOD}",
        },
        [
            "section c.md#cars -> b.md#cars",
            "section c.md#trips -> a.md#trips",
            "gone c.md -> b.md",
        ],
    ),
    "a page is taken apart": (
        {"c.md": f"# C\n\n## Trips\n\n{TRAVEL}\n## Cars\n\n{CARS}\n{FOOD}"},
        {"t.md": f"# Trips\n\n{TRAVEL}", "s.md": f"# Cars\n\n{CARS}\n{FOOD}"},
        [
            "section c.md#cars -> s.md#cars",
            "section c.md#trips -> t.md#trips",
            "gone c.md -> s.md",
            "gone c.md#c -> s.md",
            "born s.md",
            "born t.md",
        ],
    ),
    "a section is gone, and one is new": (
        {"a.md": f"# A\n\n{TRAVEL}\n## Leave\n\n{LEAVE}"},
        {"a.md": f"# A\n\n{TRAVEL}\n## Locks and keys\n\n{KEYS}"},
        ["gone a.md#leave -> a.md#locks-and-keys", "born a.md#locks-and-keys"],
    ),
    "a page is put away beside its successor": (
        {"trips.md": f"# Trips\n\n{TRAVEL}\n{LEAVE}"},
        {
            "archive/trips.md": f"# Trips\n\n{TRAVEL}\n{LEAVE}",
            "guides/trips.md": f"# Trips\n\n{TRAVEL}\n{KEYS}",
        },
        [
            "page trips.md -> archive/trips.md",
            "born guides/trips.md",
            "born guides/trips.md#trips",
            "left trips.md -> guides/trips.md",
            "left trips.md#trips -> guides/trips.md#trips",
        ],
    ),
    "what stood beside it all the time is no successor": (
        {
            "bus/trips.md": f"# Trips\n\n{TRAVEL}\n{LEAVE}",
            "train/trips.md": f"# Trips\n\n{TRAVEL}\n{KEYS}",
        },
        {
            "archive/trips.md": f"# Trips\n\n{TRAVEL}\n{LEAVE}",
            "guides/trips.md": f"# Trips\n\n{TRAVEL}\n{KEYS}",
        },
        ["page bus/trips.md -> archive/trips.md", "page train/trips.md -> guides/trips.md"],
    ),
    "what took it up is its successor, though it is older": (
        {
            "bus/trips.md": f"# Trips\n\n{TRAVEL}\n{LEAVE}",
            "train/trips.md": f"# Trips\n\n{KEYS}",
        },
        {
            "archive/trips.md": f"# Trips\n\n{TRAVEL}\n{LEAVE}",
            "guides/trips.md": f"# Trips\n\n{TRAVEL}\n{KEYS}",
        },
        [
            "page bus/trips.md -> archive/trips.md",
            "page train/trips.md -> guides/trips.md",
            "left bus/trips.md -> guides/trips.md",
            "left bus/trips.md#trips -> guides/trips.md#trips",
        ],
    ),
    "a page is put away when the next of its series comes": (
        {"9.md": f"# Release 9\n\n{TRAVEL}\n{LEAVE}"},
        {
            "legacy/9.md": f"# Release 9\n\n{TRAVEL}\n{LEAVE}",
            "10.md": f"# Release 10\n\n{TRAVEL}\n{KEYS}",
        },
        ["page 9.md -> legacy/9.md", "born 10.md", "born 10.md#release-10"],
    ),
    "a section moves out and puts up a sign": (
        {"a.md": f"# A\n\n{KEYS}\n## Leave\n\n{LEAVE}", "b.md": f"# B\n\n{TRAVEL}"},
        {
            "a.md": f"# A\n\n{KEYS}\n## Leave\n\nNow [there](b.md).\n",
            "b.md": f"# B\n\n{TRAVEL}\n## Holidays\n\n{LEAVE}",
        },
        ["born b.md#holidays", "left a.md#leave -> b.md#holidays"],
    ),
    "of equal headings the second moves up": (
        {"a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n## Rules\n\n{LEAVE}"},
        {"a.md": f"# A\n\n## Rules\n\n{LEAVE}"},
        ["section a.md#rules-1 -> a.md#rules", "gone a.md#rules"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_not_plain_is_written_down(case: str) -> None:
    old, new, expected = CASES[case]
    found = passage(match(*both(old, new)))
    told = [
        *(f"page {one.old[0]} -> {one.new[0]}" for one in found.pages),
        *(f"section {'#'.join(one.old)} -> {'#'.join(one.new)}" for one in found.sections),
        *(f"gone {'#'.join(one.old).rstrip('#')}{_home(one.home)}" for one in found.gone),
        *(f"born {'#'.join(one.new).rstrip('#')}" for one in found.born),
        *(f"left {'#'.join(one.old).rstrip('#')}{_home(one.new)}" for one in found.left),
    ]
    assert told == expected


def _home(home: tuple[str, str] | None) -> str:
    return "" if home is None else f" -> {'#'.join(home).rstrip('#')}"


def test_each_section_of_a_page_has_a_key_of_its_own() -> None:
    assert list(keys(["rules", "", "rules", ""])) == ["rules", "~1", "rules~2", "~2"]


@pytest.mark.parametrize(
    ("renamed", "looked_at"),
    [([], None), (["a"], None), (["a", "b"], ["a.md", "b.md", "c.md"])],
)
def test_where_most_pages_must_be_looked_at_all_are(
    renamed: list[str], looked_at: list[str] | None
) -> None:
    old = {f"{name}.md": f"# {name}\n\n## Leave\n\n{LEAVE}" for name in "abc"}
    new = {path: text.replace("calendar", "book") for path, text in old.items()}
    for name in renamed:
        new[f"{name}.md"] = new[f"{name}.md"].replace("## Leave", "## Time off")
    record, matching = passed(*both(old, new))
    assert [one.old for one in record.sections] == [(f"{name}.md", "leave") for name in renamed]
    assert (matching and sorted(matching.old.roots)) == looked_at
