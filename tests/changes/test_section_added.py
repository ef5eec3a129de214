from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

A = f"\n## Travel\n\n{TRAVEL}"
B = f"\n## Leave\n\n{LEAVE}"

CASES = {
    "a section": (
        {"a.md": TOP + A},
        {"a.md": TOP + A + B},
        ["section.added - => a.md#Office/Leave"],
    ),
    "before others, which are not reordered": (
        {"a.md": TOP + A},
        {"a.md": TOP + B + A},
        ["section.added - => a.md#Office/Leave"],
    ),
    "in reStructuredText": (
        {"a.rst": f"Office\n======\n\nHello.\n\nTravel\n------\n\n{TRAVEL}"},
        {
            "a.rst": f"Office\n======\n\nHello.\n\nTravel\n------\n\n{TRAVEL}\n"
            f"Leave\n-----\n\n{LEAVE}"
        },
        ["section.added - => a.rst#Office/Leave"],
    ),
    "a heading alone": (
        {"a.md": TOP + A},
        {"a.md": TOP + A + "\n## Leave\n"},
        ["section.added - => a.md#Office/Leave"],
    ),
    "sections in it go along": (
        {"a.md": TOP + A},
        {"a.md": TOP + A + B + f"\n### Sick days\n\n{KEYS}\n#### Proof\n\n{SALES}"},
        ["section.added - => a.md#Office/Leave"],
    ),
    "its links, anchors and placeholders go along": (
        {"a.md": TOP + A},
        {
            "a.md": TOP
            + A
            + "\n## Leave {#off}\n\nTBD, see [travel](#travel) and <https://x.example>.\n"
        },
        ["section.added - => a.md#Office/Leave"],
    ),
    "its link that leads nowhere does not": (
        {"a.md": TOP + A},
        {"a.md": TOP + A + "\n## Leave\n\nSee [sick days](sick.md).\n"},
        [
            "section.added - => a.md#Office/Leave",
            "link.broken - => a.md#Office/Leave | - => sick.md",
        ],
    ),
    "two sections beside each other": (
        {"a.md": TOP + A},
        {"a.md": TOP + A + B + f"\n## Keys\n\n{KEYS}"},
        ["section.added - => a.md#Office/Leave", "section.added - => a.md#Office/Keys"],
    ),
    "the same heading as another": (
        {"a.md": TOP + A + B},
        {"a.md": TOP + A + B + f"\n## Travel\n\n{KEYS}"},
        ["section.added - => a.md#Office/Travel"],
    ),
    "a heading put over sections that were there": (
        {"a.md": TOP + A + f"\n### Hotels\n\n{KEYS}"},
        {"a.md": TOP + A + f"\n## Nights\n\n{SALES}\n### Hotels\n\n{KEYS}"},
        [
            "section.added - => a.md#Office/Nights",
            (
                "section.moved a.md#Office/Travel/Hotels => a.md#Office/Nights/Hotels"
                " | Office/Travel/Hotels => Office/Nights/Hotels <- section.added"
            ),
        ],
    ),
    "a paragraph is none": (
        {"a.md": TOP + A},
        {"a.md": TOP + A + f"\n{LEAVE}"},
        ["section.edited a.md#Office/Travel | wording | added paragraph"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_section_added(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
