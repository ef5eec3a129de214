from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
BIKES = (
    "The yellow ones may be taken home over night, if a lamp is on them and the lock is closed.\n"
)
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"

PAGE = f"# Office\n\nWelcome to all of you.\n\n## Travel\n\n{TRAVEL}\n## Leave\n\n{LEAVE}"

CASES = {
    "all headings of a page": (
        {"a.md": PAGE},
        {"a.md": PAGE.replace("# ", "## ").replace("### ", "### ")},
        [
            "rule levels.shifted | 1 => 2 | 3 times",
            "section.releveled a.md#Office | 1 => 2 <- levels.shifted",
        ],
    ),
    "all below one heading": (
        {"a.md": PAGE},
        {"a.md": PAGE.replace("## ", "### ")},
        [
            "rule levels.shifted | 2 => 3 | 2 times",
            "section.releveled a.md#Office/Travel | 2 => 3 <- levels.shifted",
            "section.releveled a.md#Office/Leave | 2 => 3 <- levels.shifted",
        ],
    ),
    "by two levels": (
        {"a.md": PAGE},
        {"a.md": PAGE.replace("## ", "#### ")},
        [
            "rule levels.shifted | 2 => 4 | 2 times",
            "section.releveled a.md#Office/Travel | 2 => 4 <- levels.shifted",
            "section.releveled a.md#Office/Leave | 2 => 4 <- levels.shifted",
        ],
    ),
    "with an edit, which it does not explain": (
        {"a.md": PAGE},
        {"a.md": PAGE.replace("## ", "### ").replace("trains", "buses")},
        [
            "rule levels.shifted | 2 => 3 | 2 times",
            "section.releveled a.md#Office/Travel | 2 => 3 <- levels.shifted",
            "section.releveled a.md#Office/Leave | 2 => 3 <- levels.shifted",
            "section.edited a.md#Office/Travel | wording | edited paragraph",
        ],
    ),
    "one of two is no rule": (
        {"a.md": PAGE.replace("## Travel", "### Travel")},
        {"a.md": PAGE},
        ["section.releveled a.md#Office/Travel | 3 => 2"],
    ),
    "a heading that came to stand under another is no other level": (
        {"a.md": PAGE.replace("## ", "### ") + f"\n### Bicycles\n\n{BIKES}"},
        {"a.md": PAGE + f"\n## Around town\n\n### Bicycles\n\n{BIKES}"},
        [
            "rule levels.shifted | 3 => 2 | 2 times",
            "section.added - => a.md#Office/Around town",
            (
                "section.moved a.md#Office/Bicycles => a.md#Office/Around town/Bicycles | "
                "Office/Bicycles => Office/Around town/Bicycles <- section.added"
            ),
            "section.releveled a.md#Office/Leave | 3 => 2 <- levels.shifted",
            "section.releveled a.md#Office/Travel | 3 => 2 <- levels.shifted",
        ],
    ),
    "headings that are new did not shift": (
        {"a.md": "# Office\n\nWelcome to all of you.\n"},
        {"a.md": f"## Office\n\nWelcome to all of you.\n\n### Leave\n\n{LEAVE}"},
        ["section.added - => a.md#Office/Leave", "section.releveled a.md#Office | 1 => 2"],
    ),
    "another format has levels of its own": (
        {"a.md": PAGE.replace("# ", "## ")},
        {
            "a.rst": f"Office\n======\n\nWelcome to all of you.\n\nTravel\n------\n\n{TRAVEL}\n"
            f"Leave\n-----\n\n{LEAVE}"
        },
        ["page.converted a.md => a.rst | markdown => rst"],
    ),
}

BACK: dict[str, list[str]] = {}


@pytest.mark.parametrize("name", CASES)
def test_levels_shifted(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
