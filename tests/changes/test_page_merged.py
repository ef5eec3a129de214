from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

A = f"# Office\n\nEverything about it.\n\n## Travel\n\n{TRAVEL}\n## Leave\n\n{LEAVE}"
B = f"# Security\n\nRead this twice.\n\n## Keys\n\n{KEYS}\n## Sales\n\n{SALES}"
BODIES = f"\n## Travel\n\n{TRAVEL}\n## Leave\n\n{LEAVE}\n## Keys\n\n{KEYS}\n## Sales\n\n{SALES}"


def _deeper(page: str) -> str:
    return page.replace("# ", "## ")


CASES = {
    "its sections alone": (
        {"a.md": A, "b.md": f"# Security\n\n## Keys\n\n{KEYS}\n## Sales\n\n{SALES}"},
        {"a.md": f"{A}\n## Keys\n\n{KEYS}\n## Sales\n\n{SALES}"},
        ["page.merged a.md + b.md => a.md"],
    ),
    "two pages are a third": (
        {"a.md": A, "b.md": B, "i.md": "# I\n\nHello.\n"},
        {"i.md": "# I\n\nHello.\n", "new/all.md": f"# All\n{BODIES}"},
        [
            "page.merged a.md + b.md => new/all.md",
            "section.removed a.md#Office => -",
            "section.removed b.md#Security => -",
        ],
    ),
    "two pages are sections of a third": (
        {"old/a.md": A, "old/b.md": B},
        {"all.md": f"# Office and Security\n\n{_deeper(A)}\n{_deeper(B)}"},
        ["page.merged old/a.md + old/b.md => all.md"],
    ),
    "two pages are sections of a third that has a title in its front matter": (
        {"old/a.md": A, "old/b.md": B},
        {"all.md": f"---\ntitle: All\n---\n\n{_deeper(A)}\n{_deeper(B)}"},
        ["page.merged old/a.md + old/b.md => all.md"],
    ),
    "a comment above its title went": (
        {"a.md": A, "b.md": f"<!-- Not for guests -->\n\n{B}"},
        {"a.md": f"{A}\n{_deeper(B)}"},
        ["page.merged a.md + b.md => a.md"],
    ),
    "a small page took in a great one": (
        {"a.md": "# Board\n\nThe board meets at nine.\n", "b.md": A},
        {"a.md": f"# Board\n\nThe board meets at nine.\n\n{_deeper(A)}"},
        ["page.merged a.md + b.md => a.md"],
    ),
    "its title in the front matter became a heading": (
        {"a.md": A, "b.md": f"---\ntitle: Security\n---\n\n{KEYS}\n## Sales\n\n{SALES}"},
        {"a.md": f"{A}\n## Security\n\n{KEYS}\n### Sales\n\n{SALES}"},
        ["page.merged a.md + b.md => a.md"],
    ),
    "its title in the front matter became a heading above its only section": (
        {"a.md": A, "b.md": f"---\ntitle: Keys\n---\n\n## keys\n\n{KEYS}\n### Sales\n\n{SALES}"},
        {"a.md": f"{A}\n## Keys\n\n### keys\n\n{KEYS}\n#### Sales\n\n{SALES}"},
        ["page.merged a.md + b.md => a.md"],
    ),
    "a page of one section": (
        {"a.md": A, "b.md": f"# Keys\n\n{KEYS}"},
        {"a.md": f"{A}\n## Keys\n\n{KEYS}"},
        ["page.merged a.md + b.md => a.md"],
    ),
    "its title became a heading": (
        {"a.md": A, "b.md": B},
        {
            "a.md": f"{A}\n{B}".replace("\n## Keys", "\n### Keys")
            .replace("\n## Sales", "\n### Sales")
            .replace("# Security", "## Security")
        },
        ["page.merged a.md + b.md => a.md"],
    ),
    "its title became a heading in other words": (
        {"a.md": A, "b.md": f"# Security\n\n{KEYS}\n{SALES}"},
        {"a.md": f"{A}\n## Staying safe\n\n{KEYS}\n{SALES}"},
        [
            "page.merged a.md + b.md => a.md",
            "section.renamed b.md#Security => a.md#Office/Staying safe | Security => Staying safe",
        ],
    ),
    "a first heading that is no title is renamed": (
        {"a.md": A, "b.md": f"---\ntitle: Security\n---\n\n## Keys\n\n{KEYS}\n## Sales\n\n{SALES}"},
        {"a.md": f"{A}\n## All the keys\n\n{KEYS}\n## Sales\n\n{SALES}"},
        [
            "page.merged a.md + b.md => a.md",
            "section.renamed b.md#Keys => a.md#Office/All the keys | Keys => All the keys",
        ],
    ),
    "a page removed while another grew is none": (
        {"a.md": A, "b.md": B},
        {"a.md": f"{A}\n## Visitors\n\nVisitors sign the book at the door and wear a sticker.\n"},
        ["page.removed b.md => -", "section.added - => a.md#Office/Visitors"],
    ),
}


BACK = {
    "a comment above its title went": [
        "section.moved a.md#Office/Security => b.md#Security | Office/Security => Security",
    ],
    "its title in the front matter became a heading above its only section": [
        "section.moved a.md#Office/Keys => b.md | Office/Keys => top"
    ],
    "a small page took in a great one": [
        "section.moved a.md#Board/Office => b.md#Office | Board/Office => Office"
    ],
    "its title in the front matter became a heading": [
        "section.moved a.md#Office/Security => b.md | Office/Security => top"
    ],
    # One section that became a page of its own moved, and whatever is in it goes along.
    "a page of one section": ["section.moved a.md#Office/Keys => b.md#Keys | Office/Keys => Keys"],
    "its title became a heading in other words": [
        "section.moved a.md#Office/Staying safe => b.md#Security | Office/Staying safe => Security",
        "section.renamed a.md#Office/Staying safe => b.md#Security | Staying safe => Security",
    ],
    "its title became a heading": [
        "section.moved a.md#Office/Security => b.md#Security | Office/Security => Security"
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_page_merged(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
