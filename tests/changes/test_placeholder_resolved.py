from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

OTHERS = {"b.md": f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in.\n", "c.md": f"# Keys\n\n{KEYS}"}


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{text}\n", **OTHERS}


HERE = "placeholder.resolved a.md#Office/Travel | "

CASES = {
    "by a text": (
        _page("Who keeps the keys: TBD"),
        _page("Who keeps the keys: the front office"),
        [HERE + "TBD => -", "section.edited a.md#Office/Travel | wording | edited paragraph"],
    ),
    "by a link": (
        _page("- Keys: TBD"),
        _page("- Keys: [front office](c.md)"),
        [HERE + "TBD => -", "link.added - => a.md#Office/Travel | - => c.md"],
    ),
    "by deleting it": (_page("Ask for keys (TBA)."), _page("Ask for keys."), [HERE + "TBA => -"]),
    "with its item": (_page("- One\n- TODO"), _page("- One"), [HERE + "TODO => -"]),
    "one of two": (
        _page("- Cars: TBD\n- Keys: TBD"),
        _page("- Cars: TBD\n- Keys:"),
        [HERE + "TBD => -"],
    ),
    "with its section it goes along": (
        _page("## Keys\n\nTBD"),
        _page(""),
        ["section.removed a.md#Office/Keys => -"],
    ),
    "by another": (
        _page("Who keeps the keys: TBD"),
        _page("Who keeps the keys: TODO"),
        [HERE + "TBD => -", "placeholder.added a.md#Office/Travel | - => TODO"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_placeholder_resolved(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
