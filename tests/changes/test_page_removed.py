from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"

A = f"# Travel\n\n{TRAVEL}"
B = f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in before nine.\n"

CASES = {
    "a page": ({"a.md": A, "b.md": B}, {"a.md": A}, ["page.removed b.md => -"]),
    "the only page": ({"b.md": B}, {}, ["page.removed b.md => -"]),
    "a page that others still link to": (
        {"a.md": f"{A}\nSee [leave](b.md).\n", "b.md": B},
        {"a.md": f"{A}\nSee [leave](b.md).\n"},
        ["page.removed b.md => -", "link.broken a.md#Travel | b.md => b.md <- page.removed"],
    ),
    "a page whose section others still link to": (
        {"a.md": f"{A}\nSee [sick days](b.md#sick-days).\n", "b.md": B},
        {"a.md": f"{A}\nSee [sick days](b.md#sick-days).\n"},
        [
            "page.removed b.md => -",
            "link.broken a.md#Travel | b.md#sick-days => b.md#sick-days <- page.removed",
        ],
    ),
    "a link that went with it": (
        {"a.md": f"{A}\nSee [leave](b.md) and [keys](c.md).\n", "b.md": B, "c.md": "# Keys\n"},
        {"a.md": f"{A}\nSee [keys](c.md).\n", "c.md": "# Keys\n"},
        [
            "page.removed b.md => -",
            "link.removed a.md#Travel => - | b.md => - <- page.removed",
            "section.edited a.md#Travel | wording | edited paragraph",
        ],
    ),
    "another page took over its path": (
        {"a.md": A, "b.md": B},
        {"b.md": A},
        ["page.removed b.md => -", "page.moved a.md => b.md | a.md => b.md"],
    ),
    "a page that was emptied is still there": (
        {"a.md": A, "b.md": f"# Leave\n\n{LEAVE}"},
        {"a.md": A, "b.md": "# Leave\n"},
        ["section.edited b.md#Leave | rewrite | removed paragraph"],
    ),
}

BACK = {
    "a page that was emptied is still there": [
        "section.edited b.md#Leave | wording | added paragraph"
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_page_removed(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
