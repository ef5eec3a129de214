from __future__ import annotations

from collections.abc import Callable
from unittest import mock

import pytest

from drift.changes import inbound
from drift.changes.comparison import Comparison
from drift.match.matching import Matching
from drift.site.tree_site import TreeSite
from tests.conftest import Files

MANY = 30

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
CARS = "The blue van is for tools, and whoever takes it on a Friday brings it back washed.\n"

LABELLED = f".. _pause:\n\nRest\n----\n\n{LEAVE}\n{KEYS}\n"
DECK, HOLD = f"Deck\n====\n\n{TRAVEL}\n", f"Hold\n====\n\n{CARS}\n"
LOG = {"log.rst": "Log\n===\n\nSee :ref:`there <pause>` and :doc:`hold`.\n"}
NAMING = f"```{{toctree}}\n```\n## Deck hold\n\n{TRAVEL}\nSee {{ref}}`there <Deck hold>`.\n"


def _two(one: str, two: str) -> str:
    return f"# Crew\n\n## {one}\n\n{TRAVEL}\n{LEAVE}\n## {two}\n\n{KEYS}\n{CARS}"


STORIES: dict[str, tuple[Files, Files, list[str]]] = {
    "a label goes to another page": (
        {"deck.rst": DECK + LABELLED, "hold.rst": HOLD, **LOG},
        {"deck.rst": DECK, "hold.rst": HOLD + LABELLED, **LOG},
        ["log.rst pause: deck.rst#pause => hold.rst#pause"],
    ),
    "a label goes": (
        {"deck.rst": DECK + LABELLED, "hold.rst": HOLD, **LOG},
        {"deck.rst": DECK + LABELLED.replace(".. _pause:\n", ""), "hold.rst": HOLD, **LOG},
        ["log.rst pause: deck.rst#pause => missing"],
    ),
    "one of two pages with a label loses it": (
        {"deck.rst": DECK + LABELLED, "hold.rst": HOLD + LABELLED, **LOG},
        {"deck.rst": DECK, "hold.rst": HOLD + LABELLED, **LOG},
        ["log.rst pause: deck.rst#pause => hold.rst#pause"],
    ),
    "the other of two pages with a label loses it": (
        {"deck.rst": DECK + LABELLED, "hold.rst": HOLD + LABELLED, **LOG},
        {"deck.rst": DECK + LABELLED, "hold.rst": HOLD, **LOG},
        [],
    ),
    "a title comes beside a label of the same letters": (
        {"a.md": "(deck-hold)=\n# Mast\n", "log.md": NAMING},
        {"a.md": "(deck-hold)=\n# Deck hold\n", "log.md": NAMING},
        ["log.md Deck hold: log.md#deck-hold => a.md#deck-hold"],
    ),
    "a label that a page beside Sphinx names goes with its page": (
        {"a.md": "(hold)=\n", "log.md": f"# Log\n\n{TRAVEL}\nSee {{ref}}`hold`.\n"},
        {"log.md": f"# Log\n\n{TRAVEL}\nSee {{ref}}`hold`.\n"},
        ["log.md hold: a.md#hold => missing"],
    ),
    "a page calls a heading of its own as it was": (
        {"a.md": f"{_two('Trips', 'Keys')}\n## More\n\nAs [above](#trips).\n"},
        {"a.md": f"{_two('Travel', 'Keys')}\n## More\n\nAs [above](#trips).\n"},
        ["a.md #trips: a.md#trips => missing"],
    ),
    "so does one that moves, of which all links are paired": (
        {"a.md": f"{_two('Trips', 'Keys')}\n## More\n\nAs [above](#trips).\n"},
        {"b.md": f"{_two('Travel', 'Keys')}\n## More\n\nAs [above](#trips).\n"},
        [],
    ),
    "another page takes a path": (
        {"a.md": _two("Trips", "Keys"), "log.md": "# Log\n\n[All](a.md)\n"},
        {
            "a.md": "# Ports\n\nBonn.\n",
            "b.md": _two("Trips", "Keys"),
            "log.md": "# Log\n\n[All](a.md)\n",
        },
        ["log.md a.md: a.md# => a.md#"],
    ),
    "a name passes to another section": (
        {"a.md": _two("Trips", "Keys"), "log.md": "# Log\n\n[All](a.md#keys)\n"},
        {"a.md": _two("Keys", "Locks"), "log.md": "# Log\n\n[All](a.md#keys)\n"},
        ["log.md a.md#keys: a.md#keys => a.md#keys"],
    ),
    "a heading of other letters": (
        {"a.md": _two("Größe", "Keys"), "log.md": "# Log\n\n[All](a.md#gr%C3%B6%C3%9Fe)\n"},
        {"a.md": _two("Maß", "Keys"), "log.md": "# Log\n\n[All](a.md#gr%C3%B6%C3%9Fe)\n"},
        ["log.md a.md#gr%C3%B6%C3%9Fe: a.md#größe => missing"],
    ),
}


def _pages(word: str) -> dict[str, str]:
    rooms = {
        f"r{i}.md": f"# Room {i}\n\n## {word} {i}\n\nIt has {i} chairs and a lamp that nobody lights.\n"
        for i in range(MANY)
    }
    links = "\n".join(f"- [r](r{i}.md#old-{i}) [s](r{i}.md)" for i in range(MANY))
    return {**rooms, "index.md": f"# Index\n\n{links}\n", "lone.md": "# Lone\n\n[x](nowhere.md)\n"}


@pytest.mark.parametrize(
    ("limits", "others", "asked"),
    [
        ((2 * MANY, 2 * MANY), 0, True),
        ((2 * MANY, 5), 0, False),
        ((2 * MANY, 5), inbound.FEW * MANY, True),
        ((5, 2 * MANY), inbound.FEW * MANY, False),
    ],
    ids=["few names", "many pages", "few pages of many", "many names"],
)
def test_where_many_names_changed_all_links_are_gone_through_with_the_same_result(
    limits: tuple[int, int], others: int, asked: bool, matched: Callable[..., Matching]
) -> None:
    quiet = {f"q{i}.md": f"# Quiet {i}\n\nNothing new.\n" for i in range(others)}
    matching = matched({**_pages("Old"), **quiet}, {**_pages("New"), **quiet})
    with (
        mock.patch.object(inbound, "MOST_ASKED", limits[0]),
        mock.patch.object(inbound, "MOST_PARSED", limits[1]),
        mock.patch.object(TreeSite, "naming", autospec=True, side_effect=TreeSite.naming) as naming,
    ):
        found = Comparison(matching).standing
    assert [one.link.target for one in found if one.broken] == [
        f"r{i}.md#old-{i}" for i in range(MANY)
    ]
    assert bool(naming.call_count) == asked


@pytest.mark.parametrize("name", STORIES)
def test_links_that_nobody_touched(name: str, matched: Callable[..., Matching]) -> None:
    old, new, told = STORIES[name]
    assert [
        f"{one.at.path} {one.link.target}: {one.before.page}#{one.before.anchor} => "
        + ("missing" if one.broken else f"{one.after.page}#{one.after.anchor}")
        for one in Comparison(matched(old, new)).standing
    ] == told
