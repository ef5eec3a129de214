"""What explains a change, where that is more than its own kind's affair."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CONF = {"conf.py": 'project = "x"\nextensions = ["myst_parser"]\n'}
RULES = "({})=\n# Rules\n\nLock the screen whenever a desk is left alone.\n"
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
    "a label of its own is the writer's": (
        {"a.md": "# A\n\n[Old words](https://example.com/1)\n"},
        {"a.md": "# A\n\n[New words](https://example.com/1)\n"},
        ["link.relabelled a.md#A | Old words => New words"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_causes(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name])
