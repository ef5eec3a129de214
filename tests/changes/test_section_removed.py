from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain.explain import Account

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

A = f"\n## Travel\n\n{TRAVEL}"
B = f"\n## Leave\n\n{LEAVE}"

CASES = {
    "a section": (
        {"a.md": TOP + A + B},
        {"a.md": TOP + A},
        ["section.removed a.md#Office/Leave => -"],
    ),
    "the first of two, which is not reordered": (
        {"a.md": TOP + B + A},
        {"a.md": TOP + A},
        ["section.removed a.md#Office/Leave => -"],
    ),
    "sections in it go along": (
        {"a.md": TOP + A + B + f"\n### Sick days\n\n{KEYS}"},
        {"a.md": TOP + A},
        ["section.removed a.md#Office/Leave => -"],
    ),
    "its anchors go along, the links to them are broken": (
        {"a.md": TOP + A + f"\n## Leave {{#off}}\n\n{LEAVE}", "b.md": "# B\n\n[off](a.md#off)\n"},
        {"a.md": TOP + A, "b.md": "# B\n\n[off](a.md#off)\n"},
        [
            "section.removed a.md#Office/Leave => -",
            "link.broken b.md#B | a.md#off => a.md#off <- section.removed",
        ],
    ),
    "with a section in it that others link to": (
        {
            "a.md": TOP + A + B + f"\n### Sick days\n\n{KEYS}",
            "b.md": "# B\n\n[x](a.md#sick-days)\n",
        },
        {"a.md": TOP + A, "b.md": "# B\n\n[x](a.md#sick-days)\n"},
        [
            "section.removed a.md#Office/Leave => -",
            "link.broken b.md#B | a.md#sick-days => a.md#sick-days <- section.removed",
        ],
    ),
    "a section in it lives on elsewhere": (
        {"a.md": TOP + A + B + f"\n### Sick days\n\n{KEYS}"},
        {"a.md": TOP + A + f"\n### Sick days\n\n{KEYS}"},
        [
            "section.removed a.md#Office/Leave => -",
            (
                "section.moved a.md#Office/Leave/Sick days => a.md#Office/Travel/Sick days"
                " | Office/Leave/Sick days => Office/Travel/Sick days <- section.removed"
            ),
        ],
    ),
    "another came in its place": (
        {"a.md": TOP + A + B},
        {"a.md": TOP + A + f"\n## Sales quotes\n\n{SALES}"},
        ["section.removed a.md#Office/Leave => -", "section.added - => a.md#Office/Sales quotes"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_section_removed(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)


def test_what_went_or_came_is_given_whole_and_keeps_its_id(
    account: Callable[..., Account],
) -> None:
    less, more = {"a.md": TOP}, {"a.md": f"{TOP}\n## Leave\n\n{LEAVE}"}
    (gone,), (come,) = account(more, less).changes, account(less, more).changes
    assert (gone.id, come.id) == ("cd932bcff3715", "cc1e22e08727f")
    texts = [
        [(block.before, block.after, block.lines) for block in change.blocks or ()]
        for change in (gone, come)
    ]
    assert texts == [[(LEAVE[:-1], None, (7, 7))], [(None, LEAVE[:-1], (7, 7))]]
