from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

TRAVEL = "# Travel\n\nTrips must be booked 30 days ahead with the purser of the ship.\n"

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"travel.md": TRAVEL},
        {"travel.md": TRAVEL.replace("must", "should").replace("30", "14")},
        ["travel.md:3 facts changed: must → should; 30 days → 14 days"],
    ),
    (
        {"travel.md": TRAVEL},
        {
            "travel.md": TRAVEL.replace("must be", "must never be").replace(
                " of the ship", " 4 times"
            )
        },
        ["travel.md:3 facts changed: “never” is new; “4” is new"],
    ),
    # Of several blocks that in which the fact stands is the place.
    (
        {"travel.md": TRAVEL.replace("Trips", "Ships sail at dawn.\n\nTrips")},
        {"travel.md": TRAVEL.replace("Trips", "Ships leave at dawn.\n\nTrips").replace("30", "14")},
        ["travel.md:5 facts changed: 30 days → 14 days"],
    ),
    # What is gone has its lines in the old file.
    (
        {"travel.md": TRAVEL.replace("Trips", "Ships sail.\n\nAt most 8 bags are free.\n\nTrips")},
        {
            "travel.md": TRAVEL.replace(
                "Trips", "Ships sail.\n\nTake care.\n\nSo be it.\n\nTrips"
            ).replace("30", "14")
        },
        ["travel.md:9 facts changed: 30 days → 14 days"],
    ),
    # Other words, the same facts.
    (
        {"travel.md": TRAVEL},
        {"travel.md": TRAVEL.replace("with the purser of the ship", "at the office")},
        [],
    ),
    # Another spelling of a fact, one negation for another, and verbs that come and go with the wording.
    (
        {
            "travel.md": "# Travel\n\nA 30-minute break in two weeks is not paid, and nobody can work without one.\n"
        },
        {
            "travel.md": "# Travel\n\nA 30 minute break in 2 weeks is never paid, and nobody will work without one.\n"
        },
        [],
    ),
    (
        {"travel.md": "# Travel\n\nWhoever sails sends the list of ports to the purser.\n"},
        {"travel.md": "# Travel\n\nWhoever sails will send the list of ports to the purser.\n"},
        [],
    ),
    (
        {"travel.md": "# Travel\n\nWhoever sails can send the list of ports to the purser.\n"},
        {"travel.md": "# Travel\n\nWhoever sails must send the list of ports to the purser.\n"},
        ["travel.md:3 facts changed: can → must"],
    ),
    # The same number in another place.
    ({"travel.md": TRAVEL}, {"travel.md": f"{TRAVEL}\nBring your own cup.\n"}, []),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("facts-changed", old, new) == told


@pytest.mark.parametrize(("many", "rest"), [(5, ""), (6, "; and 1 more"), (8, "; and 3 more")])
def test_many_facts_are_counted(tell: Tell, many: int, rest: str) -> None:
    old, new = (
        "# Rates\n\n"
        + "".join(
            f"The {name} pays {tens}{at} coins.\n\n"
            for at, name in enumerate("bow deck hold keel mast oar sail wake".split()[:many], 1)
        )
        for tens in ("", "1")
    )
    (told,) = tell("facts-changed", {"rates.md": old}, {"rates.md": new})
    pairs = "; ".join(f"{at} → 1{at}" for at in range(1, 6))
    assert told == f"rates.md:3 facts changed: {pairs}{rest}"


CHAPTERS = {
    f"{name}.md": f"# {name.title()}\n\nThe {name} of chapter {{}} is kept as the mate says, and nobody else.\n"
    for name in ("anchor", "bell", "compass", "deck", "engine", "flag", "galley")
}


def test_what_changed_alike_on_many_pages_is_told_once(tell: Tell) -> None:
    old = {path: text.format(17) for path, text in CHAPTERS.items()}
    new = {path: text.format(18) for path, text in CHAPTERS.items()}
    new["flag.md"] += "\nIt is hoisted.\n"
    new["bell.md"] = new["bell.md"].replace("is kept", "must be kept")
    assert tell("facts-changed", old, new) == [
        "bell.md:3 facts changed: “must” is new",
        "anchor.md:3 facts changed: 17 → 18 here and on 6 more pages: bell.md, compass.md, deck.md, engine.md …",
    ]
    few = {path: new[path] if path < "f" else text for path, text in old.items()}
    assert len(tell("facts-changed", old, few)) == 5


def test_what_came_on_many_pages_is_told_of_each(tell: Tell) -> None:
    """That a fact is new says nothing without the words around it."""
    old = {path: text.format(17) for path, text in CHAPTERS.items()}
    new = {path: text.replace("is kept", "must be kept") for path, text in old.items()}
    assert tell("facts-changed", old, new) == [
        f"{path}:3 facts changed: “must” is new" for path in sorted(CHAPTERS)
    ]


def test_respellings_on_many_pages_are_no_facts(tell: Tell) -> None:
    old = {path: text.format("two") for path, text in CHAPTERS.items()}
    new = {path: text.format("2") for path, text in CHAPTERS.items()}
    assert tell("facts-changed", old, new) == []


def test_it_is_no_edit_of_a_page_that_moved(tell: Tell) -> None:
    old = {path: text.format(17) for path, text in CHAPTERS.items()}
    new = {f"ship/{path}": text.format(18) for path, text in CHAPTERS.items()}
    new["ship/bell.md"] = new["ship/bell.md"].replace("kept", "rung")
    assert tell("edit-inside-move", old, new) == [
        "ship/bell.md:3 moved here from bell.md and changed on the way: “17 is kept” → “18 is rung”"
    ]
