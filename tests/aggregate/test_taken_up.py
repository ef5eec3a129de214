from __future__ import annotations

import pytest

from drift.aggregate.lead import FEW_WORDS
from drift.aggregate.taken_up import BY_BOTH, TakenUp
from drift.history.places import places
from drift.match import match
from tests.aggregate.lives import CARS, FOOD, KEYS, LEAVE, MAIL, TRAVEL, page, part
from tests.aggregate.passages import place, written
from tests.conftest import Files, both

PARTS = (LEAVE, KEYS, CARS)
STAFF = page("Staff", "", part("Leave", LEAVE), part("Keys", KEYS), part("Cars", CARS))
OTHER: Files = {"post.md": page("Post", MAIL, part("Trips", TRAVEL))}

HALVES = [" ".join(text.split()[: len(text.split()) * 2 // 3]) for text in PARTS]
HOUSE = page("House", " ".join(HALVES), part("Food", FOOD))
"""It says two thirds of each section, under no heading of its own."""

SOMETHING = [f"word{number} other{number % 7}" for number in range(300)]
LARGE = page("House", part("Desks", " ".join(HALVES)), part("Rest", " ".join(SOMETHING)))
"""One of its sections says as much as that page, and another many times as much of its own."""

SCATTERED = page(
    "House", part("Desks", SOMETHING[0]), part("Rest", " ".join((*HALVES, *SOMETHING)))
)
"""It says as much in a section that says everything."""

CASES: dict[str, tuple[Files, Files, str, str]] = {
    # What was there, what is there; where it was, and what has taken it up.
    "the page that says most of it": ({"a.md": STAFF}, {"b.md": HOUSE}, "a.md", "b.md"),
    "a large page of which one section says it": (
        {"a.md": STAFF},
        {"b.md": LARGE},
        "a.md",
        "b.md",
    ),
    "no section that says everything": ({"a.md": STAFF}, {"b.md": SCATTERED}, "a.md", "-"),
    "no large page whose section said it all the time": (
        {"a.md": STAFF, "b.md": LARGE},
        {"b.md": LARGE},
        "a.md",
        "-",
    ),
    "a page that has grown large since it said less": (
        {"a.md": STAFF, "b.md": page("House", HALVES[0], part("Rest", FOOD))},
        {"b.md": LARGE.replace("## Rest", "## Food\n\n" + FOOD + "\n## Rest")},
        "a.md",
        "b.md",
    ),
    "nothing, where too little is said": (
        {"a.md": STAFF},
        {"b.md": page("House", HALVES[0])},
        "a.md",
        "-",
    ),
    "nothing, where another page has its address now": (
        {"a.md": STAFF, "c.md": page("Desks", FOOD)},
        {"a.md": page("Desks", FOOD), "b.md": HOUSE.replace("Food", "Fruit")},
        "a.md",
        "-",
    ),
    "nothing, where it went as a page": (
        {"a.md": STAFF},
        {"c.md": STAFF, "b.md": HOUSE},
        "a.md",
        "-",
    ),
    "nothing, of a section": ({"a.md": STAFF}, {"b.md": HOUSE}, "a.md#leave", "-"),
    "nothing, of what was put away before": (
        {"archive/a.md": STAFF},
        {"b.md": HOUSE},
        "archive/a.md",
        "-",
    ),
    "nothing, of a few words": (
        {"a.md": "# Keys\n\nRead on there.\n"},
        {"b.md": "# House\n\nRead on there.\n"},
        "a.md",
        "-",
    ),
    "no sibling that said it all the time": (
        {"a.md": STAFF, "b.md": HOUSE},
        {"b.md": HOUSE},
        "a.md",
        "-",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_has_taken_up_a_page(name: str) -> None:
    old, new, was, wanted = CASES[name]
    matching = match(*both({**old, **OTHER}, {**new, **OTHER}))
    lead = TakenUp(matching).lead(places(matching.old).index(place(was)), None)
    assert written(lead.place if lead else None) == wanted


def test_of_a_page_of_few_words_it_is_less_certain() -> None:
    few = page("Staff", LEAVE), page("House", f"{' '.join(LEAVE.split()[3:])} {FOOD}")
    sure = []
    for was, now in (few, (STAFF, HOUSE)):
        matching = match(*both({"a.md": was, **OTHER}, {"b.md": now, **OTHER}))
        lead = TakenUp(matching).lead(0, None)
        words = matching.evidence.old.size(0)
        assert lead
        assert lead.confidence <= round(0.95 * words / (words + FEW_WORDS), 3)
        sure.append(lead.confidence)
    assert sure[0] < sure[1]


SOME = page("House", *(f"{text[:30]}\n" for text in PARTS), part("Food", FOOD))
"""It says less than half of each section."""

LESS = page("House", *(f"{text[:30]}\n" for text in PARTS[:2]), part("Food", FOOD))
"""It says two thirds of that."""

HOMES: dict[str, tuple[Files, Files, str | None, str]] = {
    "by itself it says too little": ({}, {"b.md": SOME}, None, "-"),
    "what the steps name too is it": ({}, {"b.md": SOME}, "b.md", "b.md"),
    "so is a section on it": ({}, {"b.md": SOME}, "b.md#food", "b.md#food"),
    "not where it says next to nothing": (
        {},
        {"b.md": SOME, "c.md": page("Desks", FOOD)},
        "c.md",
        "-",
    ),
    "where it said less beside it, and has taken up the rest": (
        {"b.md": LESS},
        {"b.md": SOME},
        "b.md",
        "b.md",
    ),
    "nor where it said so beside it": ({"b.md": SOME}, {"b.md": SOME}, "b.md", "-"),
    "nor of another release": ({}, {"b.md": SOME.replace("House", "Staff 2")}, "b.md", "-"),
    "nor where it is gone": ({}, {"b.md": SOME}, "c.md", "-"),
}


@pytest.mark.parametrize("name", HOMES)
def test_what_the_steps_and_the_ends_tell(name: str) -> None:
    beside, new, home, wanted = HOMES[name]
    old = {"a.md": STAFF.replace("Staff", "Staff 1"), **beside}
    matching = match(*both({**old, **OTHER}, {**new, **OTHER}))
    lead = TakenUp(matching).lead(0, place(home) if home else None)
    assert written(lead.place if lead else None) == wanted
    assert lead is None or lead.confidence < BY_BOTH
