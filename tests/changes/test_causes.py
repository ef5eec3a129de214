"""What explains a change, where that is more than its own kind's affair."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CONF = {"conf.py": 'project = "x"\nextensions = ["myst_parser"]\n'}
RULES = "({})=\n# Rules\n\nLock the screen whenever a desk is left alone.\n"
TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
NAMES = "# B\n\nSee {{ref}}`{0}`.\n"

CASES = {
    "a name that stands for a label follows its target": (
        {**CONF, "a.md": RULES.format("desk-rules"), "b.md": NAMES.format("desk-rules")},
        {**CONF, "a.md": RULES.format("office:desk"), "b.md": NAMES.format("office:desk")},
        [
            "anchor.changed a.md#Rules | desk-rules => office:desk",
            "link.relabelled b.md#B | desk-rules => office:desk <- link.retargeted",
            "link.retargeted b.md#B | desk-rules => office:desk <- anchor.changed",
        ],
    ),
    "a URL that is its own label": (
        {"a.md": "# A\n\nWe meet at <https://example.com/rooms/blue> each day.\n"},
        {"a.md": "# A\n\nWe meet at <https://example.com/rooms/green> each day.\n"},
        [
            (
                "link.relabelled a.md#A | https://example.com/rooms/blue =>"
                " https://example.com/rooms/green <- link.retargeted"
            ),
            (
                "link.retargeted a.md#A | https://example.com/rooms/blue =>"
                " https://example.com/rooms/green"
            ),
        ],
    ),
    "a label that says the piece in which the target differs": (
        {"a.md": "# A\n\n[Get 1.2 now](https://example.com/1.2/a-1.2.zip)\n"},
        {"a.md": "# A\n\n[Get 1.3 now](https://example.com/1.3/a-1.3.zip)\n"},
        [
            "link.relabelled a.md#A | Get 1.2 now => Get 1.3 now <- link.retargeted",
            (
                "link.retargeted a.md#A | https://example.com/1.2/a-1.2.zip =>"
                " https://example.com/1.3/a-1.3.zip"
            ),
        ],
    ),
    "a label that says more than its target": (
        {"a.md": "# A\n\n[Get 1.2](https://example.com/1.2)\n"},
        {"a.md": "# A\n\n[Get 1.3](https://example.com/1.3/new)\n"},
        [
            "link.relabelled a.md#A | Get 1.2 => Get 1.3",
            "link.retargeted a.md#A | https://example.com/1.2 => https://example.com/1.3/new",
        ],
    ),
    "a label of its own is the writer's": (
        {"a.md": "# A\n\n[Old words](https://example.com/1)\n"},
        {"a.md": "# A\n\n[New words](https://example.com/1)\n"},
        ["link.relabelled a.md#A | Old words => New words"],
    ),
    "links written anew because their page moved": (
        {
            "a.md": f"# Travel\n\n{TRAVEL}\nSee [the keys](c.md) and [all](d/e.md).\n",
            "c.md": f"# Keys\n\n{KEYS}",
            "d/e.md": f"# All\n\n{LEAVE}",
        },
        {
            "d/a.md": f"# Travel\n\n{TRAVEL}\nSee [the keys](../c.md) and [all](e.md).\n",
            "c.md": f"# Keys\n\n{KEYS}",
            "d/e.md": f"# All\n\n{LEAVE}",
        },
        [
            "page.moved a.md => d/a.md | a.md => d/a.md",
            (
                "section.edited a.md#Travel => d/a.md#Travel | formatting | edited paragraph"
                " <- page.moved"
            ),
        ],
    ),
    "an entry in a page that went": (
        {
            "index.rst": f"Home\n====\n\n{TRAVEL}\n.. toctree::\n\n   a\n",
            "a.rst": f"A\n=\n\n{LEAVE}\n.. toctree::\n\n   b\n",
            "b.rst": f"B\n=\n\n{KEYS}",
        },
        {"index.rst": f"Home\n====\n\n{TRAVEL}", "b.rst": f"B\n=\n\n{KEYS}"},
        [
            "nav.removed a.rst => - | A/B => - <- page.removed",
            "nav.removed index.rst => - | A => - <- page.removed",
            "page.removed a.rst => -",
        ],
    ),
    "entries of pages that one became": (
        {
            "SUMMARY.md": "* [Office](a.md)\n",
            "a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n## Leave\n\n{LEAVE}\n## Keys\n\n{KEYS}",
        },
        {
            "SUMMARY.md": "* [Travel](b.md)\n* [Keys](c.md)\n",
            "a.md": "# Office\n",
            "b.md": f"# Trips\n\n## Travel\n\n{TRAVEL}\n## Leave\n\n{LEAVE}",
            "c.md": f"# Keys\n\n{KEYS}",
        },
        [
            "nav.added - => SUMMARY.md | - => Keys <- section.moved",
            "nav.added - => SUMMARY.md | - => Travel <- page.split",
            "nav.removed SUMMARY.md => - | Office => -",
            "page.split a.md => a.md + b.md",
            "section.moved a.md#Office/Keys => c.md#Keys | Office/Keys => Keys",
        ],
        [
            "nav.added - => SUMMARY.md | - => Office",
            "nav.removed SUMMARY.md => - | Keys => - <- page.merged",
            "nav.removed SUMMARY.md => - | Travel => - <- page.merged",
            "page.merged a.md + b.md + c.md => a.md",
        ],
    ),
    "an entry that did not go along with its page": (
        {
            "SUMMARY.md": "* [A](a.md)\n* [B](b.md)\n",
            "a.md": f"# A\n\n{LEAVE}",
            "b.md": f"# B\n\n{KEYS}",
        },
        {"SUMMARY.md": "* [B](b.md)\n", "old/a.md": f"# A\n\n{LEAVE}", "b.md": f"# B\n\n{KEYS}"},
        ["nav.removed SUMMARY.md => - | A => -", "page.moved a.md => old/a.md | a.md => old/a.md"],
    ),
    "a link that follows its page into another": (
        {
            "a.md": f"# Travel\n\n{TRAVEL}",
            "b.md": f"# Keys\n\n{KEYS}\n## Lost\n\n{LEAVE}",
            "c.md": "# Home\n\nRead [this](b.md) now.\n",
        },
        {
            "a.md": f"# Travel\n\n{TRAVEL}\n## Keys\n\n{KEYS}\n### Lost\n\n{LEAVE}",
            "c.md": "# Home\n\nRead [this](a.md) now.\n",
        },
        [
            "link.retargeted c.md#Home | b.md => a.md <- page.merged",
            "page.merged a.md + b.md => a.md",
        ],
        [
            "link.retargeted c.md#Home | a.md => b.md",
            "section.moved a.md#Travel/Keys => b.md#Keys | Travel/Keys => Keys",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_causes(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name])
