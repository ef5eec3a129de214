from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

CASES = {
    "on the page, at another place": (
        {"a.md": f"# A\n\n## Travel\n\n{TRAVEL}\n## Leave\n\n{LEAVE}"},
        {"a.md": f"# A\n\n## Leave\n\n{LEAVE}\n### Travel\n\n{TRAVEL}"},
        ["a.md#A/Travel => a.md#A/Leave/Travel"],
    ),
    "on another page, with all below it": (
        {
            "a.md": f"# A\n\n{LEAVE}\n## Travel\n\n{TRAVEL}\n### Taxi\n\nTip well.\n",
            "b.md": "# B\n",
        },
        {
            "a.md": f"# A\n\n{LEAVE}",
            "b.md": f"# B\n\n## Travel\n\n{TRAVEL}\n### Taxi\n\nTip well.\n",
        },
        [
            "a.md#A/Travel => b.md#B/Travel",
            "a.md#A/Travel/Taxi => b.md#B/Travel/Taxi",
        ],
    ),
    "twice on each side, by their paths": (
        {
            "a.md": f"# A\n\n{LEAVE}\n## X\n\n### Taxi\n\nTip well.\n\n## Y\n\n### Taxi\n\nTip well.\n"
        },
        {
            "a.md": f"# A\n\n{KEYS}\n## Y\n\n### Taxi\n\nTip well.\n\n## X\n\n### Taxi\n\nTip well.\n"
        },
        ["a.md#A/X/Taxi => a.md#A/X/Taxi", "a.md#A/Y/Taxi => a.md#A/Y/Taxi"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_equal_subtrees_are_one(
    old: dict[str, str],
    new: dict[str, str],
    told: list[str],
    paired: Callable[[dict[str, str], dict[str, str]], list[str]],
) -> None:
    found = [one for one in paired(old, new) if "Travel =>" in one or "Taxi =>" in one]
    assert found == told
