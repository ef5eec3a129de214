from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

A = f"\n## Rules\n\n{TRAVEL}\n{LEAVE}"
B = f"\n## Security\n\n{KEYS}\n{SALES}"

CASES = {
    "half of it is a section now": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        {"a.md": TOP + A + B},
        ["section.split a.md#Office/Rules => a.md#Office/Rules + a.md#Office/Security"],
    ),
    "in reStructuredText": (
        {"a.rst": f"Office\n======\n\nRules\n-----\n\n{TRAVEL}\n{LEAVE}\n{KEYS}\n{SALES}"},
        {
            "a.rst": f"Office\n======\n\nRules\n-----\n\n{TRAVEL}\n{LEAVE}\n"
            f"Security\n--------\n\n{KEYS}\n{SALES}"
        },
        ["section.split a.rst#Office/Rules => a.rst#Office/Rules + a.rst#Office/Security"],
    ),
    "into three": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        {"a.md": f"{TOP}{A}\n## Keys\n\n{KEYS}\n## Quotes\n\n{SALES}"},
        [
            (
                "section.split a.md#Office/Rules"
                " => a.md#Office/Rules + a.md#Office/Keys + a.md#Office/Quotes"
            ),
        ],
    ),
    "into a section of its own": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        {"a.md": TOP + A + B.replace("##", "###")},
        ["section.split a.md#Office/Rules => a.md#Office/Rules + a.md#Office/Rules/Security"],
    ),
    "to another page": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}", "b.md": "# Board\n\nWho sits where.\n"},
        {"a.md": TOP + A, "b.md": "# Board\n\nWho sits where.\n" + B},
        ["section.split a.md#Office/Rules => a.md#Office/Rules + b.md#Board/Security"],
    ),
    "and a part edited": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        {"a.md": TOP + A + B.replace("lost", "stolen")},
        [
            "section.split a.md#Office/Rules => a.md#Office/Rules + a.md#Office/Security",
            "section.edited a.md#Office/Rules => a.md#Office/Security | wording | edited paragraph",
        ],
    ),
    "a section of which less than a third was there is new": (
        {"a.md": TOP + A + f"\n{KEYS}"},
        {
            "a.md": TOP + A + f"\n## Security\n\n{KEYS}\n{SALES}\nVisitors sign the book.\n\n"
            "Guards walk round at night.\n"
        },
        [
            "section.added - => a.md#Office/Security",
            "section.edited a.md#Office/Rules | wording | removed paragraph",
        ],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_section_split(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
