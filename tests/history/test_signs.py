from __future__ import annotations

import pytest

from drift.history.passage import passage
from drift.history.signs import SIGNED
from drift.match import match
from tests.conftest import Files, both

CARS = (
    "The two cars are shared by everybody; they go back with a full tank and a clean windscreen.\n\n"
    "Whoever finds a scratch writes it into the book that lies under the seat of the driver.\n"
)
KEYS = (
    "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n\n"
    "Spare ones hang in the cabinet behind the door, of which the porter knows the number.\n"
)
FOOD = "Lunch is served from noon until two; whoever comes later finds bread, cheese and fruit.\n"
HOUSE = f"# House\n\n{FOOD}"
BOTH = f"# Desk\n\nAll about it.\n\n## Cars\n\n{CARS}\n## Keys\n\n{KEYS}"


def sign(text: str) -> str:
    return f"# Desk\n\nAll about it.\n\n## Cars\n\n{text}\n\n## Keys\n\n{KEYS}"


MOVED = f"{HOUSE}\n## Shared cars\n\n{CARS}"
CONF = {"conf.py": "project = 'x'\n"}

CASES: dict[str, tuple[Files, Files, list[str]]] = {
    "a sentence says where to read on": (
        {"a.md": BOTH, "b.md": HOUSE},
        {"a.md": sign("This is now covered in [shared cars](b.md#shared-cars)."), "b.md": MOVED},
        ["a.md#cars => b.md#shared-cars 0.97"],
    ),
    "the sign names the page alone": (
        {"a.md": BOTH, "b.md": HOUSE},
        {"a.md": sign("This is now covered [in the house](b.md)."), "b.md": MOVED},
        ["a.md#cars => b.md#shared-cars 0.97"],
    ),
    "only the heading stayed": (
        {"a.md": BOTH, "b.md": HOUSE},
        {"a.md": sign(""), "b.md": MOVED},
        ["a.md#cars => b.md#shared-cars 0.778"],
    ),
    "a whole page is a stub": (
        {"a.md": f"# Cars\n\n{CARS}", "b.md": HOUSE},
        {"a.md": "# Cars\n\nSee [the house](b.md).\n", "b.md": MOVED},
        ["a.md => b.md 0.97", "a.md#cars => b.md#shared-cars 0.97"],
    ),
    "it was a sign before": (
        {"a.md": sign("See [shared cars](b.md#shared-cars)."), "b.md": MOVED},
        {"a.md": sign("Now see [shared cars](b.md#shared-cars)."), "b.md": MOVED},
        [],
    ),
    "what was rewritten where it is has not moved out": (
        {"a.md": BOTH, "b.md": HOUSE},
        {
            "a.md": sign(f"{FOOD}\nAnd drink from the tap, of which there is enough for all.\n"),
            "b.md": HOUSE,
        },
        [],
    ),
    "what keeps most has not moved out": (
        {"a.md": BOTH, "b.md": HOUSE},
        {
            "a.md": sign(CARS),
            "b.md": f"{HOUSE}\n## Scratches\n\n{CARS.split(chr(10))[2]}\n",
        },
        [],
    ),
    "a heading that became none keeps its label": (
        {
            **CONF,
            "a.rst": f"Desk\n====\n\n{KEYS}\n\n.. _cars:\n\nCars\n----\n\n{CARS}",
            "b.rst": f"House\n=====\n\n{FOOD}",
        },
        {
            **CONF,
            "a.rst": f"Desk\n====\n\n{KEYS}\n\n.. _cars:\n\n.. rubric:: Cars\n\nSee :ref:`shared`.\n",
            "b.rst": f"House\n=====\n\n{FOOD}\n.. _shared:\n\nShared cars\n-----------\n\n{CARS}",
        },
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_moved_out_is_found_by_its_sign_or_by_what_it_said(name: str) -> None:
    old, new, expected = CASES[name]
    found = passage(match(*both(old, new)))
    told = [
        f"{'#'.join(filter(None, one.old))} => {'#'.join(filter(None, one.new))} {one.confidence}"
        for one in found.left
    ]
    assert told == expected


def test_what_is_gone_was_a_sign_and_is_where_that_led() -> None:
    old = {"a.md": sign("This is now covered in [shared cars](b.md#shared-cars)."), "b.md": MOVED}
    new = {"a.md": f"# Desk\n\nAll about it.\n\n## Keys\n\n{KEYS}", "b.md": MOVED}
    (lost,) = passage(match(*both(old, new))).gone
    assert (lost.old, lost.home, lost.confidence) == (
        ("a.md", "cars"),
        ("b.md", "shared-cars"),
        SIGNED,
    )


def test_a_rubric_under_the_old_label_is_where_the_section_went() -> None:
    old, new, _ = CASES["a heading that became none keeps its label"]
    found = passage(match(*both(old, new)))
    went = {(one.old, one.new) for one in found.sections}
    assert (("a.rst", "cars"), ("b.rst", "shared")) in went
