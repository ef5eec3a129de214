from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

BOARD = "The five members of the board meet twice in spring to look at what was spent before.\n"

INTRO = "# Office\n\nEverything about the office is written on this page.\n"
REST = f"\n## Travel\n\n{TRAVEL}\n## Leave\n\n{LEAVE}"
PARTS = f"\n## Keys\n\n{KEYS}\n## Sales\n\n{SALES}"

CASES = {
    "two sections are a page now": (
        {"a.md": INTRO + REST + PARTS},
        {"a.md": INTRO + REST, "b.md": f"# Secure office\n{PARTS}"},
        ["page.split a.md => a.md + b.md"],
    ),
    "two sections are a page now, one of them in the other": (
        {"a.md": INTRO + REST + PARTS},
        {"a.md": INTRO + REST, "b.md": f"# Keys\n\n{KEYS}\n## Sales\n\n{SALES}"},
        ["page.split a.md => a.md + b.md"],
    ),
    "a section is a page now, and what stood in it stands in another in it": (
        {"a.md": f"{INTRO}{REST}\n## Keys\n\n{KEYS}\n### Sales\n\n{SALES}\n### Board\n\n{BOARD}"},
        {
            "a.md": INTRO + REST,
            "b.md": f"# Keys\n\n{KEYS}\n## Sales\n\n{SALES}\n### Board\n\n{BOARD}",
        },
        [
            "section.moved a.md#Office/Keys => b.md#Keys | Office/Keys => Keys",
            (
                "section.moved a.md#Office/Keys/Board => b.md#Keys/Sales/Board"
                " | Office/Keys/Board => Keys/Sales/Board"
            ),
        ],
    ),
    "in reStructuredText": (
        {
            "a.rst": f"Office\n======\n\nHello there.\n\nTravel\n------\n\n{TRAVEL}\n"
            f"Leave\n-----\n\n{LEAVE}\nKeys\n----\n\n{KEYS}\nSales\n-----\n\n{SALES}"
        },
        {
            "a.rst": f"Office\n======\n\nHello there.\n\nTravel\n------\n\n{TRAVEL}\n"
            f"Leave\n-----\n\n{LEAVE}",
            "b.rst": f"Security\n========\n\nKeys\n----\n\n{KEYS}\nSales\n-----\n\n{SALES}",
        },
        ["page.split a.rst => a.rst + b.rst"],
    ),
    "a part is edited besides": (
        {"a.md": INTRO + REST + PARTS},
        {"a.md": INTRO + REST, "b.md": f"# Secure office\n{PARTS}".replace("front", "back")},
        [
            "page.split a.md => a.md + b.md",
            (
                "section.edited a.md#Office/Keys => b.md#Secure office/Keys"
                " | wording | edited paragraph"
            ),
        ],
    ),
    "with words of its own before the first heading": (
        {"a.md": INTRO + REST + PARTS},
        {"a.md": INTRO + REST, "b.md": f"Ask the warden for all of this first.\n{PARTS}"},
        [
            "page.split a.md => a.md + b.md",
            "section.added - => b.md",
        ],
    ),
    "each section is a page now, and the page is gone": (
        {"a.md": f"# Office\n{REST}"},
        {"b/travel.md": f"# Travel\n\n{TRAVEL}", "b/leave.md": f"# Leave\n\n{LEAVE}"},
        ["page.split a.md => b/leave.md + b/travel.md"],
    ),
    "its greatest section is a page now, under a title that is spelt otherwise": (
        {
            "a.md": f"# Office\n\nEverything about it.\n\n## Travel by land\n\n{TRAVEL}\n{KEYS}\n{SALES}"
        },
        {
            "a.md": "# Office\n\nEverything about it.\n",
            "b.md": f"---\ntitle: Travel by Land\n---\n\n# Travel by land\n\n{TRAVEL}\n{KEYS}\n{SALES}",
        },
        [
            (
                "section.moved a.md#Office/Travel by land => b.md#Travel by land"
                " | Office/Travel by land => Travel by land"
            ),
        ],
    ),
    "one section is a page now: it moved": (
        {"a.md": INTRO + REST + f"\n## Keys\n\n{KEYS}"},
        {"a.md": INTRO + REST, "b.md": f"# Keys\n\n{KEYS}"},
        [
            "section.moved a.md#Office/Keys => b.md#Keys | Office/Keys => Keys",
        ],
    ),
    "half of it went to a page that says much else: that page is new, and the section moved": (
        {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{LEAVE}\n## Hours\n\nNine to five.\n"},
        {
            "a.md": "# Office\n\n## Hours\n\nNine to five.\n",
            "b.md": f"# Handbook\n\n## Travel\n\n{TRAVEL}\n{LEAVE}{PARTS}",
        },
        [
            "page.added - => b.md",
            "section.moved a.md#Office/Travel => b.md#Handbook/Travel | Office/Travel => Handbook/Travel",
        ],
    ),
    "a section went to each of two pages that say much else, and the page is gone": (
        {"a.md": f"# Office\n\n## Keys\n\n{KEYS}\n## Sales\n\n{SALES}"},
        {
            "b.md": f"# Safety\n\n## Keys\n\n{KEYS}\n## Fire\n\n{TRAVEL}\n{LEAVE}",
            "c.md": f"# Trade\n\n## Sales\n\n{SALES}\n## Stock\n\n{LEAVE}\n{TRAVEL}",
        },
        [
            "page.split a.md => b.md + c.md",
            "section.added - => b.md#Safety/Fire",
            "section.added - => c.md#Trade/Stock",
        ],
    ),
    "sections went to a page that was there: they moved": (
        {"a.md": INTRO + REST + PARTS, "b.md": f"# Rules\n\n{LEAVE}"},
        {"a.md": INTRO + REST, "b.md": f"# Rules\n\n{LEAVE}{PARTS}"},
        [
            "section.moved a.md#Office/Keys => b.md#Rules/Keys | Office/Keys => Rules/Keys",
            "section.moved a.md#Office/Sales => b.md#Rules/Sales | Office/Sales => Rules/Sales",
        ],
    ),
}


BACK = {
    "its greatest section is a page now, under a title that is spelt otherwise": [
        "page.merged a.md + b.md => a.md"
    ],
    "a section is a page now, and what stood in it stands in another in it": [
        "page.merged a.md + b.md => a.md",
        (
            "section.moved b.md#Keys/Sales/Board => a.md#Office/Keys/Board"
            " | Keys/Sales/Board => Office/Keys/Board"
        ),
    ],
    # The whole of a page that lives on in another is merged there.
    "one section is a page now: it moved": ["page.merged a.md + b.md => a.md"],
}


@pytest.mark.parametrize("name", CASES)
def test_page_split(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
