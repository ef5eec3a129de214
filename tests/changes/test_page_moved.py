from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

A = f"# Travel\n\n{TRAVEL}\n## Hotels\n\nShare a taxi from the station to the hotel.\n"
B = f"# Leave\n\n{LEAVE}"
C = f"# Keys\n\n{KEYS}"
HOME = "# Home\n\nSee [travel]({}).\n"

CASES = {
    "to another name": (
        {"a.md": A, "c.md": C},
        {"trips.md": A, "c.md": C},
        ["page.moved a.md => trips.md | a.md => trips.md"],
    ),
    "to another folder": (
        {"a.md": A, "c.md": C},
        {"hr/a.md": A, "c.md": C},
        ["page.moved a.md => hr/a.md | a.md => hr/a.md"],
    ),
    "in reStructuredText": (
        {"a.rst": f"Travel\n======\n\n{TRAVEL}"},
        {"trips.rst": f"Travel\n======\n\n{TRAVEL}"},
        ["page.moved a.rst => trips.rst | a.rst => trips.rst"],
    ),
    "and edited": (
        {"a.md": A},
        {"trips.md": A.replace("Share a taxi", "Share a bus")},
        [
            "page.moved a.md => trips.md | a.md => trips.md",
            (
                "section.edited a.md#Travel/Hotels => trips.md#Travel/Hotels"
                " | wording | edited paragraph"
            ),
        ],
    ),
    "and retitled": (
        {"a.md": A},
        {"trips.md": A.replace("# Travel", "# Trips")},
        [
            "page.moved a.md => trips.md | a.md => trips.md",
            "page.retitled a.md => trips.md | Travel => Trips",
        ],
    ),
    "with its links written anew": (
        {"home.md": HOME.format("a.md"), "a.md": A},
        {"home.md": HOME.format("trips.md"), "trips.md": A},
        [
            "page.moved a.md => trips.md | a.md => trips.md",
            "link.retargeted home.md#Home | a.md => trips.md <- page.moved",
        ],
    ),
    "with links left behind": (
        {"home.md": HOME.format("a.md"), "a.md": A},
        {"home.md": HOME.format("a.md"), "trips.md": A},
        [
            "page.moved a.md => trips.md | a.md => trips.md",
            "link.broken home.md#Home | a.md => a.md <- page.moved",
        ],
    ),
    "with its own links rebased": (
        {"a.md": f"{A}\nSee [keys](c.md).\n", "c.md": C},
        {"hr/a.md": f"{A}\nSee [keys](../c.md).\n", "c.md": C},
        [
            "page.moved a.md => hr/a.md | a.md => hr/a.md",
            (
                "section.edited a.md#Travel/Hotels => hr/a.md#Travel/Hotels"
                " | formatting | edited paragraph <- page.moved"
            ),
        ],
    ),
    "with its own links broken": (
        {"a.md": f"{A}\nSee [keys](c.md).\n", "c.md": C},
        {"hr/a.md": f"{A}\nSee [keys](c.md).\n", "c.md": C},
        [
            "page.moved a.md => hr/a.md | a.md => hr/a.md",
            "link.broken a.md#Travel/Hotels => hr/a.md#Travel/Hotels | c.md => c.md <- page.moved",
        ],
    ),
    "and another page took its path": (
        {"a.md": A, "c.md": C},
        {"a.md": B, "trips.md": A, "c.md": C},
        ["page.added - => a.md", "page.moved a.md => trips.md | a.md => trips.md"],
    ),
    "two pages exchanged": (
        {"a.md": A, "b.md": B},
        {"a.md": B, "b.md": A},
        ["page.moved a.md => b.md | a.md => b.md", "page.moved b.md => a.md | b.md => a.md"],
    ),
    "three pages in a circle": (
        {"a.md": A, "b.md": B, "c.md": C},
        {"b.md": A, "c.md": B, "a.md": C},
        [
            "page.moved a.md => b.md | a.md => b.md",
            "page.moved b.md => c.md | b.md => c.md",
            "page.moved c.md => a.md | c.md => a.md",
        ],
    ),
    "a stub was left behind": (
        {"a.md": A, "c.md": C},
        {"a.md": "# Travel\n\nThis page [moved](hr/a.md).\n", "hr/a.md": A, "c.md": C},
        ["page.added - => a.md", "page.moved a.md => hr/a.md | a.md => hr/a.md"],
    ),
    "the same title over another text is another page": (
        {"a.md": f"# Rules\n\n{TRAVEL}", "c.md": C},
        {"hr/b.md": f"# Rules\n\n{SALES}", "c.md": C},
        ["page.removed a.md => -", "page.added - => hr/b.md"],
    ),
    "a page at its old place with another text stays": (
        {"a.md": f"# Travel\n\n{TRAVEL}"},
        {"a.md": f"# Travel\n\n{SALES}"},
        ["section.edited a.md#Travel | rewrite | added paragraph, removed paragraph"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_page_moved(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
