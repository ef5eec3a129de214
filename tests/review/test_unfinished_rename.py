from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

PAGE = "# Plans\n\nEach crew writes a QPAD.\n\nSkippers read all QPADs aloud on Mondays.\n"
WATCH = "# Watches\n\nWho stands watch is in the QPAD.\n"
CALM = "# Calm\n\nSwap a watch if the QPAD allows it, and sleep well.\n"
OLD = {"plan.md": PAGE, "watch.md": WATCH, "calm.md": CALM}


def renamed(text: str) -> str:
    return text.replace("QPAD", "GPAD")


CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        OLD,
        {"plan.md": renamed(PAGE), "watch.md": renamed(WATCH), "calm.md": CALM},
        ["calm.md:3 still says “QPAD”, which became “GPAD” elsewhere"],
    ),
    # It is complete.
    (OLD, {path: renamed(text) for path, text in OLD.items()}, []),
    # What is left is code.
    (
        {**OLD, "calm.md": "# Calm\n\n```\nopen QPAD\n```\n"},
        {
            "plan.md": renamed(PAGE),
            "watch.md": renamed(WATCH),
            "calm.md": "# Calm\n\n```\nopen QPAD\n```\n",
        },
        [],
    ),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("unfinished-rename", old, new) == told


def test_a_page_is_told_once(tell: Tell) -> None:
    new = {"plan.md": renamed(PAGE), "watch.md": renamed(WATCH), "calm.md": CALM + "\nQPAD!\n"}
    assert tell("unfinished-rename", {**OLD, "calm.md": CALM + "\nQPAD!\n"}, new) == [
        "calm.md:3 still says “QPAD” in 2 places, which became “GPAD” elsewhere"
    ]
