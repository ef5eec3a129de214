from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

MORE = f"\n## Leave\n\n{LEAVE}"


def _pages(first: str, second: str) -> dict[str, str]:
    return {
        "a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{first}\n\n## Leave\n\n{LEAVE}\n{second}\n",
        "c.md": f"# Keys\n\n{KEYS}",
    }


def _lists(first: str, second: str) -> dict[str, str]:
    """Give a page with a table of contents in two sections, and the pages that they list."""
    lists = (f"```{{toctree}}\n{names}\n```\n" if names else "" for names in (first, second))
    travel, leave = lists
    return {
        "conf.py": "extensions = ['myst_parser']\n",
        "index.md": f"{TOP}\n## Travel\n\n{TRAVEL}\n{travel}\n## Leave\n\n{LEAVE}\n{leave}",
        **{f"{name}.md": f"# {name.title()}\n\n{SALES}" for name in ("fares", "maps", "rests")},
    }


LISTED = (
    "link.moved index.md#Office/Travel => index.md#Office/Leave | Office/Travel => Office/Leave"
)

MOVED = "link.moved a.md#Office/Travel => a.md#Office/Leave | Office/Travel => Office/Leave"

CASES = {
    "an item": (_pages("- [Keys](c.md)", ""), _pages("", "- [Keys](c.md)"), [MOVED]),
    "off one text and on another": (
        _pages("Ask for the [keys](c.md) first.", "Return the keys after."),
        _pages("Ask for the keys first.", "Return the [keys](c.md) after."),
        [MOVED],
    ),
    "to another page": (
        {**_pages("- [The fares](https://x.example)", ""), "d.md": f"# Trips\n\n{SALES}"},
        {**_pages("", ""), "d.md": f"# Trips\n\n{SALES}\n- [The fares](https://x.example)\n"},
        ["link.moved a.md#Office/Travel => d.md#Trips | Office/Travel => Trips"],
    ),
    "with what is said of it to another page": (
        {
            **_pages("- [Fares](https://x.example) for the night boat", ""),
            "d.md": f"# D\n\n{SALES}",
        },
        {
            **_pages("", ""),
            "d.md": f"# D\n\n{SALES}\n- [Fares](https://x.example) for a night boat\n",
        },
        [
            "link.moved a.md#Office/Travel => d.md#D | Office/Travel => D",
            "section.edited a.md#Office/Travel | wording | removed list_item",
            "section.edited d.md#D | wording | added list_item",
        ],
    ),
    "another page has its own": (
        {**_pages("Ask for the [fares](https://x.example) first.", ""), "d.md": f"# D\n\n{SALES}"},
        {
            **_pages("Ask for the fares first.", ""),
            "d.md": f"# D\n\n{SALES}\nOur [fares](https://x.example) were raised in spring.\n",
        },
        [
            "link.added - => d.md#D | - => https://x.example",
            "link.removed a.md#Office/Travel => - | https://x.example => -",
            "section.edited d.md#D | wording | added paragraph",
        ],
    ),
    "under another label it is another": (
        _pages("- [Keys](c.md)", ""),
        _pages("", "- [The front office](c.md)"),
        [
            "link.removed a.md#Office/Travel => - | c.md => -",
            "link.added - => a.md#Office/Leave | - => c.md",
        ],
    ),
    "to another place of its section is none": (
        _pages("- [Keys](c.md)\n- Some gloves\n- Some coats", ""),
        _pages("- Some gloves\n- Some coats\n- [Keys](c.md)", ""),
        ["section.edited a.md#Office/Travel | wording | moved list_item"],
    ),
    "an entry of the navigation that keeps its place there": (
        _lists("fares\nmaps", "rests"),
        _lists("fares", "maps\nrests"),
        [LISTED],
    ),
    "a table of contents": (_lists("fares\nmaps", ""), _lists("", "fares\nmaps"), [LISTED, LISTED]),
    "an entry of which the navigation tells": (
        _lists("fares\nmaps", "rests"),
        _lists("maps", "rests\nfares"),
        ["nav.moved index.md | Fares => Fares"],
    ),
    "with its section it goes along": (
        {
            "a.md": f"{TOP}\n## Travel\n\n{TRAVEL}{MORE}\n[x](https://x.example)\n",
            "b.md": "# B\n\nHey.\n",
        },
        {
            "a.md": f"{TOP}\n## Travel\n\n{TRAVEL}",
            "b.md": f"# B\n\nHey.\n{MORE}\n[x](https://x.example)\n",
        },
        ["section.moved a.md#Office/Leave => b.md#B/Leave | Office/Leave => B/Leave"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_link_moved(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
