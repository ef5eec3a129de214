from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"

A = f"# Travel\n\n{TRAVEL}"
B = f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in before nine.\n"

MANUAL = (
    f"# Manual\n\nWhat everybody here has to know.\n\n## Travel\n\n{TRAVEL}\n## Leave\n\n{LEAVE}\n"
    "## Keys\n\nLost keys are told to the front office, which has the lock changed.\n"
)

CASES = {
    "a page": ({"a.md": A}, {"a.md": A, "b.md": B}, ["page.added - => b.md"]),
    "a first page": ({}, {"b.md": B}, ["page.added - => b.md"]),
    "a page in a folder": ({"a.md": A}, {"a.md": A, "hr/b.md": B}, ["page.added - => hr/b.md"]),
    "an empty page": ({"a.md": A}, {"a.md": A, "b.md": ""}, ["page.added - => b.md"]),
    "a page without headings": ({"a.md": A}, {"a.md": A, "b.md": LEAVE}, ["page.added - => b.md"]),
    "in reStructuredText": (
        {"a.md": A},
        {"a.md": A, "b.rst": f"Leave\n=====\n\n{LEAVE}\nSick days\n---------\n\nCall in.\n"},
        ["page.added - => b.rst"],
    ),
    "a copy is a page of its own": (
        {"a.md": A},
        {"a.md": A, "b.md": A},
        ["page.added - => b.md"],
    ),
    "a copy of a page that was touched is one too": (
        {"v1/a.md": MANUAL},
        {
            "v1/a.md": MANUAL.replace("a wage", "any purse").replace("agreed", "cleared"),
            "v2/a.md": MANUAL,
        },
        [
            "page.added - => v2/a.md",
            "section.edited v1/a.md#Manual/Leave | wording | edited paragraph",
            "section.edited v1/a.md#Manual/Travel | wording | edited paragraph",
        ],
    ),
    "two pages": (
        {"a.md": A},
        {"a.md": A, "b.md": B, "c.md": "# Keys\n\nLost keys are told to the front office.\n"},
        ["page.added - => b.md", "page.added - => c.md"],
    ),
    "its links, anchors, placeholders and front matter go along": (
        {"a.md": A},
        {
            "a.md": A,
            "b.md": "---\nowner: hr\n---\n# Leave {#leave}\n\nSee [travel](a.md). TBD\n",
        },
        ["page.added - => b.md"],
    ),
    "its links that lead nowhere do not": (
        {"a.md": A},
        {"a.md": A, "b.md": f"# Leave\n\n{LEAVE}\nSee [sick days](sick.md).\n"},
        ["page.added - => b.md", "link.broken - => b.md#Leave | - => sick.md"],
    ),
    "a file that is no document is none": ({"a.md": A}, {"a.md": A, "b.png": "PNG"}, []),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_page_added(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
