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


CASES = {
    "in a file that is no page": (
        _mkdocs(),
        _mkdocs("Chat: https://chat.example"),
        ["link.added - => mkdocs.yml | - => https://chat.example"],
    ),
    "on words that were there": (
        _page("Ask for the keys first."),
        _page("Ask for the [keys](c.md) first."),
        ["link.added - => a.md#Office/Travel | - => c.md"],
    ),
    "with words around it": (
        _page("Ask first."),
        _page("Ask first, and see [the keys](c.md)."),
        [
            "link.added - => a.md#Office/Travel | - => c.md",
            "section.edited a.md#Office/Travel | wording | edited paragraph",
        ],
    ),
    "as an item of a list": (
        _page("- [Leave](b.md)"),
        _page("- [Leave](b.md)\n- [Keys](c.md)"),
        ["link.added - => a.md#Office/Travel | - => c.md"],
    ),
    "to somewhere else": (
        _page("Ask for the fares first."),
        _page("Ask for the [fares](https://fares.example/) first."),
        ["link.added - => a.md#Office/Travel | - => https://fares.example/"],
    ),
    "bare": (
        _page("Ask first."),
        _page("Ask first. <https://fares.example/>"),
        ["link.added - => a.md#Office/Travel | - => https://fares.example/"],
    ),
    "an image": (
        {**_page("Ask first."), "map.png": "PNG"},
        {**_page("Ask first.\n\n![A map](map.png)"), "map.png": "PNG"},
        ["link.added - => a.md#Office/Travel | - => map.png"],
    ),
    "in HTML": (
        _page("Ask for the keys first."),
        _page('Ask for the <a href="c.md">keys</a> first.'),
        ["link.added - => a.md#Office/Travel | - => c.md"],
    ),
    "in reStructuredText": (
        {"a.rst": f"Office\n======\n\n{TRAVEL}\nAsk for the fares first.\n"},
        {
            "a.rst": f"Office\n======\n\n{TRAVEL}\nAsk for the `fares <https://x.example>`__ first.\n"
        },
        ["link.added - => a.rst#Office | - => https://x.example"],
    ),
    "a role": (
        {
            "a.rst": f"Office\n======\n\n{TRAVEL}\nAsk for the keys.\n",
            "c.rst": f"Keys\n====\n\n{KEYS}",
        },
        {
            "a.rst": f"Office\n======\n\n{TRAVEL}\nAsk for the :doc:`keys <c>`.\n",
            "c.rst": f"Keys\n====\n\n{KEYS}",
        },
        ["link.added - => a.rst#Office | - => c"],
    ),
    "a second one to the same place": (
        _page("Ask for the [keys](c.md) first. Then lock the door."),
        _page("Ask for the [keys](c.md) first. Then [lock](c.md) the door."),
        ["link.added - => a.md#Office/Travel | - => c.md"],
    ),
    "that leads nowhere": (
        _page("Ask for the keys first."),
        _page("Ask for the [keys](gone.md) first."),
        [
            "link.added - => a.md#Office/Travel | - => gone.md",
            "link.broken - => a.md#Office/Travel | - => gone.md",
        ],
    ),
    "in a new section goes along": (
        _page(""),
        _page("## Keys\n\nAsk for the [keys](c.md) first."),
        ["section.added - => a.md#Office/Keys"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_link_added(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
