from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

OTHERS = {"b.md": f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in.\n", "c.md": f"# Keys\n\n{KEYS}"}


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{text}\n", **OTHERS}


TEXT = "\n\nLost keys are told to the front office."

CASES = {
    "an id": (
        _page("## Keys {#key}" + TEXT),
        _page("## Keys" + TEXT),
        ["anchor.removed a.md#Office/Keys | key => -"],
    ),
    "an id that links still use": (
        _page("[k](#key)\n\n## Keys {#key}" + TEXT),
        _page("[k](#key)\n\n## Keys" + TEXT),
        [
            "anchor.removed a.md#Office/Keys | key => -",
            "link.broken a.md#Office/Travel | #key => #key <- anchor.removed",
        ],
    ),
    "a label": (
        {"a.rst": "Office\n======\n\n.. _key:\n\nKeys\n----\n\nLost keys are told.\n"},
        {"a.rst": "Office\n======\n\nKeys\n----\n\nLost keys are told.\n"},
        ["anchor.removed a.rst#Office/Keys | key => -"],
    ),
    "one of two": (
        _page('## Keys\n\n<a id="one"></a><a id="two"></a>Lost keys are told.'),
        _page('## Keys\n\n<a id="one"></a>Lost keys are told.'),
        ["anchor.removed a.md#Office/Keys | two => -"],
    ),
    "with its section it goes along": (
        _page("## Keys {#key}" + TEXT),
        _page(""),
        ["section.removed a.md#Office/Keys => -"],
    ),
    "an id that is the slug is none": (
        _page("## Keys {#keys}" + TEXT),
        _page("## Keys" + TEXT),
        [],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_anchor_removed(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
