from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

A = f"\n### Travel\n\n{TRAVEL}"
B = f"\n## Leave\n\n{LEAVE}"

CASES = {
    "a heading that skipped a level": (
        {"a.md": TOP + A + B},
        {"a.md": TOP + A.replace("###", "##") + B},
        ["section.releveled a.md#Office/Travel | 3 => 2"],
    ),
    "sections in it that went along are not told": (
        {"a.md": TOP + A + f"\n#### Hotels\n\n{KEYS}" + B},
        {"a.md": TOP + A.replace("###", "##") + f"\n### Hotels\n\n{KEYS}" + B},
        ["section.releveled a.md#Office/Travel | 3 => 2"],
    ),
    "a section in it that stayed": (
        {"a.md": TOP + A + f"\n#### Hotels\n\n{KEYS}" + B},
        {"a.md": TOP + A.replace("###", "##") + f"\n#### Hotels\n\n{KEYS}" + B},
        [
            "section.releveled a.md#Office/Travel | 3 => 2",
        ],
    ),
    "another parent is a move": (
        {"a.md": TOP + B + A.replace("###", "##")},
        {"a.md": TOP + B + A},
        [
            (
                "section.moved a.md#Office/Travel => a.md#Office/Leave/Travel"
                " | Office/Travel => Office/Leave/Travel"
            ),
        ],
    ),
    "levels of two formats are not compared": (
        {"a.md": TOP + A},
        {
            "a.rst": "Office\n======\n\nEverything about the office is written down here.\n\n"
            f"Travel\n------\n\n{TRAVEL}"
        },
        ["page.converted a.md => a.rst | markdown => rst"],
    ),
    "another underline is the same level": (
        {"a.rst": f"Office\n======\n\nTravel\n------\n\n{TRAVEL}"},
        {"a.rst": f"Office\n******\n\nTravel\n^^^^^^\n\n{TRAVEL}"},
        [],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_section_releveled(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
