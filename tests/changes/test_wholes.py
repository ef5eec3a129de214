from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
VISA = "A visa is asked for at the embassy, six weeks ahead, with two photographs and a letter.\n"
BOATS = "Boats are counted each spring by the harbour master and written into the big book.\n"


def _office(links: str, *, more: str = "", keys: bool = False, boats: str = "") -> dict[str, str]:
    travel = f"# Travel\n\n{TRAVEL}\nThis is listed here.\n{links}\n{more}"
    pages = {"a.md": travel, "c.md": f"# Boats\n\n{BOATS}{boats}"}
    return {**pages, "b.md": f"# Keys\n\n{KEYS}"} if keys else pages


SECTION = f"\n## Visa\n\n{VISA}\n### Photographs\n\nIn grey, {KEYS}"

CASES = {
    "to a new page": (
        _office(""),
        _office("\n- [Keys](b.md)\n", keys=True),
        ["page.added - => b.md", "link.added - => a.md#Travel | - => b.md <- page.added"],
    ),
    "to a new section": (
        _office(""),
        _office("\n- [Visa](#visa)\n", more=SECTION),
        [
            "section.added - => a.md#Travel/Visa",
            "link.added - => a.md#Travel | - => #visa <- section.added",
        ],
    ),
    "to a section below a new one": (
        _office(""),
        _office("\n- [In grey](#photographs)\n", more=SECTION),
        [
            "section.added - => a.md#Travel/Visa",
            "link.added - => a.md#Travel | - => #photographs <- section.added",
        ],
    ),
    "to a section of another page": (
        _office(""),
        _office("\n- [Visa](c.md#visa)\n", boats=SECTION),
        [
            "section.added - => c.md#Boats/Visa",
            "link.added - => a.md#Travel | - => c.md#visa <- section.added",
        ],
    ),
    "to a page that was there": (
        _office(""),
        _office("\n- [Boats](c.md)\n", more=SECTION),
        ["section.added - => a.md#Travel/Visa", "link.added - => a.md#Travel | - => c.md"],
    ),
    "to the top of a page with a new section": (
        _office(""),
        _office("\n- [Travel](#travel)\n", more=SECTION),
        ["section.added - => a.md#Travel/Visa", "link.added - => a.md#Travel | - => #travel"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_links_that_came_or_went_with_what_they_lead_to(
    name: str, check: Callable[..., None]
) -> None:
    check(*CASES[name])
