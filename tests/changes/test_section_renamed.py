from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
CARDS = "Cards are worn where everybody sees them, and no guest is left alone in the corridor.\n"
GUESTS = "Open the door, greet the desk, and sign the book of visitors before lunch is served.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

A = f"\n## Travel\n\n{TRAVEL}"
B = f"\n## Leave\n\n{LEAVE}"
LINKED = "# B\n\nSee [trips]({}).\n"

CASES = {
    "other words": (
        {"a.md": TOP + A + B},
        {"a.md": TOP + A.replace("Travel", "Trips") + B},
        ["section.renamed a.md#Office/Travel => a.md#Office/Trips | Travel => Trips"],
    ),
    "in reStructuredText": (
        {"a.rst": f"Office\n======\n\nHello.\n\nTravel\n------\n\n{TRAVEL}"},
        {"a.rst": f"Office\n======\n\nHello.\n\nTrips\n-----\n\n{TRAVEL}"},
        ["section.renamed a.rst#Office/Travel => a.rst#Office/Trips | Travel => Trips"],
    ),
    "other capitals": (
        {"a.md": TOP + f"\n## Sick Days\n\n{LEAVE}"},
        {"a.md": TOP + f"\n## Sick days\n\n{LEAVE}"},
        ["section.renamed a.md#Office/Sick Days => a.md#Office/Sick days | Sick Days => Sick days"],
    ),
    "other markup is none": (
        {"a.md": TOP + A},
        {"a.md": TOP + A.replace("## Travel", "## **Travel**")},
        [],
    ),
    "a section in it keeps its own name": (
        {"a.md": TOP + A + f"\n### Hotels\n\n{KEYS}"},
        {"a.md": TOP + A.replace("Travel", "Trips") + f"\n### Hotels\n\n{KEYS}"},
        ["section.renamed a.md#Office/Travel => a.md#Office/Trips | Travel => Trips"],
    ),
    "and edited": (
        {"a.md": TOP + A + B},
        {"a.md": TOP + A.replace("## Travel", "## Trips").replace("flights", "taxis") + B},
        [
            "section.renamed a.md#Office/Travel => a.md#Office/Trips | Travel => Trips",
            "section.edited a.md#Office/Travel => a.md#Office/Trips | wording | edited paragraph",
        ],
    ),
    "and moved": (
        {"a.md": TOP + A + f"\n### Hotels\n\n{KEYS}" + B},
        {"a.md": TOP + A + B + f"\n### Inns\n\n{KEYS}"},
        [
            "section.renamed a.md#Office/Travel/Hotels => a.md#Office/Leave/Inns | Hotels => Inns",
            (
                "section.moved a.md#Office/Travel/Hotels => a.md#Office/Leave/Inns"
                " | Office/Travel/Hotels => Office/Leave/Inns"
            ),
        ],
    ),
    "its slug rides along where no link uses it": (
        {"a.md": TOP + A, "b.md": LINKED.format("a.md")},
        {"a.md": TOP + A.replace("## Travel", "## Trips"), "b.md": LINKED.format("a.md")},
        ["section.renamed a.md#Office/Travel => a.md#Office/Trips | Travel => Trips"],
    ),
    "links that follow": (
        {"a.md": TOP + A, "b.md": LINKED.format("a.md#travel")},
        {"a.md": TOP + A.replace("## Travel", "## Trips"), "b.md": LINKED.format("a.md#trips")},
        [
            "section.renamed a.md#Office/Travel => a.md#Office/Trips | Travel => Trips",
            "link.retargeted b.md#B | a.md#travel => a.md#trips <- section.renamed",
        ],
    ),
    "links left behind": (
        {"a.md": TOP + A, "b.md": LINKED.format("a.md#travel")},
        {"a.md": TOP + A.replace("## Travel", "## Trips"), "b.md": LINKED.format("a.md#travel")},
        [
            "section.renamed a.md#Office/Travel => a.md#Office/Trips | Travel => Trips",
            (
                "anchor.changed a.md#Office/Travel => a.md#Office/Trips"
                " | travel => trips <- section.renamed"
            ),
            "link.broken b.md#B | a.md#travel => a.md#travel <- section.renamed",
        ],
    ),
    "a page that another became with its title and all": (
        {
            "a.md": f"# Start\n\n{GUESTS}",
            "b.md": f"# Security\n\n{CARDS}\n## Sales\n\n{SALES}",
            "c.md": f"{TOP}{A}{B}",
        },
        {
            "a.md": f"# Handbook\n\n{CARDS}\n## Sales\n\n{SALES}"
            + f"\n{TOP}{A}{B}".replace("# ", "## ")
        },
        [
            "page.merged a.md + b.md + c.md => a.md",
            "section.removed a.md#Start => -",
            "section.renamed b.md#Security => a.md#Handbook | Security => Handbook",
        ],
    ),
    "another text under another heading is another section": (
        {"a.md": TOP + A + B},
        {"a.md": TOP + f"\n## Quotes\n\n{SALES}" + B},
        ["section.removed a.md#Office/Travel => -", "section.added - => a.md#Office/Quotes"],
    ),
}

BACK = {
    # A section that is a page now has moved.
    "a page that another became with its title and all": [
        "section.added - => a.md#Start",
        "section.moved a.md#Handbook => b.md#Security | Handbook => Security",
        "section.moved a.md#Handbook/Office => c.md#Office | Handbook/Office => Office",
        "section.renamed a.md#Handbook => b.md#Security | Handbook => Security",
    ],
    "links left behind": [
        "section.renamed a.md#Office/Trips => a.md#Office/Travel | Trips => Travel"
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_section_renamed(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
