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
C = f"\n## Keys\n\n{KEYS}"
D = f"\n## Sales\n\n{SALES}\nAnd once more.\n"

CASES = {
    "the last is the first": (
        {"a.md": TOP + A + B + C},
        {"a.md": TOP + C + A + B},
        ["section.reordered a.md#Office/Keys | 2 => 0"],
    ),
    "the first is the last": (
        {"a.md": TOP + A + B + C + D},
        {"a.md": TOP + B + C + D + A},
        ["section.reordered a.md#Office/Travel | 0 => 3"],
    ),
    "below a heading that went": (
        {"a.md": TOP + A + B + C},
        {"a.md": TOP.removeprefix("# Office\n\n") + C + A + B},
        [
            "page.retitled a.md | Office => Keys",
            "section.reordered a.md#Office/Keys => a.md#Keys | 2 => 0",
        ],
    ),
    "in reStructuredText": (
        {
            "a.rst": f"Office\n======\n\nOne\n---\n\n{TRAVEL}\nTwo\n---\n\n{LEAVE}\nThree\n-----\n\n{KEYS}"
        },
        {
            "a.rst": f"Office\n======\n\nThree\n-----\n\n{KEYS}\nOne\n---\n\n{TRAVEL}\nTwo\n---\n\n{LEAVE}"
        },
        ["section.reordered a.rst#Office/Three | 2 => 0"],
    ),
    "of two the smaller": (
        {"a.md": TOP + D + A},
        {"a.md": TOP + A + D},
        ["section.reordered a.md#Office/Travel | 1 => 0"],
    ),
    "places count sections that came": (
        {"a.md": TOP + A + B + C},
        {"a.md": TOP + D + C + A + B},
        [
            "section.added - => a.md#Office/Sales",
            "section.reordered a.md#Office/Keys | 2 => 1",
        ],
    ),
    "and edited": (
        {"a.md": TOP + A + B + C},
        {"a.md": TOP + C.replace("lost", "stolen") + A + B},
        [
            "section.reordered a.md#Office/Keys | 2 => 0",
            "section.edited a.md#Office/Keys | wording | edited paragraph",
        ],
    ),
    "two of four": (
        {"a.md": TOP + D + A + B + C + "\n## End\n\nThat is all of it.\nReally.\nAll of it.\n"},
        {"a.md": TOP + B + D + C + "\n## End\n\nThat is all of it.\nReally.\nAll of it.\n" + A},
        [
            "section.reordered a.md#Office/Leave | 2 => 0",
            "section.reordered a.md#Office/Travel | 1 => 4",
        ],
    ),
    "a section that came before others is none": (
        {"a.md": TOP + A + B},
        {"a.md": TOP + C + A + B},
        ["section.added - => a.md#Office/Keys"],
    ),
    "inside a section": (
        {"a.md": TOP + A + f"\n### Bus\n\n{KEYS}\n### Taxi\n\n{SALES}\nTip well.\n"},
        {"a.md": TOP + A + f"\n### Taxi\n\n{SALES}\nTip well.\n\n### Bus\n\n{KEYS}"},
        ["section.reordered a.md#Office/Travel/Bus | 0 => 1"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_section_reordered(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
