from __future__ import annotations

from collections.abc import Callable

import pytest

MARKDOWN = """\
# Travel

Book *trains* before **flights**, and ask the travel desk.

- Keep the tickets
- Keep the bills

### Hotels

Share a taxi, see [the fares](https://fares.example/today).
"""
RST = """\
Travel
======

Book *trains* before **flights**, and ask the travel desk.

* Keep the tickets
* Keep the bills

Hotels
------

Share a taxi, see `the fares <https://fares.example/today>`__.
"""
HOME = "# Home\n\nSee [travel]({}).\n"

CASES = {
    "to reStructuredText": (
        {"a.md": MARKDOWN},
        {"a.rst": RST},
        ["page.converted a.md => a.rst | markdown => rst"],
    ),
    "in another folder": (
        {"a.md": MARKDOWN},
        {"hr/a.rst": RST},
        [
            "page.converted a.md => hr/a.rst | markdown => rst",
            "page.moved a.md => hr/a.rst | a.md => hr/a.rst",
        ],
    ),
    "under another stem": (
        {"a.md": MARKDOWN},
        {"trips.rst": RST},
        [
            "page.converted a.md => trips.rst | markdown => rst",
            "page.moved a.md => trips.rst | a.md => trips.rst",
        ],
    ),
    "without the module that code was looked up in": (
        {"a.rst": RST.replace("Book", ".. currentmodule:: depot\n\nBook", 1)},
        {"a.md": MARKDOWN},
        ["page.converted a.rst => a.md | rst => markdown"],
    ),
    "and edited": (
        {"a.md": MARKDOWN},
        {"a.rst": RST.replace("Share a taxi", "Share a bus")},
        [
            "page.converted a.md => a.rst | markdown => rst",
            (
                "section.edited a.md#Travel/Hotels => a.rst#Travel/Hotels"
                " | wording | edited paragraph"
            ),
        ],
    ),
    "and retitled": (
        {"a.md": MARKDOWN},
        {"a.rst": RST.replace("Travel\n======", "Trips\n=====")},
        [
            "page.converted a.md => a.rst | markdown => rst",
            "page.retitled a.md => a.rst | Travel => Trips",
        ],
    ),
    "with links left behind": (
        {"home.md": HOME.format("a.md"), "a.md": MARKDOWN},
        {"home.md": HOME.format("a.md"), "a.rst": RST},
        [
            "page.converted a.md => a.rst | markdown => rst",
            "link.broken home.md#Home | a.md => a.md <- page.converted",
        ],
    ),
    "with links that follow": (
        {"home.md": HOME.format("a.md"), "a.md": MARKDOWN},
        {"home.md": HOME.format("a.rst"), "a.rst": RST},
        [
            "page.converted a.md => a.rst | markdown => rst",
            "section.edited home.md#Home | formatting | edited paragraph",
        ],
    ),
    "its own bytes alone are none": (
        {"a.md": MARKDOWN},
        {"a.md": MARKDOWN.replace("\n", "\r\n")},
        [],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_page_converted(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
