from __future__ import annotations

import pytest

from drift.aggregate.lead import Lead
from drift.aggregate.put_away import LEFT_BEHIND, PutAway
from drift.history.places import Place
from drift.match import match
from tests.aggregate.lives import CARS, FOOD, KEYS, LEAVE, MAIL, TRAVEL, page, part
from tests.aggregate.passages import place, written
from tests.conftest import Files, both

REST: Files = {
    "post.md": page("Post", MAIL),
    "food.md": page("Food", FOOD),
    "trips.md": page("Trips", TRAVEL),
}
STAFF = page("Staff", LEAVE, part("Keys", KEYS))
TODAY = page("Working here", LEAVE, part("Lost keys", KEYS), part("Cars", CARS))


def _in(folder: str, files: Files) -> Files:
    return {f"{folder}/{path}": text for path, text in files.items()}


CASES: dict[str, tuple[Files, Files, str, str, str, float]] = {
    # What was there, what is there; where a page was, and lives; what is read, and how certain that is, -1 for more.
    "who was put away has a successor": (
        {"staff.md": STAFF},
        {"archive/staff.md": STAFF, "today.md": TODAY},
        "staff.md",
        "archive/staff.md",
        "today.md",
        -1,
    ),
    "or has none": ({"staff.md": STAFF}, {"archive/staff.md": STAFF}, "staff.md", "archive/staff.md", "archive/staff.md", 1.0),
    "one that says half of it, under another title, is none": (
        {"staff.md": STAFF},
        {"archive/staff.md": STAFF, "today.md": page("Working here", LEAVE, part("Cars", CARS))},
        "staff.md",
        "archive/staff.md",
        "archive/staff.md",
        1.0,
    ),
    "under its title, it is": (
        {"staff.md": STAFF},
        {"archive/staff.md": STAFF, "today.md": page("Staff", LEAVE, part("Cars", CARS))},
        "staff.md",
        "archive/staff.md",
        "today.md",
        -1,
    ),
    "what is in an archive stays there": (
        {"old/staff.md": STAFF},
        {"archive/staff.md": STAFF, "today.md": TODAY},
        "old/staff.md",
        "archive/staff.md",
        "archive/staff.md",
        1.0,
    ),
    "a page that only an old version has is led on": (
        {"staff.md": STAFF, **REST},
        {"v1.0/staff.md": STAFF, "today.md": TODAY, **REST, **_in("v1.0", REST)},
        "staff.md",
        "v1.0/staff.md",
        "today.md",
        -1,
    ),
    "also to one that says half of it": (
        {"staff.md": STAFF, **REST},
        {
            "v1.0/staff.md": STAFF,
            "today.md": page("Working here", LEAVE, part("Cars", CARS)),
            **REST,
            **_in("v1.0", REST),
        },
        "staff.md",
        "v1.0/staff.md",
        "today.md",
        -1,
    ),
    "or is a guess": (
        {"staff.md": STAFF, **REST},
        {"v1.0/staff.md": STAFF, **REST, **_in("v1.0", REST)},
        "staff.md",
        "v1.0/staff.md",
        "v1.0/staff.md",
        LEFT_BEHIND,
    ),
    "what has a number in its name is no version of the rest": (
        {"staff.md": STAFF, **REST},
        {"v2/staff.md": STAFF, "v2/cars.md": page("Cars", CARS), **REST},
        "staff.md",
        "v2/staff.md",
        "v2/staff.md",
        1.0,
    ),
    "where all went to versions, it went along": (
        {"staff.md": STAFF, **REST},
        {"v1.0/staff.md": STAFF, **_in("v1.0", REST)},
        "staff.md",
        "v1.0/staff.md",
        "v1.0/staff.md",
        1.0,
    ),
    "as far as the folder of both tells": (
        {"a/staff.md": STAFF, "a/cars.md": page("Cars", CARS), **REST},
        {"a/v1.0/staff.md": STAFF, "a/v1.0/cars.md": page("Cars", CARS), **REST},
        "a/staff.md",
        "a/v1.0/staff.md",
        "a/v1.0/staff.md",
        1.0,
    ),
    "a version stays a version": (
        {"v0.9/staff.md": STAFF, **REST},
        {"v1.0/staff.md": STAFF, **REST},
        "v0.9/staff.md",
        "v1.0/staff.md",
        "v1.0/staff.md",
        1.0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_is_read_instead(name: str) -> None:
    old, new, was, lives, wanted, sure = CASES[name]
    matching = match(*both(old, new))
    went = matching.new_paths() | {path: path for path in matching.unchanged} | {was: lives}
    leads = {(path, ""): Lead((now, ""), 1.0, ("c0",)) for path, now in went.items()}

    def first(at: Place) -> Lead | None:
        return leads.get(at)

    lead = PutAway(matching, first).replaced(place(was), leads[place(was)])
    assert written(lead.place) == wanted
    assert lead.confidence == sure if sure >= 0 else LEFT_BEHIND < lead.confidence < 1
    assert lead.commits == ("c0",)
