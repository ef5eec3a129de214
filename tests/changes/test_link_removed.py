from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

OTHERS = {"b.md": f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in.\n", "c.md": f"# Keys\n\n{KEYS}"}


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{text}\n", **OTHERS}


def _mkdocs(*rows: str) -> dict[str, str]:
    """Write a mkdocs.yml whose navigation has links that lead out of the tree."""
    nav = "".join(f"  - {row}\n" for row in ("Home: index.md", *rows))
    return {"docs/index.md": "# Home\n\nWelcome to all.\n", "mkdocs.yml": f"nav:\n{nav}"}


_CARDS = """
.. card::
   :link: https://one.example

   Ask {}.

.. card::
   :link: https://two.example

   Ask them.
"""

CASES = {
    "in a file that is no page, where another of its name stays": (
        _mkdocs("Chat: https://chat.example", "More:", "  - Chat: https://talk.example"),
        _mkdocs("Chat: https://chat.example"),
        ["link.removed mkdocs.yml => - | https://talk.example => -"],
    ),
    "its words stay": (
        _page("Ask for the [keys](c.md) first."),
        _page("Ask for the keys first."),
        ["link.removed a.md#Office/Travel => - | c.md => -"],
    ),
    "one of two to the same place": (
        _page("Ask for [keys](c.md). Then [lock](c.md) the door."),
        _page("Ask for [keys](c.md). Then lock the door."),
        ["link.removed a.md#Office/Travel => - | c.md => -"],
    ),
    "of a file that was included above an image": (
        _page('{% include "../parts/keys.md" %}\n\n<figure><img src="../parts/keys.png"></figure>'),
        _page('<figure><img src="../parts/keys.png"></figure>'),
        ["link.removed a.md#Office/Travel => - | ../parts/keys.md => -"],
    ),
    "an item of a list": (
        _page("- [Leave](b.md)\n- [Keys](c.md)"),
        _page("- [Leave](b.md)"),
        ["link.removed a.md#Office/Travel => - | c.md => -"],
    ),
    "the first of two cards without a title": (
        {"a.rst": f"A\n=\n\nSee here.\n{_CARDS.format('the office')}"},
        {"a.rst": f"A\n=\n\nSee here.\n\n{_CARDS[_CARDS.rindex('.. card') :]}"},
        [
            "link.removed a.rst#A => - | https://one.example => -",
            "section.edited a.rst#A | wording | removed paragraph",
        ],
    ),
    "with its words": (
        _page("Ask first, and see [the keys](c.md)."),
        _page("Ask first."),
        [
            "link.removed a.md#Office/Travel => - | c.md => -",
            "section.edited a.md#Office/Travel | wording | edited paragraph",
        ],
    ),
    "that led nowhere": (
        _page("Ask for the [keys](gone.md) first."),
        _page("Ask for the keys first."),
        ["link.removed a.md#Office/Travel => - | gone.md => -"],
    ),
    "another came elsewhere": (
        _page("Ask for the [keys](c.md) first.\n\nThen stay at home."),
        _page("Ask for the keys first.\n\nThen [stay](b.md) at home."),
        [
            "link.removed a.md#Office/Travel => - | c.md => -",
            "link.added - => a.md#Office/Travel | - => b.md",
        ],
    ),
    "with its section it goes along": (
        _page("## Keys\n\nAsk for the [keys](c.md) first."),
        _page(""),
        ["section.removed a.md#Office/Keys => -"],
    ),
}

BACK = {
    "that led nowhere": [
        "link.added - => a.md#Office/Travel | - => gone.md",
        "link.broken - => a.md#Office/Travel | - => gone.md",
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_link_removed(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
